import { once } from 'node:events'
import { connect } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServer, type WebServer } from '../../src/platform/http/server.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let server: WebServer
beforeAll(async () => {
  house = await openHouse()
  server = await openServer(house.app.fetch, { port: 0, host: '127.0.0.1' }, { silenceAtStop: 0 })
})
afterAll(async () => {
  await server.stop()
  await house.close()
})

const path = '/arbeidsrom/gamlebanken/plan'

/** Byte for byte what comes back along a line: the head as text, and what came after it. */
async function along(headers: readonly string[]): Promise<{ head: string; body: Buffer }> {
  const line = connect(server.port, '127.0.0.1')
  line.write([`GET ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', ''].join('\r\n'))
  const parts: Buffer[] = []
  line.on('data', (part: Buffer) => parts.push(part))
  await once(line, 'close')
  const all = Buffer.concat(parts)
  const end = all.indexOf('\r\n\r\n')
  return { head: all.subarray(0, end).toString('latin1'), body: all.subarray(end + 4) }
}
/** Without what is anew for each answer, and in order of name. */
const same = (head: string) => head.split('\r\n').map((one) => one.replace(/^([\w-]+):/, (name) => name.toLowerCase())).filter((one) => !/^(x-request-id|date|content-length|transfer-encoding):/.test(one)).sort()

test('check 3: a page that is kept comes along a real line whole, with the same head as when it was made; one who brings a session gets their own', async () => {
  // Seen to fail with the packed page sent as UTF-8, and with the cookie `okt` left out of what is looked at.
  const text = await (await house.ask(null, path)).text()
  for (const packed of [false, true]) {
    const headers = packed ? ['Accept-Encoding: gzip'] : []
    const made = await along([...headers, 'Accept-Language: en-GB'])
    const first = await along(headers)
    let again = first
    // Several, because whatever others write on the same server meanwhile has the page made anew.
    for (let i = 0; i < 5; i++) {
      again = await along(headers)
      expect(same(again.head)).toEqual(same(made.head).map((one) => (one.startsWith('etag:') ? `etag: ${/etag: (.*)/i.exec(first.head)?.[1]}` : one)))
      expect(Number(/content-length: (\d+)/i.exec(again.head)?.[1])).toBe(again.body.length)
      expect((packed ? gunzipSync(again.body) : again.body).toString()).toBe(text)
    }
    const tag = /etag: (.*)/i.exec(again.head)?.[1] ?? ''
    const known = await along([...headers, `If-None-Match: ${tag}`])
    expect([known.head.startsWith('HTTP/1.1 304'), known.body.length]).toEqual([true, 0])
    const own = await along([...headers, 'Cookie: __Host-okt=ugyldig'])
    expect([/cache-control: private, no-store/i.test(own.head), /etag/i.test(own.head)]).toEqual([true, false])
  }
})
