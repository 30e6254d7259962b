import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { once } from 'node:events'
import fc from 'fast-check'
import nodemailer from 'nodemailer'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { createLimiter } from '../limits/limits.ts'
import { createLog } from '../log/log.ts'
import { fixedClock } from '../time/clock.ts'
import { deliveryOf, mailBody, queueMail, type Receiver, reportsOf, sendDueMails, startMailReceiver, unreachablePeople } from './mail.ts'
import { readMime } from './mime.ts'
import { readReport } from './report.ts'
import { returnAddress } from './return-address.ts'

const key = new Uint8Array(32).fill(4)
const domain = 'retur.example.org'
const clock = fixedClock('2026-11-20T10:00:00Z')
const lines: string[] = []
let base: TestDatabase
let receiver: Receiver
let person: string
beforeAll(async () => {
  base = await testDatabase()
  const log = createLog({ clock, write: (line) => void lines.push(line) })
  receiver = await startMailReceiver({ port: 0, host: '127.0.0.1', domain, key, db: base.db, clock, log, limit: createLimiter(base.db, 'test') })
  person = crypto.randomUUID()
  await base.db.insertInto('person').values({ id: person, name: 'Rådgiver' }).execute()
  await base.db.insertInto('identity').values({ provider: 'email', subject: 'ola@example.org', person_id: person }).execute()
})
afterAll(async () => {
  await receiver.stop()
  await base.close()
})
afterEach(async () => {
  for (const table of ['mail', 'mail_unreachable', 'rate_limit'] as const) await base.db.deleteFrom(table).execute()
})

/** A mail that was sent, and its return address. */
async function sentMail(): Promise<{ id: string; to: string }> {
  const body = mailBody({ lang: 'nb', heading: 'Hei', paragraphs: ['Hei.'], footer: 'Hilsen oss' })
  const id = await base.db.transaction().execute((tx) => queueMail(tx, { to: 'Ola@example.org', subject: 'Hei', body, lang: 'nb', purpose: 'test', personId: person, now: clock() }))
  await sendDueMails({ db: base.db, domain, clock, log: createLog({ clock, write: () => {} }), deliver: async () => ({ sent: true }) })
  return { id, to: returnAddress(key, id, domain) }
}
async function deliver(to: string, raw: string | Buffer, from = ''): Promise<number> {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: receiver.port, ignoreTLS: true })
  try {
    const { response } = await transport.sendMail({ envelope: { from, to }, raw })
    return Number(response.slice(0, 3))
  } catch (error) {
    return Number((error as { responseCode?: number }).responseCode)
  } finally {
    transport.close()
  }
}
const status = (fields: string, extra = '') => [
  'From: MAILER-DAEMON@mx.example.org', 'To: retur', 'Subject: Undelivered Mail Returned to Sender', 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status;', '\tboundary="grense"', '',
  '--grense', 'Content-Type: text/plain; charset=us-ascii', '', 'I am sorry to have to inform you …', '', '--grense', 'Content-Type: message/delivery-status', '',
  'Reporting-MTA: dns; mx.example.org', 'Arrival-Date: Fri, 20 Nov 2026 09:00:00 +0000', '', 'Final-Recipient: rfc822; ola@example.org', fields, '', '--grense', 'Content-Type: message/rfc822', '', 'Subject: Hei', '', 'Action: failed', extra, '--grense--', '',
].join('\r\n')
const permanent = status('Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 <ola@example.org>:\r\n  no such user')

describe('what comes back', () => {
  it('for good: the mail has not arrived and the address cannot be reached, until a mail to it gets through; twice is once', async () => {
    const { id, to } = await sentMail()
    for (let i = 0; i < 2; i++) expect(await deliver(to, permanent)).toBe(250)
    expect((await deliveryOf(base.db, [id])).get(id)).toMatchObject({ state: 'bounced', code: '5.1.1' })
    expect(await reportsOf(base.db, [id])).toMatchObject([{ kind: 'failed', status: '5.1.1', detail: '550 5.1.1 <ola@example.org>: no such user' }])
    expect([...(await unreachablePeople(base.db, [person])).keys()]).toEqual([person])
    await sentMail()
    expect((await unreachablePeople(base.db, [person])).size).toBe(0)
    expect((await deliveryOf(base.db, [id])).get(id)?.state).toBe('bounced')
  })
  it('for now, an answer that says somebody is away, and what nobody understands are noted and are no failure', async () => {
    const { id, to } = await sentMail()
    const note = async () => (await deliveryOf(base.db, [id])).get(id)
    expect(await deliver(to, status('Action: delayed\r\nStatus: 4.4.1'))).toBe(250)
    expect(await note()).toMatchObject({ state: 'sent', note: 'delayed' })
    clock.advance({ minutes: 1 })
    expect(await deliver(to, 'Subject: Automatisk svar: Hei\r\nAuto-Submitted: auto-replied\r\n\r\nJeg er på ferie.', 'ola@example.org')).toBe(250)
    expect(await note()).toMatchObject({ state: 'sent', note: 'away' })
    clock.advance({ minutes: 1 })
    expect(await deliver(to, 'Subject: failure notice\r\n\r\nSorry, it did not work out.')).toBe(250)
    expect(await note()).toMatchObject({ state: 'sent', note: 'unclear' })
    expect(await deliver(to, status('Action: delivered\r\nStatus: 2.0.0'))).toBe(250)
    expect(await reportsOf(base.db, [id])).toHaveLength(3)
    expect(await base.db.selectFrom('mail').select('id').execute()).toHaveLength(1)
  })
  it('logs hold no address and no text', () => expect(lines.join('')).not.toMatch(/ola|no such user|ferie/))
})

