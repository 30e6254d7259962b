import { type Kysely, sql } from 'kysely'
import { v7 } from './id.ts'
import { readable } from '../access/readable.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Reader, Tx } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import type { Lang } from '../text/texts.ts'
import { indexItems, keepWords, languageOf, searched, searchEdition, textsOf } from './findable.store.ts'
import { columnsOf, type FieldValue, type FieldValues } from './field.ts'
import type { Kind } from './kind.ts'

export type Audience = 'public' | 'workspace' | 'roles' | 'organisation' | 'author'

/** What every item has. */
export type ItemHead = {
  id: string
  kind: string
  workspace_id: string
  number: number
  title: string
  code: string | null
  language: Lang
  audience: Audience
  audience_roles: string[]
  audience_organisation_id: string | null
  state: string | null
  place: number
  version: number
  created_at: Temporal.Instant
  created_by: string | null
  changed_at: Temporal.Instant
  changed_by: string | null
  removed_at: Temporal.Instant | null
}

/** An item with the fields of its kind. */
export type Item = ItemHead & { fields: FieldValues }

/** The columns of a head, for statements that join it with what they look at. */
export const headColumns = [
  'id', 'kind', 'workspace_id', 'number', 'title', 'code', 'language', 'audience', 'audience_roles', 'audience_organisation_id',
  'state', 'place', 'version', 'created_at', 'created_by', 'changed_at', 'changed_by', 'removed_at',
] as const

/** A kind's own table is known by its declaration, not by its type: this is the one place where that shows. */
type AnyTable = Kysely<Record<string, Record<string, unknown>>>
const loose = (db: Reader): AnyTable => db as unknown as AnyTable

export type ItemFilter = { workspaceId: string; kinds?: readonly string[]; ids?: readonly string[]; numbers?: readonly number[]; removed?: boolean }

/** What a list in pages is narrowed to. Its order is that of the numbers, which never changes, so that nothing is skipped or told twice. */
export type PagedFilter = { workspaceId: string; kinds?: readonly string[]; removed?: boolean; title?: string; state?: string; organisation?: string; changedSince?: string; after: number; limit: number }

/** The next heads that the viewer may see, in the order of their numbers. */
export async function readHeadsPaged(db: Reader, viewer: Viewer, filter: PagedFilter): Promise<ItemHead[]> {
  let query = db.selectFrom('item').select(headColumns).where('workspace_id', '=', filter.workspaceId).where('number', '>', filter.after).where(readable(viewer))
  query = query.where('removed_at', filter.removed ? 'is not' : 'is', null)
  if (filter.kinds) query = query.where('kind', 'in', [...filter.kinds])
  if (filter.state !== undefined) query = query.where('state', '=', filter.state)
  if (filter.title !== undefined) query = query.where(sql<boolean>`position(lower(${filter.title}) in lower(item.title)) > 0`)
  if (filter.changedSince !== undefined) query = query.where('changed_at', '>=', sql<Temporal.Instant>`${filter.changedSince}::timestamptz`)
  if (filter.organisation !== undefined) query = query.where('id', 'in', (eb) => eb.selectFrom('item_organisation').select('item_id').where('organisation_id', '=', filter.organisation ?? ''))
  return (await query.orderBy('number').limit(filter.limit).execute()) as ItemHead[]
}

/** A number in an address may be larger than any there is. */
export const largestNumber = 2_147_483_647

/** The heads of the items that the viewer may see, in the plan's own order. */
export const readHeads = async (db: Reader, viewer: Viewer, filter: ItemFilter): Promise<ItemHead[]> => (await headsQuery(db, viewer, filter).execute()) as ItemHead[]

/** Heads that the viewer may see, for those who read more of each. */
export function headsQuery(db: Reader, viewer: Viewer, filter: ItemFilter) {
  let query = db.selectFrom('item').modifyFront(prepared).select(headColumns).where('workspace_id', '=', filter.workspaceId).where(readable(viewer))
  query = filter.removed ? query.where('removed_at', 'is not', null) : query.where('removed_at', 'is', null)
  if (filter.kinds) query = query.where('kind', '=', sql<string>`any(${filter.kinds}::text[])`)
  if (filter.ids) query = query.where('id', '=', sql<string>`any(${filter.ids}::uuid[])`)
  if (filter.numbers) query = query.where('number', '=', sql<number>`any(${filter.numbers.filter((number) => Number.isInteger(number) && number <= largestNumber)}::int[])`)
  return query.orderBy('place').orderBy('number')
}

