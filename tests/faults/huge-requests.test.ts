import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openServer, type WebServer } from '../../src/platform/http/server.ts'
import { type House, openHouse } from '../support/house.ts'

const mebibyte = 1024 * 1024
/** As in use, but shorter, so that a test need not wait a quarter of a minute. */
const [head, whole] = [400, 900]

let house: House
let server: WebServer
beforeAll(async () => {
  house = await openHouse()
  house.platform.log = { ...house.platform.log, error: () => {} }
  server = await openServer((request, env) => house.app.fetch(request, env), { port: 0, host: '127.0.0.1' }, { head, request: whole, silenceAtStop: 0 })
})
afterAll(async () => {
  await server.stop()
  await house.close()
})

/** A line on which one writes what one likes; what came back, and when it was closed by the other end. */
function line() {
  const socket = connect(server.port, '127.0.0.1')
  let answered = ''
  socket.on('data', (chunk) => (answered += chunk.toString('latin1')))
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  return { socket, answered: () => answered, status: () => Number(/^HTTP\/1\.1 (\d{3})/.exec(answered)?.[1] ?? 0), closed: new Promise<void>((done) => socket.once('close', () => done())) }
}
type Line = ReturnType<typeof line>

/** A byte every 50 ms, as long as anybody listens. */
async function drip(socket: Socket, text: string): Promise<void> {
  for (const letter of text) {
    if (socket.destroyed || !socket.writable) return
    socket.write(letter)
    await pause(50)
  }
}

/** Others are answered while it goes on, each within two seconds. */
async function whileOthersAreServed(work: () => Promise<void>): Promise<void> {
  let going = true
  const others = (async () => {
    const slow: string[] = []
    for (let turn = 0; going || turn < 2; turn++) {
      const began = performance.now()
      const answer = await fetch(`http://127.0.0.1:${server.port}${turn % 2 ? '/hjelp' : '/logg-inn'}`)
      await answer.arrayBuffer()
      const ms = performance.now() - began
      if (answer.status !== 200 || ms > 2_000) slow.push(`${answer.status} after ${Math.round(ms)} ms`)
      await pause(40)
    }
    return slow
  })()
  await work().finally(() => (going = false))
  expect(await others).toEqual([])
}

/** Sends as much as is taken. Says how much went out before the other end had enough. */
async function pour({ socket, closed }: Line, first: string, chunk: string, times: number): Promise<number> {
  socket.write(first)
  for (let i = 0; i < times && socket.writable && !socket.destroyed; i++) if (!socket.write(chunk)) await Promise.race([once(socket, 'drain').catch(() => undefined), closed])
  return socket.bytesWritten
}

const post = (more: string, path = '/logg-inn') => `POST ${path} HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n${more}\r\n\r\n`

// Seen to fail: without `headersTimeout`, without `requestTimeout`, without the limit on a form, with `maxHeaderSize` of a megabyte, with `maxFields` taken away.
describe('check 25: slow and huge requests', () => {
  test('a head and a body that come a byte at a time are let go in time', async () => {
    await whileOthersAreServed(async () => {
      const [slowHead, slowBody, silent] = [line(), line(), line()]
      const began = performance.now()
      void drip(slowHead.socket, `GET /hjelp HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(400)}`)
      slowBody.socket.write(post('Content-Length: 2000'))
      void drip(slowBody.socket, 'epost='.padEnd(2_000, 'a'))
      await Promise.all([slowHead.closed, slowBody.closed, silent.closed])
      expect(performance.now() - began).toBeLessThan(6_000)
      expect([slowHead.status(), silent.status()]).toEqual([408, 408])
      expect([0, 408]).toContain(slowBody.status())
    })
  }, 20_000)

  test.each<[string, number, string, string]>([
    ['that says how large it is', 413, post(`Content-Length: ${100 * mebibyte}`), 'a'.repeat(mebibyte)],
    ['that does not', 413, post('Transfer-Encoding: chunked'), `${mebibyte.toString(16)}\r\n${'a'.repeat(mebibyte)}\r\n`],
    ['of other systems', 413, post(`Content-Length: ${100 * mebibyte}`, '/api/v1/workspaces/eksempelfylket/items/goal'), 'a'.repeat(mebibyte)],
    ['to where nothing is', 404, post(`Content-Length: ${100 * mebibyte}`, '/finnes-ikke'), 'a'.repeat(mebibyte)],
  ])('a body of 100 MB %s is refused without being kept', async (_, status, first, chunk) => {
    await whileOthersAreServed(async () => {
      const one = line()
      const before = process.memoryUsage()
      await Promise.race([pour(one, first, chunk, 100), one.closed, expect.poll(one.status, { timeout: 8_000 }).not.toBe(0)])
      await expect.poll(one.status, { timeout: 8_000 }).toBe(status)
      const after = process.memoryUsage()
      expect((after.external + after.arrayBuffers - before.external - before.arrayBuffers) / mebibyte).toBeLessThan(60)
      one.socket.destroy()
    })
  }, 20_000)

  test('very many headers, one that is very long and an address that is very long are refused at once', async () => {
    await whileOthersAreServed(async () => {
      const heads = [
        `GET / HTTP/1.1\r\nHost: x\r\n${Array.from({ length: 5_000 }, (_, i) => `X-${i}: 1\r\n`).join('')}\r\n`,
        `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a=b; '.repeat(20_000)}\r\n\r\n`,
        `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      ]
      for (const sent of heads) {
        const one = line()
        one.socket.write(sent)
        await one.closed
        expect(one.status()).toBe(431)
      }
      const asLongAsMayBe = await fetch(`http://127.0.0.1:${server.port}/${'a'.repeat(12_000)}?q=${'%25'.repeat(1_000)}`)
      expect(asLongAsMayBe.status).toBe(404)
      expect((await asLongAsMayBe.arrayBuffer()).byteLength).toBeLessThan(150_000)
    })
  })

  test('a form of more fields than any form has is refused, and what is no form is none', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
    const send = (body: string, type = form['content-type']) => fetch(`http://127.0.0.1:${server.port}/logg-inn`, { method: 'POST', redirect: 'manual', headers: { ...form, 'content-type': type }, body })
    const before = process.threadCpuUsage()
    const answers = [
      // As many as there is room for in what a form may weigh.
      await send('a&'.repeat(1_900_000)),
      await send('a=1&'.repeat(40_000)),
      await send(`${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(25_000)}--x--\r\n`, 'multipart/form-data; boundary=x'),
      await send('x'.repeat(1_000), 'multipart/form-data'), await send('--x\r\n', 'multipart/form-data; boundary=x'), await send('%%%=&&&==', form['content-type']),
    ]
    expect(answers.map(({ status }) => status).slice(0, 3)).toEqual([413, 413, 413])
    for (const { status } of answers.slice(3)) expect([400, 404, 422]).toContain(status)
    const { user, system } = process.threadCpuUsage(before)
    expect((user + system) / 1_000).toBeLessThan(1_500)
  }, 30_000)

  test('hundreds who say nothing keep nobody else from being answered', async () => {
    await whileOthersAreServed(async () => {
      const all = Array.from({ length: 300 }, line)
      await Promise.all(all.map(({ closed }) => closed))
    })
  }, 20_000)
})
