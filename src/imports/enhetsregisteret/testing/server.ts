import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A service on loopback that answers as it is told, and can be told otherwise. `asked` are the paths that it was asked for. */
export async function startService(respond: RequestListener): Promise<{ address: string; asked: string[]; respond(next: RequestListener): void; close(): Promise<void> }> {
  let answer = respond
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    respond: (next) => void (answer = next),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export const sendJson = (status: number, body: unknown): RequestListener => (_, response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
