import { type Block, type Document, type Line, prose, type Row } from '../../../platform/document/index.ts'
import type { Request } from '../../../platform/http/page.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { formatDate, formatKronerShort, formatList } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { type Branch, choiceIn, chosenPlan, isChosen, isOverdue, measure, type PlanItem, planWords, tally, tallyText, whenText } from '../../../modules/plans/index.ts'
import { type LooseWords, overviewOf, pictureOfWhole, summaryOf } from '../../../modules/thread/index.ts'
import type { Workspace } from '../../../modules/workspaces/index.ts'
import { documentOf } from '../about.ts'
import { documentWords } from '../documents.words.ts'
import { said, stateOf, titled } from '../says.ts'
import { barsOf, threadOf } from '../thread-blocks.ts'
import { eachMeasure } from './each-measure.ts'
import { challengeBlocks, contributionBlocks, documentBlocks, indicatorBlocks, looseBlocks, resultBlocks } from './more.ts'
import { readWholePlan } from './read.ts'

/** The whole plan, or what was chosen of it: what is wanted, what is done, by whom, what came out of it, and where the thread is loose. */
export async function planDocument(catalogue: Catalogue, looseWords: LooseWords, request: Request, workspace: Workspace): Promise<Document> {
  const read = await readWholePlan(catalogue, looseWords, request, workspace)
  const { lang, now } = request
  const w = documentWords[lang]
  const choice = choiceIn(request.query)
  const chosen = isChosen(choice)
  const tree = chosenPlan(read.plan.items, read.plan.links, workspace.areasAboveGoals, choice, now)
  const branches = [...tree.tied, ...tree.untied]
  const day = formatDate(osloDate(now), lang)
  const items = new Map([...read.goals.items, ...read.areas.items].map((item) => [item.id, item]))
  const shown = new Set(measuresIn(branches).map(({ id }) => id))
  const overview = overviewOf(pictureOfWhole(catalogue, workspace, read.whole, request))
  const counts = tally(branches, now)
  const pw = planWords[lang]
  const lead = [counts.goals > 0 ? pw.goals(counts.goals) : '', counts.areas > 0 ? pw.areas(counts.areas) : '', tallyText(counts, lang)].filter(Boolean).join(' · ')
  const top = (branch: Branch): Block[] => [{ is: 'heading', level: 2, text: titled(branch.item, lang) }, ...aboutTop(items.get(branch.item.id), branch.item, lang), ...measureTable([branch], lang, now)]
  return documentOf(request, workspace, [said(workspace.title, workspace.language, lang)], branches.length === 0 ? [{ is: 'paragraph', text: chosen ? w.nothing : w.emptyPlan }] : [
    { is: 'paragraph', tone: 'lead', text: `${lead}.${chosen ? ` ${w.chosen}` : ''}` },
    { is: 'contents', title: w.contents },
    ...(chosen ? [] : [
      { is: 'heading' as const, level: 2 as const, text: w.brief }, { is: 'paragraph' as const, text: summaryOf(overview, lang) }, threadOf(overview, lang), ...barsOf(measure, read.plan.items, w.states, lang),
      { is: 'source' as const, text: `${w.source(w.thePlan, day)} ${w.notProof} ${w.yours}` }, ...challengeBlocks(read, lang),
    ]),
    ...tree.tied.flatMap(top),
    ...(tree.untied.length > 0 ? [{ is: 'heading' as const, level: 2 as const, text: w.untied }, { is: 'paragraph' as const, text: w.untiedLead }, ...measureTable(tree.untied, lang, now)] : []),
    ...eachMeasure(read, shown, lang),
    ...(chosen ? [] : [...indicatorBlocks(read, request), ...resultBlocks(read, lang), ...contributionBlocks(read, lang), ...documentBlocks(read, lang), ...looseBlocks(read, request, workspace)]),
  ], { owner: `${w.plan} · ${w.on(day).toLocaleLowerCase(lang)}` })
}

const measuresIn = (branches: readonly Branch[]): PlanItem[] => branches.flatMap(({ item, under }) => [...(item.kind === 'measure' ? [item] : []), ...measuresIn(under)])

