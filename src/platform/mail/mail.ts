/** Mail: written in the caller's transaction, sent afterwards, at least once. */
export { parseEmail } from './address.ts'
export { mailBody, type MailBody, type MailContent } from './body.ts'
export {
  countMailsTo, failedMails, findMail, latestMails, purgeMails, queueMail, retryMail, type Mail, type Message,
} from './mail.store.ts'
export { sendDueMails, startSender, type Sender, type SendSettings } from './sender.ts'
export { smtpTransport, type Deliver, type Delivery, type SmtpOptions, type Transport } from './transport.ts'
