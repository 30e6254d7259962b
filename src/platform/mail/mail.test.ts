import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { createLog } from '../log/log.ts'
import { fixedClock } from '../time/clock.ts'
import { mailBody } from './body.ts'
import { misbehavingServer, type Behaviour } from './misbehaving-server.ts'
import {
  countMailsTo, failedMails, findMail, latestMails, purgeMails, queueMail, retryMail, sendDueMails, smtpTransport, startSender, type Message, type SendSettings,
  type Transport,
} from './mail.ts'

const site = { baseUrl: 'https://tradverk.example.org', passKey: new Uint8Array(32).fill(3), returnDomain: null }

let base: TestDatabase
let server: Awaited<ReturnType<typeof misbehavingServer>>
let transport: Transport
let clock: ReturnType<typeof fixedClock>
let lines: string[]
let settings: SendSettings

beforeAll(async () => {
  base = await testDatabase()
  server = await misbehavingServer()
  transport = smtpTransport({ url: server.url, from: { name: 'Trådverk', address: 'ikke-svar@example.org' }, site, patience: 1_000 })
})
afterAll(async () => {
  transport.close()
  await server.close()
  await base.close()
})
beforeEach(() => {
  clock = fixedClock('2026-03-04T12:00:00Z')
  lines = []
  settings = { db: base.db, deliver: transport.deliver, domain: 'tradverk.example.org', clock, log: createLog({ clock, write: (line) => void lines.push(line) }) }
})
afterEach(async () => {
  server.plan.length = 0
  server.seen.length = 0
  await base.db.deleteFrom('mail').execute()
})

const body = mailBody({ lang: 'nb', heading: 'Hei', paragraphs: ['Ærlig talt.'], footer: 'Hilsen oss' })
type Own = Extract<Message, { nature?: 'own' }>
const message = (changes: Partial<Own> = {}): Message =>
  ({ to: 'ola@example.org', subject: 'Hei på deg', body, lang: 'nb', purpose: 'test', now: clock(), ...changes })
const queue = (changes?: Partial<Own>) => base.db.transaction().execute((tx) => queueMail(tx, message(changes)))
const header = (raw: string, name: string) => new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(raw)?.[1]

describe('a queued mail', () => {
  it('is sent with both parts, a reader to answer and its language, and its content is then gone', async () => {
    const id = await queue({ replyTo: 'sekretariat@example.org' })
    expect(await sendDueMails(settings)).toBe(1)
    const [mail] = server.seen
    expect(mail?.to).toEqual(['ola@example.org'])
    expect(mail?.from).toBe('ikke-svar@example.org')
    expect(header(mail!.raw, 'Message-ID')).toBe(`<${id}@tradverk.example.org>`)
    expect(header(mail!.raw, 'Reply-To')).toBe('sekretariat@example.org')
    expect(header(mail!.raw, 'Content-Language')).toBe('nb')
    expect(header(mail!.raw, 'Auto-Submitted')).toBe('auto-generated')
    expect(mail!.raw).toContain('multipart/alternative')
    expect(await findMail(base.db, id)).toMatchObject({ text: null, html: null, failed_at: null, attempts: 1, sent_at: clock() })
    expect(await sendDueMails(settings)).toBe(0)
  })
  it('is never sent when the transaction is rolled back', async () => {
    await expect(base.db.transaction().execute(async (tx) => {
      await queueMail(tx, message())
      throw new Error('no')
    })).rejects.toThrow()
    expect(await sendDueMails(settings)).toBe(0)
  })
  // Seen to fail when what stands after an address is passed over.
  it('check 20: cannot get more headers or readers from what somebody typed', async () => {
    await queue({ subject: 'Hei\r\nBcc: ondsinnet@example.org\r\n\r\n<script>\u2028x' })
    await sendDueMails(settings)
    expect(server.seen[0]?.to).toEqual(['ola@example.org'])
    expect(header(server.seen[0]!.raw, 'Bcc')).toBeUndefined()
    for (const to of ['a@example.org, b@example.org', 'a@example.org\r\nBcc: b@example.org', '"x" <a@example.org>']) {
      await expect(queue({ to })).rejects.toThrow('Not an e-mail address')
      await expect(queue({ replyTo: to })).rejects.toThrow('Not an e-mail address')
    }
  })
  it('is kept for the outbox when there is no server', async () => {
    await queue({ subject: 'Første' })
    clock.advance({ minutes: 1 })
    await queue({ subject: 'Andre' })
    expect((await latestMails(base.db)).map((mail) => mail.subject)).toEqual(['Andre', 'Første'])
    expect((await latestMails(base.db, 1))[0]?.html).toContain('Ærlig talt.')
  })
  it('counts among the mails of its reader', async () => {
    const personId = randomUUID()
    await base.db.insertInto('person').values({ id: personId, name: 'En tester' }).execute()
    await queue({ personId })
    clock.advance({ hours: 24 })
    await queue({ personId })
    expect(await countMailsTo(base.db, personId, clock().subtract({ hours: 1 }))).toBe(1)
    expect(await countMailsTo(base.db, personId, clock().subtract({ hours: 48 }))).toBe(2)
  })
})

