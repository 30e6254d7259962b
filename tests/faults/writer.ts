import pg from 'pg'
import { startEmbedded } from '../../src/platform/db/embedded/embedded.ts'
import { isRefusal } from '../../src/platform/db/embedded/refusal.ts'

// A small program that is killed: eight clients write rows, and each number is said aloud when its row is acknowledged.
const database = await startEmbedded({ dataDir: process.argv[2] ?? '', log: () => undefined })
if (isRefusal(database)) throw new Error(database.refused)
const pool = new pg.Pool({ connectionString: database.url, max: 8 })
pool.on('error', () => undefined)
pool.on('connect', (client) => client.on('error', () => undefined))
await pool.query('create table if not exists row (id bigint generated always as identity primary key, half text not null, other text not null)')
console.log('ready')

async function write(): Promise<never> {
  for (;;) {
    const client = await pool.connect().catch(() => null)
    if (!client) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      continue
    }
    try {
      await client.query('begin')
      const { rows } = await client.query<{ id: string }>("insert into row (half, other) values ('a', '') returning id")
      await client.query("update row set other = 'a' where id = $1", [rows[0]?.id])
      await client.query('commit')
      console.log(`ok ${rows[0]?.id}`)
      client.release()
    } catch {
      client.release(true)
    }
  }
}

await Promise.all(Array.from({ length: 8 }, write))
