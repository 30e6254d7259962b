import { z } from 'zod'
import type { Database, Tx } from '../../../platform/db/database.ts'
import { defineJob, type Job } from '../../../platform/jobs/jobs.ts'
import { queueMail } from '../../../platform/mail/mail.ts'
import { issuePasses, passToken } from '../../../platform/pass/pass.ts'
import type { Linking, Platform } from '../../../platform/platform.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { answering, type Day, noteMails, noteTold, peopleToWrite, readersAmong, takeDay, toldLines } from './digest.store.ts'
import { digestMail } from './digest.ts'
import { goesOn } from './reminding.ts'

/** How many people are written to in one transaction: what is held in memory, and what a kill makes to be done again. */
export const atOnce = 100

/** Days that the link in a mail opens. */
const linkDays = 30

/**
 * Writes today's mail to everybody whom there is reason to write to; says to how many. Some at a time, each part by itself, so that a run that is
 * killed is gone on with where it was, and two at once write each mail once. A mail goes today or not at all: tomorrow's tells how it is then.
 */
export async function writeFollowUpMails(db: Database, linking: Linking, now: Temporal.Instant, signal?: AbortSignal): Promise<number> {
  const day: Day = { today: osloDate(now), now }
  if (!goesOn(day.today, false)) return 0
  const people = await peopleToWrite(db, day)
  let written = 0
  for (let from = 0; from < people.length && !signal?.aborted; from += atOnce) {
    written += await db.transaction().execute((tx) => writeThese(tx, linking, people.slice(from, from + atOnce), day))
  }
  return written
}

async function writeThese(tx: Tx, { passKey, config }: Linking, people: readonly string[], day: Day): Promise<number> {
  const taken = await takeDay(tx, people, day)
  if (taken.length === 0) return 0
  await noteTold(tx, taken, day)
  const byMail = Map.groupBy(await toldLines(tx, taken.map((one) => one.id)), (line) => line.mailId)
  const today = day.today.toString()
  const [readers, replies] = [await readersAmong(tx, taken.map((one) => one.personId)), await answering(tx, [...byMail.values()].flat().map((line) => line.workspaceId), today)]
  const linked = taken.filter((one) => byMail.get(one.id)?.some((line) => line.why === 'own'))
  const passes = await issuePasses(tx, linked.map((one) => ({ purpose: 'follow-up', subjectId: one.id, personId: one.personId, lastDay: day.today.add({ days: linkDays }).toString(), now: day.now })))
  const passOf = new Map(linked.map((one, i) => [one.id, passes[i] ?? null]))
  const sent: { id: string; passId: string | null; mailId: string }[] = []
  // One by one: each mail is weighed against how much its reader gets.
  for (const { id, personId } of taken) {
    const [reader, lines, passId] = [readers.get(personId), byMail.get(id) ?? [], passOf.get(id) ?? null]
    const mail = reader && digestMail(lines, { lang: reader.language, baseUrl: config.baseUrl, now: day.now, url: passId && `${config.baseUrl}/oppgaver/${passToken(passKey, 'follow-up', passId)}` })
    if (!reader || !mail) continue
    const places = [...new Set(lines.map((line) => line.workspaceId))]
    const reply = places.length === 1 ? replies.get(places[0] ?? '') : undefined
    const mailId = await queueMail(tx, {
      to: reader.email, ...(reply && reply.personId !== personId && { replyTo: reply.email }), ...mail, lang: reader.language, purpose: 'follow-up', nature: 'question', personId, lastDay: today,
      ...(places.length === 1 && { from: { personId: null, workspaceId: places[0] ?? null } }), now: day.now,
    })
    sent.push({ id, passId, mailId })
  }
  await noteMails(tx, sent)
  return sent.length
}

/** On weekday mornings, before the mail of the week on Mondays; and some hours on, for a house that was down. Whoever has got theirs gets no more that day. */
export const followUpJob = (platform: Platform): Job =>
  defineJob({ name: 'follow-up-mails', input: z.object({}), schedule: '30 6-11 * * 1-5', async run({ db, now, signal }) { await writeFollowUpMails(db, platform, now, signal) } })
