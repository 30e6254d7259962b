import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'

export const pointKinds = ['information', 'discussion', 'decision'] as const
export type PointKind = (typeof pointKinds)[number]

/** A point on the agenda. `number` never changes; `said` is its minutes, with a version of its own. */
export type Point = {
  id: string
  meetingId: string
  number: number
  title: string
  kind: PointKind
  minutes: number | null
  responsibleId: string | null
  matterId: string | null
  aboutId: string | null
  note: string | null
  said: string | null
  saidVersion: number
  saidBy: string | null
  saidAt: Temporal.Instant | null
  version: number
}

export type Paper = { id: string; pointNumber: number | null; title: string | null; fileId: string; fileName: string; size: number }
export type Outcome = { pointNumber: number | null; outcomeId: string }

/** The agendas of these meetings, each in its order. The caller has read the meetings. */
export const pointsOf = (db: Reader, meetingIds: readonly string[]): Promise<Point[]> =>
  db
    .selectFrom('agenda_point')
    .select([
      'id', 'item_id as meetingId', 'number', 'title', 'kind', 'minutes', 'responsible_id as responsibleId', 'matter_id as matterId', 'about_id as aboutId', 'note', 'said', 'said_version as saidVersion',
      'said_by as saidBy', 'said_at as saidAt', 'version',
    ])
    .where('item_id', '=', sql<string>`any(${[...meetingIds]}::uuid[])`)
    .orderBy('item_id')
    .orderBy('place')
    .orderBy('number')
    .$castTo<Point>()
    .execute()

export const papersOf = (db: Reader, meetingId: string): Promise<Paper[]> =>
  db
    .selectFrom('agenda_paper as p')
    .innerJoin('file', 'file.id', 'p.file_id')
    .select(['p.id', 'p.point_number as pointNumber', 'p.title', 'p.file_id as fileId', 'file.name as fileName', 'file.size'])
    .where('p.item_id', '=', meetingId)
    .orderBy('p.place')
    .orderBy('p.id')
    .execute()

/** A point as it stands on the agenda, without what was said. */
export type AgendaPoint = Omit<Point, 'said' | 'saidVersion' | 'saidBy' | 'saidAt'>

/** The agenda of one meeting with its papers, and the arena that it is held in as far as the viewer may see it: one statement. The caller has read the meeting. */
export async function agendaOf(db: Reader, viewer: Viewer, meetingId: string): Promise<{ arenaId: string | null; points: AgendaPoint[]; papers: Paper[] }> {
  const { rows } = await sql<{ arenaId: string | null; points: AgendaPoint[]; papers: Paper[] }>`select
    (select arena.id from link l join item arena on arena.id = l.to_id
      where l.from_id = ${meetingId} and l.relation = 'held_in' and l.removed_at is null and arena.removed_at is null and ${readable(viewer, 'arena')} order by l.id limit 1) as "arenaId",
    (select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'meetingId', p.item_id, 'number', p.number, 'title', p.title, 'kind', p.kind, 'minutes', p.minutes, 'responsibleId', p.responsible_id, 'matterId', p.matter_id, 'aboutId', p.about_id,
        'note', p.note, 'version', p.version) order by p.place, p.number), '[]') from agenda_point p where p.item_id = ${meetingId}) as points,
    (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'pointNumber', p.point_number, 'title', p.title, 'fileId', p.file_id, 'fileName', file.name, 'size', file.size) order by p.place, p.id), '[]')
      from agenda_paper p join file on file.id = p.file_id where p.item_id = ${meetingId}) as papers`.execute(db)
  return rows[0] ?? { arenaId: null, points: [], papers: [] }
}

export const outcomesOf = (db: Reader, meetingId: string): Promise<Outcome[]> =>
  db.selectFrom('agenda_outcome').select(['point_number as pointNumber', 'outcome_id as outcomeId']).where('item_id', '=', meetingId).orderBy('place').orderBy('id').execute()

export type Written = Pick<Point, 'title' | 'kind' | 'minutes' | 'responsibleId' | 'matterId' | 'aboutId' | 'note'>

