import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'

/** A way in that a person has: by e-mail, as a role of the demo, or at an issuer. */
export type Way = { provider: string; subject: string; since: Temporal.Instant; lastUsed: Temporal.Instant | null }

/** A person's ways in, the oldest first. */
export async function waysOf(db: Reader, personId: string): Promise<Way[]> {
  const rows = await db.selectFrom('identity').select(['provider', 'subject', 'created_at as since', 'last_used_at as lastUsed']).where('person_id', '=', personId).orderBy('created_at').orderBy('provider').orderBy('subject').execute()
  return rows
}

/** Gives a person one more way in. False when it is somebody's already: whoever has it keeps it, and nothing is merged. */
export async function addWay(tx: Tx, personId: string, way: { provider: string; subject: string }, now: Temporal.Instant): Promise<boolean> {
  const made = await tx
    .insertInto('identity')
    .values({ ...way, person_id: personId, created_at: now.toString(), last_used_at: now.toString() })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Notes that a way was used just now. */
export async function useWay(tx: Tx, way: { provider: string; subject: string }, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('identity').set({ last_used_at: now.toString() }).where('provider', '=', way.provider).where('subject', '=', way.subject).execute()
}

/**
 * Takes a way from a person, and says why not: it is not theirs; it is the last one that leads in; it is the only address they get mail at.
 * `usable` are the providers that lead in as the installation is set up now. Holds the person, so that two at once do not take both.
 */
export async function removeWay(tx: Tx, personId: string, way: { provider: string; subject: string }, usable: readonly string[]): Promise<'removed' | 'missing' | 'last' | 'only-address'> {
  await tx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().execute()
  const ways = await waysOf(tx, personId)
  if (!ways.some((one) => one.provider === way.provider && one.subject === way.subject)) return 'missing'
  const others = ways.filter((one) => one.provider !== way.provider || one.subject !== way.subject)
  if (way.provider === 'email' && !others.some((one) => one.provider === 'email')) return 'only-address'
  if (!others.some((one) => usable.includes(one.provider))) return 'last'
  await tx.deleteFrom('identity').where('person_id', '=', personId).where('provider', '=', way.provider).where('subject', '=', way.subject).execute()
  return 'removed'
}

/** Several people's ways in, for an administrator: how many, and when one was last used. */
export async function administratorsWays(db: Reader): Promise<{ id: string; name: string; email: string | null; lastUsed: Temporal.Instant | null }[]> {
  return db
    .selectFrom('person')
    .leftJoin('identity', 'identity.person_id', 'person.id')
    .select(['person.id', 'person.name', sql<string | null>`min(identity.subject) filter (where identity.provider = 'email')`.as('email'), (eb) => eb.fn.max('identity.last_used_at').as('lastUsed')])
    .where('person.administrator', '=', true)
    .groupBy(['person.id', 'person.name'])
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
}