describe('what is not ours', () => {
  it('is refused: other addresses, other domains, a changed code, several at once', async () => {
    const { to } = await sentMail()
    for (const other of ['post@retur.example.org', to.replace(domain, 'example.org'), to.replace(/.@/, (end) => (end[0] === '0' ? '1@' : '0@')), 'root@localhost']) expect(await deliver(other, permanent)).toBe(550)
    expect(await base.db.selectFrom('mail_report').select('id').execute()).toEqual([])
  })
  it('too large is refused, and the next is taken', async () => {
    const { id, to } = await sentMail()
    expect(await deliver(to, status('Action: failed', 'x'.repeat(700_000)))).toBe(552)
    expect(await deliver(to, permanent)).toBe(250)
    expect((await deliveryOf(base.db, [id])).get(id)?.state).toBe('bounced')
  })
  it('too many are told to come back', async () => {
    const { to } = await sentMail()
    await base.db.updateTable('rate_limit').set({ hits: Array.from({ length: 300 }, () => clock().toString()) as never }).execute()
    await deliver(to, permanent)
    await base.db.updateTable('rate_limit').set({ hits: Array.from({ length: 300 }, () => clock().toString()) as never }).execute()
    expect(await deliver(to, permanent)).toBe(451)
  })
  it('a line that is cut in the middle of a report leaves nothing half', async () => {
    const { id, to } = await sentMail()
    const socket = connect(receiver.port, '127.0.0.1')
    socket.on('error', () => {})
    const say = async (line: string) => { await once(socket, 'data'); socket.write(line) }
    await say('EHLO x\r\n'); await say('MAIL FROM:<>\r\n'); await say(`RCPT TO:<${to}>\r\n`); await say('DATA\r\n'); await say(permanent.slice(0, 300))
    socket.destroy()
    await once(socket, 'close')
    expect((await deliveryOf(base.db, [id])).get(id)?.state).toBe('sent')
  })
})

// Seen to fail when parts may stand in parts without end.
describe('check 18, 23: hostile input', () => {
  it('never throws and never takes long', () => {
    const boundaries = (n: number) => Array.from({ length: n }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join('')
    const began = performance.now()
    for (const raw of [
      boundaries(5_000), '--a\n'.repeat(100_000), `Content-Type: multipart/mixed; boundary=a\n\n${'--a\n\nx\n'.repeat(50_000)}`, `Subject:${' '.repeat(200_000)}x`, `X: y\n${' z\n'.repeat(100_000)}`,
      `Content-Type: message/delivery-status\n\n${'\n \n'.repeat(100_000)}`, `Content-Type: message/delivery-status\n\n${'Action: failed\n\n'.repeat(20_000)}`, `Content-Type: text/plain; ${'boundary= ;'.repeat(20_000)}`,
      `Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n${'='.repeat(300_000)}`, randomBytes(400_000).toString('latin1'), '', '\n', '\0'.repeat(10_000),
    ]) readReport(raw)
    expect(performance.now() - began).toBeLessThan(2_000)
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (raw) => { readReport(raw); readReport(status(raw)) }))
  })
  it('reads parts in parts, and coded text', () => {
    const inner = 'Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n' + Buffer.from('Reporting-MTA: dns; x\n\nAction: failed\nStatus: 5.2.2 (full)\n').toString('base64')
    expect(readReport(`Content-Type: multipart/mixed; boundary=ytre\n\n--ytre\nContent-Type: multipart/report; boundary="indre"\n\n--indre\n${inner}\n--indre--\n--ytre--`)).toMatchObject({ kind: 'failed', status: '5.2.2' })
    expect(readMime('Content-Transfer-Encoding: quoted-printable\n\nbl=C3=A5b=\nær'.replace('ær', '=C3=A6r')).text).toBe('blåbær')
  })
})
