import { sql } from 'kysely'
import { readable } from '../../platform/access/readable.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'
import { type PartyRole, partyRoles } from '../../modules/actors/index.ts'

/** An organisation in a workspace: what it owns and puts in, as far as the viewer may see. Whole kroner; wishes are not counted. */
export type Party = { id: string; name: string; kind: string; role: PartyRole; owns: number; takesPart: number; money: number | null }

/** One statement, whatever the number of parties. */
export async function readParties(db: Reader, viewer: Viewer, workspaceId: string): Promise<Party[]> {
  const { rows } = await sql<Party>`
    select o.id, o.name, o.kind, p.role, coalesce(who.owns, 0)::int as owns, coalesce(who.takes_part, 0)::int as "takesPart", much.money
    from party p join organisation o on o.id = p.organisation_id
    left join (
      select io.organisation_id, count(*) filter (where io.role = 'owner') as owns, count(*) filter (where io.role = 'partner') as takes_part
      from item_organisation io join item on item.id = io.item_id
      where item.workspace_id = ${workspaceId} and item.kind = 'measure' and item.removed_at is null and ${readable(viewer)} group by io.organisation_id) who on who.organisation_id = o.id
    left join (
      select i.organisation_id, sum(i.amount) as money from instrument i join item on item.id = i.item_id
      where item.workspace_id = ${workspaceId} and item.removed_at is null and i.type = 'money' and i.state <> 'wished' and ${readable(viewer)} group by i.organisation_id) much on much.organisation_id = o.id
    where p.workspace_id = ${workspaceId} and p.valid_to is null
    order by array_position(${partyRoles}::text[], p.role), o.name`.execute(db)
  return rows
}
