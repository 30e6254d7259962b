import { sql } from 'kysely'
import type { Database, Reader } from '../db/database.ts'
import { v7 } from '../item/id.ts'
import type { MailReport } from './report.ts'

/** More than this for one mail tells nothing new, and is not kept: whoever got the mail knows its return address. */
const mostPerMail = 10

/**
 * Keeps what came back for a mail. A failure marks the mail as not arrived and its address as one that cannot be reached; the same
 * report twice is one. Never writes a mail. Says whether there was such a mail.
 */
export const keepReport = (db: Database, mailId: string, report: MailReport, now: Temporal.Instant): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const mail = await tx.selectFrom('mail').select(['id', 'recipient', 'bounced_at']).where('id', '=', mailId).forUpdate().executeTakeFirst()
    if (!mail) return false
    if (report.kind === 'arrived') return true
    const { kept, same } = await tx
      .selectFrom('mail_report')
      .select((eb) => [
        eb.fn.countAll<number>().as('kept'),
        eb.fn.countAll<number>().filterWhere('kind', '=', report.kind).filterWhere('status', 'is not distinct from', report.status).as('same'),
      ])
      .where('mail_id', '=', mailId)
      .executeTakeFirstOrThrow()
    if (kept >= mostPerMail || same > 0) return true
    await tx.insertInto('mail_report').values({ id: v7(now.epochMilliseconds), mail_id: mailId, at: now.toString(), kind: report.kind, status: report.status, detail: report.detail }).execute()
    if (report.kind !== 'failed' || mail.bounced_at) return true
    await tx.updateTable('mail').set({ bounced_at: now.toString(), bounce_status: report.status }).where('id', '=', mailId).execute()
    await tx
      .insertInto('mail_unreachable')
      .values({ address: mail.recipient.toLowerCase(), since: now.toString(), status: report.status })
      .onConflict((conflict) => conflict.column('address').doNothing())
      .execute()
    return true
  })

export type ReportRow = { mailId: string; at: Temporal.Instant; kind: string; status: string | null; detail: string | null }

/** What came back for these mails, newest first. */
export async function reportsOf(db: Reader, mailIds: readonly string[]): Promise<ReportRow[]> {
  return await db
    .selectFrom('mail_report')
    .select(['mail_id as mailId', 'at', 'kind', 'status', 'detail'])
    .where('mail_id', '=', sql<string>`any(${[...mailIds]}::uuid[])`)
    .orderBy('at', 'desc')
    .execute()
}
