import type { Lang } from '../text/texts.ts'
import type { MailBody } from './body.ts'

export type MailNature = 'own' | 'question' | 'news'

type About = {
  to: string
  /** A person who can answer; without it, answers go to the sender's address. */
  replyTo?: string
  subject: string
  body: MailBody
  /** The reader's own: `languageOf(tx, personId)`. */
  lang: Lang
  /** Why it is sent, as a word of the program: 'login', 'status-question' … For limits, logs and the list of mails. */
  purpose: string
  /** Who caused it, and in which workspace: they can see what becomes of it (`deliveryOf`). */
  from?: { personId: string | null; workspaceId: string | null }
  now: Temporal.Instant
  /** An invitation as calendars understand it (iCalendar, with its METHOD): the mail program shows it as one. */
  calendar?: string
}

/** Asked for by the reader, such as a log-in link or a receipt. Never bounded, never paused. */
type Own = { nature?: 'own'; personId?: string; lastDay?: undefined }

/**
 * A question to the reader, or news. How many a person gets in a week, and whether they want any, is theirs to choose, so such a mail is
 * to a person. With a last day it is not sent when that is over ('YYYY-MM-DD', through the whole day in Oslo), and its sender is told.
 */
type Unasked = { nature: 'question' | 'news'; personId: string; lastDay?: string | null }

export type Message = About & (Own | Unasked)

export type HeldWhy = 'bound' | 'paused' | 'gathered'
export type FailedWhy = 'server' | 'deadline' | 'unwanted'

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
  sender_id: string | null
  workspace_id: string | null
  last_day: string | null
  held_why: string | null
  failed_why: string | null
  choice_pass_id: string | null
  gathered_in: string | null
  bounced_at: Temporal.Instant | null
  bounce_status: string | null
  calendar: string | null
}
