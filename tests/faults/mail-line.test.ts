import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLog } from '../../src/platform/log/log.ts'
import { findMail, mailBody, queueMail, sendDueMails, type SendSettings, smtpTransport, type Transport } from '../../src/platform/mail/mail.ts'
import { misbehavingServer } from '../../src/platform/mail/misbehaving-server.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { type FaultProxy, openFaultProxy } from './proxy.ts'

const clock = fixedClock('2026-03-04T12:00:00Z')
let database: TestDatabase
let server: Awaited<ReturnType<typeof misbehavingServer>>
let proxy: FaultProxy
let transport: Transport
let settings: SendSettings
beforeAll(async () => {
  database = await testDatabase()
  server = await misbehavingServer()
  proxy = await openFaultProxy({ port: Number(new URL(server.url).port), host: '127.0.0.1' })
  transport = smtpTransport({ url: `smtp://127.0.0.1:${proxy.port}`, from: { name: 'Trådverk', address: 'ikke-svar@example.org' }, site: { baseUrl: 'https://tradverk.example.org', passKey: new Uint8Array(32).fill(3), returnDomain: null }, patience: 400 })
  settings = { db: database.db, deliver: transport.deliver, domain: 'tradverk.example.org', clock, log: createLog({ clock, write: () => {} }) }
})
afterAll(async () => {
  transport.close()
  await proxy.close()
  await server.close()
  await database.close()
})

const queue = () => database.db.transaction().execute((tx) => queueMail(tx, {
  to: 'ola@example.org', subject: 'Hei', lang: 'nb', purpose: 'test', now: clock(), body: mailBody({ lang: 'nb', heading: 'Hei', paragraphs: ['Ærlig talt.'], footer: 'Hilsen oss' }),
}))
const messageId = (raw: string) => /^Message-ID: (.*)$/im.exec(raw)?.[1]

/** What happens to the line, and how many of the mail the server then has, before the net is well again and after. */
const faults: readonly [string, () => void, number, number][] = [
  ['half open: nothing comes through, and nobody is told', () => (proxy.weather = 'black hole'), 0, 1],
  ['deaf: what we send arrives, and no answer comes back', () => (proxy.weather = 'deaf'), 0, 1],
  ['reset as soon as something is sent', () => (proxy.weather = 'reset'), 0, 1],
  ['reset at the recipient', () => proxy.cutAt(/RCPT TO/, 0), 0, 1],
  ['reset with the text on its way', () => proxy.cutAt(/\r\n\.\r\n/, null), 0, 1],
  ['reset after the text has come, before the answer', () => proxy.cutAt(/\r\n\.\r\n/, 0), 1, 2],
  ['reset in the middle of that answer', () => proxy.cutAt(/\r\n\.\r\n/, 2), 1, 2],
]

// Seen to fail with a Message-ID made anew at each try.
describe('check 41, 45: the line to the mail server', () => {
  test('slow is slow, and nothing else', async () => {
    proxy.weather = 'slow'
    proxy.delayMs = 20
    const id = await queue()
    expect(await sendDueMails(settings)).toBe(1)
    expect(await findMail(database.db, id)).toMatchObject({ attempts: 1, failed_at: null })
    proxy.weather = 'fair'
    server.seen.length = 0
  })

  test.each(faults)('%s: the mail waits, says why, and goes when the net is well, with the number it had', async (_, happen, meanwhile, inAll) => {
    const id = await queue()
    happen()
    const began = performance.now()
    await sendDueMails(settings)
    expect(performance.now() - began).toBeLessThan(5_000)
    const waiting = await findMail(database.db, id)
    expect(waiting).toMatchObject({ sent_at: null, failed_at: null, attempts: 1 })
    expect(waiting?.last_failure).toBeTruthy()
    await expect.poll(() => server.seen.length).toBe(meanwhile)
    proxy.weather = 'fair'
    proxy.cutAt(null)
    clock.advance({ minutes: 1 })
    expect(await sendDueMails(settings)).toBe(1)
    expect((await findMail(database.db, id))?.sent_at).not.toBeNull()
    expect(server.seen).toHaveLength(inAll)
    expect(new Set(server.seen.map(({ raw }) => messageId(raw))).size).toBe(1)
    server.seen.length = 0
  })
})
