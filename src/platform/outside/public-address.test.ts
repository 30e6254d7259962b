import { expect, test } from 'vitest'
import { boundedFetch } from './bounded-fetch.ts'
import { isPublicAddress, NotPublic } from './public-address.ts'

// Seen to fail without the look at addresses that are written out in `boundedFetch`.

test.each([
  '127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '[::1]', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', 'localhost', '',
])('check 17: %s is not on the open net', (address) => expect(isPublicAddress(address)).toBe(false))
// Seen to fail with one list for both sorts of addresses: then no IPv4 address was open.
test.each(['8.8.8.8', '193.213.112.4', '2a00:1450:400f::1'])('%s is', (address) => expect(isPublicAddress(address)).toBe(true))

// Seen to fail when link-local addresses are open.
test('check 17: nothing but https to the open net is asked, whatever it is called', async () => {
  const ask = boundedFetch({ timeoutMs: 2_000, maxBytes: 1_000, reach: 'open' })
  for (const address of ['https://127.0.0.1:9/', 'https://[::1]:9/', 'https://localhost:9/', 'https://169.254.169.254/', 'https://2130706433/', 'https://0x7f.1/', 'http://8.8.8.8/', 'file:///etc/passwd']) {
    await expect(ask(address)).rejects.toBeInstanceOf(NotPublic)
  }
})
