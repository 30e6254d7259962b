import type { Tx } from './db/database.ts'

/**
 * Whether this database was taken into use with the same secret as ours; the first one to come decides. With two secrets the history could
 * no longer be verified, and links in e-mails would work in one process and not in the next.
 */
export async function belongsTo(tx: Tx, secretDigest: Uint8Array, now: Temporal.Instant): Promise<boolean> {
  const digest = Buffer.from(secretDigest)
  await tx.insertInto('installation').values({ secret_digest: digest, since: now.toString() }).onConflict((c) => c.doNothing()).execute()
  const { secret_digest } = await tx.selectFrom('installation').select('secret_digest').executeTakeFirstOrThrow()
  return digest.equals(secret_digest)
}
