import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** Ways to tell a slow answer from a line where nothing comes through any more. Spans in ms. */
export type LineWatch = {
  connection: pg.ClientConfig
  /** How long a statement may be unanswered before we ask, and how often we ask again. */
  silence: number
  /** How long another line may take to tell us. */
  patience: number
}

export const lineWatch = { silence: 4_000, patience: 2_000 } as const

/**
 * Watches one line to the database. A statement may take its time; but when it has been unanswered for a while we ask along a new line
 * whether the server is still at it. If it is not, or does not answer either, the line is cut: whoever waits is told at once that the
 * database is away, and the next statement gets a new line. Without this a net that swallows packets holds a request for a quarter of an hour.
 */
export async function watchLine(client: pg.ClientBase, watch: LineWatch): Promise<void> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const pid = rows[0]?.pid ?? 0
  const stream = (client as unknown as { connection: { stream: { destroy(error?: Error): void } } }).connection.stream
  const ask = client.query.bind(client) as (...args: unknown[]) => unknown
  const asked = (...args: unknown[]): unknown => {
    const answer = ask(...args)
    if (!(answer instanceof Promise)) return answer
    let open = true
    const look = async () => {
      const atWork = await isAtWork(watch, pid)
      if (atWork && open) timer = setTimeout(look, watch.silence)
      if (atWork || !open) return
      // What has just been answered is still on its way.
      await pause(200)
      if (open) stream.destroy(new Error('Connection terminated: nothing comes through'))
    }
    let timer = setTimeout(look, watch.silence)
    return answer.finally(() => {
      open = false
      clearTimeout(timer)
    })
  }
  Object.assign(client, { query: asked })
}

/** Whether the server that this line leads to works on a statement. */
async function isAtWork({ connection, patience }: LineWatch, pid: number): Promise<boolean> {
  const other = new pg.Client({ ...connection, connectionTimeoutMillis: patience, query_timeout: patience, application_name: 'tradverk-line' })
  other.on('error', () => undefined)
  try {
    await other.connect()
    const { rows } = await other.query<{ state: string }>("select state from pg_stat_activity where pid = $1 and state = 'active'", [pid])
    return rows.length === 1
  } catch (error) {
    // No room for one more is an answer too: the server lives.
    return error instanceof pg.DatabaseError && error.code === '53300'
  } finally {
    // A line that is silent cannot be closed politely.
    ;(other as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
  }
}
