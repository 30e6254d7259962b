import type { Tx } from '../../../platform/db/database.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { choiceOf, gatherHeld, gatheringAt, heldFor, lockPerson, mailBody, queueMail, weeklyPurpose } from '../../../platform/mail/mail.ts'
import { viewerOfPerson } from '../../../platform/session/viewer-of-person.ts'
import { osloDate, startOfOsloDay } from '../../../platform/time/oslo.ts'
import { summaryFor } from '../summary.ts'
import { digestContent } from './digest.ts'
import { addressOf, noteMail, takeWeek } from './digest.store.ts'

export type DigestSettings = { catalogue: Catalogue; baseUrl: string; passKey: Uint8Array }

/** The week that a mail tells of: from Monday at seven to Monday at seven, so that nothing is told twice or left out. */
export function weekBefore(monday: string): { since: Temporal.Instant; until: Temporal.Instant } {
  const day = Temporal.PlainDate.from(monday)
  return { since: gatheringAt(startOfOsloDay(day.subtract({ days: 7 }))), until: gatheringAt(startOfOsloDay(day)) }
}

/**
 * Writes a person's mail of the week, once whatever runs twice, in the transaction that it is given. Whatever the person wants now counts, and not
 * what they wanted when the week began. It goes today or not at all: next week has its own.
 */
export async function writeDigest(tx: Tx, { catalogue, baseUrl, passKey }: DigestSettings, personId: string, monday: string, now: Temporal.Instant): Promise<string | null> {
  if (!(await takeWeek(tx, personId, monday))) return null
  const [viewer, to] = [await viewerOfPerson(tx, personId, now), await addressOf(tx, personId)]
  if (!viewer || !to) return null
  await lockPerson(tx, personId)
  const choice = await choiceOf(tx, personId)
  const today = osloDate(now).toString()
  if (choice.nothing || (choice.pausedUntil !== null && choice.pausedUntil >= today)) return null
  const held = choice.gathered ? await heldFor(tx, personId, now) : []
  const week = weekBefore(monday)
  const content = digestContent(await summaryFor(tx, { catalogue, passKey }, viewer, { news: week, outcomes: week }, now), held, choice, { lang: viewer.lang, baseUrl, catalogue, now })
  if (!content) return null
  const id = await queueMail(tx, {
    // With questions in it, it is one: no news does not stop it.
    to, subject: content.heading, body: mailBody(content), lang: viewer.lang, purpose: weeklyPurpose, nature: held.length > 0 || !choice.news ? 'question' : 'news',
    personId, now, ...(held.length === 0 && { lastDay: today }),
  })
  await gatherHeld(tx, held.map((one) => one.id), id, now)
  await noteMail(tx, personId, monday, id)
  return id
}
