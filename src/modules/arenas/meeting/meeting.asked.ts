import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import { hasRole, workspacesOf } from '../../../platform/access/viewer.ts'
import type { AskedKind } from '../../../platform/item/asked.ts'
import { leading } from '../../../platform/item/kind.ts'
import { passToken } from '../../../platform/pass/pass.ts'
import { meeting } from './meeting.ts'

/** How long before a meeting it stands on My page, and how long minutes that are sent for approval do. */
const soonDays = 14

/** Meetings that somebody is called to and has not answered, those that come soon, and minutes that are sent round for approval. */
export const meetingsAsked: readonly AskedKind[] = [
  {
    what: 'meeting_call',
    words: { nb: 'Innkalling: si om du kommer', nn: 'Innkalling: sei om du kjem', en: 'Invitation: say whether you come' },
    rows: ({ viewer, today }) => sql`
      select item.title, own.held_on, item.workspace_id, v.pass_id::text, true
      from meeting_invitee v join item on item.id = v.meeting_id join meeting own on own.id = item.id
      where v.person_id = ${viewer.person?.id ?? null}::uuid and v.answer is null and v.mailed_at is not null and v.pass_id is not null and item.removed_at is null and item.state in ('planned', 'called') and own.held_on >= ${today}::date`,
    href: (passId, passKey) => `/mote/${passToken(passKey, 'meeting', passId)}`,
  },
  {
    what: 'meeting',
    words: { nb: 'Møte', nn: 'Møte', en: 'Meeting' },
    rows: ({ viewer, today }) => (viewer.memberships.length === 0 ? null : sql`
      select item.title, own.held_on, item.workspace_id, ${`${meeting.segment}/`} || item.number, true
      from meeting_invitee v join item on item.id = v.meeting_id join meeting own on own.id = item.id
      where v.person_id = ${viewer.person?.id ?? null}::uuid and v.answer in ('yes', 'maybe') and item.removed_at is null and item.state in ('planned', 'called') and ${readable(viewer)}
        and own.held_on >= ${today}::date and own.held_on <= ${today}::date + ${soonDays}::int`),
  },
  {
    what: 'minutes',
    words: { nb: 'Referat til godkjenning', nn: 'Referat til godkjenning', en: 'Minutes for approval' },
    rows: ({ viewer, today }) => {
      const led = workspacesOf(viewer).filter((id) => hasRole(viewer, id, ...leading))
      return viewer.memberships.length === 0 ? null : sql`
        select item.title, null::date, item.workspace_id, ${`${meeting.segment}/`} || item.number || case when item.workspace_id = any(${led}::uuid[]) then '/referat' else '' end, not item.workspace_id = any(${led}::uuid[])
        from meeting own join item on item.id = own.id
        where own.approval_asked_on is not null and own.approved_on is null and item.workspace_id = any(${workspacesOf(viewer)}::uuid[]) and item.removed_at is null and item.state = 'held' and ${readable(viewer)}
          and (item.workspace_id = any(${led}::uuid[]) or (own.approval_asked_on > ${today}::date - ${soonDays}::int and exists (
            select from meeting_invitee v where v.meeting_id = item.id and v.person_id = ${viewer.person?.id ?? null}::uuid and v.attended = 'present' and v.role is distinct from 'political')))`
    },
  },
]
