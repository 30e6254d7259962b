import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../db/database.ts'
import { v7 } from '../item/id.ts'
import type { Lang } from '../text/texts.ts'
import { parseEmail } from './address.ts'
import type { MailBody } from './body.ts'

export type MailNature = 'own' | 'question' | 'news'

export type Message = {
  to: string
  /** A person who can answer; without it, answers go to the sender's address. */
  replyTo?: string
  subject: string
  body: MailBody
  lang: Lang
  /** Why it is sent, as a word of the program: 'login', 'status-question' … For limits, logs and the list of mails. */
  purpose: string
  /** Asked for by the reader, such as a log-in link (without it); a question to them; or news. The last two are bounded and can be paused. */
  nature?: MailNature
  personId?: string
  now: Temporal.Instant
}

export type Mail = {
  id: string
  message_id: string | null
  person_id: string | null
  recipient: string
  reply_to: string | null
  subject: string
  text: string | null
  html: string | null
  language: string
  purpose: string
  nature: string
  created_at: Temporal.Instant
  next_attempt_at: Temporal.Instant
  attempts: number
  sent_at: Temporal.Instant | null
  failed_at: Temporal.Instant | null
  last_failure: string | null
}

const instant = (at: Temporal.Instant) => sql<Temporal.Instant>`${at.toString()}::timestamptz`

/** One line: what could begin a new header becomes a space. */
const oneLine = (text: string) => text.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

function address(typed: string): string {
  const parsed = parseEmail(typed)
  if (!parsed) throw new Error('Not an e-mail address; the form should have refused it')
  return parsed
}

/**
 * Writes a mail in the caller's transaction: it is sent if and only if what it tells about is committed. Returns its id.
 * Throws when an address cannot be one (the form's check comes first).
 */
export async function queueMail(tx: Tx, message: Message): Promise<string> {
  const id = v7(message.now.epochMilliseconds)
  await tx
    .insertInto('mail')
    .values({
      id,
      person_id: message.personId ?? null,
      recipient: address(message.to),
      reply_to: message.replyTo === undefined ? null : address(message.replyTo),
      subject: oneLine(message.subject),
      text: message.body.text,
      html: message.body.html,
      language: message.lang,
      purpose: message.purpose,
      nature: message.nature ?? 'own',
      created_at: message.now.toString(),
      next_attempt_at: message.now.toString(),
    })
    .execute()
  return id
}

/** The newest mails, whatever became of them: the outbox of a demo, and the list of an administrator. */
export async function latestMails(db: Reader, limit = 50): Promise<Mail[]> {
  return await db.selectFrom('mail').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

export async function findMail(db: Reader, id: string): Promise<Mail | null> {
  return (await db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

/** Mails that could not be delivered and will not be tried again, newest first. */
export async function failedMails(db: Reader, limit = 50): Promise<Mail[]> {
  return await db.selectFrom('mail').selectAll().where('failed_at', 'is not', null).orderBy('failed_at', 'desc').limit(limit).execute()
}

/** How many mails a person has been written since an instant, across all workspaces: for the weekly bound. */
export async function countMailsTo(db: Reader, personId: string, since: Temporal.Instant): Promise<number> {
  const { n } = await db
    .selectFrom('mail')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('created_at', '>=', instant(since))
    .executeTakeFirstOrThrow()
  return n
}

/** Lets a mail that failed be tried again at once, if its content is still there. */
export async function retryMail(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const retried = await tx
    .updateTable('mail')
    .set({ failed_at: null, attempts: 0, next_attempt_at: now.toString() })
    .where('id', '=', id)
    .where('failed_at', 'is not', null)
    .where('text', 'is not', null)
    .executeTakeFirst()
  return retried.numUpdatedRows > 0n
}

/** Removes receipts, and mails that failed, created before an instant; says how many. */
export async function purgeMails(db: Database, before: Temporal.Instant): Promise<number> {
  const purged = await db
    .deleteFrom('mail')
    .where('created_at', '<', instant(before))
    .where((eb) => eb.or([eb('sent_at', 'is not', null), eb('failed_at', 'is not', null)]))
    .executeTakeFirst()
  return Number(purged.numDeletedRows)
}

/**
 * Takes mails that are due and hides them from other senders for a while. The Message-ID is given here, once, and
 * committed before the first attempt: a mail that is sent twice has the same one both times.
 */
export async function claimMails(
  db: Database, domain: string, now: Temporal.Instant, claim: { seconds: number; most: number },
): Promise<Mail[]> {
  return await db
    .updateTable('mail')
    .set((eb) => ({
      message_id: sql<string>`coalesce(message_id, '<' || id || '@' || ${domain}::text || '>')`,
      attempts: eb('attempts', '+', 1),
      next_attempt_at: now.add({ seconds: claim.seconds }).toString(),
    }))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('mail')
        .select('id')
        .where('sent_at', 'is', null)
        .where('failed_at', 'is', null)
        .where('next_attempt_at', '<=', instant(now))
        .orderBy('next_attempt_at')
        .limit(claim.most)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute()
}

/** The receipt: sent, and the content gone. */
export async function markSent(db: Database, id: string, now: Temporal.Instant): Promise<void> {
  await db.updateTable('mail').set({ sent_at: now.toString(), text: null, html: null, last_failure: null }).where('id', '=', id).execute()
}

/** What went wrong; with `again` it is tried again then, without it has failed for good. */
export async function markFailure(db: Database, id: string, failure: string, now: Temporal.Instant, again: Temporal.Instant | null): Promise<void> {
  const next = again ? { next_attempt_at: again.toString() } : { failed_at: now.toString() }
  await db
    .updateTable('mail')
    .set({ last_failure: failure.slice(0, 500), ...next })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .execute()
}
