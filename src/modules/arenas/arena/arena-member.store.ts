import { sql } from 'kysely'
import type { Viewer } from '../../../platform/access/viewer.ts'
import { partnerFor } from '../../../platform/access/viewer.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import { type ArenaMember, leadingRoles, type MemberRole } from './arena-member.ts'

/** The members of these arenas, then and now. The caller has read the arenas. */
export async function membersOfArenas(db: Reader, arenaIds: readonly string[]): Promise<ArenaMember[]> {
  if (arenaIds.length === 0) return []
  const rows = await db.selectFrom('arena_member').select(['id', 'item_id', 'organisation_id', 'person_id', 'role', 'valid_from', 'valid_to'])
    .where('item_id', '=', sql<string>`any(${arenaIds}::uuid[])`).orderBy('place').orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, itemId: row.item_id, organisationId: row.organisation_id, personId: row.person_id, role: row.role as MemberRole, from: row.valid_from, to: row.valid_to }))
}

type Written = Omit<ArenaMember, 'id' | 'itemId'>
const columns = (row: Written) => ({ organisation_id: row.organisationId, person_id: row.personId, role: row.role, valid_from: row.from, valid_to: row.to })

export const insertArenaMember = (tx: Tx, arenaId: string, row: Written) =>
  tx.insertInto('arena_member')
    .values((eb) => ({ id: v7(), item_id: arenaId, ...columns(row), place: eb.selectFrom('arena_member').select(sql<number>`coalesce(max(place), -1) + 1`.as('next')).where('item_id', '=', arenaId) }))
    .execute()

export const updateArenaMember = (tx: Tx, arenaId: string, id: string, row: Written) =>
  tx.updateTable('arena_member').set(columns(row)).where('id', '=', id).where('item_id', '=', arenaId).execute()

export const deleteArenaMember = (tx: Tx, arenaId: string, id: string) => tx.deleteFrom('arena_member').where('id', '=', id).where('item_id', '=', arenaId).execute()

/** Whether the viewer leads this arena on this day: as a leader, deputy or secretary themselves, or as the representative of an organisation that is one or that owns it. */
export async function leadsArena(db: Reader, viewer: Viewer, workspaceId: string, arenaId: string, today: string): Promise<boolean> {
  const [person, organisation] = [viewer.person?.id ?? null, partnerFor(viewer, workspaceId)]
  if (!viewer.memberships.some((one) => one.workspaceId === workspaceId) || (person === null && organisation === null)) return false
  const { rows: [row] } = await sql<{ leads: boolean }>`
    select exists (select from arena_member m where m.item_id = ${arenaId} and m.role = any(${[...leadingRoles]}::text[])
        and (m.person_id = ${person} or (m.person_id is null and m.organisation_id = ${organisation})) and coalesce(m.valid_from, '-infinity') <= ${today}::date and coalesce(m.valid_to, 'infinity') >= ${today}::date)
      or exists (select from item_organisation o where o.item_id = ${arenaId} and o.role = 'owner' and o.organisation_id = ${organisation}) as leads`.execute(db)
  return row?.leads ?? false
}
