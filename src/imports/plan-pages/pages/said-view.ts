import { formatDateShort, formatKroner } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { measure } from '../../../modules/plans/index.ts'
import type { Said, SaidField } from '../compare/said.ts'
import type { Weighed } from '../weighed.ts'
import { checkWords } from './check.words.ts'

/** What keys are called: those of what stands, those of what is new in the file, and organisations. */
export function titlesOf({ standing, proposal, names, parties }: Weighed): (key: string) => string {
  const titles = new Map([
    ...standing.all.map((each) => [each.id, each.said.title] as const),
    ...parties.map((party) => [party.id, party.name] as const),
    ...proposal.added.map(({ incoming }) => [`ny:${incoming.key}`, incoming.said.title] as const),
    ...names.map((each) => [`ny:${each.key}`, each.name] as const),
  ])
  return (key) => titles.get(key) ?? key
}

const states: Readonly<Record<string, { text: Readonly<Record<Lang, string>> }>> = measure.states

/** A field as it is understood; empty when nothing is said. */
export function saidText(field: SaidField, said: Said, lang: Lang, title: (key: string) => string): string {
  const w = checkWords[lang]
  switch (field) {
    case 'title': case 'indicators': case 'anchoring': case 'notes':
      return said[field]
    case 'number':
      return said.number ?? ''
    case 'goals': case 'owners': case 'partners':
      return said[field].map(title).join(', ')
    case 'area':
      return said.area === null ? '' : title(said.area)
    case 'status':
      return [said.status.state === null ? '' : (states[said.status.state]?.text[lang] ?? said.status.state), said.status.note === null ? '' : w.written(said.status.note)].filter(Boolean).join(' ')
    case 'period':
      return [...periodRead(said, lang), said.period.text === '' ? '' : w.written(said.period.text)].filter(Boolean).join(' ')
    case 'cost':
      return costText(said, lang)
  }
}

/** What we make of a time: dates and how often, in words. */
export function periodRead({ period: { start, end, again } }: Said, lang: Lang): string[] {
  const w = checkWords[lang]
  const dates = start && end ? `${formatDateShort(start, lang)}–${formatDateShort(end, lang)}` : start ? w.from(formatDateShort(start, lang)) : end ? w.by(formatDateShort(end, lang)) : ''
  return [again ? w.again[again] : '', dates].filter((text) => text !== '')
}

function costText({ cost: { byYear, total } }: Said, lang: Lang): string {
  const years = Object.entries(byYear).sort().map(([year, amount]) => `${year}: ${formatKroner(amount, lang)}`)
  return [...years, ...(total === null ? [] : [years.length > 0 ? `${checkWords[lang].total} ${formatKroner(total, lang)}` : formatKroner(total, lang)])].join(', ')
}
