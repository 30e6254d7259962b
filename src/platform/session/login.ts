import { sql } from 'kysely'
import type { Reader, Tx } from '../db/database.ts'
import { newToken, tokenHash } from './session.ts'

export const linkMinutes = 30

/** Makes a link that logs its reader in once, within half an hour. The token is in the mail and nowhere else. */
export async function makeLoginLink(tx: Tx, email: string, returnTo: string | null, now: Temporal.Instant): Promise<string> {
  const { token, hash } = newToken()
  await tx
    .insertInto('login_link')
    .values({ token_hash: hash, email, return_to: returnTo, created_at: now.toString(), expires_at: now.add({ minutes: linkMinutes }).toString() })
    .execute()
  return token
}

export type LinkState = { email: string; returnTo: string | null } | 'used' | 'expired' | 'unknown'

/** Looks at a link without using it: mail scanners open everything, so a GET changes nothing. */
export async function lookAtLink(db: Reader, token: string, now: Temporal.Instant): Promise<LinkState> {
  const row = await db.selectFrom('login_link').selectAll().where('token_hash', '=', tokenHash(token)).executeTakeFirst()
  if (!row) return 'unknown'
  if (row.consumed_at) return 'used'
  if (Temporal.Instant.compare(row.expires_at, now) <= 0) return 'expired'
  return { email: row.email, returnTo: row.return_to }
}

/** Uses a link: of two that try at once, one succeeds. */
export async function consumeLink(tx: Tx, token: string, now: Temporal.Instant): Promise<{ email: string; returnTo: string | null } | null> {
  const row = await tx
    .updateTable('login_link')
    .set({ consumed_at: now.toString() })
    .where('token_hash', '=', tokenHash(token))
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .returning(['email', 'return_to'])
    .executeTakeFirst()
  return row ? { email: row.email, returnTo: row.return_to } : null
}

/** The person behind a way in, if there is one. People write their address now with a capital and now without. */
export async function personBehind(db: Reader, provider: 'email' | 'demo', subject: string): Promise<string | null> {
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
