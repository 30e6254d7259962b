import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { Clock } from '../time/clock.ts'
import { giveUpLate } from './late.ts'
import { claimMails, markFailure, markSent, replanOverdue } from './mail.store.ts'
import type { Deliver } from './transport.ts'

/** Minutes until the next try after each that failed; after the last one the mail has failed. About two days in all. */
const waits = [1, 2, 5, 15, 30, 60, 120, 240, 480, 720, 1440] as const

/** Longer than any one delivery may take; then another sender may try, if this one died. */
const claimSeconds = 180
const atOnce = 10

export type SendSettings = { db: Database; deliver: Deliver; domain: string; clock: Clock; log: Log }

/**
 * Sends what is due, and says how many were tried. At least once: if we die between the server's yes and our own note of it, the
 * mail goes again with the same Message-ID, so that the reader's mail program shows one.
 */
export async function sendDueMails({ db, deliver, domain, clock, log }: SendSettings): Promise<number> {
  const late = await giveUpLate(db, clock())
  if (late > 0) log.warn('mail was not sent before its last day', { count: late })
  await replanOverdue(db, clock())
  const mails = await claimMails(db, domain, clock(), { seconds: claimSeconds, most: atOnce })
  await Promise.all(mails.map(async (mail) => {
    const delivery = await deliver(mail)
    const now = clock()
    const fields = { mailId: mail.id, purpose: mail.purpose, attempt: mail.attempts }
    if (delivery.sent) {
      await markSent(db, mail.id, now, delivery.keepContent ? { keepContent: true } : {})
      log.info('mail sent', fields)
      return
    }
    const wait = delivery.again ? waits[mail.attempts - 1] : undefined
    await markFailure(db, mail.id, delivery.cause, now, wait === undefined ? null : now.add({ minutes: wait }))
    if (wait === undefined) log.error('mail failed', { ...fields, code: delivery.cause })
    else log.warn('mail will be tried again', { ...fields, code: delivery.cause })
  }))
  return mails.length
}

export type Sender = {
  /** Looks for mail now, such as after a commit that queued one; returns at once. */
  wake(): void
  /** Finishes what is under way, but does not wait long for a slow server: what it leaves is sent by the next start. */
  stop(): Promise<void>
}

const patienceAtStopMs = 5_000

/** Sends mail as it comes, looking every few seconds. Any number of processes may do so at the same time. */
export function startSender(settings: SendSettings, { everyMs = 5_000 }: { everyMs?: number } = {}): Sender {
  let stopped = false
  let again = false
  let running: Promise<void> | null = null

  async function work(): Promise<void> {
    try {
      do {
        again = false
        while (!stopped && (await sendDueMails(settings)) > 0);
      } while (again && !stopped)
    } catch (error) {
      // The database is away; the next round tries again.
      settings.log.warn('mail could not be looked for', { error })
    }
  }
  function wake(): void {
    again = true
    if (stopped || running) return
    running = work().finally(() => { running = null })
  }
  const timer = setInterval(wake, everyMs)
  wake()
  return {
    wake,
    async stop() {
      stopped = true
      clearInterval(timer)
      const patience = new AbortController()
      await Promise.race([running, sleep(patienceAtStopMs, undefined, { signal: patience.signal }).catch(() => {})])
      patience.abort()
    },
  }
}
