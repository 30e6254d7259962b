import { mailBody, type MailBody } from '../../../platform/mail/mail.ts'
import { formatDate, formatWeekday } from '../../../platform/text/format.ts'
import type { asking } from '../../workspaces/index.ts'
import { mailWords } from './mail.words.ts'
import type { Round } from './round.ts'

/** A mail about a round: one link, and who will see what, before anything is written. */
export function questionMail({ lang, workspace, organisation, asker, round, about, url }: asking.QuestionMail<Pick<Round, 'message' | 'dueOn'>>): { subject: string; body: MailBody } {
  const w = mailWords[lang]
  const who = asker ?? w.somebody
  const subject = w.subject(workspace, formatDate(round.dueOn, lang))
  const opening = about.is === 'colleague' ? w.colleague(about.from, organisation, workspace) : about.is === 'reminder' ? w.reminder(who, organisation, workspace) : w.asks(who, organisation, workspace)
  return {
    subject: about.is === 'reminder' ? w.reminderSubject(subject) : subject,
    body: mailBody({
      lang, heading: w.heading, paragraphs: [opening, ...(round.message ? [round.message] : []), w.sees, w.due(formatWeekday(round.dueOn, lang))], action: { label: w.action, url }, footer: w.footer(workspace, organisation),
    }),
  }
}

/** How a round went, to the one who asked. */
export function receiptMail({ lang, workspace, title, asked, answered, url }: asking.Receipt): { subject: string; body: MailBody } {
  const w = mailWords[lang]
  return {
    subject: w.closedSubject(title, answered, asked),
    body: mailBody({ lang, heading: w.closedHeading, paragraphs: [w.closed(title, workspace, answered, asked), w.closedNext], action: { label: w.closedAction, url }, footer: w.closedFooter(workspace) }),
  }
}
