import { sql } from 'kysely'
import { workspacesOf } from '../../../platform/access/viewer.ts'
import { readable } from '../../../platform/access/readable.ts'
import type { AskedKind } from '../../../platform/item/asked.ts'
import { agreement } from './agreement.ts'

/** Agreements whose text is agreed, and which an organisation that somebody represents has not anchored yet. */
export const agreementsAsked: AskedKind = {
  what: 'agreement_anchor',
  words: { nb: 'Avtale som skal forankres hos dere', nn: 'Avtale som skal forankrast hos dykk', en: 'Agreement to be anchored with you' },
  rows: ({ viewer, today }) => {
    const acting = viewer.memberships.filter((one) => one.role === 'partner' && one.organisationId !== null)
    return acting.length === 0 ? null : sql`
      select item.title, own.starts_on, item.workspace_id, ${`${agreement.segment}/`} || item.number, false
      from agreement own join item on item.id = own.id
      where item.workspace_id = any(${workspacesOf(viewer)}::uuid[]) and item.removed_at is null and item.state in ('draft', 'agreed') and ${readable(viewer)}
        and exists (select from agreement_edition e where e.item_id = item.id and e.agreed_on is not null)
        and exists (
          select from agreement_party p join unnest(${acting.map((one) => one.workspaceId)}::uuid[], ${acting.map((one) => one.organisationId)}::uuid[]) as mine (workspace_id, organisation_id)
            on mine.organisation_id = p.organisation_id and mine.workspace_id = item.workspace_id
          where p.item_id = item.id and p.anchored_on is null and p.signed_on is null and (p.left_on is null or p.left_on >= ${today}::date))`
  },
}
