import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { nameKey } from '../organisation.store.ts'

/** The organisations that somebody means by a name or an official number; several when the name is not enough. Those that are no more before the day are not meant. */
export async function resolveOrganisation(db: Reader, written: string, on: string): Promise<{ id: string; name: string; kind: string; example: boolean }[]> {
  const key = nameKey(written)
  const number = /^\d{2}(\d{2})?$/.test(key) ? key : null
  const { rows } = await sql<{ id: string; name: string; kind: string; example: boolean }>`
    select id, name, kind, example from organisation
    where merged_into_id is null and (valid_to is null or valid_to >= ${on}::date - 1)
      and (lower(name) = ${key} or (${number}::text is not null and official_number = ${number}))
    order by name limit 5`.execute(db)
  return rows
}

/** Writes down that these become those on a day. */
export async function recordSuccession(tx: Tx, fromIds: readonly string[], toIds: readonly string[], on: string): Promise<void> {
  const kind = toIds.length > 1 ? 'split' : fromIds.length > 1 ? 'merge' : 'rename'
  const rows = fromIds.flatMap((from_id) => toIds.map((to_id) => ({ from_id, to_id, on_date: on, kind })))
  await tx.insertInto('succession').values(rows).onConflict((c) => c.doNothing()).execute()
}

export type RecordedSuccession = { on: string; fromId: string; from: string; toId: string; to: string; /** A workspace has said yes to it, or it is of the register: then it stands. */ stands: boolean }

/** What is written down, from a year back and on. */
export async function recentSuccessions(db: Reader, since: string): Promise<RecordedSuccession[]> {
  const { rows } = await sql<RecordedSuccession>`
    select s.on_date as "on", s.from_id as "fromId", f.name as "from", s.to_id as "toId", t.name as "to",
      f.valid_to is not null or exists (select from succession_step step where step.on_date = s.on_date and s.from_id = any(step.from_ids) and step.state <> 'undone') as stands
    from succession s join organisation f on f.id = s.from_id join organisation t on t.id = s.to_id where s.on_date >= ${since}::date order by s.on_date, t.name, f.name limit 200`.execute(db)
  return rows
}

/** Takes back what was written down, where nothing was done about it; says whether it could. */
export async function removeSuccession(tx: Tx, fromId: string, toId: string, on: string): Promise<boolean> {
  const standing = await sql`select 1 from succession_step where on_date = ${on}::date and ${fromId}::uuid = any(from_ids) and state <> 'undone' limit 1`.execute(tx)
  if (standing.rows.length > 0) return false
  const gone = await tx.deleteFrom('succession').where('from_id', '=', fromId).where('to_id', '=', toId).where('on_date', '=', on).executeTakeFirst()
  return gone.numDeletedRows > 0n
}
