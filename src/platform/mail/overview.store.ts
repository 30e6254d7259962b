import { sql } from 'kysely'
import type { Reader } from '../db/database.ts'

/** How mail is doing as a whole: for the one who runs the house. */
export type MailOverview = { waiting: number; held: number; trying: number; waitingSince: Temporal.Instant | null; lastSent: Temporal.Instant | null; lastCode: string | null }

export async function mailOverview(db: Reader): Promise<MailOverview> {
  const { rows } = await sql<MailOverview>`
    select count(*) filter (where held_why is null)::int as waiting, count(*) filter (where held_why is not null)::int as held,
      count(*) filter (where attempts > 0 and last_failure is not null)::int as trying, min(created_at) filter (where held_why is null) as "waitingSince",
      (select max(sent_at) from mail where gathered_in is null) as "lastSent",
      (array_agg(last_failure order by attempts desc) filter (where last_failure is not null))[1] as "lastCode"
    from mail where sent_at is null and failed_at is null`.execute(db)
  return rows[0] as MailOverview
}

export type MailRow = { id: string; recipient: string; subject: string; at: Temporal.Instant; attempts: number; next: Temporal.Instant; code: string | null; detail: string | null; canRetry: boolean }

/** Mails of one state, the newest first: those that the server makes wait, that it refused, or that came back. */
export async function mailsThat(db: Reader, state: 'wait' | 'failed' | 'bounced', limit = 50): Promise<MailRow[]> {
  const where = {
    wait: sql`sent_at is null and failed_at is null and attempts > 0`,
    failed: sql`failed_at is not null and failed_why = 'server'`,
    bounced: sql`bounced_at is not null`,
  }[state]
  const at = { wait: sql`created_at`, failed: sql`failed_at`, bounced: sql`bounced_at` }[state]
  const { rows } = await sql<MailRow>`
    select id, recipient, subject, ${at} as at, attempts, next_attempt_at as next, coalesce(bounce_status, last_failure) as code,
      (select r.detail from mail_report r where r.mail_id = mail.id and r.kind = 'failed' order by r.at desc limit 1) as detail, text is not null as "canRetry"
    from mail where ${where} order by ${at} desc, id desc limit ${limit}`.execute(db)
  return rows
}
