import type { WorkspaceHead } from '../../../platform/http/page.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import { formatDateShort, formatKronerShort, formatList } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { State } from '../../../ui/index.ts'
import { itemPath, ItemState } from '../../thread/index.ts'
import { goal } from '../goal/goal.ts'
import { measure } from '../measure/measure.ts'
import { priorityArea } from '../priority-area/priority-area.ts'
import { planWords } from './one-page.words.ts'
import { type Branch, isOverdue, type PlanItem, type PlanTree, type Tally, tally } from './plan-tree.ts'

const kinds: Record<PlanItem['kind'], Kind> = { goal, priority_area: priorityArea, measure }

type Context = {
  workspace: WorkspaceHead
  lang: Lang
  now: Temporal.Instant
  /** Where an item leads; nothing when it leads nowhere, such as what has been removed. */
  hrefOf: (item: PlanItem) => string | null
  /** The day a measure was last answered about in a status round, for those who may know. */
  answeredOn?: (item: PlanItem) => string | null
  /** May add measures: each goal and area offers it. */
  add: boolean
}

export const planItemPath = (workspace: { slug: string }, item: PlanItem): string => itemPath(workspace, kinds[item.kind], item)

const Title = ({ item, context: { hrefOf, lang } }: { item: PlanItem; context: Context }) => {
  const href = hrefOf(item)
  const own = item.language === lang ? undefined : item.language
  return (
    <>
      {item.code ? <span class="plan-code">{item.code}</span> : null}
      {href ? <a href={href} lang={own}>{item.title}</a> : <span lang={own}>{item.title}</span>}
    </>
  )
}

const names = (list: readonly { name: string }[], lang: Lang) => formatList(list.map((one) => one.name), lang)

/** One or two by name; of more, the first and how many others. The measure's own page has them all. */
const briefly = (list: readonly { name: string }[], lang: Lang) =>
  list.length <= 2 ? names(list, lang) : formatList([list[0]?.name ?? '', planWords[lang].others(list.length - 1)], lang)

/** When, as the plan itself writes it, else from its dates. */
export function whenText(item: PlanItem, lang: Lang): string {
  const w = planWords[lang]
  if (item.periodText) return item.periodText
  if (item.startsOn && item.endsOn) return `${formatDateShort(item.startsOn, lang)}–${formatDateShort(item.endsOn, lang)}`
  return item.endsOn ? w.by(formatDateShort(item.endsOn, lang)) : item.startsOn ? w.from(formatDateShort(item.startsOn, lang)) : ''
}

const Measure = ({ branch: { item, again }, context }: { branch: Branch; context: Context }) => {
  const { lang, now } = context
  const w = planWords[lang]
  const answered = context.answeredOn?.(item) ?? null
  if (again) return <tr class="plan-again"><th scope="row" colspan={5}><Title item={item} context={context} /> <span class="hint">({w.again})</span></th></tr>
  return (
    <tr>
      <th scope="row"><Title item={item} context={context} />{item.needsDecision && !item.keptIn ? <div class="plan-mark"><State lang={lang} kind="watch">{w.decision}</State></div> : null}</th>
      <td data-label={w.status}><div>{item.keptIn ? <State lang={lang} kind="neutral">{w.keptIn(item.keptIn)}</State> : <ItemState kind={measure} state={item.state} lang={lang} />}{answered ? <div class="hint">{w.answered(formatDateShort(answered, lang))}</div> : null}</div></td>
      <td data-label={w.who}><div>{item.owners.length > 0 ? names(item.owners, lang) : <State lang={lang} kind="loose">{w.noOwner}</State>}{item.partners.length > 0 ? <div class="hint">{w.with(briefly(item.partners, lang))}</div> : null}</div></td>
      <td data-label={w.when}><div>{whenText(item, lang)}{isOverdue(item, now) ? <div class="plan-mark"><State lang={lang} kind="watch">{w.overdue}</State></div> : null}</div></td>
      <td class="number" data-label={w.money}><div>{item.money === null || item.keptIn ? '' : formatKronerShort(item.money, lang)}</div></td>
    </tr>
  )
}

/** The counts of a goal or of the whole: «7 tiltak: 2 fullført, 4 i gang», what is late, and how much. */
export function tallyText(counts: Tally, lang: Lang): string {
  const w = planWords[lang]
  const states = Object.entries(measure.states).flatMap(([state, { text }]) => {
    const n = counts.states.get(state) ?? 0
    return n > 0 ? [`${n} ${text[lang].toLocaleLowerCase(lang)}`] : []
  })
  const parts = [
    counts.measures === 0 ? '' : `${w.measures(counts.measures)}${states.length > 0 ? `: ${states.join(', ')}` : ''}`,
    counts.late > 0 ? w.late(counts.late) : '',
    counts.money === null ? '' : formatKronerShort(counts.money, lang),
  ]
  return parts.filter(Boolean).join(' · ')
}

