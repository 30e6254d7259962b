import { type Block, prose, type Row } from '../../../platform/document/index.ts'
import type { Request } from '../../../platform/http/page.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { formatDateShort, formatKroner, formatList, formatNumber } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { sentenceOf, standingShapes, indicatorWords, instrumentWords, tell } from '../../../modules/plans/index.ts'
import { looseThreadsPath, stepWords, textOf } from '../../../modules/thread/index.ts'
import type { Workspace } from '../../../modules/workspaces/index.ts'
import { documentWords } from '../documents.words.ts'
import { said, titled } from '../says.ts'
import type { OfKind, WholePlan } from './read.ts'

const heading = (text: string): Block => ({ is: 'heading', level: 2, text })
const textIn = (item: Item, name: string): string => (typeof item.fields[name] === 'string' ? item.fields[name] : '')

export function challengeBlocks({ challenges: { items } }: WholePlan, lang: Lang): Block[] {
  const w = documentWords[lang]
  if (items.length === 0) return []
  return [heading(w.challenges), { is: 'paragraph', text: w.challengesLead }, ...items.flatMap((item): Block[] => [
    { is: 'heading', level: 3, text: titled(item, lang) }, ...prose(textIn(item, 'description'), item.language === lang ? undefined : item.language),
    ...(textIn(item, 'affected') ? [{ is: 'facts' as const, facts: [{ term: w.affected, value: [said(textIn(item, 'affected'), item.language, lang)] }] }] : []),
  ])]
}

export function indicatorBlocks({ indicators: { kind, items, names }, measurements }: WholePlan, { lang, now }: Request): Block[] {
  const w = documentWords[lang]
  if (items.length === 0) return []
  const own = Map.groupBy(measurements, (one) => one.itemId)
  const rows = items.map((item): Row => {
    const told = tell(item, own.get(item.id) ?? [], osloDate(now))
    const unit = told.unit ? ` ${told.unit}` : ''
    const last = own.get(item.id)?.at(-1)
    const on = (day: string | null) => (day ? [{ text: `\n${formatDateShort(day, lang)}`, quiet: true }] : [])
    const sentence = sentenceOf(told, lang)
    return [
      { line: [...titled(item, lang, { strong: true }), ...(told.inWords ? [] : ['\n', { text: `${indicatorWords[lang].standing[told.standing]}${sentence ? `. ${sentence}` : ''}`, quiet: true, mark: standingShapes[told.standing] }])] },
      { line: told.course.baseline === null ? '' : [`${formatNumber(told.course.baseline, lang)}${unit}`, ...on(told.course.baselineOn)], value: told.course.baseline ?? undefined },
      { line: told.latest ? [`${formatNumber(told.latest.value, lang)}${unit}`, ...on(told.latest.onDate)] : last?.text ? [said(last.text, item.language, lang), ...on(last.onDate)] : '', value: told.latest?.value },
      { line: told.course.target === null ? '' : [`${formatNumber(told.course.target, lang)}${unit}`, ...on(told.course.targetOn)], value: told.course.target ?? undefined },
      { line: [textOf(kind, item, 'source', lang, names) || (last?.source ?? ''), ...(textIn(item, 'source_url') ? ['\n', { text: textIn(item, 'source_url'), href: textIn(item, 'source_url'), quiet: true }] : [])] },
    ]
  })
  return [heading(w.indicators), { is: 'table', name: w.indicators, columns: [{ header: w.indicator, width: 3 }, { header: w.baseline, width: 1.3 }, { header: w.latest, width: 1.3 }, { header: w.target, width: 1.3 }, { header: w.sourceOf, width: 1.8 }], rows }]
}

export function resultBlocks({ results, effects }: WholePlan, lang: Lang): Block[] {
  const w = documentWords[lang]
  const source = (item: Item) => [said(textIn(item, 'source'), item.language, lang), ...(textIn(item, 'source_url') ? [' ', { text: textIn(item, 'source_url'), href: textIn(item, 'source_url') }] : [])]
  const cell = (of: OfKind, item: Item, name: string) => ({ line: textOf(of.kind, item, name, lang, of.names) })
  return [
    ...(results.items.length === 0 ? [] : [heading(w.results), {
      is: 'table' as const, name: w.results, columns: [{ header: w.result, width: 3 }, { header: w.date, width: 1 }, { header: w.sourceOf, width: 2 }],
      rows: results.items.map((item): Row => [{ line: [...titled(item, lang, { strong: true }), ...(textIn(item, 'description') ? ['\n', said(textIn(item, 'description'), item.language, lang)] : [])] }, { ...cell(results, item, 'happened_on'), value: textIn(item, 'happened_on') ? { day: textIn(item, 'happened_on') } : undefined }, { line: source(item) }]),
    }]),
    ...(effects.items.length === 0 ? [] : [heading(w.effects), { is: 'paragraph' as const, text: w.effectsLead }, {
      is: 'table' as const, name: w.effects, columns: [{ header: w.effects, width: 3 }, { header: w.certainty, width: 1.5 }, { header: w.others, width: 2 }],
      rows: effects.items.map((item): Row => [{ line: [...titled(item, lang, { strong: true }), ...(textIn(item, 'description') ? ['\n', said(textIn(item, 'description'), item.language, lang)] : [])] }, cell(effects, item, 'certainty'), { line: [said(textIn(item, 'other_explanations'), item.language, lang)] }]),
    }]),
  ]
}