const columns = (row: Written) => ({ title: row.title, kind: row.kind, minutes: row.minutes, responsible_id: row.responsibleId, matter_id: row.matterId, about_id: row.aboutId, note: row.note })

/** Puts points last on the agenda, in the order given. */
export async function insertPoints(tx: Tx, meetingId: string, points: readonly Written[]): Promise<void> {
  if (points.length === 0) return
  const [last] = await tx.selectFrom('agenda_point').select([sql<number>`coalesce(max(place), -1)`.as('place'), sql<number>`coalesce(max(number), 0)`.as('number')]).where('item_id', '=', meetingId).execute()
  await tx.insertInto('agenda_point').values(points.map((one, i) => ({ id: v7(), item_id: meetingId, place: (last?.place ?? -1) + 1 + i, number: (last?.number ?? 0) + 1 + i, ...columns(one) }))).execute()
}

/** Compare and swap: says whether the point still had this version. */
export async function updatePoint(tx: Tx, meetingId: string, id: string, version: number, row: Written): Promise<boolean> {
  const updated = await tx.updateTable('agenda_point').set({ ...columns(row), version: version + 1 }).where('item_id', '=', meetingId).where('id', '=', id).where('version', '=', version).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

export async function deletePoint(tx: Tx, meetingId: string, id: string): Promise<void> {
  await tx.deleteFrom('agenda_point').where('item_id', '=', meetingId).where('id', '=', id).execute()
}

/** Gives the points of a meeting this order. */
export async function orderPoints(tx: Tx, meetingId: string, ids: readonly string[]): Promise<void> {
  await sql`update agenda_point set place = wanted.place - 1 from unnest(${[...ids]}::uuid[]) with ordinality as wanted (id, place)
    where agenda_point.id = wanted.id and agenda_point.item_id = ${meetingId}`.execute(tx)
}

/** Compare and swap of what was said at a point: says whether nobody had written since. */
export async function writeSaid(tx: Tx, meetingId: string, id: string, version: number, said: string | null, by: { personId: string | null; at: string }): Promise<boolean> {
  const updated = await tx
    .updateTable('agenda_point')
    .set({ said, said_version: version + 1, said_by: by.personId, said_at: by.at })
    .where('item_id', '=', meetingId)
    .where('id', '=', id)
    .where('said_version', '=', version)
    .executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

/** What was said at these points from now on. The meeting is held, and they were read since. */
export async function setSaid(tx: Tx, meetingId: string, said: readonly { id: string; said: string }[], by: { personId: string | null; at: string }): Promise<void> {
  await sql`
    update agenda_point p set said = now.said, said_version = p.said_version + 1, said_by = ${by.personId}::uuid, said_at = ${by.at}::timestamptz
    from json_to_recordset(${JSON.stringify(said)}::json) as now (id uuid, said text) where p.id = now.id and p.item_id = ${meetingId}`.execute(tx)
}

export async function insertPaper(tx: Tx, meetingId: string, paper: { pointNumber: number | null; title: string | null; fileId: string }): Promise<void> {
  await tx.insertInto('agenda_paper').values((eb) => ({
    id: v7(), item_id: meetingId, point_number: paper.pointNumber, title: paper.title, file_id: paper.fileId,
    place: eb.selectFrom('agenda_paper').select(sql<number>`coalesce(max(place), -1) + 1`.as('next')).where('item_id', '=', meetingId),
  })).execute()
}

export async function deletePaper(tx: Tx, meetingId: string, id: string): Promise<void> {
  await tx.deleteFrom('agenda_paper').where('item_id', '=', meetingId).where('id', '=', id).execute()
}

export async function insertOutcome(tx: Tx, meetingId: string, outcome: Outcome): Promise<void> {
  await tx.insertInto('agenda_outcome').values((eb) => ({
    id: v7(), item_id: meetingId, point_number: outcome.pointNumber, outcome_id: outcome.outcomeId,
    place: eb.selectFrom('agenda_outcome').select(sql<number>`coalesce(max(place), -1) + 1`.as('next')).where('item_id', '=', meetingId),
  })).execute()
}
