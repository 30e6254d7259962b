import { formatDate, formatKroner, formatList, formatNumber } from '../../../../platform/text/format.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import type { Sending } from '../answer.store.ts'
import type { Puts, ReportRow, RoundReport } from '../report.load.ts'
import { stateText } from './answer-form.tsx'
import { reportWords } from './report.words.ts'

/** What a round says in three or four sentences: for those who read no further. */
export function glanceOf({ round, before, rows, tally }: RoundReport, lang: Lang): string[] {
  const w = reportWords[lang]
  const parts = (['better', 'same', 'worse', 'stopped', 'new'] as const).filter((one) => tally[one] > 0).map((one) => w.parts[one](tally[one]))
  const decisions = decisionsIn(rows).length
  return [
    w.answered(rows.filter((row) => row.answer.sending).length, rows.length), ...(parts.length > 0 ? [`${formatList(parts, lang)}.`] : []), decisions > 0 ? w.decisions(decisions) : w.noDecisions,
    ...(round.state === 'open' ? [w.running(formatDate(round.dueOn, lang))] : []), before ? w.heldAgainst(before.title) : w.first,
  ]
}

/** Answers that say what has to be decided. */
export const decisionsIn = (rows: readonly ReportRow[]): ReportRow[] => rows.filter((row) => row.answer.sending?.decision)
export const stoppedIn = (rows: readonly ReportRow[]): ReportRow[] => rows.filter((row) => row.verdict === 'stopped')

/** «1 200 000 kroner, 0,5 årsverk»; what the plan says in words where it has no sums. Empty when nothing is told. */
export function putsText({ money, people, words }: Puts, lang: Lang): string {
  const sums = [...(money === null ? [] : [formatKroner(money, lang)]), ...(people === null ? [] : [reportWords[lang].years(formatNumber(people, lang))])]
  return sums.length > 0 ? sums.join(', ') : (words ?? '')
}

/** Which organisation said it, when, and how if not by itself. A report goes further than the workspace, so it names no people. */
export function saidBy({ organisation, channel, toldOn, sentAt }: Pick<Sending, 'organisation' | 'channel' | 'toldOn' | 'sentAt'>, lang: Lang): string {
  const w = reportWords[lang]
  const how = channel === 'phone' || channel === 'mail' || channel === 'meeting' ? w.told[channel] : null
  return [organisation ?? w.someone, formatDate(toldOn ?? osloDate(sentAt), lang), how].filter(Boolean).join(', ')
}

/** What the matter says that is raised from an answer: its title, and where it comes from. In the language of the workspace. */
export function matterFrom({ item, answer, verdict }: ReportRow, round: { title: string }, lang: Lang): { title: string; background: string } {
  const w = reportWords[lang]
  const { sending } = answer
  const state = stateText(sending?.state ?? null, lang)
  return {
    title: sending?.decision ?? (verdict === 'stopped' ? w.matterTitle(item.title) : item.title),
    background: [w.matterFrom(round.title, item.title), [state ? w.statusIs(state) : '', sending?.note, sending?.result].filter(Boolean).join('\n'), sending ? saidBy(sending, lang) : ''].filter(Boolean).join('\n\n'),
  }
}
