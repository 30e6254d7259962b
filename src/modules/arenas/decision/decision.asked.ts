import { sql } from 'kysely'
import { workspacesOf } from '../../../platform/access/viewer.ts'
import { readable } from '../../../platform/access/readable.ts'
import { type AskedKind, ownedFor } from '../../../platform/item/asked.ts'
import { decision } from './decision.ts'

/** Decisions that an organisation which somebody acts for is to follow up. */
export const decisionsAsked: AskedKind = {
  what: 'decision',
  words: { nb: 'Vedtak', nn: 'Vedtak', en: 'Decision' },
  rows: ({ viewer }) => (viewer.memberships.length === 0 ? null : sql`
    select item.title, own.due_on, item.workspace_id, ${`${decision.segment}/`} || item.number, false
    from item join decision own on own.id = item.id
    where item.workspace_id = any(${workspacesOf(viewer)}::uuid[]) and item.kind = 'decision' and item.removed_at is null and item.state <> 'followed_up' and ${readable(viewer)} and ${ownedFor(viewer)}`),
}
