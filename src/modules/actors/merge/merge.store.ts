import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { type Journal, setColumn } from '../../../platform/db/journal/index.ts'
import { searchAnew } from '../profile/profile.store.ts'
import type { Mergeable, MergeKind } from './merge.ts'

/** Those of these that are there, as far as a merge needs to know them. */
export async function mergeables(db: Reader, kind: MergeKind, ids: readonly string[]): Promise<Map<string, Mergeable>> {
  const { rows } = kind === 'organisation'
    ? await sql<Mergeable>`select id, name, merged_into_id as "mergedInto", official_number is not null or exists (select from register_entry where organisation_id = organisation.id) as registered, orgnr, kind, example, false as administrator from organisation where id = any(${[...ids]}::uuid[])`.execute(db)
    : await sql<Mergeable>`select id, name, merged_into_id as "mergedInto", false as registered, null as orgnr, 'person' as kind, false as example, administrator from person where id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Any number that only merges take: one at a time, so that a chain is never half read. */
const mergeLock = 7_316_006

/** Holds both until the transaction ends: nobody can point at them meanwhile, and who has begun to is waited for. */
export async function holdForMerge(tx: Tx, kind: MergeKind, ids: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(${mergeLock})`.execute(tx)
  await sql`select from ${sql.table(kind)} where id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx)
}

/** Whether one followed the other, by law: then they are not one. */
export async function areRelated(db: Reader, one: string, other: string): Promise<boolean> {
  const { rows } = await sql`select 1 from succession where (from_id = ${one} and to_id = ${other}) or (from_id = ${other} and to_id = ${one}) limit 1`.execute(db)
  return rows.length > 0
}

const one = (id: string, value: unknown, type: 'text' | 'uuid' | 'boolean') => sql`select ${id}::uuid as id, ${value}::${sql.raw(type)} as value`

/** What the one that stays is called, and what it takes over of the other's own facts where it has none. */
export async function takeOver(journal: Journal, kind: MergeKind, fromId: string, toId: string, name: string): Promise<void> {
  await setColumn(journal, kind, 'name', one(toId, name, 'text'))
  if (kind === 'organisation') {
    const facts = await journal.tx.selectFrom('organisation').select(['id', 'orgnr']).where('id', 'in', [fromId, toId]).execute()
    const [orgnr, own] = [fromId, toId].map((id) => facts.find((row) => row.id === id)?.orgnr ?? null)
    if (orgnr && !own) {
      await setColumn(journal, kind, 'orgnr', one(fromId, null, 'text'))
      await setColumn(journal, kind, 'orgnr', one(toId, orgnr, 'text'))
    }
  } else {
    await setColumn(journal, 'profile', 'search', searchAnew(toId))
    const administers = await journal.tx.selectFrom('person').select('id').where('id', '=', fromId).where('administrator', '=', true).executeTakeFirst()
    if (administers) await setColumn(journal, kind, 'administrator', one(toId, true, 'boolean'))
    await setColumn(journal, kind, 'administrator', one(fromId, false, 'boolean'))
  }
  await setColumn(journal, kind, 'merged_into_id', one(fromId, toId, 'uuid'))
}

export type Merge = {
  id: string; kind: MergeKind; fromId: string; toId: string; workspaceId: string | null; fromName: string; toName: string; name: string
  at: Temporal.Instant; by: string | null; undoneAt: Temporal.Instant | null; place: number
}

const columns = [
  'merge.id', 'merge.kind', 'merge.from_id as fromId', 'merge.to_id as toId', 'merge.workspace_id as workspaceId', 'merge.from_name as fromName', 'merge.to_name as toName', 'merge.name',
  'merge.at', 'person.name as by', 'merge.undone_at as undoneAt', 'merge.place',
] as const

/** What was merged, newest first: in a workspace by those who lead it, or (null) everywhere. */
export const mergesIn = async (db: Reader, workspaceId: string | null, limit = 50): Promise<Merge[]> =>
  (await db.selectFrom('merge').leftJoin('person', 'person.id', 'merge.by').select(columns)
    .$if(workspaceId !== null, (query) => query.where('merge.workspace_id', '=', workspaceId))
    .orderBy('merge.place', 'desc').limit(limit).execute()) as Merge[]

export const findMerge = async (db: Reader, id: string): Promise<Merge | null> =>
  ((await db.selectFrom('merge').leftJoin('person', 'person.id', 'merge.by').select(columns).where('merge.id', '=', id).executeTakeFirst()) as Merge | undefined) ?? null

export async function insertMerge(tx: Tx, merge: Omit<Merge, 'at' | 'by' | 'undoneAt' | 'place'> & { at: string; by: string | null }): Promise<void> {
  await tx.insertInto('merge').values({
    id: merge.id, kind: merge.kind, from_id: merge.fromId, to_id: merge.toId, workspace_id: merge.workspaceId, from_name: merge.fromName, to_name: merge.toName, name: merge.name, at: merge.at, by: merge.by,
  }).execute()
}

/** Merges that stand and were done after this one with one of the same two: they are undone first. */
export async function laterMerges(db: Reader, merge: Pick<Merge, 'kind' | 'fromId' | 'toId' | 'place'>): Promise<number> {
  const both = sql<string>`any(${[merge.fromId, merge.toId]}::uuid[])`
  const row = await db.selectFrom('merge').select((eb) => eb.fn.countAll<number>().as('n')).where('kind', '=', merge.kind).where('place', '>', merge.place).where('undone_at', 'is', null)
    .where((eb) => eb.or([eb('from_id', '=', both), eb('to_id', '=', both)])).executeTakeFirstOrThrow()
  return row.n
}

export async function markUndone(tx: Tx, id: string, at: string, by: string | null): Promise<void> {
  await tx.updateTable('merge').set({ undone_at: at, undone_by: by }).where('id', '=', id).execute()
}

/** The official number of each of these, where it has one. */
export const organisationFacts = async (db: Reader, ids: readonly string[]): Promise<Map<string, string | null>> =>
  new Map((await db.selectFrom('organisation').select(['id', 'official_number']).where('id', 'in', [...ids]).execute()).map((row) => [row.id, row.official_number]))

/** How these people log in: for administrators. */
export async function identitiesOf(db: Reader, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom('identity').select(['person_id', 'subject']).where('person_id', 'in', [...ids]).where('provider', '=', 'email').orderBy('subject').execute()
  return new Map([...Map.groupBy(rows, (row) => row.person_id)].map(([id, all]) => [id, all.map((row) => row.subject)]))
}

/** Those with this in their name, for choosing two of them. */
export const foundByName = async (db: Reader, kind: MergeKind, text: string, limit = 30): Promise<{ id: string; name: string }[]> =>
  db.selectFrom(kind).select(['id', 'name']).where('merged_into_id', 'is', null).where(sql<string>`lower(name)`, 'like', `%${text.toLocaleLowerCase('nb').replace(/[\\%_]/g, '\\$&')}%`).orderBy('name').limit(limit).execute()
