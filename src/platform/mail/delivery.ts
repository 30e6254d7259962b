import { sql } from 'kysely'
import type { Reader } from '../db/database.ts'
import type { HeldWhy } from './message.ts'

/**
 * What has become of a mail, as its sender may know it:
 * waiting for the mail server · held until a slot opens · sent · failed (the server said no) · bounced (sent, and came back) ·
 * late (its last day passed first) · unwanted (its reader wants no such mail).
 */
export type DeliveryState = 'waiting' | 'held' | 'sent' | 'failed' | 'bounced' | 'late' | 'unwanted'

export type MailDelivery = {
  state: DeliveryState
  /** When it came to be so. */
  at: Temporal.Instant
  /** When it is sent or tried again, where it waits. */
  until: Temporal.Instant | null
  why: HeldWhy | null
  /** Held until after its own last day: it will not be sent unless its reader opens for more. */
  tooLate: boolean
  /** The server's code, or the one that came back: '451', '5.1.1' … For those who mend it. */
  code: string | null
  /** What came back without being a bounce. */
  note: 'away' | 'delayed' | 'unclear' | null
}

type Row = {
  id: string; created_at: Temporal.Instant; next_attempt_at: Temporal.Instant; attempts: number; sent_at: Temporal.Instant | null; failed_at: Temporal.Instant | null; failed_why: string | null
  held_why: HeldWhy | null; last_failure: string | null; bounced_at: Temporal.Instant | null; bounce_status: string | null; too_late: boolean; note: MailDelivery['note']
}

function deliveryFrom(row: Row): MailDelivery {
  const found = (state: DeliveryState, at: Temporal.Instant, more: Partial<MailDelivery> = {}): MailDelivery =>
    ({ state, at, until: null, why: null, tooLate: false, code: null, note: row.note, ...more })
  if (row.bounced_at) return found('bounced', row.bounced_at, { code: row.bounce_status })
  if (row.sent_at) return found('sent', row.sent_at)
  if (row.failed_at) {
    return row.failed_why === 'deadline' ? found('late', row.failed_at) : row.failed_why === 'unwanted' ? found('unwanted', row.failed_at) : found('failed', row.failed_at, { code: row.last_failure })
  }
  if (row.held_why) return found('held', row.created_at, { until: row.next_attempt_at, why: row.held_why, tooLate: row.too_late })
  return found('waiting', row.created_at, { until: row.attempts > 0 ? row.next_attempt_at : null, code: row.last_failure })
}

/**
 * What has become of these mails, by id; those that are no longer kept (after 90 days) are left out. A mail that went in the mail of the
 * week is as that one is. Whether the viewer may know is the caller's to say: give it ids of mails that they or their workspace sent.
 */
export async function deliveryOf(db: Reader, mailIds: readonly string[]): Promise<Map<string, MailDelivery>> {
  const ids = [...new Set(mailIds)]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select asked.id, m.created_at, m.next_attempt_at, m.attempts, m.sent_at, m.failed_at, m.failed_why, m.held_why, m.last_failure, m.bounced_at, m.bounce_status,
      coalesce(m.held_why is not null and asked.last_day < (m.next_attempt_at at time zone 'Europe/Oslo')::date, false) as too_late,
      (select r.kind from mail_report r where r.mail_id = m.id and r.kind <> 'failed' order by r.at desc limit 1) as note
    from mail asked join mail m on m.id = coalesce(asked.gathered_in, asked.id)
    where asked.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, deliveryFrom(row)]))
}

/** Those of these people whose address cannot be reached, since when; until a mail to it gets through or the address is corrected. */
export async function unreachablePeople(db: Reader, personIds: readonly string[]): Promise<Map<string, Temporal.Instant>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; since: Temporal.Instant }>`
    select i.person_id as id, min(u.since) as since from identity i join mail_unreachable u on u.address = i.subject
    where i.provider = 'email' and i.person_id = any(${[...new Set(personIds)]}::uuid[])
      and not exists (
        select from identity other where other.person_id = i.person_id and other.provider = 'email' and not exists (select from mail_unreachable x where x.address = other.subject))
    group by 1`.execute(db)
  return new Map(rows.map((row) => [row.id, row.since]))
}
