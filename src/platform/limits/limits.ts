import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { cannotWrite } from '../http/passing.ts'

/** At most `times` in any span of `seconds`. */
export type Limit = { name: string; times: number; seconds: number }

/** Allowed and counted, with how many are left; or not, with the seconds until it is worth trying again. */
export type LimitAnswer = { ok: true; left: number } | { ok: false; retryAfter: number }

/** What is limited, by name. The numbers hold for each key (an account, an address), across processes and restarts. */
export const limits = {
  login: { name: 'login', times: 5, seconds: 60 },
  providerTrip: { name: 'provider-trip', times: 20, seconds: 60 },
  mailLink: { name: 'mail-link', times: 5, seconds: 60 },
  invitation: { name: 'invitation', times: 30, seconds: 3600 },
  mailIn: { name: 'mail-in', times: 300, seconds: 60 },
  outsideLookup: { name: 'outside-lookup', times: 60, seconds: 3600 },
  /** Of one key of another system. */
  api: { name: 'api', times: 300, seconds: 60 },
  /** From one address, with keys that are not there. */
  apiUnknown: { name: 'api-unknown', times: 30, seconds: 60 },
  /** From one address: whole data sets of what is open. */
  openData: { name: 'open-data', times: 120, seconds: 60 },
  document: { name: 'document', times: 200, seconds: 3600 },
  upload: { name: 'upload', times: 60, seconds: 3600 },
} as const satisfies Record<string, Limit>

export type Limiter = (limit: Limit, key: string, now: Temporal.Instant) => Promise<LimitAnswer>

/** For what only reads: it passes when the try cannot be counted because nothing can be written. */
export const orUncounted = (answer: Promise<LimitAnswer>): Promise<LimitAnswer> =>
  answer.catch((error) => {
    if (cannotWrite(error)) return { ok: true, left: 1 }
    throw error
  })

/**
 * Makes the check. One statement: it counts what lies within the span and adds this try if there is room, under the row's
 * lock, so that tries at the same moment in several processes are counted one by one. Give it the database and not a
 * transaction: a try counts also when what it was for is rolled back. The secret keys the hash of what is limited.
 */
export function createLimiter(db: Database, secret: string | Uint8Array): Limiter {
  return async (limit, key, now) => {
    const hash = createHmac('sha256', secret).update(`${limit.name}\0${key}`).digest()
    const at = now.toString()
    const since = now.subtract({ seconds: limit.seconds }).toString()
    const until = now.add({ seconds: limit.seconds }).toString()
    // A hit further ahead than the span comes from a clock that was set back, and does not count.
    const recent = sql`(select coalesce(array_agg(h order by h), '{}') from unnest(rate_limit.hits) as h
      where h > ${since}::timestamptz and h <= ${until}::timestamptz)`
    const { rows } = await sql<{ taken: boolean; oldest: Temporal.Instant; hits: number }>`
      with taken as (
        insert into rate_limit (key, hits, expires_at)
        values (${hash}, array[${at}::timestamptz], ${until}::timestamptz)
        on conflict (key) do update
          set hits = ${recent} || ${at}::timestamptz, expires_at = greatest(rate_limit.expires_at, excluded.expires_at)
          where cardinality(${recent}) < ${limit.times}
        returning hits[1] as oldest, cardinality(hits) as hits
      )
      select true as taken, oldest, hits from taken
      union all
      select false, (${recent})[1], 0 from rate_limit where key = ${hash} and not exists (select from taken)`.execute(db)
    const row = rows[0]
    if (row?.taken) return { ok: true, left: limit.times - row.hits }
    const wait = row?.oldest ? now.until(row.oldest.add({ seconds: limit.seconds })).total('seconds') : limit.seconds
    return { ok: false, retryAfter: Math.min(limit.seconds, Math.max(1, Math.ceil(wait))) }
  }
}

/** Removes what no longer limits anything; says how many rows. */
export async function sweepLimits(db: Database, now: Temporal.Instant): Promise<number> {
  const before = sql<Temporal.Instant>`${now.toString()}::timestamptz`
  const { numDeletedRows } = await db.deleteFrom('rate_limit').where('expires_at', '<', before).executeTakeFirst()
  return Number(numDeletedRows)
}