/** What each organisation has promised or committed, summed over all measures that the viewer may see. */
export function contributionBlocks({ instruments, organisations }: WholePlan, lang: Lang): Block[] {
  const w = documentWords[lang]
  const counted = instruments.filter((one) => one.state !== 'wished')
  if (counted.length === 0) return []
  const sum = (of: typeof counted, type: string) => of.filter((one) => one.type === type).reduce((all, one) => all + Math.round((one.amount ?? 0) * 100), 0) / 100
  const others = (of: typeof counted) => [...new Set(of.filter((one) => one.type === 'competence' || one.type === 'premises').map((one) => instrumentWords[lang].types[one.type].toLocaleLowerCase(lang)))].join(', ')
  const row = (name: string, of: typeof counted, strong = false): Row => {
    const [money, people] = [sum(of, 'money'), sum(of, 'people')]
    return [{ line: [{ text: name, strong }] }, { line: [{ text: money > 0 ? formatKroner(money, lang) : '', strong }], value: money || undefined }, { line: [{ text: people > 0 ? formatNumber(people, lang) : '', strong }], value: people || undefined }, { line: others(of) }]
  }
  const groups = [...Map.groupBy(counted, (one) => one.organisationId)].map(([id, of]) => ({ name: id === null ? w.unsettled : (organisations.get(id) ?? w.unsettled), of, money: sum(of, 'money') })).toSorted((a, b) => b.money - a.money)
  return [heading(w.contributions), { is: 'table', name: w.contributions, columns: [{ header: w.organisation, width: 3 }, { header: w.money, width: 1.5, align: 'number' }, { header: w.people, width: 1, align: 'number' }, { header: w.other, width: 1.5 }], rows: [...groups.map((group) => row(group.name, group.of)), row(w.sum, counted, true)] }, { is: 'source', text: w.wished }]
}

export function documentBlocks({ documents }: WholePlan, lang: Lang): Block[] {
  if (documents.items.length === 0) return []
  const { kind, names } = documents
  const line = (item: Item) => ['type', 'decided_by', 'decided_on', 'case_number'].map((name) => textOf(kind, item, name, lang, names)).filter(Boolean).join(', ')
  return [heading(documentWords[lang].planDocuments), { is: 'list', items: documents.items.map((item) => [...titled(item, lang, { strong: true, ...(textIn(item, 'url') && { href: textIn(item, 'url') }) }), line(item) ? `. ${line(item)}` : '']) }]
}

/** Where the thread is loose, in a kind way: how many of each, and where they are mended. */
export function looseBlocks({ health }: WholePlan, { lang, platform }: Request, workspace: Workspace): Block[] {
  const w = documentWords[lang]
  const notUsed: Block[] = health.notInUse.length > 0 ? [{ is: 'paragraph', tone: 'quiet', text: w.notInUse(formatList(health.notInUse.map((step) => stepWords[lang][step].toLocaleLowerCase(lang)), lang)) }] : []
  if (health.total === 0) return [heading(w.looseThreads), { is: 'note', mark: 'holds', text: w.looseNone }, ...notUsed]
  return [
    heading(w.looseThreads), { is: 'paragraph', text: w.looseLead },
    { is: 'table', name: w.looseThreads, columns: [{ header: w.kind, width: 4 }, { header: w.count, width: 1, align: 'number' }], rows: health.byRule.map(({ title, count }): Row => [{ line: [{ text: title, mark: 'loose' }] }, { line: String(count), value: count }]) },
    { is: 'paragraph', text: [`${w.mendAt}: `, { text: new URL(looseThreadsPath(workspace), platform.config.baseUrl).href, href: new URL(looseThreadsPath(workspace), platform.config.baseUrl).href }] }, ...notUsed,
  ]
}
