import type { Role } from '../../../platform/access/viewer.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { daysUntil, isPast, osloDate } from '../../../platform/time/oslo.ts'

export type InvitationState = 'sent' | 'reminded' | 'accepted' | 'declined' | 'withdrawn' | 'expired'

/** Somebody is asked to take part in a workspace, or to answer for an organisation that is asked to. */
export type Invitation = {
  id: string
  workspaceId: string
  kind: 'person' | 'organisation'
  /** Whom is asked now; a colleague, when it was passed on. */
  personId: string
  email: string
  /** The person was made by this invitation. */
  personMade: boolean
  organisationId: string | null
  role: Role
  /** From and through which days they are to take part (YYYY-MM-DD). */
  memberFrom: string | null
  memberTo: string | null
  greeting: string | null
  language: Lang
  state: InvitationState
  /** The last day one may answer, in Oslo. */
  lastDay: string
  passId: string | null
  mailId: string | null
  invitedBy: string | null
  invitedAt: Temporal.Instant
  remindedAt: Temporal.Instant | null
  passedOnAt: Temporal.Instant | null
  passedOnBy: string | null
  answeredAt: Temporal.Instant | null
  answer: string | null
}

export const daysToAnswer = 21
/** The reminder that comes by itself is sent when this many days are left. */
export const daysBeforeReminder = 7
/** A reminder does not come sooner after the last mail than this. */
export const daysBetweenMails = 3
export const mostAddresses = 30

export const lastDayFrom = (now: Temporal.Instant, days = daysToAnswer): string => osloDate(now).add({ days }).toString()

/** Whether an answer is still waited for: not given, not withdrawn, and the last day is not over. */
export const isWaiting = (one: Pick<Invitation, 'state' | 'lastDay'>, now: Temporal.Instant): boolean =>
  (one.state === 'sent' || one.state === 'reminded') && !isPast(one.lastDay, now)

/** How it stands today: an invitation whose last day is over has expired, also before the nightly job has said so. */
export const standingOf = (one: Pick<Invitation, 'state' | 'lastDay'>, now: Temporal.Instant): InvitationState =>
  (one.state === 'sent' || one.state === 'reminded') && isPast(one.lastDay, now) ? 'expired' : one.state

type Mailed = Pick<Invitation, 'invitedAt' | 'remindedAt' | 'passedOnAt'>

/** The day in Oslo from which a reminder may be sent: three days after the last mail. */
export function remindFrom(one: Mailed): Temporal.PlainDate {
  const [last = one.invitedAt] = [one.invitedAt, one.remindedAt, one.passedOnAt].filter((at) => at !== null).toSorted(Temporal.Instant.compare).toReversed()
  return osloDate(last).add({ days: daysBetweenMails })
}

export const mayRemind = (one: Mailed & Pick<Invitation, 'state' | 'lastDay'>, now: Temporal.Instant): boolean => isWaiting(one, now) && daysUntil(remindFrom(one), now) <= 0

/** Sent again with a new last day: while it waits, and when nobody answered in time. What was answered or withdrawn needs a new invitation. */
export const maySendAgain = (one: Pick<Invitation, 'state'>): boolean => one.state === 'sent' || one.state === 'reminded' || one.state === 'expired'

/** Where anybody may have a mailbox: an address there says nothing of where its owner works. */
const openMailboxes = new Set([
  'gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'hotmail.no', 'live.no', 'live.com', 'msn.com', 'yahoo.com', 'yahoo.no', 'icloud.com', 'me.com', 'online.no', 'broadpark.no',
  'getmail.no', 'lyse.net', 'altibox.no', 'proton.me', 'protonmail.com', 'mail.com', 'start.no', 'frisurf.no',
])

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase()

/** Whether an invitation to one address may be passed on to another: a colleague's, at the same organisation's domain. */
export const isColleague = (email: string, other: string): boolean =>
  domainOf(email) === domainOf(other) && email.toLowerCase() !== other.toLowerCase() && !openMailboxes.has(domainOf(email))

/** The domain within which it may be passed on, or null where it may not. */
export const colleagueDomain = (email: string): string | null => (openMailboxes.has(domainOf(email)) ? null : domainOf(email))

/**
 * The addresses in a pasted text, each once, in the order written: separated by line breaks, commas or semicolons, also as
 * «Navn <adresse>». What cannot be an address comes back in `bad`.
 */
export function readAddresses(typed: string, parse: (one: string) => string | null): { good: string[]; bad: string[] } {
  const parts = typed.replaceAll('\0', '').split(/[\n\r,;]+/).map((part) => part.trim()).filter(Boolean)
  const good = new Map<string, string>()
  const bad: string[] = []
  for (const part of parts) {
    const bracketed = part.endsWith('>') ? part.slice(part.lastIndexOf('<') + 1, -1) : null
    for (const word of bracketed === null ? part.split(/\s+/) : [bracketed]) {
      const email = parse(word)
      if (email) good.set(email.toLowerCase(), email)
      else bad.push(word.slice(0, 80))
    }
  }
  return { good: [...good.values()], bad }
}
