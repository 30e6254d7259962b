import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** What the net does to what goes through it. */
export type Weather =
  | 'fair'
  /** Each packet takes `delayMs` longer, both ways. */
  | 'slow'
  /** Nothing comes through, and nobody is told: a cable that was pulled, a firewall that has forgotten. */
  | 'black hole'
  /** What we send arrives, and no answer comes back. */
  | 'deaf'
  /** Lines are reset as soon as something is sent along them, and new ones are refused. */
  | 'reset'

export type FaultProxy = {
  port: number
  weather: Weather
  delayMs: number
  /** Lines that are open through it. */
  lines(): number
  /**
   * Resets the next line that a packet matching this goes along from us: before it arrives (`bytes` is null), or when it has and this much of
   * the answer came back. Without a match: none after all.
   */
  cutAt(match: RegExp | null, bytes?: number | null): void
  /** How many have been cut so. */
  cuts(): number
  close(): Promise<void>
}

/** A net with bad weather between a program and what it talks to: all that is sent to `port` goes on to `to`. */
export async function openFaultProxy(to: { port: number; host: string } | { path: string }): Promise<FaultProxy> {
  const open = new Set<Socket>()
  let cut: { match: RegExp; bytes: number | null } | null = null
  let cuts = 0
  const server = createServer((near) => {
    if (proxy.weather === 'reset') return near.resetAndDestroy()
    const far = connect(to)
    let left: number | null = null
    for (const [line, other] of [[near, far], [far, near]] as const) {
      open.add(line)
      line.setNoDelay(true)
      line.on('error', () => other.destroy())
      line.on('close', () => {
        open.delete(line)
        if (proxy.weather === 'fair' || proxy.weather === 'slow') other.destroy()
      })
    }
    const reset = () => {
      near.resetAndDestroy()
      far.destroy()
    }
    const pass = (line: Socket, chunk: Buffer) => {
      if (proxy.weather === 'slow') setTimeout(() => line.write(chunk), proxy.delayMs)
      else line.write(chunk)
    }
    near.on('data', (chunk: Buffer) => {
      if (proxy.weather === 'black hole') return
      if (proxy.weather === 'reset') return reset()
      if (cut?.match.test(chunk.toString('latin1'))) {
        const { bytes } = cut
        cut = null
        cuts++
        if (bytes === null) return reset()
        left = bytes
      }
      pass(far, chunk)
    })
    far.on('data', (chunk: Buffer) => {
      if (proxy.weather === 'black hole' || proxy.weather === 'deaf') return
      if (left === null) return pass(near, chunk)
      near.write(chunk.subarray(0, left), () => reset())
      left = 0
    })
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  const proxy: FaultProxy = {
    port: (server.address() as AddressInfo).port,
    weather: 'fair',
    delayMs: 0,
    lines: () => open.size / 2,
    cutAt(match, bytes = 0) {
      cut = match && { match, bytes }
    },
    cuts: () => cuts,
    close: () => new Promise((done) => {
      server.close(() => done())
      for (const line of open) line.destroy()
    }),
  }
  return proxy
}

/** The same address, by way of the proxy. */
export function through(proxy: FaultProxy, url: string): string {
  const changed = new URL(url)
  changed.hostname = '127.0.0.1'
  changed.port = String(proxy.port)
  return changed.href
}

/** Where a database address leads: a port, or the socket in the folder that stands as its host. */
export function targetOf(url: string): { port: number; host: string } | { path: string } {
  const { hostname, port } = new URL(url)
  const host = decodeURIComponent(hostname)
  return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port || 5432}` } : { port: Number(port || 5432), host }
}
