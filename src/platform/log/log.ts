import type { Clock } from '../time/clock.ts'
import { describeFault } from './fault.ts'
import { scrub } from './scrub.ts'

export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

/**
 * Everything that may stand in a log line. There is no field for a name, an address, a text or a search, so that
 * personal data cannot be logged without changing this list. `route` is the pattern (`/arbeidsrom/:slug`), never the address.
 */
export type LogFields = {
  requestId?: string
  method?: string
  route?: string
  status?: number
  ms?: number
  bytes?: number
  count?: number
  attempt?: number
  port?: number
  version?: string
  job?: string
  jobId?: string
  mailId?: string
  fileId?: string
  workspaceId?: string
  itemId?: string
  kind?: string
  purpose?: string
  migration?: string
  code?: string
  signal?: string
  error?: unknown
}

const allowed = new Set<string>([
  'requestId', 'method', 'route', 'status', 'ms', 'bytes', 'count', 'attempt', 'port', 'version', 'job', 'jobId', 'mailId', 'fileId',
  'workspaceId', 'itemId', 'kind', 'purpose', 'migration', 'code', 'signal', 'error',
] satisfies (keyof LogFields)[])

/** Names chosen by the program; their values are still scrubbed, except ids, which are random and open nothing by themselves. */
const ids = new Set<string>(['requestId', 'jobId', 'mailId', 'workspaceId', 'itemId'])

export type Log = Readonly<Record<LogLevel, (event: string, fields?: LogFields) => void>> & {
  /** The same log with fields that every line shall have, such as the request id. */
  with(fields: LogFields): Log
}

/**
 * A log of JSON lines: `{"at","level","event",…}`. `event` is a fixed English phrase written in the code, not a text with values in it.
 * Logging never throws.
 */
export function createLog(options: { clock: Clock; level?: LogLevel; write?: (line: string) => void }): Log {
  const { clock, level = 'info', write = (line) => void process.stdout.write(line) } = options
  const least = logLevels.indexOf(level)

  function lineOf(name: LogLevel, event: string, fields: LogFields): string {
    const line: Record<string, unknown> = { at: clock().toString({ smallestUnit: 'millisecond' }), level: name, event: scrub(event) }
    for (const [key, value] of Object.entries(fields)) {
      if (!allowed.has(key) || value === undefined) continue
      if (key === 'error') line[key] = describeFault(value)
      else if (typeof value === 'number') line[key] = value
      else if (typeof value === 'string') line[key] = ids.has(key) ? value.slice(0, 100) : scrub(value)
    }
    return `${JSON.stringify(line)}\n`
  }

  function build(shared: LogFields): Log {
    const at = (name: LogLevel) => (event: string, fields: LogFields = {}) => {
      if (logLevels.indexOf(name) < least) return
      try {
        write(lineOf(name, event, { ...shared, ...fields }))
      } catch {
        // A log that cannot be written must not stop the work that is logged.
      }
    }
    return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), with: (fields) => build({ ...shared, ...fields }) }
  }
  return build({})
}

/** A log that says nothing, for tests. */
export const silentLog: Log = createLog({ clock: () => Temporal.Instant.fromEpochMilliseconds(0), write: () => {} })
