import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Rhythm, Series } from './series.ts'

/** What calendars know of a meeting. `sentAs` is what was sent, as it stood then. */
export type Call = { meetingId: string; seriesId: string | null; seriesOn: string | null; sequence: number; calledAt: Temporal.Instant | null; message: string | null; sentAs: string | null; withSeries: boolean }

/** What calendars know of these meetings; one that nobody has called has nothing. */
export async function callsOf(db: Reader, meetingIds: readonly string[]): Promise<Map<string, Call>> {
  const rows = await db
    .selectFrom('meeting_call')
    .select(['meeting_id as meetingId', 'series_id as seriesId', 'series_on as seriesOn', 'sequence', 'called_at as calledAt', 'message', 'sent_as as sentAs', 'with_series as withSeries'])
    .where('meeting_id', '=', sql<string>`any(${[...meetingIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.meetingId, row]))
}

/** Notes that a meeting was sent, as it stands; by itself, or under the name of its series. */
export async function noteSent(tx: Tx, meetingId: string, sent: { sequence: number; sentAs: string; message: string | null; withSeries: boolean; now: Temporal.Instant }): Promise<void> {
  const values = { sequence: sent.sequence, sent_as: sent.sentAs, message: sent.message, with_series: sent.withSeries, called_at: sent.now.toString() }
  await tx.insertInto('meeting_call').values({ meeting_id: meetingId, ...values }).onConflict((conflict) => conflict.column('meeting_id').doUpdateSet(values)).execute()
}

/** Puts meetings into a series, each on the day that it has there. */
export async function placeInSeries(tx: Tx, seriesId: string, meetings: readonly { id: string; day: string }[]): Promise<void> {
  if (meetings.length === 0) return
  await tx.insertInto('meeting_call').values(meetings.map((one) => ({ meeting_id: one.id, series_id: seriesId, series_on: one.day }))).execute()
}

type NewSeries = Omit<Series, 'id' | 'calledAt' | 'sequence'>

export async function insertSeries(tx: Tx, workspaceId: string, by: { personId: string | null; at: string }, series: NewSeries): Promise<string> {
  const id = v7()
  await tx.insertInto('meeting_series').values({
    id, workspace_id: workspaceId, title: series.title, every_weeks: 'everyWeeks' in series.rhythm ? series.rhythm.everyWeeks : null, nth_in_month: 'nthInMonth' in series.rhythm ? series.rhythm.nthInMonth : null,
    first_on: series.firstOn, last_on: series.lastOn, starts_at: series.startsAt, ends_at: series.endsAt, made_by: by.personId, made_at: by.at,
  }).execute()
  return id
}

export async function findSeries(db: Reader, id: string): Promise<Series | null> {
  const row = await db.selectFrom('meeting_series').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const rhythm: Rhythm = row.every_weeks !== null ? { everyWeeks: row.every_weeks } : { nthInMonth: row.nth_in_month as 1 }
  return { id: row.id, title: row.title, rhythm, firstOn: row.first_on, lastOn: row.last_on, startsAt: row.starts_at, endsAt: row.ends_at, calledAt: row.called_at, sequence: row.sequence }
}

/** The meetings of a series, by the day that they have in it. */
export async function meetingIdsIn(db: Reader, seriesId: string): Promise<string[]> {
  const rows = await db.selectFrom('meeting_call').select('meeting_id').where('series_id', '=', seriesId).orderBy('series_on').orderBy('meeting_id').execute()
  return rows.map((row) => row.meeting_id)
}

/** Notes that a whole series was sent as one. */
export async function noteSeriesSent(tx: Tx, id: string, sequence: number, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('meeting_series').set({ sequence, called_at: now.toString() }).where('id', '=', id).execute()
}
