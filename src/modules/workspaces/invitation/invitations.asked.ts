import { sql } from 'kysely'
import type { AskedKind } from '../../../platform/item/asked.ts'
import { passToken } from '../../../platform/pass/pass.ts'

/** Invitations that somebody has not answered and still may. */
export const invitationsAsked: AskedKind = {
  what: 'invitation',
  words: { nb: 'Invitasjon', nn: 'Invitasjon', en: 'Invitation' },
  rows: ({ viewer, today }) => sql`
    select concat_ws(': ', place.title, o.name), i.last_day, i.workspace_id, i.pass_id::text, true
    from invitation i join workspace place on place.id = i.workspace_id join pass p on p.id = i.pass_id left join organisation o on o.id = i.organisation_id
    where i.person_id = ${viewer.person?.id ?? null}::uuid and i.state in ('sent', 'reminded') and i.last_day >= ${today}::date and p.revoked_at is null`,
  href: (passId, passKey) => `/invitasjon/${passToken(passKey, 'invitation', passId)}`,
}
