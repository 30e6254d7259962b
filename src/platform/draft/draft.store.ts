import { sql } from 'kysely'
import type { Reader, Tx } from '../db/database.ts'

/** Answers by field name, as they were typed. */
export type Answers = Readonly<Record<string, string>>

/** What this person has begun on in this form; nothing when not begun. */
export async function readDraft(db: Reader, personId: string, form: string): Promise<Answers> {
  const row = await db.selectFrom('draft').select('answers').where('person_id', '=', personId).where('form', '=', form).executeTakeFirst()
  return (row?.answers as Answers | undefined) ?? {}
}

/** Adds these answers to those that are kept. */
export async function keepDraft(tx: Tx, personId: string, form: string, answers: Answers, now: Temporal.Instant): Promise<void> {
  const kept = { ...(await readDraft(tx, personId, form)), ...answers }
  await tx
    .insertInto('draft')
    .values({ person_id: personId, form, answers: JSON.stringify(kept), changed_at: now.toString() })
    .onConflict((c) => c.columns(['person_id', 'form']).doUpdateSet({ answers: JSON.stringify(kept), changed_at: now.toString() }))
    .execute()
}

export async function dropDraft(tx: Tx, personId: string, form: string): Promise<void> {
  await tx.deleteFrom('draft').where('person_id', '=', personId).where('form', '=', form).execute()
}

/** Drops what anybody has begun on in these forms. */
export async function dropDraftsOf(tx: Tx, forms: readonly string[]): Promise<void> {
  await tx.deleteFrom('draft').where('form', '=', sql<string>`any(${[...forms]}::text[])`).execute()
}

/** Takes away what was begun on and left before this instant; says how many. */
export async function sweepDrafts(db: Reader, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('draft').where('changed_at', '<', sql<Temporal.Instant>`${before.toString()}::timestamptz`).executeTakeFirst()
  return Number(numDeletedRows)
}
