/** Why another service gave no answer that can be used: it is away or refuses, too slow, asks us to wait, or answers with something else. */
export type OutsideFailure = 'down' | 'slow' | 'busy' | 'garbage'
export type OutsideAnswer = { status: number; text: string } | { failed: OutsideFailure }

export type AskOptions = {
  /** From the first byte sent to the last received. */
  timeoutMs: number
  maxBytes?: number
}

/**
 * Asks another service for text (UTF-8). Never follows it to another host, never waits longer or reads more than it is told to, and
 * never throws: what went wrong is a value. Any status below 500 is an answer, except 429.
 */
export async function askOutside(address: string, { timeoutMs, maxBytes = 5_000_000 }: AskOptions): Promise<OutsideAnswer> {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(address, { signal, redirect: 'manual', headers: { accept: 'application/json' } })
    if (response.status === 429) return await leave(response, 'busy')
    if (response.status >= 500 || (response.status >= 300 && response.status < 400)) return await leave(response, 'down')
    const text = await readAtMost(response, maxBytes)
    return text === null ? { failed: 'garbage' } : { status: response.status, text }
  } catch {
    return { failed: signal.aborted ? 'slow' : 'down' }
  }
}

async function leave(response: Response, failed: OutsideFailure): Promise<OutsideAnswer> {
  await response.body?.cancel()
  return { failed }
}

/** Null when it is larger, or not UTF-8. */
async function readAtMost(response: Response, maxBytes: number): Promise<string | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response.body ?? []) {
    size += piece.byteLength
    if (size > maxBytes) return null
    pieces.push(piece)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))
  } catch {
    return null
  }
}