function aboutTop(item: Item | undefined, { kind, owners, endsOn }: PlanItem, lang: Lang): Block[] {
  const w = documentWords[lang]
  const facts = [
    ...(owners.length > 0 ? [{ term: kind === 'goal' ? w.followed : w.led, value: formatList(owners.map((one) => one.name), lang) }] : []),
    ...(endsOn && kind === 'goal' ? [{ term: w.reached, value: formatDate(Temporal.PlainDate.from(endsOn), lang) }] : []),
  ]
  const text = typeof item?.fields.description === 'string' ? item.fields.description : ''
  return [...prose(text, item && item.language !== lang ? item.language : undefined), ...(facts.length > 0 ? [{ is: 'facts' as const, facts }] : [])]
}

/** The measures under these branches, with a line across for each area. */
export function measureTable(branches: readonly Branch[], lang: Lang, now: Temporal.Instant): Block[] {
  const w = documentWords[lang]
  const rows = branches.flatMap((branch) => (branch.item.kind === 'measure' ? [measureRow(branch, lang, now)] : rowsUnder(branch, lang, now)))
  if (rows.length === 0) return [{ is: 'paragraph', tone: 'quiet', text: w.none }]
  return [{ is: 'table', name: w.measures, columns: [{ header: w.measures, width: 3 }, { header: w.state, width: 1.35 }, { header: w.who, width: 2.4 }, { header: w.when, width: 1.5 }, { header: w.money, width: 1.15, align: 'number' }], rows }]
}

function rowsUnder({ under }: Branch, lang: Lang, now: Temporal.Instant): Row[] {
  const w = documentWords[lang]
  const middle = under.filter(({ item }) => item.kind !== 'measure')
  const direct = under.filter(({ item }) => item.kind === 'measure')
  return [
    ...middle.flatMap((branch): Row[] => [
      { group: [...titled(branch.item, lang), ...(branch.item.owners.length > 0 ? [{ text: `  ${w.led} ${formatList(branch.item.owners.map((one) => one.name), lang)}`, quiet: true }] : []), ...(branch.again ? [{ text: ` (${w.elsewhere})`, quiet: true }] : [])] },
      ...rowsUnder(branch, lang, now),
    ]),
    ...(middle.length > 0 && direct.length > 0 ? [{ group: w.direct }] : []),
    ...direct.map((branch) => measureRow(branch, lang, now)),
  ]
}

/** One or two by name; of more, the first and how many others: all of them stand with the measure itself. */
const briefly = (list: readonly { name: string }[], lang: Lang): string =>
  formatList(list.length <= 2 ? list.map((one) => one.name) : [list[0]?.name ?? '', planWords[lang].others(list.length - 1)], lang)

function measureRow({ item, again }: Branch, lang: Lang, now: Temporal.Instant): Row {
  const w = documentWords[lang]
  if (again) return [{ line: [...titled(item, lang), { text: ` (${w.elsewhere})`, quiet: true }] }, { line: '' }, { line: '' }, { line: '' }, { line: '' }]
  const who: Line = [
    item.owners.length > 0 ? formatList(item.owners.map((one) => one.name), lang) : { text: w.noOwner, mark: 'loose' },
    ...(item.partners.length > 0 ? [{ text: `\n${w.together} ${briefly(item.partners, lang)}`, quiet: true }] : []),
  ]
  return [
    { line: [...titled(item, lang, { strong: true }), ...(item.needsDecision ? ['\n', { text: w.decision, mark: 'watch' as const, quiet: true }] : [])] },
    { line: stateOf(measure, item.state, lang) }, { line: who },
    { line: [whenText(item, lang), ...(isOverdue(item, now) ? ['\n', { text: w.overdue, mark: 'watch' as const, quiet: true }] : [])], value: !item.periodText && !item.startsOn && item.endsOn ? { day: item.endsOn } : undefined },
    { line: item.money === null ? '' : formatKronerShort(item.money, lang), value: item.money ?? undefined },
  ]
}
