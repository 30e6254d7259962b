import { mailBody, type MailBody } from '../../../platform/mail/mail.ts'
import { formatDate, formatWeekday } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { mailWords } from './mail.words.ts'
import type { Round } from './round.store.ts'

/** Why somebody is written to: asked, asked though they have left, asked by a colleague, or reminded. */
export type MailAbout = { is: 'question' } | { is: 'left' } | { is: 'colleague'; from: string } | { is: 'reminder' }

export type QuestionMail = { lang: Lang; workspace: string; asker: string | null; round: Pick<Round, 'greeting' | 'dueOn'>; about: MailAbout; url: string }

/** A mail that asks somebody what they think. */
export function questionMail({ lang, workspace, asker, round, about, url }: QuestionMail): { subject: string; body: MailBody } {
  const w = mailWords[lang]
  const who = asker ?? w.somebody
  const subject = w.subject(workspace, formatDate(round.dueOn, lang))
  const opening = about.is === 'colleague' ? w.colleague(about.from, workspace) : about.is === 'reminder' ? w.reminder(who, workspace) : about.is === 'left' ? w.left(who, workspace) : w.asks(who, workspace)
  return {
    subject: about.is === 'reminder' ? w.reminderSubject(subject) : subject,
    body: mailBody({
      lang, heading: w.heading, paragraphs: [opening, ...(round.greeting ? [round.greeting] : []), w.anonymous, w.due(formatWeekday(round.dueOn, lang))], action: { label: w.action, url }, footer: w.footer(workspace),
    }),
  }
}

export type Receipt = { lang: Lang; workspace: string; title: string; asked: number; answered: number; url: string }

/** How it went, to the one who asked. */
export function receiptMail({ lang, workspace, title, asked, answered, url }: Receipt): { subject: string; body: MailBody } {
  const w = mailWords[lang]
  return {
    subject: w.closedSubject(title, answered, asked),
    body: mailBody({ lang, heading: w.closedHeading, paragraphs: [w.closed(title, workspace, answered, asked), w.closedNext], action: { label: w.closedAction, url }, footer: w.closedFooter(workspace) }),
  }
}
