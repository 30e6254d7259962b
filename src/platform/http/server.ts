import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { createAdaptorServer } from '@hono/node-server'

/** Where to listen: an address and a port, or a socket that was opened for us and is handed over by its number. */
export type Listening = { port: number; host: string } | { fd: number }

/** Spans in ms. A sender who is slower is let go; one who is silent between two requests too. */
export type Patience = {
  /** The head of a request. */
  head: number
  /** A whole request, with its files. */
  request: number
  /** A line with nothing on it. What stands in front of us must give it up earlier. */
  silence: number
  /** At stop: the same, for lines that were silent already. Zero cuts them at once. */
  silenceAtStop: number
  /** At stop: how long we still take in what comes after we have said that we are leaving. */
  leaving: number
  /** At stop: how long a request that has begun may go on. */
  lastRequest: number
}

export const patience: Patience = { head: 15_000, request: 300_000, silence: 5_000, silenceAtStop: 7_000, leaving: 0, lastRequest: 20_000 }

/** Node gives a silent line this much more than it has told the other end, so that both do not act at once. */
const silenceMargin = 1_000
const mostHeadBytes = 16 * 1024

export type WebServer = {
  port: number
  /** True from the moment we are told to stop: `/helse` says so, so that nobody new is sent to us. */
  leaving(): boolean
  /** Lets everything that has begun end well, within `leaving` and `lastRequest`. */
  stop(): Promise<void>
}

/** Throws as `openServer` does when the address is taken or not ours to use, so that it is said before anything else is made ready. */
export async function tryAddress(where: { port: number; host: string }): Promise<void> {
  const probe = new NetServer().listen(where)
  await once(probe, 'listening')
  probe.close()
  await once(probe, 'close')
}

/** Opens the door: `fetch` answers each request. Throws when the address is taken or not ours to use. */
export async function openServer(
  fetch: (request: Request, env: { incoming: IncomingMessage }) => Response | Promise<Response>, where: Listening, given: Partial<Patience> = {},
): Promise<WebServer> {
  const spans = { ...patience, ...given }
  const server = createAdaptorServer({
    fetch: fetch as never,
    createServer,
    serverOptions: {
      headersTimeout: spans.head, requestTimeout: spans.request, keepAliveTimeout: spans.silence, keepAliveTimeoutBuffer: silenceMargin,
      connectionsCheckingInterval: Math.min(5_000, spans.head), maxHeaderSize: mostHeadBytes,
    },
  }) as Server
  const lines = new Set<Socket>()
  const answers = new Set<ServerResponse>()
  let leaving = false
  server.on('connection', (line) => {
    lines.add(line)
    line.once('close', () => lines.delete(line))
  })
  server.prependListener('request', (_, answer) => {
    if (leaving) answer.shouldKeepAlive = false
    answers.add(answer)
    answer.once('close', () => answers.delete(answer))
  })
  server.listen('fd' in where ? where : { port: where.port, host: where.host })
  await once(server, 'listening')
  const address = server.address()

  async function stop(): Promise<void> {
    leaving = true
    for (const answer of answers) if (!answer.headersSent) answer.shouldKeepAlive = false
    await pause(spans.leaving)
    const closed = once(server, 'close')
    // The web server's own `close` cuts silent lines at once, also when a request is on its way along one. They are closed as soon as
    // something has been answered on them, or when they have been silent as long as the other end was told.
    NetServer.prototype.close.call(server)
    const silent = setTimeout(() => {
      const inUse = new Set([...answers].map((answer) => answer.socket))
      for (const line of lines) if (!inUse.has(line)) line.destroy()
    }, spans.silenceAtStop)
    const last = setTimeout(() => { for (const line of lines) line.destroy() }, spans.lastRequest)
    await closed
    clearTimeout(silent)
    clearTimeout(last)
  }
  return { port: typeof address === 'object' && address ? address.port : 0, leaving: () => leaving, stop }
}

/** The socket that systemd opened for this very process, if it did (`sd_listen_fds`): it is always number 3. */
export const socketFromSystemd = (env: Readonly<Record<string, string | undefined>>, pid: number): number | null =>
  env.LISTEN_PID === String(pid) && Number(env.LISTEN_FDS) === 1 ? 3 : null
