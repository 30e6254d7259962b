import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../db/database.ts'
import { v7 } from '../item/id.ts'
import { osloDate } from '../time/oslo.ts'
import { parseEmail } from './address.ts'
import { choicePassOf } from './choice.store.ts'
import { lockPerson, replanMails } from './hold.store.ts'
import type { Mail, Message } from './message.ts'

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
 * A question or news is held until its reader has room for it, and given up when they want none; `deliveryOf` tells which.
 * Throws when an address cannot be one (the form's check comes first).
 */
export async function queueMail(tx: Tx, message: Message): Promise<string> {
  const id = v7(message.now.epochMilliseconds)
  const unasked = message.nature === 'question' || message.nature === 'news' ? message.personId : null
  if (unasked !== null) await lockPerson(tx, unasked)
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
      sender_id: message.from?.personId ?? null,
      workspace_id: message.from?.workspaceId ?? null,
      last_day: message.lastDay ?? null,
      content: JSON.stringify(message.body.content),
      calendar: message.calendar ?? null,
      choice_pass_id: unasked === null ? null : await choicePassOf(tx, unasked, message.now),
      created_at: message.now.toString(),
      next_attempt_at: message.now.toString(),
    })
    .execute()
  if (unasked !== null) await replanMails(tx, unasked, message.now)
  return id
}

/**
 * Takes a mail back before it is committed, or does as much work and takes nothing: where it must not show whether there was anybody to
 * write to, both take the same statements.
 */
export async function takeBackMail(tx: Tx, id: string, really: boolean): Promise<void> {
  await tx.deleteFrom('mail').where('id', '=', id).where(sql<boolean>`${really}::boolean`).execute()
}

/** Takes back mails that have not been sent, because others go in their place. */
export async function takeBackMails(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('mail').where('id', '=', sql<string>`any(${[...ids]}::uuid[])`).execute()
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

/** Lets a mail that failed be tried again, if its content is still there: at once, or when its reader has room for it. */
export async function retryMail(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const retried = await tx
    .updateTable('mail')
    .set({ failed_at: null, failed_why: null, attempts: 0, next_attempt_at: now.toString() })
    .where('id', '=', id)
    .where('failed_at', 'is not', null)
    .where('text', 'is not', null)
    .returning(['person_id', 'nature'])
    .executeTakeFirst()
  if (retried) await makeRoom(tx, retried, now)
  return retried !== undefined
}

/** A mail that counts has gone, or was given up: what waits for the same reader moves. */
async function makeRoom(tx: Tx, { person_id, nature }: { person_id: string | null; nature: string }, now: Temporal.Instant): Promise<void> {
  if (person_id === null || nature === 'own') return
  await lockPerson(tx, person_id)
  await replanMails(tx, person_id, now)
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
      held_why: null,
      next_attempt_at: now.add({ seconds: claim.seconds }).toString(),
    }))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('mail')
        .select('id')
        .where('sent_at', 'is', null)
        .where('failed_at', 'is', null)
        .where('next_attempt_at', '<=', instant(now))
        // What is gathered goes in the mail of the week; what is past its day does not go.
        .where((eb) => eb.and([eb('held_why', 'is distinct from', 'gathered'), eb.or([eb('last_day', 'is', null), eb('last_day', '>=', osloDate(now).toString())])]))
        .orderBy('next_attempt_at')
        .limit(claim.most)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute()
}

/**
 * Plans anew for the readers of mails that should have gone a while ago, such as when we have been stopped for long: slots of several weeks
 * must not all be used in the hour when we start again.
 */
export async function replanOverdue(db: Database, now: Temporal.Instant): Promise<void> {
  const readers = await db
    .selectFrom('mail')
    .select('person_id')
    .distinct()
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('next_attempt_at', '<=', instant(now.subtract({ minutes: 15 })))
    .where('nature', '<>', 'own')
    .where('attempts', '=', 0)
    .where('held_why', 'is distinct from', 'gathered')
    .limit(100)
    .execute()
  for (const { person_id } of readers) if (person_id) await db.transaction().execute((tx) => makeRoom(tx, { person_id, nature: 'question' }, now))
}

/** The receipt: sent, and the content gone unless it is an outbox that nobody is sent anything from. An address that got it can be reached. */
export async function markSent(db: Database, id: string, now: Temporal.Instant, { keepContent = false } = {}): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const sent = await tx
      .updateTable('mail')
      .set({ sent_at: now.toString(), failed_at: null, failed_why: null, last_failure: null, held_why: null, ...(!keepContent && { text: null, html: null, content: null, calendar: null }) })
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .returning(['person_id', 'nature', 'recipient'])
      .executeTakeFirst()
    if (!sent) return
    await tx.deleteFrom('mail_unreachable').where('address', '=', sent.recipient.toLowerCase()).execute()
    await makeRoom(tx, sent, now)
  })
}

/** What went wrong; with `again` it is tried again then, without it has failed for good. */
export async function markFailure(db: Database, id: string, failure: string, now: Temporal.Instant, again: Temporal.Instant | null): Promise<void> {
  const next = again ? { next_attempt_at: again.toString() } : { failed_at: now.toString(), failed_why: 'server' as const }
  await db.transaction().execute(async (tx) => {
    const failed = await tx
      .updateTable('mail')
      .set({ last_failure: failure.slice(0, 500), ...next })
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .returning(['person_id', 'nature'])
      .executeTakeFirst()
    if (failed && !again) await makeRoom(tx, failed, now)
  })
}
