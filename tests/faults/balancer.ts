import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * What stands in front of several processes, at its plainest: sends each request to the next process that was well when it was last asked
 * (`/helse`), on lines that it keeps open. It tries nothing twice.
 */
export async function openBalancer(ports: readonly number[], everyMs = 100) {
  const agent = new Agent({ keepAlive: true })
  const well = new Set<number>(ports)
  let turn = 0
  const look = (port: number) => {
    const asked = request({ host: '127.0.0.1', port, path: '/helse', agent: false }, (answer) => {
      answer.resume()
      if (answer.statusCode === 200) well.add(port)
      else well.delete(port)
    })
    asked.on('error', () => well.delete(port))
    asked.end()
  }
  const looking = setInterval(() => ports.forEach(look), everyMs)
  const server = createServer((incoming, outgoing) => {
    const open = ports.filter((port) => well.has(port))
    const port = open[turn++ % open.length]
    const passed = request({ host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers: { ...incoming.headers, connection: 'keep-alive' }, agent }, (answer) => {
      const { connection: _, 'keep-alive': __, ...headers } = answer.headers
      outgoing.writeHead(answer.statusCode ?? 502, headers)
      answer.pipe(outgoing)
      answer.on('error', () => outgoing.destroy())
    })
    passed.on('error', (fault) => {
      outgoing.writeHead(502, { 'x-why': fault.message })
      outgoing.end()
    })
    incoming.pipe(passed)
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  return {
    port: (server.address() as AddressInfo).port,
    /** The processes that it sends to now. */
    sendsTo: (): readonly number[] => ports.filter((port) => well.has(port)),
    close() {
      clearInterval(looking)
      agent.destroy()
      server.closeAllConnections()
      server.close()
    },
  }
}
