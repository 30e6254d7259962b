import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

/** The tables of those who are asked something by e-mail. They keep the link, the latest mail and the reminders in the same columns. */
export type AskedTable = 'status_asked' | 'expectation_asked' | 'picture_asked' | 'evaluation_asked'

/** Notes the link that somebody has now and the mail that went with it; without a mail the latest one stands. */
export async function setPassAndMail(tx: Tx, table: AskedTable, sent: readonly { askedId: string; passId: string; mailId: string | null }[], at: string): Promise<void> {
  if (sent.length === 0) return
  await sql`
    update ${sql.table(table)} asked set pass_id = sent.pass_id, mail_id = coalesce(sent.mail_id, asked.mail_id), mailed_at = case when sent.mail_id is null then asked.mailed_at else ${at}::timestamptz end
    from (select unnest(${sent.map((one) => one.askedId)}::uuid[]) as id, unnest(${sent.map((one) => one.passId)}::uuid[]) as pass_id, unnest(${sent.map((one) => one.mailId)}::uuid[]) as mail_id) sent
    where asked.id = sent.id`.execute(tx)
}

/** Marks these as reminded, unless somebody has written to them since `before`; the ids of those that were marked. */
export async function markReminders(tx: Tx, table: AskedTable, ids: readonly string[], at: string, before: string): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    update ${sql.table(table)} set mailed_at = ${at}::timestamptz, reminders = reminders + 1 where id = any(${[...ids]}::uuid[]) and mailed_at <= ${before}::timestamptz returning id`.execute(tx)
  return rows.map((row) => row.id)
}

/** Notes that somebody let a colleague answer instead, or (null) that they will do it themselves after all. */
export async function setHandedOn(tx: Tx, table: Exclude<AskedTable, 'status_asked'>, id: string, at: string | null): Promise<void> {
  await sql`update ${sql.table(table)} set handed_on_at = ${at}::timestamptz where id = ${id}::uuid`.execute(tx)
}
