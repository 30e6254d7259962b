import { type MailBody, mailBody, type MailLine, type MailSection } from '../../../platform/mail/mail.ts'
import { formatDate, formatList } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { isPast } from '../../../platform/time/oslo.ts'
import { workspacePath } from '../../workspaces/index.ts'
import { digestWords } from './digest.words.ts'
import type { ToldLine } from './digest.store.ts'
import { followUp } from './follow-up.ts'

export type DigestAbout = { lang: Lang; baseUrl: string; /** The way to answer, when there is something of their own. */ url: string | null; now: Temporal.Instant }

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text)

/** The mail of a day: what is one's own first, with the way to answer; then what those who lead must see to. */
export function digestMail(lines: readonly ToldLine[], { lang, baseUrl, url, now }: DigestAbout): { subject: string; body: MailBody } | null {
  const w = digestWords[lang]
  const [own, up] = [lines.filter((one) => one.why === 'own'), lines.filter((one) => one.why !== 'own')]
  const [first] = own.length > 0 ? own : up
  if (!first || (own.length > 0 && !url)) return null
  const when = (one: ToldLine) => (one.dueOn === null ? w.noDate : isPast(one.dueOn, now) ? w.past(formatDate(one.dueOn, lang)) : w.due(formatDate(one.dueOn, lang)))
  const several = new Set(lines.map((one) => one.workspaceId)).size > 1
  const line = (one: ToldLine): MailLine => ({
    text: one.title,
    hint: [
      ...(one.why === 'own' ? [one.stage === 0 ? w.fresh : ''] : [w.why[one.why], one.givenTo ? w.given(one.givenTo) : '', one.why === 'problem' && one.answer ? w.said(short(one.answer, 160)) : '']), when(one), several ? one.workspace : '',
    ].filter(Boolean).join(', '),
    ...(one.why !== 'own' && { url: `${baseUrl}${workspacePath(one, `${followUp.segment}/${one.number}`)}` }),
  })
  const section = (heading: string, some: readonly ToldLine[]): MailSection[] => {
    const rest = (some[0]?.total ?? 0) - some.length
    return some.length === 0 ? [] : [{ heading, lines: [...some.map(line), ...(rest > 0 ? [{ text: w.more(rest) }] : [])] }]
  }
  const total = first.total
  const workspaces = formatList([...new Set(own.map((one) => `«${one.workspace}»`))], lang)
  const subject = own.length === 0 ? w.upSubject(total) : total > 1 ? w.manySubject(total)
    : first.dueOn !== null && isPast(first.dueOn, now) ? w.oneLate(short(first.title, 60), formatDate(first.dueOn, lang)) : w.oneSubject(short(first.title, 60), first.dueOn && formatDate(first.dueOn, lang))
  const action = own.length > 0 && url ? { label: w.button, url } : { label: w.upButton, url: several ? `${baseUrl}/min-side` : `${baseUrl}${workspacePath(first, followUp.segment)}` }
  return {
    subject,
    body: mailBody({
      lang, heading: own.length > 0 ? w.heading : w.upHeading, action, footer: own.length > 0 ? w.footer : w.upFooter,
      paragraphs: own.length > 0 ? [w.lead(total, workspaces), w.notYours] : [w.upLead(total)],
      sections: [...section(w.own, own), ...section(w.up, up)],
    }),
  }
}
