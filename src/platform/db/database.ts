import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { lineWatch, watchLine } from './line.ts'
import { keepPlans } from './prepared.ts'
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

/** One statement that was answered: how long it took, and whether it failed. */
export type StatementSeen = { seconds: number; failed: boolean }
/** Lines to the database: at work, resting, and how many wait for one. */
export type Lines = { inUse: number; idle: number; waiting: number }

export type OpenOptions = {
  max?: number
  name?: string
  onIdleError?: (error: Error) => void
  onStatement?: (seen: StatementSeen) => void
  /** Is handed a way to count the lines. */
  onOpen?: (lines: () => Lines) => void
}

/**
 * Opens a pool. Statements end after 30 s, so that one slow page cannot hold the house; who waits 5 s for a line is told that there is none;
 * and a line where nothing comes through is cut (`watchLine`).
 * An idle client's error (the database restarted) is reported and the pool goes on.
 */
export function openDatabase(url: string, { max = 10, name = 'tradverk', onIdleError = () => {}, onStatement, onOpen }: OpenOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: types as never,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: name,
    keepAlive: true,
    // Compiling a statement takes longer than any of ours takes.
    options: '-c jit=off',
    onConnect: (client: pg.ClientBase) => {
      keepPlans(client)
      return watchLine(client, { connection: { connectionString: url }, ...lineWatch })
    },
  })
  pool.on('error', onIdleError)
  // The pool listens only to clients that rest in it; one that is lost inside a transaction would otherwise end Node.
  pool.on('connect', (client) => client.on('error', () => undefined))
  onOpen?.(() => ({ inUse: pool.totalCount - pool.idleCount, idle: pool.idleCount, waiting: pool.waitingCount }))
  const dialect = new PostgresDialect({ pool })
  return new Kysely<DB>(onStatement ? { dialect, log: (event) => onStatement({ seconds: event.queryDurationMillis / 1000, failed: event.level === 'error' }) } : { dialect })
}
