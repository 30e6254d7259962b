import { sql } from 'kysely'
import { holdsOn } from '../../platform/access/holds.ts'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { v7 } from '../../platform/item/id.ts'
import { leading } from '../../platform/item/kind.ts'

/** A wish to be deleted that stands: whose, since when, when it is done, and what it waits for although its day has come. */
export type Erasure = { id: string; personId: string; askedAt: Temporal.Instant; askedBy: string | null; reason: string | null; dueAt: Temporal.Instant; waitsFor: 'leader' | 'administrator' | null }

const standing = (db: Reader) =>
  db.selectFrom('erasure').select(['id', 'person_id as personId', 'asked_at as askedAt', 'asked_by as askedBy', 'reason', 'due_at as dueAt', 'waits_for as waitsFor']).where('undone_at', 'is', null).where('done_at', 'is', null)

export const erasureOf = async (db: Reader, personId: string): Promise<Erasure | null> => ((await standing(db).where('person_id', '=', personId).executeTakeFirst()) as Erasure | undefined) ?? null

/** Those whose day has come, the oldest first. */
export const dueErasures = async (db: Reader, now: Temporal.Instant, limit: number): Promise<Erasure[]> =>
  (await standing(db).where('due_at', '<=', sql<Temporal.Instant>`${now.toString()}::timestamptz`).orderBy('due_at').limit(limit).execute()) as Erasure[]

export type ListedErasure = Erasure & { name: string }

/** All that stand, the first to be done first. */
export const standingErasures = async (db: Reader): Promise<ListedErasure[]> =>
  (await standing(db).innerJoin('person', 'person.id', 'erasure.person_id').select('person.name').orderBy('due_at').limit(200).execute()) as ListedErasure[]

/** Writes the wish down; says whether there was none before. */
export async function insertErasure(tx: Tx, wish: { personId: string; askedBy: string; reason: string | null; now: Temporal.Instant; due: Temporal.Instant }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('erasure')
    .values({ id: v7(wish.now.epochMilliseconds), person_id: wish.personId, asked_at: wish.now.toString(), asked_by: wish.askedBy, reason: wish.reason, due_at: wish.due.toString() })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Takes it back; says whether it stood. */
export async function undoErasure(tx: Tx, personId: string, by: string, now: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('erasure')
    .set({ undone_at: now.toString(), undone_by: by, reason: null })
    .where('person_id', '=', personId).where('undone_at', 'is', null).where('done_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Holds a wish while it is carried out: of two workers, one gets it; null when it is undone or done. */
export const holdErasure = async (tx: Tx, id: string): Promise<Erasure | null> => ((await standing(tx).where('erasure.id', '=', id).forUpdate().executeTakeFirst()) as Erasure | undefined) ?? null

export async function noteWaiting(tx: Tx, id: string, waitsFor: 'leader' | 'administrator'): Promise<void> {
  await tx.updateTable('erasure').set({ waits_for: waitsFor }).where('id', '=', id).execute()
}

export async function noteDone(tx: Tx, id: string, outcome: object, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('erasure').set({ done_at: now.toString(), waits_for: null, reason: null, outcome: JSON.stringify(outcome) }).where('id', '=', id).execute()
}

export type Holding = { slug: string; title: string }

/** The open workspaces that nobody would lead if this person was gone. */
export async function ledAlone(db: Reader, personId: string, today: string): Promise<Holding[]> {
  const lead = (who: ReturnType<typeof sql>) => sql`select from membership m join person p on p.id = m.person_id where m.workspace_id = w.id and m.role = any(${[...leading]}::text[])
    and ${holdsOn('m', today)} and p.blocked_at is null and ${who}`
  const { rows } = await sql<Holding>`
    select w.slug, w.title from workspace w where w.state = 'active' and w.id in (select workspace_id from membership where person_id = ${personId})
      and exists (${lead(sql`m.person_id = ${personId}`)}) and not exists (${lead(sql`m.person_id <> ${personId}`)}) order by w.title`.execute(db)
  return rows
}

/** Whether they are the only administrator who is let in. */
export async function administersAlone(db: Reader, personId: string): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`
    select exists (select from person where id = ${personId} and administrator) and not exists (select from person where id <> ${personId} and administrator and blocked_at is null) as alone`.execute(db)
  return rows[0]?.alone ?? false
}
