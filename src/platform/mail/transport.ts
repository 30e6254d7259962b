import nodemailer from 'nodemailer'
import type { Mail } from './message.ts'

/** What became of one try: taken over by the server, worth trying again, or refused for good. `cause` holds codes only. */
export type Delivery = { sent: true } | { sent: false; again: boolean; cause: string }
export type Deliver = (mail: Mail) => Promise<Delivery>
export type Transport = { deliver: Deliver; close(): void }

export type SmtpOptions = {
  /** `smtp://user:password@host:587` or `smtps://…`, from `SMTP_URL`. */
  url: string
  from: { name: string; address: string }
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

/** Sends by SMTP. Never throws for what a server or the net does. */
export function smtpTransport({ url, from, patience = 20_000 }: SmtpOptions): Transport {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async deliver(mail) {
      try {
        await transport.sendMail({
          messageId: mail.message_id ?? undefined,
          from,
          // As parts and not as text, so that nothing is parsed and one recipient stays one.
          to: { name: '', address: mail.recipient },
          ...(mail.reply_to && { replyTo: { name: '', address: mail.reply_to } }),
          envelope: { from: from.address, to: mail.recipient },
          subject: mail.subject,
          text: mail.text ?? '',
          html: mail.html ?? '',
          date: new Date(mail.created_at.epochMilliseconds),
          headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
        })
        return { sent: true }
      } catch (error) {
        return failed(error)
      }
    },
    close: () => transport.close(),
  }
}
