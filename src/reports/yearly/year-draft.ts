import { formatDate, formatKroner, formatList, formatNumber } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import type { Written } from '../../modules/thread/index.ts'
import { draftWords } from './year-draft.words.ts'
import type { YearMaterial } from './year-material.ts'

/** The sections that a yearly report begins with, in order. */
export const partKeys = ['summary', 'partnership', 'agreed', 'done', 'changed', 'resources', 'arenas', 'learned', 'loose', 'asks', 'next'] as const
export type PartKey = (typeof partKeys)[number]

/** A list in a text that is read in a meeting: what is more is counted. */
const mostListed = 8
/** Those who take part are named, all of them in most partnerships. */
const mostParties = 60

/** Measures that are late on the day that the material was fetched: those that say so, and those whose deadline is past. */
export const lateIn = ({ measures, on }: Pick<YearMaterial, 'measures' | 'on'>): readonly { title: string }[] =>
  measures.filter(({ state, endsOn }) => state === 'delayed' || (endsOn !== null && endsOn < on && state !== 'completed' && state !== 'cancelled'))

export const completedIn = ({ measures }: Pick<YearMaterial, 'measures'>): readonly { title: string }[] => measures.filter((one) => one.state === 'completed')

/** A first draft of the report: what is known is written, and what only people can say stands in brackets. */
export function draftOfYear(material: YearMaterial, lang: Lang): Written[] {
  const w = draftWords[lang]
  const day = (on: string) => formatDate(on, lang)
  const list = (intro: string, items: readonly string[], most = mostListed) => (items.length === 0 ? '' : `${intro}\n\n${[...items.slice(0, most), ...(items.length > most ? [w.more(items.length - most)] : [])].map(inList).join('\n')}`)
  const { parties, decisions, measures, milestones, results, effects, indicators, arenas, lessons, loose, asks, coming, recipient } = material
  const [completed, late] = [completedIn(material), lateIn(material)]
  const followed = decisions.filter((one) => one.followedUp).length
  const meetings = arenas.reduce((sum, one) => sum + one.meetings, 0)
  const met = arenas.filter((one) => one.meetings > 0)
  const quiet = arenas.filter((one) => one.meetings === 0 && one.matters === 0).map((one) => one.title)
  const looseCount = loose.reduce((sum, one) => sum + one.count, 0)
  const sum = (of: 'money' | 'people') => material.resources.reduce((all, one) => all + (one[of] ?? 0), 0)
  const who = recipient ? lowered(recipient) : w.somebody
  const bodies: Record<PartKey, string> = {
    summary: together([
      w.main,
      [w.parties(parties.length, material.workspace), measures.length > 0 ? w.measures(measures.length, completed.length, late.length) : '', w.reached(milestones.length, results.length), decisions.length > 0 ? w.decisionsOf(decisions.length, followed) : ''].filter(Boolean).join(' '),
      asks.length > 0 ? w.asksSome(asks.length) : '',
    ]),
    partnership: together([
      material.purpose ?? '', parties.length > 0 ? list(w.who, parties, mostParties) : w.nobody,
      list(w.cameIn, material.came.map((one) => w.on(one.name, day(one.on)))), list(w.wentOut, material.left.map((one) => w.on(one.name, day(one.on)))),
      list(w.became, material.successions.map((one) => w.succession(one.from, one.to, day(one.on)))),
    ]),
    agreed: together([
      material.agreements.length === 0 ? w.noAgreement : list(w.agreements, material.agreements.map((one) => [
        `${one.title} ${one.state === 'in_force' ? w.inForce(one.startsOn ? day(one.startsOn) : '', one.endsOn ? day(one.endsOn) : '') : one.state === 'ended' ? w.over : one.state === 'agreed' ? w.textAgreed : w.beingWritten}`,
        one.parties > 0 ? w.signed(one.signed, one.parties) : '', one.renewBy && one.state !== 'ended' ? w.renew(day(one.renewBy)) : '',
      ].filter(Boolean).join('; '))),
      material.governance ?? '', decisions.length > 0 ? w.decided : w.noDecisions,
    ]),
    done: together([
      measures.length === 0 ? w.noMeasures : w.statesOn(day(material.on)), list(w.completed, completed.map((one) => one.title)), list(w.delayed, late.map((one) => one.title)),
      results.length === 0 ? w.noResults : list(w.resultsAre, results.map((one) => (one.on ? w.on(one.title, day(one.on)) : one.title))),
    ]),
    changed: together([
      effects.length === 0 ? w.noEffects : list(w.effects, effects.map((one) => [`${one.title}${known(w.certainty, one.certainty)}`, one.others ? w.others(one.others) : ''].filter(Boolean).join('. '))),
      indicators.length > 0 ? w.indicators : w.noIndicators,
    ]),
    resources: material.resources.length === 0 ? w.noResources : w.resources(sum('money') > 0 ? formatKroner(sum('money'), lang) : '', sum('people') > 0 ? w.manYears(formatNumber(sum('people'), lang)) : ''),
    arenas: together([
      [meetings > 0 ? w.met(meetings, met.length) : w.noMeetings, material.tasks.all > 0 ? w.tasks(material.tasks.all, material.tasks.done, material.tasks.late) : ''].filter(Boolean).join(' '),
      meetings > 0 && quiet.length > 0 ? w.quiet(formatList(quiet, lang)) : '',
    ]),
    learned: together([
      lessons.length === 0 ? w.noLessons : list(w.lessons, lessons.map((one) => (one.advice ? `${one.title}. ${one.advice}` : one.title))), list(w.evaluated, material.evaluation),
    ]),
    loose: looseCount === 0 ? w.looseNone : w.looseSome(looseCount),
    asks: together([
      asks.length === 0 ? w.asksNone(who) : list(w.asks(who), asks.map((one) => (one.about ? w.about(one.text, one.about) : one.text))), list(w.waiting, material.waiting.map((one) => w.waits(one.title, one.arena))),
    ]),
    next: coming.length === 0 ? w.noComing : list(w.coming, coming.map((one) => w.comesOn(w.comes[one.what], one.title, day(one.on)))),
  }
  return partKeys.map((key) => ({ key, heading: w.headings[key], body: bodies[key].slice(0, longestBody) }))
}

/** As long as a section may be. */
const longestBody = 15_000

const together = (parts: readonly string[]): string => parts.filter((one) => one.trim() !== '').join('\n\n')
/** A line of a list holds one item, however it was written. */
const inList = (text: string): string => `- ${text.replace(/\s+/g, ' ').trim()}`
const known = (words: Readonly<Record<string, unknown>>, name: string | null): string => (name !== null && typeof words[name] === 'string' ? ` (${words[name]})` : '')
/** «Fylkestinget» within a sentence; a name of several capitals stands as it is. */
const lowered = (text: string): string => (/^\p{Lu}[\p{Ll} ]+$/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)
