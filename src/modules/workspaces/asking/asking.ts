import { isPast, plainDate, startOfOsloDay } from '../../../platform/time/oslo.ts'

/** What holds for every round of questions that a workspace asks by e-mail, whatever it asks about. */

/** How an answer came: through the link in the mail, from one who was logged in, or told to the secretariat. */
export const channels = ['link', 'page', 'phone', 'mail', 'meeting'] as const
export type Channel = (typeof channels)[number]
/** Those that somebody else writes down. */
export const toldChannels = ['phone', 'mail', 'meeting'] as const satisfies readonly Channel[]

/** Days before a deadline when the one reminder goes by itself. */
export const reminderDays = 3
const hoursBetweenMails = 48

/** Nobody is written to twice within two days. */
export const mailedLongAgo = (now: Temporal.Instant): Temporal.Instant => now.subtract({ hours: hoursBetweenMails })
export const mayWriteAgain = (mailedAt: Temporal.Instant, now: Temporal.Instant): boolean => Temporal.Instant.compare(mailedAt, mailedLongAgo(now)) <= 0

/** Whether a round takes answers: through the whole day of its deadline, and in a workspace that is in use. */
export const isAnswering = (round: { state: string; dueOn: string }, workspaceState: string, now: Temporal.Instant): boolean => round.state === 'open' && workspaceState === 'active' && !isPast(round.dueOn, now)

/** Whether it is time for the reminder that goes by itself: three days before the deadline, from eight in the morning, once. */
export function isReminderTime(round: { state: string; dueOn: string; remindedAt: Temporal.Instant | null }, now: Temporal.Instant): boolean {
  if (round.state !== 'open' || round.remindedAt || isPast(round.dueOn, now)) return false
  const from = startOfOsloDay(plainDate(round.dueOn).subtract({ days: reminderDays })).add({ hours: 8 })
  return Temporal.Instant.compare(now, from) >= 0
}

/** How far a question may wander from the one who was asked, and to how many one person may hand it. */
export const longestChain = 2
export const mostColleagues = 5
