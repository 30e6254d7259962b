import { type RawBuilder, sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'
import type { Snapshot } from '../../thread/index.ts'

export type ChangedItem = { id: string; kind: string; number: number; title: string; removed: boolean; workspaceId: string }

/** One thing that happened: who did it, on behalf of which organisation, to what, and what it was before. */
export type Change = {
  workspaceId: string
  sequence: number
  at: Temporal.Instant
  what: string
  via: string
  who: string | null
  actingFor: string | null
  item: ChangedItem | null
  /** The other end, when a link was made or taken away. */
  other: ChangedItem | null
  relation: string | null
  before: Snapshot | null
  after: Snapshot | null
}

/** What is asked for. Days are whole days in Oslo, as instants; `before` is the last sequence that was seen, for the next page. */
export type ChangesFilter = { person?: string | null; kind?: string | null; from?: Temporal.Instant | null; to?: Temporal.Instant | null; before?: number | null; limit: number }

type Row = {
  workspace_id: string; sequence: number; at: Temporal.Instant; what: string; via: string; body: Snapshot; item_version: number | null; who: string | null; acting_for: string | null; relation: string | null
  item: ChangedItem | null; other: ChangedItem | null; previous: Snapshot | null
}

const brief = (alias: string) => {
  const of = (column: string) => sql.ref(`${alias}.${column}`)
  return sql`case when ${of('id')} is null then null else jsonb_build_object('id', ${of('id')}, 'kind', ${of('kind')}, 'number', ${of('number')}, 'title', ${of('title')},
    'removed', ${of('removed_at')} is not null, 'workspaceId', ${of('workspace_id')}) end`
}

/**
 * What happened, newest first, in one statement. Only what concerns items that the viewer may read today; a link only when both ends
 * may be read. Things that concern no item (a party joined, a setting) are told to whoever may ask at all.
 */
async function select(db: Reader, viewer: Viewer, where: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number): Promise<Change[]> {
  const { rows } = await sql<Row>`${prepared}
    select event.workspace_id, event.sequence, event.at, event.what, event.via, event.body, event.item_version, person.name as who, organisation.name as acting_for,
      event.body->>'relation' as relation, ${brief('item')} as item, ${brief('other')} as other, earlier.body as previous
    from event
    left join item on item.id = event.item_id
    left join item other on other.id = case when event.what like 'link.%' then (event.body->>'to')::uuid end
    left join person on person.id = event.person_id
    left join organisation on organisation.id = event.acting_for_id
    left join lateral (
      select e.body from event e
      where e.workspace_id = event.workspace_id and e.item_id = event.item_id and e.item_version < event.item_version
      order by e.item_version desc limit 1) earlier on true
    where ${where}
      and (event.item_id is null or (item.id is not null and ${readable(viewer, 'item')}))
      and (event.what not like 'link.%' or (other.id is not null and ${readable(viewer, 'other')}))
    order by ${order} limit ${limit}`.execute(db)
  return rows.map((row) => ({
    workspaceId: row.workspace_id, sequence: row.sequence, at: row.at, what: row.what, via: row.via, who: row.who, actingFor: row.acting_for, relation: row.relation,
    item: row.item, other: row.other, before: row.previous, after: row.item_version === null ? null : row.body,
  }))
}

/** The changes of a workspace, from the newest or from where the last page ended. */
export const readChanges = (db: Reader, viewer: Viewer, workspaceId: string, filter: ChangesFilter): Promise<Change[]> => {
  const conditions = [
    sql`event.workspace_id = ${workspaceId}`,
    ...(filter.before ? [sql`event.sequence < ${filter.before}`] : []),
    ...(filter.person ? [sql`event.person_id = ${filter.person}`] : []),
    ...(filter.kind ? [sql`item.kind = ${filter.kind}`] : []),
    ...(filter.from ? [sql`event.at >= ${filter.from.toString()}::timestamptz`] : []),
    ...(filter.to ? [sql`event.at < ${filter.to.toString()}::timestamptz`] : []),
  ]
  return select(db, viewer, sql.join(conditions, sql` and `), sql`event.sequence desc`, filter.limit)
}

/** The newest across several workspaces; in a span of time, and without what somebody did themselves, when asked so. */
export function readLatest(
  db: Reader, viewer: Viewer, workspaceIds: readonly string[], limit: number, of: { since?: Temporal.Instant; until?: Temporal.Instant; notBy?: string } = {},
): Promise<Change[]> {
  if (workspaceIds.length === 0) return Promise.resolve([])
  const conditions = [
    sql`event.workspace_id = any(${[...workspaceIds]}::uuid[])`,
    ...(of.since ? [sql`event.at >= ${of.since.toString()}::timestamptz`] : []),
    ...(of.until ? [sql`event.at < ${of.until.toString()}::timestamptz`] : []),
    ...(of.notBy ? [sql`event.person_id is distinct from ${of.notBy}`] : []),
  ]
  return select(db, viewer, sql.join(conditions, sql` and `), sql`event.at desc, event.sequence desc`, limit)
}

/** Those who have done something here, for the choice of person. */
export async function changers(db: Reader, workspaceId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select person.id, person.name from person
    where person.id in (select person_id from event where workspace_id = ${workspaceId}) order by person.name`.execute(db)
  return rows
}
