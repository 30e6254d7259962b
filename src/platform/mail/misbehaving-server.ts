import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type Behaviour =
  | 'accept' | 'busy' | 'slow' | 'greylist'
  | 'refuse-us' | 'refuse-sender' | 'refuse-recipient' | 'refuse-content'
  | 'drop-after-data' | 'accept-then-drop'
export type SeenMail = { to: string[]; from: string; raw: string }

const reply = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

/** A real SMTP server on loopback for tests, that does as it is told for each mail: `accept` when the list is empty. */
export async function misbehavingServer() {
  const plan: Behaviour[] = []
  const seen: SeenMail[] = []
  let now: Behaviour = 'accept'
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onMailFrom(_address, _session, done) {
      now = plan.shift() ?? 'accept'
      const refusals: Partial<Record<Behaviour, Error>> = {
        busy: reply(451, 'try later'),
        greylist: reply(450, 'greylisted, come back'),
        'refuse-us': reply(421, 'go away'),
        'refuse-sender': reply(550, 'we do not know you'),
      }
      done(refusals[now] ?? null)
    },
    onRcptTo(_address, _session, done) {
      done(now === 'refuse-recipient' ? reply(550, 'no such user ola@example.org') : null)
    },
    async onData(stream, session, done) {
      // The line may be cut under it.
      const raw = await buffer(stream).then((read) => read.toString('utf8'), () => null)
      if (raw === null) return
      const mailFrom = session.envelope.mailFrom
      const mail = { to: session.envelope.rcptTo.map((to) => to.address), from: mailFrom ? mailFrom.address : '', raw }
      if (now === 'refuse-content') return done(reply(554, 'looks like spam'))
      if (now === 'slow') return void setTimeout(() => done(reply(451, 'too late')), 3_000).unref()
      if (now === 'accept-then-drop') seen.push(mail)
      if (now === 'drop-after-data' || now === 'accept-then-drop') {
        for (const connection of server.connections) connection.close()
        return
      }
      seen.push(mail)
      done()
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    plan,
    seen,
    close: () => new Promise<void>((resolve) => { server.close(() => resolve()) }),
  }
}
