import nodemailer from 'nodemailer'
import { letterOf, type MailSite } from './letter.ts'
import type { Mail } from './message.ts'

/**
 * What became of one try: taken over by the server, worth trying again, or refused for good. `cause` holds codes only. An outbox that is only
 * looked at keeps the content.
 */
export type Delivery = { sent: true; keepContent?: boolean } | { sent: false; again: boolean; cause: string }
export type Deliver = (mail: Mail) => Promise<Delivery>
export type Transport = { deliver: Deliver; close(): void }

export type SmtpOptions = {
  /** `smtp://user:password@host:587` or `smtps://…`, from `SMTP_URL`. */
  url: string
  from: { name: string; address: string }
  site: MailSite
  /** How long to wait for the server in each step, in ms. */
  patience?: number
}

/** Replies that mean «log in first», whatever they answer. */
const loginWanted: ReadonlySet<number> = new Set([530, 535])

/**
 * A server's «no» to this one mail is final (5xx to its recipient or its content). A «no» to us (log-in, sender, TLS, connection)
 * is ours to mend, and the mail waits.
 */
function failed(error: unknown): Delivery {
  const property = (key: string): unknown => (typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined)
  const reply = property('responseCode')
  const code = property('code')
  const command = property('command')
  const toThisMail = command === 'RCPT TO' || code === 'EMESSAGE'
  const final = toThisMail && typeof reply === 'number' && reply >= 500 && !loginWanted.has(reply)
  const parts = [reply, code, command].filter((part) => typeof part === 'string' || typeof part === 'number')
  return { sent: false, again: !final, cause: parts.join(' ') || 'unknown' }
}

const connectionTo = (url: string, patience: number) =>
  nodemailer.createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

/** Whether the mail server answers and lets us in; if not, its code. Sends nothing. */
export async function askServer(url: string, patience = 5_000): Promise<{ answers: true } | { answers: false; cause: string }> {
  const transport = connectionTo(url, patience)
  try {
    await transport.verify()
    return { answers: true }
  } catch (error) {
    const delivery = failed(error)
    return { answers: false, cause: 'cause' in delivery ? delivery.cause : 'unknown' }
  } finally {
    transport.close()
  }
}

/** Sends nothing: the outbox of the demo keeps all, as it would have been sent. */
export const keptInOutbox: Transport = { deliver: async () => ({ sent: true, keepContent: true }), close: () => {} }

/** Sends by SMTP. Never throws for what a server or the net does. */
export function smtpTransport({ url, from, site, patience = 20_000 }: SmtpOptions): Transport {
  const transport = connectionTo(url, patience)
  return {
    async deliver(mail) {
      const { text, html, headers, returnPath } = letterOf(mail, site)
      try {
        await transport.sendMail({
          messageId: mail.message_id ?? undefined,
          from,
          // As parts and not as text, so that nothing is parsed and one recipient stays one.
          to: { name: '', address: mail.recipient },
          ...(mail.reply_to && { replyTo: { name: '', address: mail.reply_to } }),
          envelope: { from: returnPath ?? from.address, to: mail.recipient },
          subject: mail.subject,
          text,
          html,
          ...(mail.calendar !== null && { icalEvent: { method: /^METHOD:([A-Z]+)/m.exec(mail.calendar)?.[1] ?? 'PUBLISH', filename: 'mote.ics', content: mail.calendar } }),
          date: new Date(mail.created_at.epochMilliseconds),
          headers,
        })
        return { sent: true }
      } catch (error) {
        return failed(error)
      }
    },
    close: () => transport.close(),
  }
}
