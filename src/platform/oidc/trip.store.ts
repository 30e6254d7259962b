import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Reader, Tx } from '../db/database.ts'
import { seal, unseal } from '../session/seal.ts'
import { tokenHash } from '../session/session.ts'
import type { Vouched } from './claims.ts'
import type { Secrets } from './relying-party.ts'

const at = (instant: Temporal.Instant) => sql<Temporal.Instant>`${instant.toString()}::timestamptz`

export type Purpose = 'login' | 'link'
export type Attempt = Secrets & { purpose: Purpose; returnTo: string | null }

const attemptMinutes = 15
/** As long as a link by e-mail lives, and some to find it. */
export const strangerMinutes = 60

/** Remembers that a browser went to a provider, so that only that one comes back, once. */
export async function keepAttempt(db: Reader, trip: Secrets & { browser: string; provider: string; purpose: Purpose; returnTo: string | null; now: Temporal.Instant }): Promise<void> {
  await db
    .insertInto('login_attempt')
    .values({
      state_hash: tokenHash(trip.state), browser_hash: tokenHash(trip.browser), provider: trip.provider, nonce: trip.nonce, verifier: trip.verifier, purpose: trip.purpose, return_to: trip.returnTo,
      created_at: trip.now.toString(), expires_at: trip.now.add({ minutes: attemptMinutes }).toString(),
    })
    .execute()
}

/** Takes the trip that this browser began to this provider with this state; null when there is none, it is too old, or it was taken before. */
export async function takeAttempt(db: Reader, of: { state: string; browser: string; provider: string }, now: Temporal.Instant): Promise<Attempt | null> {
  const row = await db
    .deleteFrom('login_attempt')
    .where('state_hash', '=', tokenHash(of.state))
    .where('browser_hash', '=', tokenHash(of.browser))
    .where('provider', '=', of.provider)
    .where('expires_at', '>', at(now))
    .returning(['nonce', 'verifier', 'purpose', 'return_to'])
    .executeTakeFirst()
  return row ? { state: of.state, nonce: row.nonce, verifier: row.verifier, purpose: row.purpose as Purpose, returnTo: row.return_to } : null
}

/** Somebody whom a provider vouches for, and who is nobody here yet. */
export type Stranger = Vouched & { provider: string; idToken: string; returnTo: string | null }

/** Keeps a stranger for this browser; one it had before is forgotten. */
export async function keepStranger(tx: Tx, browser: string, stranger: Stranger, now: Temporal.Instant): Promise<void> {
  const values = {
    provider: stranger.provider, issuer: stranger.issuer, subject: stranger.subject, sid: stranger.sid, token_subject: stranger.tokenSubject, id_token: seal(browser, stranger.idToken),
    suggested_email: stranger.suggestedEmail, orgnr: stranger.orgnr, return_to: stranger.returnTo, created_at: now.toString(), expires_at: now.add({ minutes: strangerMinutes }).toString(),
  }
  await tx.insertInto('stranger').values({ browser_hash: tokenHash(browser), ...values }).onConflict((c) => c.column('browser_hash').doUpdateSet(values)).execute()
}

/** The stranger in this browser, if there is one. */
export async function strangerIn(db: Reader, browser: string | null, now: Temporal.Instant): Promise<Stranger | null> {
  if (!browser) return null
  const row = await db.selectFrom('stranger').selectAll().where('browser_hash', '=', tokenHash(browser)).where('expires_at', '>', at(now)).executeTakeFirst()
  const idToken = row && unseal(browser, row.id_token)
  if (!row || !idToken) return null
  return { provider: row.provider, issuer: row.issuer, subject: row.subject, sid: row.sid, tokenSubject: row.token_subject, suggestedEmail: row.suggested_email, orgnr: row.orgnr, returnTo: row.return_to, idToken }
}

/** Who was a stranger is known now, or went away. */
export async function forgetStranger(tx: Tx, browser: string): Promise<void> {
  await tx.deleteFrom('stranger').where('browser_hash', '=', tokenHash(browser)).execute()
}

/** Notes that a log-out message was heard; false when it was before. */
export async function hearOnce(db: Reader, message: { issuer: string; jti: string }, now: Temporal.Instant): Promise<boolean> {
  const hash = createHash('sha256').update(JSON.stringify([message.issuer, message.jti])).digest()
  const { numInsertedOrUpdatedRows } = await db.insertInto('logout_heard').values({ message_hash: hash, expires_at: now.add({ hours: 24 }).toString() }).onConflict((c) => c.doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Takes away trips that nobody came back from, strangers that went away, and messages too old to be believed again. */
export async function sweepTrips(db: Reader, now: Temporal.Instant): Promise<number> {
  let removed = 0
  for (const table of ['login_attempt', 'stranger', 'logout_heard'] as const) removed += Number((await db.deleteFrom(table).where('expires_at', '<', at(now)).executeTakeFirst()).numDeletedRows)
  return removed
}
