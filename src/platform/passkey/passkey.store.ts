import { sql } from 'kysely'
import type { Reader, Tx } from '../db/database.ts'

export type Passkey = { id: string; name: string; publicKey: Uint8Array<ArrayBuffer>; counter: number; transports: readonly string[]; since: Temporal.Instant; lastUsed: Temporal.Instant | null }

/** A person's passkeys, the oldest first. */
export async function passkeysOf(db: Reader, personId: string): Promise<Passkey[]> {
  const rows = await db.selectFrom('passkey').selectAll().where('person_id', '=', personId).orderBy('created_at').orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, name: row.name, publicKey: new Uint8Array(row.public_key), counter: Number(row.counter), transports: row.transports, since: row.created_at, lastUsed: row.last_used_at }))
}

/** Keeps a new passkey; false when it is registered already, by whomever. */
export async function keepPasskey(tx: Tx, personId: string, key: { id: string; publicKey: Uint8Array; counter: number; transports: readonly string[]; name: string }, now: Temporal.Instant): Promise<boolean> {
  const made = await tx
    .insertInto('passkey')
    .values({ id: key.id, person_id: personId, public_key: Buffer.from(key.publicKey), counter: key.counter, transports: [...key.transports], name: key.name, created_at: now.toString() })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Notes that a passkey was used, with its counter. */
export async function usedPasskey(tx: Tx, id: string, counter: number, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('passkey').set({ counter, last_used_at: now.toString() }).where('id', '=', id).execute()
}

/** Holds a person's passkeys and counts them: two that are taken away at once do not both count the other. */
export async function holdPasskeys(tx: Tx, personId: string): Promise<number> {
  return (await tx.selectFrom('passkey').select('id').where('person_id', '=', personId).orderBy('id').forUpdate().execute()).length
}

/** Takes away one of a person's passkeys, or all. Returns how many. */
export async function removePasskeys(tx: Tx, personId: string, id: string | null): Promise<number> {
  let query = tx.deleteFrom('passkey').where('person_id', '=', personId)
  if (id !== null) query = query.where('id', '=', id)
  return Number((await query.executeTakeFirst()).numDeletedRows)
}

/** How many passkeys these people have, and when one was last used. */
export async function passkeyCounts(db: Reader, personIds: readonly string[]): Promise<Map<string, { count: number; lastUsed: Temporal.Instant | null }>> {
  const rows = await db
    .selectFrom('passkey')
    .select(['person_id', (eb) => eb.fn.countAll().as('count'), (eb) => eb.fn.max('last_used_at').as('lastUsed')])
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .groupBy('person_id')
    .execute()
  return new Map(rows.map((row) => [row.person_id, { count: Number(row.count), lastUsed: row.lastUsed }]))
}
