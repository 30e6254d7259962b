import { type Block, type Line, type Piece, prose } from '../../../platform/document/index.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { formatDate, formatKroner, formatList, formatNumber } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { type Instrument, instrumentWords, linesOf, measure, type Milestone } from '../../../modules/plans/index.ts'
import { textOf } from '../../../modules/thread/index.ts'
import { documentWords } from '../documents.words.ts'
import { said, stateOf, titled } from '../says.ts'
import type { WholePlan } from './read.ts'

type Fact = { term: string; value: Line }

/** Each of these measures with all that is written about it, in the plan's order. */
export function eachMeasure(read: WholePlan, shown: ReadonlySet<string>, lang: Lang): Block[] {
  const w = documentWords[lang]
  const measures = read.measures.items.filter((item) => shown.has(item.id))
  if (measures.length === 0) return []
  const heads = new Map(read.whole.items.map((head) => [head.id, head]))
  const from = Map.groupBy(read.links, (link) => link.from_id)
  const to = Map.groupBy(read.links, (link) => link.to_id)
  const instruments = Map.groupBy(read.instruments, (one) => one.measureId)
  const milestones = Map.groupBy(read.milestones, (one) => one.itemId)
  const tied = (ids: readonly string[]): Line => ids.flatMap((id, at): (string | Piece)[] => {
    const head = heads.get(id)
    return head ? [...(at > 0 ? ['; '] : []), said(head.title, head.language, lang)] : []
  })
  const one = (item: Item): Block[] => {
    const links = { out: from.get(item.id) ?? [], into: to.get(item.id) ?? [] }
    const of = (relation: string) => links.out.filter((link) => link.relation === relation).map((link) => link.to_id)
    const facts: Fact[] = [
      ...(item.state ? [{ term: w.state, value: stateOf(measure, item.state, lang) }] : []), ...ownFacts(item, read, lang),
      ...listFact(w.contributes, contributionsOf(instruments.get(item.id) ?? [], read.organisations, lang)), ...listFact(w.milestones, milestonesTold(milestones.get(item.id) ?? [], lang)),
      ...(of('anchored_in').length > 0 ? [{ term: w.anchored, value: tied(of('anchored_in')) }] : []), ...(of('leads_to').length > 0 ? [{ term: w.resultsOf, value: tied(of('leads_to')) }] : []),
      ...(links.into.some((link) => link.relation === 'measures') ? [{ term: w.measuredBy, value: tied(links.into.filter((link) => link.relation === 'measures').map((link) => link.from_id)) }] : []),
    ]
    const loose = read.whole.loose.get(item.id) ?? []
    return [
      { is: 'heading', level: 3, text: titled(item, lang) },
      ...longText(item, 'description', lang), { is: 'facts', facts },
      ...(loose.length > 0 ? [{ is: 'note' as const, mark: 'loose' as const, text: `${w.looseHere}: ${formatList(loose.map(({ word }) => word), lang)}.` }] : []),
    ]
  }
  return [{ is: 'pageBreak' }, { is: 'heading', level: 2, text: w.each }, ...measures.flatMap(one)]
}

const longText = (item: Item, name: string, lang: Lang): Block[] => {
  const text = item.fields[name]
  return typeof text === 'string' ? prose(text, item.language === lang ? undefined : item.language) : []
}

const listFact = (term: string, told: readonly string[]): Fact[] => (told.length > 0 ? [{ term, value: told.join('\n') }] : [])

/** Every field that is filled in, in the kind's own order; the description stands above, and that it is done once is nothing to tell. */
const ownFacts = (item: Item, { measures: { names } }: WholePlan, lang: Lang): Fact[] =>
  Object.entries(measure.fields).flatMap(([name, field]): Fact[] => {
    const text = name === 'description' || (name === 'recurrence' && item.fields[name] === 'once') ? '' : textOf(measure, item, name, lang, names)
    return text === '' ? [] : [{ term: field.label[lang].replace(/[?:]$/, ''), value: field.type === 'text' || field.type === 'longText' ? [said(text, item.language, lang)] : text }]
  })

function contributionsOf(instruments: readonly Instrument[], organisations: ReadonlyMap<string, string>, lang: Lang): string[] {
  const w = instrumentWords[lang]
  return linesOf(instruments).map(({ organisationId, type, state, note, years }) => {
    const amounts = [...years].map(([year, amount]) => [amount === null ? w.unknown : type === 'money' ? formatKroner(amount, lang) : formatNumber(amount, lang), year === null ? '' : `(${year})`].filter(Boolean).join(' '))
    const who = organisationId === null ? w.noOrganisation : (organisations.get(organisationId) ?? w.noOrganisation)
    return `${who}: ${w.types[type].toLocaleLowerCase(lang)}, ${amounts.join(', ')}, ${w.states[state].toLocaleLowerCase(lang)}${note ? `. ${note}` : ''}`
  })
}

const milestonesTold = (milestones: readonly Milestone[], lang: Lang): string[] => {
  const w = documentWords[lang]
  const day = (text: string) => formatDate(Temporal.PlainDate.from(text), lang)
  return milestones.map(({ title, dueOn, doneOn }) => `${title}${doneOn ? `, ${w.doneOn(day(doneOn))}` : dueOn ? `, ${w.dueOn(day(dueOn))}` : ''}`)
}