/** Adds the fields of the kind to heads of that kind: at most two statements, however many they are. */
export async function withFields(db: Reader, kind: Kind, heads: readonly ItemHead[]): Promise<Item[]> {
  if (heads.length === 0) return []
  const ids = heads.map((h) => h.id)
  const columns = columnsOf(kind.fields)
  const rows = await loose(db).selectFrom(kind.table).modifyFront(prepared).select(['id', ...columns]).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  const byId = new Map(rows.map((row) => [row.id as string, row]))
  const organisations = hasOrganisations(kind) ? await organisationsOf(db, ids) : new Map<string, ByRole>()
  return heads.map((head) => itemFrom(kind, head, byId.get(head.id) ?? {}, organisations))
}

/** As `withFields`, for heads of several kinds: two statements, whatever they are. A head of a kind that is not among these is left out. */
export async function withFieldsOf(db: Reader, kinds: ReadonlyMap<string, Kind>, heads: readonly ItemHead[]): Promise<Item[]> {
  const groups = [...Map.groupBy(heads, (head) => head.kind)].flatMap(([name, some]) => kinds.get(name) ? [{ kind: kinds.get(name) as Kind, ids: some.map((head) => head.id) }] : [])
  if (groups.length === 0) return []
  const rows = sql.join(groups.map(({ kind, ids }) => sql`select own.id, to_jsonb(own) as fields from ${sql.table(kind.table)} own where own.id = any(${ids}::uuid[])`), sql` union all `)
  const [own, organisations] = await Promise.all([
    sql<{ id: string; fields: Record<string, unknown> }>`${prepared} ${rows}`.execute(db),
    organisationsOf(db, groups.filter(({ kind }) => hasOrganisations(kind)).flatMap(({ ids }) => ids)),
  ])
  const byId = new Map(own.rows.map((row) => [row.id, row.fields]))
  return heads.flatMap((head) => {
    const kind = kinds.get(head.kind)
    return kind ? [itemFrom(kind, head, byId.get(head.id) ?? {}, organisations)] : []
  })
}

const hasOrganisations = (kind: Kind): boolean => Object.values(kind.fields).some((field) => field.type === 'organisations')

function itemFrom(kind: Kind, head: ItemHead, row: Record<string, unknown>, organisations: ReadonlyMap<string, ByRole>): Item {
  const fields = Object.entries(kind.fields).map(([name, field]): [string, FieldValue] => [
    name,
    field.type === 'organisations' ? (organisations.get(head.id)?.[field.role] ?? []) : ((row[name] ?? null) as FieldValue),
  ])
  return { ...head, fields: Object.fromEntries(fields) }
}

/** The items of one kind that the viewer may see, with their fields. */
export const readItems = async (db: Reader, viewer: Viewer, kind: Kind, filter: Omit<ItemFilter, 'kinds'>): Promise<Item[]> =>
  withFields(db, kind, await readHeads(db, viewer, { ...filter, kinds: [kind.name] }))

/** One item with its fields, in one statement; two where the kind names organisations. */
export async function readItem(db: Reader, viewer: Viewer, kind: Kind, workspaceId: string, number: number, removed = false): Promise<Item | null> {
  const own = sql<Record<string, unknown> | null>`(select to_jsonb(own) from ${sql.table(kind.table)} own where own.id = item.id)`.as('own')
  const row = await headsQuery(db, viewer, { workspaceId, kinds: [kind.name], numbers: [number], removed }).select(own).executeTakeFirst()
  if (!row) return null
  const { own: fields, ...head } = row
  return itemFrom(kind, head as ItemHead, fields ?? {}, hasOrganisations(kind) ? await organisationsOf(db, [head.id]) : new Map())
}

/** Rows that count under the versions of these items, by item and table. One statement for each table that the kind has. */
export async function childRowsOf(db: Reader, kind: Kind, ids: readonly string[]): Promise<Map<string, Record<string, Record<string, unknown>[]>>> {
  const found = new Map(ids.map((id) => [id, Object.fromEntries(Object.keys(kind.children ?? {}).map((table) => [table, [] as Record<string, unknown>[]]))]))
  for (const table of ids.length === 0 ? [] : Object.keys(kind.children ?? {})) {
    const { rows } = await sql<{ item: string; row: Record<string, unknown> }>`
      select c.item_id as item, to_jsonb(c) - 'item_id' - 'place' as row from ${sql.table(table)} c where c.item_id = any(${[...ids]}::uuid[]) order by c.item_id, c.place, c.id`.execute(db)
    for (const { item, row } of rows) found.get(item)?.[table]?.push(row)
  }
  return found
}

