import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/database.ts'

/** What is kept of an item in the event of each change: see `snapshots` in platform/item. */
export type Snapshot = { kind: string; number: number; title: string; code: string | null; state: string | null; place: number; removed: boolean; fields: Record<string, unknown>; owner: string[]; partner: string[] } & Record<string, unknown>

export type Happened = { sequence: number; at: Temporal.Instant; what: string; itemId: string; version: number | null; who: string | null; via: string; actingFor: string | null; body: Snapshot | Record<string, unknown> }

/** Everything that happened to an item, and the ties that were made to it, newest first. */
export async function historyOf(db: Reader, workspaceId: string, itemId: string): Promise<Happened[]> {
  const rows = await db
    .selectFrom('event')
    .leftJoin('person', 'person.id', 'event.person_id')
    .leftJoin('organisation', 'organisation.id', 'event.acting_for_id')
    .select(['event.sequence', 'event.at', 'event.what', 'event.item_id', 'event.item_version', 'event.body', 'event.via', 'person.name', 'organisation.name as acting_for'])
    .where('event.workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('event.item_id', '=', itemId), eb.and([eb(sql`event.body ->> 'to'`, '=', itemId), eb('event.item_version', 'is', null)])]))
    .orderBy('event.sequence', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({ sequence: row.sequence, at: row.at, what: row.what, itemId: row.item_id ?? '', version: row.item_version, who: row.name, via: row.via, actingFor: row.acting_for, body: row.body as Snapshot }))
}

/** Every item as it stood at an instant, by id: the newest version that was made before it and was not a removal. */
export async function itemsAsOf(db: Reader, workspaceId: string, at: Temporal.Instant): Promise<Map<string, Snapshot>> {
  const { rows } = await sql<{ item_id: string; body: Snapshot }>`
    select distinct on (item_id) item_id, body from event
    where workspace_id = ${workspaceId} and item_version is not null and at <= ${at.toString()}::timestamptz
    order by item_id, item_version desc`.execute(db)
  return new Map(rows.filter((row) => !row.body.removed).map((row) => [row.item_id, row.body]))
}
