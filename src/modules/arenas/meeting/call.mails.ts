import { mailBody, type MailBody } from '../../../platform/mail/mail.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { callWords } from './call.words.ts'
import { type Moment, type Place, whenText } from './when.ts'

export type CallKind = 'call' | 'update' | 'cancel'

/** What a mail about a meeting is made of; with several, they are of one series. `asker` is null where nobody is known any more. */
export type CallMail = {
  kind: CallKind
  lang: Lang
  workspace: string
  asker: string | null
  title: string
  meetings: readonly (Moment & Place & { title: string; points: readonly string[] })[]
  message: string | null
  url: string
}

/** The invitation, its update or the cancellation, in the reader's language: when and where, the agenda, and one link to answer. */
export function callMail(mail: CallMail): { subject: string; body: MailBody } {
  const { kind, lang, title, meetings } = mail
  const w = callWords[lang]
  const [first] = meetings
  const many = meetings.length > 1
  const when = many || !first ? w.seriesOf(meetings.length) : whenText(first, lang, true)
  const asker = mail.asker ?? w.fromWhom
  const subject = { call: w.subject, update: w.updateSubject, cancel: w.cancelSubject }[kind](short(title), when)
  const opening = { call: w.asks, update: w.updates, cancel: w.cancels }[kind](asker, title)
  const where = [first?.venue ? `${w.where}: ${first.venue}` : null, first?.onlineUrl ? `${w.online}: ${first.onlineUrl}` : null].filter(Boolean).join('\n')
  return {
    subject,
    body: mailBody({
      lang, heading: subject,
      paragraphs: [
        opening, ...(many || !first ? [] : [`${w.when}: ${whenText(first, lang)}${where ? `\n${where}` : ''}`]), ...(mail.message ? [`${w.wrote} ${mail.message}`] : []),
      ],
      action: { label: kind === 'cancel' ? w.more : w.respond, url: mail.url },
      sections: [
        ...(many ? [{ heading: kind === 'call' ? w.meetings : w.moved, lines: meetings.map((one) => ({ text: whenText(one, lang), ...(one.venue && { hint: one.venue }) })) }] : []),
        ...(!many && first && first.points.length > 0 && kind !== 'cancel' ? [{ heading: w.agenda, lines: first.points.map((text) => ({ text })) }] : []),
      ],
      footer: w.footer(mail.workspace),
    }),
  }
}

const short = (title: string) => (title.length > 60 ? `${title.slice(0, 59).trimEnd()}…` : title)