type ByRole = { owner: string[]; partner: string[] }

/** Owners and partners of these items, in the order they were given. */
export async function organisationsOf(db: Reader, itemIds: readonly string[]): Promise<Map<string, ByRole>> {
  const rows = await db
    .selectFrom('item_organisation')
    .modifyFront(prepared)
    .select(['item_id', 'organisation_id', 'role'])
    .where('item_id', '=', sql<string>`any(${itemIds}::uuid[])`)
    .orderBy('place')
    .execute()
  const found = new Map<string, ByRole>()
  for (const row of rows) {
    const roles = found.get(row.item_id) ?? { owner: [], partner: [] }
    roles[row.role as keyof ByRole].push(row.organisation_id)
    found.set(row.item_id, roles)
  }
  return found
}

export type NewItem = {
  id?: string
  title: string
  code?: string | null
  state?: string | null
  language?: Lang
  audience?: Audience
  audienceRoles?: readonly string[]
  audienceOrganisationId?: string | null
  place?: number
  fields?: FieldValues
}

const chunkSize = 1_000

/** Writes new items of one kind, set-based, and returns their ids in order. */
export async function insertItems(tx: Tx, kind: Kind, workspaceId: string, by: { personId: string | null; at: string }, items: readonly NewItem[]): Promise<string[]> {
  const { next_number: next } = await tx
    .updateTable('workspace')
    .set((eb) => ({ next_number: eb('next_number', '+', items.length) }))
    .where('id', '=', workspaceId)
    .returning('next_number')
    .executeTakeFirstOrThrow()
  const first = next - items.length
  const rows = items.map((item, i) => ({ ...item, id: item.id ?? v7(), number: first + i }))
  const firstState = kind.states ? (Object.keys(kind.states)[0] ?? null) : null
  const texts = textsOf(kind)
  for (let i = 0; i < rows.length; i += chunkSize) {
    const chunk = rows.slice(i, i + chunkSize)
    // As one value, and findable at once: a statement of thousands of values takes long to read, and a row that is changed at once is written twice.
    const heads = chunk.map((item) => ({
      id: item.id, number: item.number, title: item.title, code: item.code ?? null, language: item.language ?? 'nb', audience: item.audience ?? 'workspace', audience_roles: item.audienceRoles ?? [],
      audience_organisation_id: item.audienceOrganisationId ?? null, state: item.state ?? firstState, place: item.place ?? item.number,
      body: texts.flatMap((name) => item.fields?.[name] ?? []).join(' '),
    }))
    await sql`
      insert into item (id, kind, workspace_id, number, title, code, language, audience, audience_roles, audience_organisation_id, state, place, created_at, created_by, changed_at, changed_by,
        search_edition, search_body, search_title, search_text, search)
      select new.id, ${kind.name}, ${workspaceId}, new.number, new.title, new.code, new.language, new.audience, new.audience_roles, new.audience_organisation_id, new.state, new.place,
        ${by.at}::timestamptz, ${by.personId}::uuid, ${by.at}::timestamptz, ${by.personId}::uuid, ${searchEdition}, own.body, ${searched}
      from json_to_recordset(${JSON.stringify(heads)}::json) as new (id uuid, number integer, title text, code text, language text, audience text, audience_roles text[],
          audience_organisation_id uuid, state text, place integer, body text)
        cross join lateral (select concat_ws(' ', new.code, new.title) as title, new.body, ${languageOf('new')} as language) own`.execute(tx)
    const columns = columnsOf(kind.fields)
    await loose(tx)
      .insertInto(kind.table)
      .values(chunk.map((item) => ({ id: item.id, kind: kind.name, ...Object.fromEntries(columns.map((c) => [c, item.fields?.[c] ?? null])) })))
      .execute()
  }
  await writeOrganisations(tx, kind, rows.map((row) => ({ id: row.id, fields: row.fields ?? {} })), true)
  await keepWords(tx, rows.map((row) => row.id))
  return rows.map((row) => row.id)
}

/** Gives items that came from another installation the numbers that they had there, in a workspace where nothing else has been numbered since. */
export async function bringNumbers(tx: Tx, workspaceId: string, items: readonly { id: string; number: number }[]): Promise<void> {
  // First out of the way: numbers that change places would otherwise meet.
  const ids = items.map((item) => item.id)
  await tx.updateTable('item').set((eb) => ({ number: eb('number', '-', 2_000_000_000) })).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  await sql`update item set number = brought.number from unnest(${ids}::uuid[], ${items.map((item) => item.number)}::int[]) brought (id, number) where item.id = brought.id`.execute(tx)
  await sql`update workspace set next_number = 1 + (select max(number) from item where workspace_id = workspace.id) where id = ${workspaceId}`.execute(tx)
}

