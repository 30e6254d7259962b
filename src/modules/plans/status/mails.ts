import { mailBody, type MailBody } from '../../../platform/mail/mail.ts'
import { formatDate, formatWeekday } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { mailWords } from './mail.words.ts'

const mostNamed = 10

/** What a mail about status is made of. `titles` are the measures that it asks about; `asker` is null where nobody is known any more. */
export type QuestionMail = {
  lang: Lang
  workspace: string
  organisation: string | null
  asker: string | null
  message: string | null
  dueOn: string
  titles: readonly string[]
  url: string
  /** Who handed the question over, for a colleague's mail. */
  handedBy?: string
  reminder?: boolean
}

/** The question, its reminder, or the same question to a colleague: one link for everything. */
export function questionMail(mail: QuestionMail): { subject: string; body: MailBody } {
  const { lang, workspace, titles } = mail
  const w = mailWords[lang]
  const n = titles.length
  const asker = mail.asker ?? w.somebody
  const subject = w.subject(n, short(titles[0] ?? ''), formatDate(mail.dueOn, lang))
  const named = [...titles.slice(0, mostNamed).map((title) => `– ${title}`), ...(n > mostNamed ? [w.more(n - mostNamed)] : [])]
  const opening = mail.handedBy ? w.handed(mail.handedBy, workspace, n) : mail.reminder ? w.reminder(asker, workspace, n) : w.asks(asker, workspace, n)
  return {
    subject: mail.reminder ? w.reminderSubject(subject) : subject,
    body: mailBody({
      lang, heading: w.heading(n),
      paragraphs: [opening, ...(mail.message ? [mail.message] : []), [w.which, ...named].join('\n'), w.due(formatWeekday(mail.dueOn, lang))],
      action: { label: w.action, url: mail.url },
      footer: w.footer(workspace, mail.organisation),
    }),
  }
}

const short = (title: string) => (title.length > 60 ? `${title.slice(0, 59).trimEnd()}…` : title)

export type Receipt = { lang: Lang; workspace: string; title: string; asked: number; answered: number; waiting: number; decisions: number; url: string }

/** How a round went, to the one who asked. */
export function receiptMail(receipt: Receipt): { subject: string; body: MailBody } {
  const { lang, workspace, title, asked, answered, waiting, decisions } = receipt
  const w = mailWords[lang]
  return {
    subject: w.closedSubject(title, answered, asked),
    body: mailBody({
      lang, heading: w.closedHeading,
      paragraphs: [w.closed(title, workspace, answered, asked), ...(waiting > 0 ? [w.closedWaiting(waiting)] : []), ...(decisions > 0 ? [w.closedDecisions(decisions)] : [])],
      action: { label: w.closedAction, url: receipt.url },
      footer: w.closedFooter(workspace),
    }),
  }
}
