import type { AddressInfo } from 'node:net'
import type { SMTPServerDataStream } from 'smtp-server'
import type { Database } from '../db/database.ts'
import type { Limiter } from '../limits/limits.ts'
import { limits } from '../limits/limits.ts'
import type { Log } from '../log/log.ts'
import type { Clock } from '../time/clock.ts'
import { readReport } from './report.ts'
import { keepReport } from './report.store.ts'
import { mailOfReturnAddress } from './return-address.ts'

export type ReceiverSettings = {
  port: number
  host: string
  /** The domain of our return addresses; all else is refused. */
  domain: string
  key: Uint8Array
  db: Database
  clock: Clock
  log: Log
  limit: Limiter
}

export type Receiver = { port: number; stop(): Promise<void> }

const mostBytes = 512 * 1024
const mostLines = 25
const reply = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

/**
 * Receives word of mail that did not arrive, by SMTP from the mail server in front of us. It takes nothing but mail to our own return
 * addresses, in bounded size and number, says yes when the database has it, and never sends anything.
 */
export async function startMailReceiver({ port, host, domain, key, db, clock, log, limit }: ReceiverSettings): Promise<Receiver> {
  // Most have none of this, and need not read it.
  const { SMTPServer } = await import('smtp-server')
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    banner: 'return addresses only',
    logger: false,
    size: mostBytes,
    maxClients: mostLines,
    socketTimeout: 30_000,
    closeTimeout: 2_000,
    disableReverseLookup: true,
    onRcptTo({ address }, session, done) {
      // One mail, one return address: that is how servers send them.
      if (session.envelope.rcptTo.length > 0) return done(reply(452, 'one recipient at a time'))
      if (mailOfReturnAddress(key, address, domain) === null) return done(reply(550, 'no such address'))
      limit(limits.mailIn, session.remoteAddress, clock()).then((answer) => done(answer.ok ? null : reply(451, 'too many, try later')), () => done(reply(451, 'try later')))
    },
    onData(stream, session, done) {
      const id = mailOfReturnAddress(key, session.envelope.rcptTo[0]?.address ?? '', domain)
      receive(stream, id).then(() => done(null), (error: unknown) => done(error instanceof Error && 'responseCode' in error ? error : reply(451, 'try later')))
    },
  })

  async function receive(stream: SMTPServerDataStream, mailId: string | null): Promise<void> {
    const raw = await readBounded(stream)
    if (stream.sizeExceeded || raw === null) throw reply(552, 'too large')
    if (mailId === null) throw reply(550, 'no such address')
    const report = readReport(raw)
    const known = await keepReport(db, mailId, report, clock()).catch((error: unknown) => {
      log.warn('a mail report could not be kept', { mailId, error })
      throw reply(451, 'try later')
    })
    log.info('mail report', { mailId, kind: known ? report.kind : 'no longer kept', ...('status' in report && report.status !== null && { code: report.status }) })
  }

  server.on('error', (error) => log.warn('mail receiver is in trouble', { error }))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  log.info('mail receiver listens', { port })
  return { port: (server.server.address() as AddressInfo).port, stop: () => new Promise((resolve) => { server.close(() => resolve()) }) }
}

/** All of it, or null when it is more than we take; what is too much is read away, so that the sender hears our no. */
async function readBounded(stream: SMTPServerDataStream): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= mostBytes) chunks.push(chunk)
    else chunks.length = 0
  }
  return size > mostBytes ? null : Buffer.concat(chunks).toString('utf8')
}
