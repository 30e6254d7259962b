import { isPast, osloDate, plainDate, startOfOsloDay } from '../../../platform/time/oslo.ts'

/** Written; asked and taking answers; over, and seen by nobody but those who wrote; shown, and taking replies. */
export type RoundState = 'draft' | 'open' | 'closed' | 'released'

/** Who sees all answers when they are shown: the members of the workspace, or also all who were asked. */
export const audiences = ['asked', 'members'] as const
export type ShownTo = (typeof audiences)[number]

/** A round in which a workspace asks what organisations expect of each other. Days are whole days in Oslo ('YYYY-MM-DD'). */
export type Round = {
  id: string
  workspaceId: string
  number: number
  title: string
  message: string | null
  dueOn: string
  shownTo: ShownTo
  state: RoundState
  version: number
  madeBy: string | null
  askedAt: Temporal.Instant | null
  remindedAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
  releasedAt: Temporal.Instant | null
  replyBy: string | null
}

/** How an answer came: through the link in the mail, from one who was logged in, or told to the secretariat. */
export const channels = ['link', 'page', 'phone', 'mail', 'meeting'] as const
export type Channel = (typeof channels)[number]
/** Those that somebody else writes down. */
export const toldChannels = ['phone', 'mail', 'meeting'] as const satisfies readonly Channel[]

/** What is done through a link now: an answer is written, replies are given, or it is only read. */
export type Phase = 'answering' | 'waiting' | 'replying' | 'over'

/**
 * What a round takes now: answers through the whole day of its deadline, then nothing until the answers are shown, then replies
 * through the whole day of theirs. In a workspace that is not in use it takes nothing.
 */
export function phaseOf(round: Pick<Round, 'state' | 'dueOn' | 'replyBy'>, workspaceState: string, now: Temporal.Instant): Phase {
  if (round.state === 'released') return workspaceState === 'active' && round.replyBy !== null && !isPast(round.replyBy, now) ? 'replying' : 'over'
  return round.state === 'open' && workspaceState === 'active' && !isPast(round.dueOn, now) ? 'answering' : 'waiting'
}

/** Days before a deadline when the one reminder goes by itself. */
export const reminderDays = 3
const hoursBetweenMails = 48

/** Nobody is written to twice within two days. */
export const mailedLongAgo = (now: Temporal.Instant): Temporal.Instant => now.subtract({ hours: hoursBetweenMails })
export const mayWriteAgain = (mailedAt: Temporal.Instant, now: Temporal.Instant): boolean => Temporal.Instant.compare(mailedAt, mailedLongAgo(now)) <= 0

/** Whether it is time for the reminder that goes by itself: three days before the deadline, from eight in the morning, once. */
export function isReminderTime(round: Pick<Round, 'state' | 'dueOn' | 'remindedAt'>, now: Temporal.Instant): boolean {
  if (round.state !== 'open' || round.remindedAt || isPast(round.dueOn, now)) return false
  const from = startOfOsloDay(plainDate(round.dueOn).subtract({ days: reminderDays })).add({ hours: 8 })
  return Temporal.Instant.compare(now, from) >= 0
}

/** How far a question may wander from the one who was asked, and to how many one person may hand it. */
export const longestChain = 2
export const mostColleagues = 5

/** How many organisations one round may ask. */
export const mostOrganisations = 200

/** Deadlines to begin with: three weeks for an answer, two for a reply. */
export const usualDeadline = (now: Temporal.Instant): string => osloDate(now).add({ days: 21 }).toString()
export const usualReplyBy = (now: Temporal.Instant): string => osloDate(now).add({ days: 14 }).toString()