// Seen to fail when a mail has a new Message-ID for each try, and when any no is for good.
describe('check 41, 45, 46: when the server misbehaves', () => {
  it.each<[Behaviour, string]>([
    ['busy', '451'], ['greylist', '450'], ['refuse-us', '421'], ['refuse-sender', '550'], ['drop-after-data', ''], ['slow', ''],
  ])('%s: the mail waits and is sent later', async (behaviour, code) => {
    const id = await queue()
    server.plan.push(behaviour)
    await sendDueMails(settings)
    const waiting = await findMail(base.db, id)
    expect(waiting).toMatchObject({ sent_at: null, failed_at: null, attempts: 1 })
    expect(waiting?.last_failure).toContain(code)
    expect(waiting?.next_attempt_at.toString()).toBe(clock().add({ minutes: 1 }).toString())
    expect(await sendDueMails(settings)).toBe(0)
    clock.advance({ minutes: 1 })
    expect(await sendDueMails(settings)).toBe(1)
    expect((await findMail(base.db, id))?.sent_at).not.toBeNull()
    expect(server.seen).toHaveLength(1)
  })
  it.each<[Behaviour]>([
    ['refuse-recipient'], ['refuse-content'],
  ])('%s: it has failed, can be seen, and can be tried again by hand', async (behaviour) => {
    const id = await queue()
    server.plan.push(behaviour)
    await sendDueMails(settings)
    expect((await failedMails(base.db)).map((mail) => mail.id)).toEqual([id])
    clock.advance({ hours: 100 })
    expect(await sendDueMails(settings)).toBe(0)
    expect(await base.db.transaction().execute((tx) => retryMail(tx, id, clock()))).toBe(true)
    expect(await sendDueMails(settings)).toBe(1)
    expect(await failedMails(base.db)).toEqual([])
    expect(await base.db.transaction().execute((tx) => retryMail(tx, id, clock()))).toBe(false)
  })
  it('a mail that was accepted without our knowing goes again with the same Message-ID', async () => {
    await queue()
    server.plan.push('accept-then-drop')
    await sendDueMails(settings)
    clock.advance({ minutes: 1 })
    await sendDueMails({ ...settings, domain: 'another.example.org' })
    const ids = server.seen.map((mail) => header(mail.raw, 'Message-ID'))
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })
  it('a sender that dies with a mail in its hands leaves it to the next', async () => {
    const id = await queue()
    void sendDueMails({ ...settings, deliver: () => new Promise(() => {}) })
    await vi.waitFor(async () => expect((await findMail(base.db, id))?.attempts).toBe(1))
    expect(await sendDueMails(settings)).toBe(0)
    clock.advance({ minutes: 4 })
    expect(await sendDueMails(settings)).toBe(1)
    expect(server.seen).toHaveLength(1)
  })
  it('it gives up after two days, and says so', async () => {
    const id = await queue()
    const deliver = async () => ({ sent: false, again: true, cause: 'ECONNECTION' }) as const
    for (let i = 0; i < 20; i++) {
      await sendDueMails({ ...settings, deliver })
      clock.advance({ hours: 25 })
    }
    expect(await findMail(base.db, id)).toMatchObject({ attempts: 12, last_failure: 'ECONNECTION' })
    expect(await failedMails(base.db)).toHaveLength(1)
  })
  it('a server that is not there loses nothing', async () => {
    const gone = smtpTransport({ url: 'smtp://127.0.0.1:9', from: { name: 'x', address: 'x@example.org' }, site, patience: 500 })
    const id = await queue()
    await sendDueMails({ ...settings, deliver: gone.deliver })
    expect(await findMail(base.db, id)).toMatchObject({ sent_at: null, failed_at: null })
  })
  it('logs hold no address and no text', async () => {
    for (const behaviour of ['accept', 'busy', 'refuse-recipient'] as const) {
      await queue()
      server.plan.push(behaviour)
      await sendDueMails(settings)
    }
    expect(lines).toHaveLength(3)
    expect(lines.join('')).not.toMatch(/ola|example\.org|Hei på deg/)
  })
})

it('two senders at once send each mail once', async () => {
  for (let i = 0; i < 30; i++) await queue({ subject: `Nr. ${i}` })
  const senders = [startSender(settings, { everyMs: 20 }), startSender(settings, { everyMs: 20 })]
  await vi.waitFor(() => expect(server.seen).toHaveLength(30), 10_000)
  await Promise.all(senders.map((sender) => sender.stop()))
  expect(new Set(server.seen.map((mail) => header(mail.raw, 'Message-ID'))).size).toBe(30)
})

it('receipts and failures are purged, and what waits is kept', async () => {
  await queue()
  await sendDueMails(settings)
  const waiting = await queue()
  expect(await purgeMails(base.db, clock().add({ hours: 1 }))).toBe(1)
  expect((await latestMails(base.db)).map((mail) => mail.id)).toEqual([waiting])
})
