import { sql } from 'kysely'
import type { Reader, Tx } from '../db/database.ts'
import { issuePass } from '../pass/pass.ts'
import type { Lang } from '../text/texts.ts'
import type { Pace, PerWeek } from './slots.ts'

/** What mail a person wants beside their own log-in links and receipts. */
export type MailChoice = Pace & {
  /** The summary on Monday morning. */
  digest: boolean
  news: boolean
  /** No mail at all that they did not ask for; those who ask them something are told. */
  nothing: boolean
  /** Workspaces that they want no news of. */
  muted: readonly string[]
}

export const usualChoice: MailChoice = { perWeek: 5, gathered: false, pausedUntil: null, digest: true, news: true, nothing: false, muted: [] }

/** What these people have chosen; the usual for those who have not. */
export async function choicesOf(db: Reader, personIds: readonly string[]): Promise<Map<string, MailChoice>> {
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; per_week: PerWeek | null; gathered: boolean; digest: boolean; news: boolean; nothing: boolean; paused_until: string | null; muted: string[] }>`
    select p.id, c.per_week, c.gathered, c.digest, c.news, c.nothing, c.paused_until,
      array(select m.workspace_id from mail_muted m where m.person_id = p.id order by 1) as muted
    from unnest(${ids}::uuid[]) as p(id) left join mail_choice c on c.person_id = p.id`.execute(db)
  return new Map(rows.map((row) => [row.id, row.per_week === null ? { ...usualChoice, muted: row.muted } : {
    perWeek: row.per_week, gathered: row.gathered, pausedUntil: row.paused_until, digest: row.digest, news: row.news, nothing: row.nothing, muted: row.muted,
  }]))
}

export const choiceOf = async (db: Reader, personId: string): Promise<MailChoice> => (await choicesOf(db, [personId])).get(personId) ?? usualChoice

/** Writes what a person has chosen; `keepChoice` also lets what waits follow it. */
export async function writeChoice(tx: Tx, personId: string, choice: MailChoice, now: Temporal.Instant): Promise<void> {
  const values = {
    per_week: choice.perWeek, gathered: choice.gathered, digest: choice.digest, news: choice.news, nothing: choice.nothing, paused_until: choice.pausedUntil, changed_at: now.toString(),
  }
  await tx.insertInto('mail_choice').values({ person_id: personId, ...values }).onConflict((conflict) => conflict.column('person_id').doUpdateSet(values)).execute()
  await tx.deleteFrom('mail_muted').where('person_id', '=', personId).execute()
  if (choice.muted.length > 0) await tx.insertInto('mail_muted').values(choice.muted.map((workspaceId) => ({ person_id: personId, workspace_id: workspaceId }))).execute()
}

/** The one open pass to a person's choices, made when it is first needed. The person's row is locked by the caller, so that two make one. */
export async function choicePassOf(tx: Tx, personId: string, now: Temporal.Instant): Promise<string> {
  const open = await tx
    .selectFrom('pass')
    .select('id')
    .where('purpose', '=', 'mail-choice')
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('last_day', 'is', null)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  return open?.id ?? issuePass(tx, { purpose: 'mail-choice', subjectId: personId, personId, lastDay: null, now })
}

/** The language that a person reads: every mail to them is written in it. */
export async function languageOf(db: Reader, personId: string): Promise<Lang> {
  return (await languagesOf(db, [personId])).get(personId) ?? 'nb'
}

/** The languages of several people, in one question. */
export async function languagesOf(db: Reader, personIds: readonly string[]): Promise<Map<string, Lang>> {
  const rows = await db.selectFrom('person').select(['id', 'language']).where('id', '=', sql<string>`any(${[...new Set(personIds)]}::uuid[])`).execute()
  return new Map(rows.map((row) => [row.id, row.language as Lang]))
}
