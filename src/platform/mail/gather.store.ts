import { sql } from 'kysely'
import type { Reader, Tx } from '../db/database.ts'
import { osloDate } from '../time/oslo.ts'
import type { MailContent } from './body.ts'

/** What a mail that waits for the mail of the week says. */
export type HeldContent = { id: string; subject: string; nature: string; content: MailContent }

/** What waits for a person's mail of the week, questions first; what is past its day is left for the sender to hear of. */
export async function heldFor(db: Reader, personId: string, now: Temporal.Instant): Promise<HeldContent[]> {
  const { rows } = await sql<HeldContent>`
    select id, subject, nature, content from mail
    where person_id = ${personId} and nature <> 'own' and held_why = 'gathered' and sent_at is null and failed_at is null and content is not null
      and (last_day is null or last_day >= ${osloDate(now).toString()}::date)
    order by nature <> 'question', created_at, id limit 100`.execute(db)
  return rows
}

/** Notes that these went in another mail: they are as it is from now on, and their content is gone. Call it under the person's lock. */
export async function gatherHeld(tx: Tx, ids: readonly string[], into: string, now: Temporal.Instant): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update mail set gathered_in = ${into}, sent_at = ${now.toString()}::timestamptz, held_why = null, text = null, html = null, content = null, calendar = null
    where id = any(${[...ids]}::uuid[]) and sent_at is null and failed_at is null`.execute(tx)
}