export type ItemChange = { title?: string; code?: string | null; state?: string | null; audience?: Audience; audienceRoles?: readonly string[]; audienceOrganisationId?: string | null; place?: number; fields?: FieldValues }

/** Compare and swap: changes the item if it still has this version, and says whether it had. */
export async function updateItem(tx: Tx, kind: Kind, id: string, version: number, by: { personId: string | null; at: string }, change: ItemChange): Promise<boolean> {
  const { fields, audienceRoles, audienceOrganisationId, ...own } = change
  const updated = await tx
    .updateTable('item')
    .set({
      ...own,
      ...(audienceRoles && { audience_roles: [...audienceRoles] }),
      ...(audienceOrganisationId !== undefined && { audience_organisation_id: audienceOrganisationId }),
      version: version + 1,
      changed_at: by.at,
      changed_by: by.personId,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n) return false
  if (fields) {
    const columns = columnsOf(kind.fields).filter((c) => c in fields)
    if (columns.length > 0) {
      await loose(tx).updateTable(kind.table).set(Object.fromEntries(columns.map((c) => [c, fields[c]]))).where('id', '=', id).execute()
    }
    await writeOrganisations(tx, kind, [{ id, fields }])
  }
  await indexItems(tx, kind, [id])
  return true
}

/**
 * Gives items that are for the roles `was` another audience, and says which of them were: one that somebody has given another audience meanwhile is left
 * as they have it. What is removed follows too, for the day it comes back.
 */
export async function updateAudiences(tx: Tx, by: { personId: string | null; at: string }, changes: readonly { id: string; was: readonly string[]; audience: Audience; roles: readonly string[] }[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update item set audience = new.audience, audience_roles = new.roles, version = item.version + 1, changed_at = ${by.at}::timestamptz, changed_by = ${by.personId}::uuid
    from json_to_recordset(${JSON.stringify(changes)}::json) as new (id uuid, was text[], audience text, roles text[])
    where item.id = new.id and item.audience = 'roles' and item.audience_roles = new.was returning item.id`.execute(tx)
  return rows.map((row) => row.id)
}

/** Marks as removed, or takes the mark away; where a version is given, only if it still has that. Says whether anything was changed. */
export async function setRemoved(tx: Tx, id: string, removed: boolean, by: { personId: string | null; at: string }, version: number | null = null): Promise<boolean> {
  const updated = await tx
    .updateTable('item')
    .set((eb) => ({ removed_at: removed ? by.at : null, removed_by: removed ? by.personId : null, changed_at: by.at, changed_by: by.personId, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('removed_at', removed ? 'is' : 'is not', null)
    .$if(version !== null, (query) => query.where('version', '=', version ?? 0))
    .executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

/** A change of an item's child rows counts under the item's version; its state may follow from them. */
export async function bumpVersion(tx: Tx, id: string, version: number, by: { personId: string | null; at: string }, state?: string): Promise<boolean> {
  const updated = await tx
    .updateTable('item')
    .set({ version: version + 1, changed_at: by.at, changed_by: by.personId, ...(state !== undefined && { state }) })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

/** Replaces the organisations of the roles that the kind has fields for and that are given; new items have none to take away. */
async function writeOrganisations(tx: Tx, kind: Kind, items: readonly { id: string; fields: FieldValues }[], fresh = false): Promise<void> {
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.type !== 'organisations') continue
    const given = items.filter((item) => Array.isArray(item.fields[name]))
    if (given.length === 0) continue
    if (!fresh) {
      await tx
        .deleteFrom('item_organisation')
        .where('item_id', '=', sql<string>`any(${given.map((item) => item.id)}::uuid[])`)
        .where('role', '=', field.role)
        .execute()
    }
    const rows = given.flatMap((item) => [...new Set(item.fields[name] as readonly string[])].map((organisation, place) => ({ item: item.id, organisation, place })))
    if (rows.length === 0) continue
    await sql`insert into item_organisation (item_id, organisation_id, role, place) select item, organisation, ${field.role}, place
      from unnest(${rows.map((row) => row.item)}::uuid[], ${rows.map((row) => row.organisation)}::uuid[], ${rows.map((row) => row.place)}::int[]) as given (item, organisation, place)`.execute(tx)
  }
}
