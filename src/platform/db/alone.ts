import pg from 'pg'

/** Whoever opens the database holds this, and nothing else waits for it: `tests/architecture/locks.test.ts` holds the numbers apart. */
const openingLock = 7_316_005

/**
 * Runs `work` while no other process that uses this database does so; waits for its turn, and says so once. The lock goes with the
 * connection, so that a process that dies leaves nothing behind.
 */
export async function alone<T>(url: string, waiting: () => void, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'tradverk-opening', connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [openingLock])
    if (!rows[0]?.taken) {
      waiting()
      await client.query('select pg_advisory_lock($1)', [openingLock])
    }
    return await work()
  } finally {
    await client.end()
  }
}
