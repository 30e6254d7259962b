import { sql } from 'kysely'
import type { Reader, Tx } from '../db/database.ts'
import { newToken, tokenHash } from './session.ts'

export const linkMinutes = 30

/**
 * Makes a link that logs its reader in once, within half an hour. The token is in the mail and nowhere else. With a browser it also ties
 * the stranger in that browser to the account, and works nowhere else: else somebody could have another person tie a stranger to theirs.
 */
export async function makeLoginLink(tx: Tx, email: string, returnTo: string | null, now: Temporal.Instant, browser: string | null = null): Promise<string> {
  const { token, hash } = newToken()
  await tx
    .insertInto('login_link')
    .values({ token_hash: hash, email, return_to: returnTo, browser_hash: browser ? tokenHash(browser) : null, created_at: now.toString(), expires_at: now.add({ minutes: linkMinutes }).toString() })
    .execute()
  return token
}

/** `ties`: it is for tying a stranger to the account. `elsewhere`: it is, and this is another browser than the one it was asked for in. */
export type LinkState = { email: string; returnTo: string | null; ties: boolean } | 'used' | 'expired' | 'unknown' | 'elsewhere'

/** Looks at a link without using it: mail scanners open everything, so a GET changes nothing. */
export async function lookAtLink(db: Reader, token: string, browser: string | null, now: Temporal.Instant): Promise<LinkState> {
  const row = await db.selectFrom('login_link').selectAll().where('token_hash', '=', tokenHash(token)).executeTakeFirst()
  if (!row) return 'unknown'
  if (row.consumed_at) return 'used'
  if (Temporal.Instant.compare(row.expires_at, now) <= 0) return 'expired'
  if (row.browser_hash && !(browser && tokenHash(browser).equals(row.browser_hash))) return 'elsewhere'
  return { email: row.email, returnTo: row.return_to, ties: row.browser_hash !== null }
}

/** Uses a link: of two that try at once, one succeeds. */
export async function consumeLink(tx: Tx, token: string, browser: string | null, now: Temporal.Instant): Promise<{ email: string; returnTo: string | null; ties: boolean } | null> {
  const row = await tx
    .updateTable('login_link')
    .set({ consumed_at: now.toString() })
    .where('token_hash', '=', tokenHash(token))
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .where((eb) => eb.or([eb('browser_hash', 'is', null), ...(browser ? [eb('browser_hash', '=', tokenHash(browser))] : [])]))
    .returning(['email', 'return_to', 'browser_hash'])
    .executeTakeFirst()
  return row ? { email: row.email, returnTo: row.return_to, ties: row.browser_hash !== null } : null
}

/** The person behind a way in (`email`, `demo` or an issuer), if there is one. People write their address now with a capital and now without. */
export async function personBehind(db: Reader, provider: string, subject: string): Promise<string | null> {
  const row = await db.selectFrom('identity').select('person_id').where('provider', '=', provider).where('subject', '=', provider === 'email' ? subject.toLowerCase() : subject).executeTakeFirst()
  return row?.person_id ?? null
}

export type DemoRole = { subject: string; personId: string; name: string }

/** The roles that one may try in the demo, each a person. */
export const demoRoles = async (db: Reader): Promise<DemoRole[]> =>
  (
    await db
      .selectFrom('identity')
      .innerJoin('person', 'person.id', 'identity.person_id')
      .select(['identity.subject', 'person.id', 'person.name'])
      .where('identity.provider', '=', 'demo')
      .orderBy('person.id')
      .execute()
  ).map((row) => ({ subject: row.subject, personId: row.id, name: row.name }))
