import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { holdsOn } from '../access/holds.ts'
import type { Membership, Person, Viewer } from '../access/viewer.ts'
import type { Reader, Tx } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import type { Lang } from '../text/texts.ts'
import { osloDate } from '../time/oslo.ts'
import { seal, unseal } from './seal.ts'

export const sessionDays = 30
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A new random token and its hash; only the hash is stored. */
export const newToken = (): { token: string; hash: Buffer } => {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOf(token) }
}
export const tokenHash = hashOf

/** The provider that vouched for the one who logs in, for logging out there and from there. */
export type VouchedBy = { provider: string; issuer: string; sid: string | null; tokenSubject: string; idToken: string }

/** Starts a session for a person. The token goes to the browser and nowhere else. */
export async function startSession(tx: Tx, personId: string, now: Temporal.Instant, days = sessionDays, by: VouchedBy | null = null): Promise<string> {
  const { token, hash } = newToken()
  await tx.insertInto('first_login').values({ person_id: personId, at: now.toString() }).onConflict((c) => c.doNothing()).execute()
  await tx
    .insertInto('session')
    .values({
      token_hash: hash, person_id: personId, created_at: now.toString(), expires_at: now.add({ hours: 24 * days }).toString(),
      ...(by && { provider: by.provider, issuer: by.issuer, sid: by.sid, subject: by.tokenSubject, id_token: seal(token, by.idToken) }),
    })
    .execute()
  return token
}

/** The same session with more rights under a new secret: whoever knew the old one has nothing. Returns the new one, or null when the session is over. */
export async function raiseSession(tx: Tx, token: string, now: Temporal.Instant): Promise<string | null> {
  const row = await tx.selectFrom('session').select('id_token').where('token_hash', '=', hashOf(token)).forUpdate().executeTakeFirst()
  if (!row) return null
  const raised = newToken()
  const idToken = row.id_token && unseal(token, row.id_token)
  await tx.updateTable('session').set({ token_hash: raised.hash, second_factor_at: now.toString(), id_token: idToken ? seal(raised.token, idToken) : null }).where('token_hash', '=', hashOf(token)).execute()
  return raised.token
}

/** How a session began at a provider, opened with its own secret; null for one that began otherwise. */
export async function vouchedBy(db: Reader, token: string): Promise<{ provider: string; idToken: string } | null> {
  const row = await db.selectFrom('session').select(['provider', 'id_token']).where('token_hash', '=', hashOf(token)).executeTakeFirst()
  const idToken = row?.id_token && unseal(token, row.id_token)
  return row?.provider && idToken ? { provider: row.provider, idToken } : null
}

/** Ends the sessions that a provider says are over: those of its session, or all of its person. Says how many. */
export async function endSessionsAt(db: Reader, issuer: string, of: { sid: string; subject?: string } | { subject: string }): Promise<number> {
  let query = db.deleteFrom('session').where('issuer', '=', issuer)
  if ('sid' in of) query = query.where('sid', '=', of.sid)
  if (of.subject !== undefined) query = query.where('subject', '=', of.subject)
  return Number((await query.executeTakeFirst()).numDeletedRows)
}

/** Log-out ends the session on the server, whatever the browser keeps. */
export async function endSession(db: Reader, token: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', hashOf(token)).execute()
}

/** Ends every session of these people: what they may do is no longer what it was. */
export async function endSessionsOf(db: Reader, personIds: readonly string[]): Promise<void> {
  await db.deleteFrom('session').where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`).execute()
}

/** Ends a person's sessions but this one: a way in was taken away, and whoever came by it goes. */
export async function endOtherSessions(db: Reader, personId: string, token: string | null): Promise<void> {
  await db.deleteFrom('session').where('person_id', '=', personId).where('token_hash', '<>', hashOf(token ?? '')).execute()
}

/** Whether administrators must have a passkey, or only use it when they have one of their own accord. */
export type AdminPasskey = 'required' | 'own'

/** How long a passkey that was used counts in a session: a working day. */
const secondFactorHours = 10

/**
 * Who this token belongs to, with the memberships that hold today: a revoked role works no more on the next request. An administrator
 * is one only with the passkey used in this session; until then the rights are held back, and it says what is missing.
 */
export async function viewerOf(db: Reader, token: string | undefined, now: Temporal.Instant, adminPasskey: AdminPasskey = 'own'): Promise<Omit<Viewer, 'lang'>> {
  const nobody = { person: null, memberships: [] }
  if (!token || token.length > 100) return nobody
  const today = osloDate(now).toString()
  const row = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .modifyFront(prepared)
    .select(['person.id', 'person.name', 'person.language', 'person.administrator', 'session.second_factor_at'])
    .select(sql<boolean>`person.administrator and exists (select from passkey where passkey.person_id = person.id)`.as('has_passkey'))
    .select(
      sql<Membership[]>`coalesce((
        select jsonb_agg(jsonb_build_object('workspaceId', m.workspace_id, 'role', m.role, 'organisationId', m.organisation_id, 'organisationName', o.name)
          order by m.acting_chosen_at desc nulls last, m.id)
        from membership m left join organisation o on o.id = m.organisation_id
        where m.person_id = person.id and ${holdsOn('m', today)}), '[]')`.as('memberships'),
    )
    .where('session.token_hash', '=', hashOf(token))
    // Somebody who is blocked is nobody, from the next request on.
    .where('person.blocked_at', 'is', null)
    .where('session.expires_at', '>', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .executeTakeFirst()
  if (!row) return nobody
  const proved = row.second_factor_at !== null && Temporal.Instant.compare(row.second_factor_at.add({ hours: secondFactorHours }), now) > 0
  const lacks = !row.administrator ? null : row.has_passkey ? (proved ? null : 'used') : adminPasskey === 'required' ? 'made' : null
  const person: Person = { id: row.id, name: row.name, language: row.language as Lang, administrator: row.administrator && lacks === null, ...(lacks && { passkeyToBe: lacks }) }
  return { person, memberships: row.memberships }
}

/** Whether anybody has ever logged in as this person. */
export async function hasLoggedIn(db: Reader, personId: string): Promise<boolean> {
  return (await db.selectFrom('first_login').select('person_id').where('person_id', '=', personId).executeTakeFirst()) !== undefined
}
