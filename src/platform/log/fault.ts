import { scrub } from './scrub.ts'

/** An error as it may be logged: what went wrong and where, never the values it went wrong with. */
export type Fault = { name: string; message: string; code?: string; constraint?: string; table?: string; stack?: string[]; cause?: Fault }

const textOf = (value: unknown, key: string): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const found: unknown = Reflect.get(value, key)
  return typeof found === 'string' || typeof found === 'number' ? String(found).slice(0, 100) : undefined
}

/**
 * PostgreSQL quotes the value it choked on for faults in data (class 22) and writes whole rows in `detail`; only its own
 * names are kept.
 */
function messageOf(error: Error): string {
  const code = textOf(error, 'code') ?? ''
  const message = /^22\w{3}$/.test(code) ? error.message.replace(/"[^"]*"?/gu, '"…"').replace(/:[^:"]*$/u, ':…') : error.message
  return scrub(message)
}

/** Describes anything that was thrown, with up to three causes behind it. */
export function describeFault(thrown: unknown, depth = 3): Fault {
  if (!(thrown instanceof Error)) return { name: 'NotAnError', message: typeof thrown }
  const fault: Fault = { name: thrown.name.slice(0, 100), message: messageOf(thrown) }
  for (const key of ['code', 'constraint', 'table'] as const) {
    const value = textOf(thrown, key)
    if (value !== undefined) fault[key] = scrub(value)
  }
  // The first lines of a stack repeat the message; frames hold only names and places.
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 20).map((line) => line.trim())
  if (frames.length > 0) fault.stack = frames
  if (thrown.cause !== undefined && depth > 0) fault.cause = describeFault(thrown.cause, depth - 1)
  return fault
}