type Group = { head: Branch | null; measures: readonly Branch[] }

/** The rows under a goal: each area with its measures, and the measures that stand right under it. */
function groupsOf(branches: readonly Branch[]): Group[] {
  const middle = branches.filter(({ item }) => item.kind !== 'measure')
  const direct = branches.filter(({ item }) => item.kind === 'measure')
  return [...middle.map((head) => ({ head, measures: head.under })), ...(direct.length > 0 ? [{ head: null, measures: direct }] : [])]
}

const Rows = ({ branches, caption, top, context }: { branches: readonly Branch[]; caption: string; top: PlanTree['top'] | null; context: Context }) => {
  const { lang, workspace, add } = context
  const w = planWords[lang]
  const groups = groupsOf(branches)
  return (
    <table class="table plan-table">
      <caption class="ds-sr-only">{caption}</caption>
      <thead><tr><th scope="col">{w.measure}</th><th scope="col">{w.status}</th><th scope="col">{w.who}</th><th scope="col">{w.when}</th><th scope="col" class="number">{w.money}</th></tr></thead>
      {groups.map(({ head, measures }) => (
        <tbody>
          {head ? (
            <tr class="plan-area">
              <th scope="rowgroup" colspan={5}>
                <Title item={head.item} context={context} />
                {head.item.owners.length > 0 ? <span class="hint"> {w.led(names(head.item.owners, lang))}</span> : null}
                {head.again ? <span class="hint"> ({w.again})</span> : null}
              </th>
            </tr>
          ) : top && groups.length > 1 ? <tr class="plan-area"><th scope="rowgroup" colspan={5}>{w.direct[top]}</th></tr> : null}
          {measures.map((branch) => <Measure branch={branch} context={context} />)}
          {head && !head.again && measures.length === 0 ? (
            <tr class="plan-none"><td colspan={5}><div><span class="hint">{w.none}</span>{add ? <> <a class="no-print" href={`${itemPath(workspace, measure)}/ny?til=${head.item.number}&som=delivers`}>{w.newHere}</a></> : null}</div></td></tr>
          ) : null}
        </tbody>
      ))}
    </table>
  )
}

const Goal = ({ branch, next, top, context, open }: { branch: Branch; next: Branch | undefined; top: PlanTree['top']; context: Context; open: boolean }) => {
  const { item } = branch
  const { lang, now, workspace, add } = context
  const w = planWords[lang]
  const counts = tally(branch.under, now)
  const about = [
    item.owners.length > 0 ? (item.kind === 'goal' ? w.followed : w.led)(names(item.owners, lang)) : '',
    item.kind === 'goal' && item.endsOn ? w.reached(formatDateShort(item.endsOn, lang)) : '',
  ].filter(Boolean).join('. ')
  return (
    <section class="plan-goal" id={`mal-${item.number}`}>
      <h2><Title item={item} context={context} /></h2>
      {about ? <p class="meta">{about}.</p> : null}
      <p class="plan-open"><a href={`#mal-${item.number}`}>{w.open(counts.measures)}<span class="ds-sr-only">: {item.title}</span></a></p>
      <div class="plan-body">
        {branch.under.length === 0 ? (
          <p class="hint">{w.none}{add ? <> <a class="no-print" href={`${itemPath(workspace, measure)}/ny?til=${item.number}&som=delivers`}>{w.newHere}</a></> : null}</p>
        ) : (
          <details class="plan-fold" open={open}>
            <summary>{tallyText(counts, lang) || w.areas(counts.areas)}</summary>
            <Rows branches={branch.under} caption={item.title} top={top} context={context} />
          </details>
        )}
        {next ? <p class="plan-open"><a href={`#mal-${next.item.number}`}>{w.next}: {next.item.title}</a></p> : null}
      </div>
    </section>
  )
}

/** With more measures than this the goals come folded, with their counts; a choice opens what it found. */
export const foldAbove = 120

/** The plan on one page, from a tree: of today or of any other day. */
export const PlanView = ({ tree, open, ...context }: Context & { tree: PlanTree; open: boolean }) => {
  const w = planWords[context.lang]
  return (
    <div class="plan">
      <div class="plan-goals">
        {tree.tied.map((branch, i) => <Goal branch={branch} next={tree.tied[i + 1]} top={tree.top} context={context} open={open} />)}
      </div>
      {tree.untied.length > 0 ? (
        <section class="plan-goal plan-untied" id="uten-mal">
          <h2>{w.untied[tree.top]}</h2>
          <p class="meta">{w.untiedText}</p>
          <Rows branches={tree.untied} caption={w.untied[tree.top]} top={null} context={context} />
        </section>
      ) : null}
    </div>
  )
}
