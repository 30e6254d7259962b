import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { isAddressOrNet, type Line, requestIdFrom, type Sender, senderOf } from './sender.ts'

const heard = async (trusted: readonly string[], socket: string, forwarded?: string): Promise<Sender> => {
  const read = senderOf(trusted)
  const app = new Hono().get('/', (c) => c.json(read(c.env as Line, c.req.header('x-forwarded-for'))))
  const answer = await app.request('/', { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }, { incoming: { socket: { remoteAddress: socket } } })
  return answer.json() as Promise<Sender>
}
const loopback = ['127.0.0.0/8', '::1']

// Seen to fail when the first in the list is believed, and when nobody asks who says it.
test.each([
  ['nobody in front', loopback, '203.0.113.7', undefined, '203.0.113.7'],
  ['what a stranger says of itself counts for nothing', loopback, '203.0.113.7', '10.0.0.1', '203.0.113.7'],
  ['a proxy on this machine', loopback, '127.0.0.1', '198.51.100.4', '198.51.100.4'],
  ['its word as an old address in the new form', loopback, '::ffff:127.0.0.1', '::ffff:198.51.100.4', '198.51.100.4'],
  ['the last one, not what the sender wrote first', loopback, '::1', '1.2.3.4, 198.51.100.4', '198.51.100.4'],
  ['through two that are trusted', ['10.0.0.0/8'], '10.0.0.9', '1.2.3.4, 198.51.100.4, 10.1.1.1', '198.51.100.4'],
  ['a proxy in the new form', ['fd00::/8'], 'fd00::1', '2001:db8::5', '2001:db8::5'],
  ['none is trusted', [], '127.0.0.1', '198.51.100.4', '127.0.0.1'],
])('%s', async (_, trusted, socket, forwarded, address) => {
  expect((await heard(trusted, socket, forwarded)).address).toBe(address)
})

test('addresses and nets are told from all else', () => {
  for (const good of ['10.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8']) expect(isAddressOrNet(good)).toBe(true)
  for (const bad of ['', 'proxy', '10.0.0.0/33', '10.0.0.0/8/8', '::/129', '10.0.0.0/x']) expect(isAddressOrNet(bad)).toBe(false)
})

test('a request keeps the number that a trusted proxy gave it, and nothing else can get into the log that way', () => {
  const proxied = { address: '198.51.100.4', proxied: true }
  expect(requestIdFrom(proxied, '0123456789abcdef0123456789abcdef')).toBe('0123456789abcdef0123456789abcdef')
  for (const bad of [undefined, '', 'abc', 'kari.nordmann@eksempel.no', 'a'.repeat(65), '0123456789abcdef\n{"level":"error"}']) expect(requestIdFrom(proxied, bad)).toBe(null)
  expect(requestIdFrom({ ...proxied, proxied: false }, '0123456789abcdef')).toBe(null)
})
