import { mailBody, type MailBody } from '../../../platform/mail/mail.ts'
import { formatDate, formatWeekday } from '../../../platform/text/format.ts'
import type { asking } from '../../workspaces/index.ts'
import { mailWords } from './mail.words.ts'
import type { Round } from './round.ts'

/** What else one is written to about: what others expect of one. */
export type ShownAbout = { is: 'shown'; expected: number }

/** A mail about a round: one link for everything that somebody is asked in it. */
export function questionMail({ lang, workspace, organisation, asker, round, about, url }: asking.QuestionMail<Pick<Round, 'message' | 'dueOn' | 'replyBy' | 'shownTo'>, ShownAbout>): { subject: string; body: MailBody } {
  const w = mailWords[lang]
  const who = asker ?? w.somebody
  const shown = about.is === 'shown' || round.replyBy !== null
  const day = shown ? (round.replyBy ?? round.dueOn) : round.dueOn
  const subject = shown ? w.shownSubject(workspace, formatDate(day, lang)) : w.subject(workspace, formatDate(day, lang))
  const opening = about.is === 'colleague' ? w.colleague(about.from, organisation, workspace) : about.is === 'reminder' ? w.reminder(who, organisation, workspace, shown)
    : shown ? w.shown(who, workspace, about.is === 'shown' ? about.expected : 0, organisation) : w.asks(who, organisation, workspace)
  return {
    subject: about.is === 'reminder' ? w.reminderSubject(subject) : subject,
    body: mailBody({
      lang, heading: shown ? w.shownHeading : w.heading,
      paragraphs: [opening, ...(round.message && !shown ? [round.message] : []), ...(shown ? [] : [w.what, w.sees(round.shownTo)]), shown ? w.replyDue(formatWeekday(day, lang)) : w.due(formatWeekday(day, lang))],
      action: { label: shown ? w.shownAction : w.action, url },
      footer: w.footer(workspace, organisation),
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
