import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

export type Database = Kysely<DB>
export type Tx = Transaction<DB>
/** What a read needs: the pool, or the transaction that one is already in. */
export type Reader = Database | Tx

const { builtins } = pg.types

/**
 * Values as the program wants them: instants as Temporal, whole days as 'YYYY-MM-DD', counts and sums as numbers.
 * No column of ours holds a whole number above 2^53.
 */
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.TIMESTAMPTZ]: (text) => Temporal.Instant.from(text.replace(' ', 'T')),
  [builtins.DATE]: (text) => text,
  [builtins.INT8]: Number,
  [builtins.NUMERIC]: Number,
}

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid as never, format as never),
}

export type OpenOptions = { max?: number; onIdleError?: (error: Error) => void }

/**
 * Opens a pool. Statements end after 30 s, so that one slow page cannot hold the house.
 * An idle client's error (the database restarted) is reported and the pool goes on.
 */
export function openDatabase(url: string, { max = 10, onIdleError = () => {} }: OpenOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: types as never,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'tradverk',
  })
  pool.on('error', onIdleError)
  // The pool listens only to clients that rest in it; one that is lost inside a transaction would otherwise end Node.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}
