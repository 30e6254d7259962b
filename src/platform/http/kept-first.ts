import type { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT as sent } from '@hono/node-server/utils/response'
import type { Kept, KeptPages } from './kept.ts'
import type { Line } from './sender.ts'
import { keyOf, type Ready, readyFrom } from './shared.ts'

export type Fetch = (request: Request, line?: Line, ...more: unknown[]) => Response | Promise<Response>

type Told = {
  idOf(request: Request, line: Line | undefined): string
  /** Is told of each page that was given. */
  given(requestId: string, started: number, page: Kept, status: number): void
}

/** Gives a page that was made before to somebody who is not logged in, when nothing has changed since, ahead of everything else. All others go on to `rest`. */
export function keptFirst(kept: KeptPages, rest: Fetch, { idOf, given }: Told): Fetch {
  return async (request, line, ...more) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return Promise.resolve(rest(request, line, ...more)).finally(() => kept.changed())
    const key = keyOf(request)
    if (key === null || !kept.has(key)) return rest(request, line, ...more)
    const started = performance.now()
    // A database that does not answer is told of by what makes the page.
    const version = await kept.version().catch(() => undefined)
    const page = version === undefined ? null : kept.find(key, version)
    if (!page) return rest(request, version === undefined ? line : { ...line, version }, ...more)
    const requestId = idOf(request, line)
    const ready = await readyFrom(page, request, requestId)
    given(requestId, started, page, ready.status)
    return line?.outgoing ? straight(line.outgoing, ready) : new Response(bytesOf(ready), ready)
  }
}

const bytesOf = ({ text, packed }: Ready): Uint8Array<ArrayBuffer> | string | null => (text !== null && packed ? Buffer.from(text, 'latin1') : text)

/** Onto the line in one write, head and all: Node makes two of a body that is bytes, which takes longer than all the rest. */
function straight(outgoing: ServerResponse, { status, headers, text, packed }: Ready): Response {
  const encoding = packed ? 'latin1' : 'utf8'
  outgoing.writeHead(status, text === null ? headers : { ...headers, 'content-length': Buffer.byteLength(text, encoding) })
  outgoing.end(text ?? '', encoding)
  return sent
}
