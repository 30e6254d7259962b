import type { Request } from '../../platform/http/page.ts'
import type { ItemHead } from '../../platform/item/item.store.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate, startOfOsloDay } from '../../platform/time/oslo.ts'
import { type Milestone, milestonesOf, type PlanItem, planTree, readPlan, readSince, tally, tallyText } from '../../modules/plans/index.ts'
import { type LooseWords, overviewOf, pictureOfWhole, readWhole, summaryOf, type ThreadHealth, threadHealth } from '../../modules/thread/index.ts'
import type { Workspace } from '../../modules/workspaces/index.ts'
import { type Month, monthOf } from './sheet.ts'
import { sheetWords } from './sheet.words.ts'

/** What stands on the sheet for the one who leads: the same on the page and on paper. `since` is the day that the month began. */
export type Sheet = {
  items: readonly PlanItem[]
  links: Parameters<typeof planTree>[1]
  milestones: readonly Milestone[]
  decisions: readonly { text: string; about: string }[]
  overview: ReturnType<typeof overviewOf>
  summary: string
  health: ThreadHealth
  month: Month
  since: Temporal.PlainDate
  counts: string
}

/** Reads the sheet through what the viewer may see: so many statements, whatever the size of the plan. */
export async function readSheet(catalogue: Catalogue, looseWords: LooseWords, request: Request, workspace: Workspace): Promise<Sheet> {
  const { db, viewer, now, lang } = request
  const since = osloDate(now).subtract({ months: 1 })
  const [whole, { items, links }, difference, health] = await Promise.all([
    readWhole(request, workspace, looseWords),
    readPlan(db, viewer, workspace.id),
    readSince(db, viewer, workspace.id, startOfOsloDay(since), now),
    threadHealth(catalogue, request, workspace),
  ])
  const milestones = await milestonesOf(db, items.filter((item) => item.kind === 'measure').map((item) => item.id))
  const overview = overviewOf(pictureOfWhole(catalogue, workspace, whole, request))
  return { items, links, milestones, decisions: decisionsIn(whole.items, items), overview, summary: summaryOf(overview, lang), health, month: monthOf(difference), since, counts: countsOf(items, lang) }
}

/** What waits for somebody to decide: decisions that are needed, and measures that say so. */
const decisionsIn = (heads: readonly ItemHead[], items: readonly PlanItem[]): Sheet['decisions'] => [
  ...heads.filter((item) => item.kind === 'decision' && item.state === 'needed').map((item) => ({ text: item.title, about: '' })),
  ...items.filter((item) => item.needsDecision).map((item) => ({ text: item.needsDecision ?? '', about: item.title })),
]

/** The goals, in the order of the plan, and how many of the measures below each are completed. */
export const goalsOf = ({ items, links }: Pick<Sheet, 'items' | 'links'>, { areasAboveGoals }: Pick<Workspace, 'areasAboveGoals'>, now: Temporal.Instant) =>
  planTree(items, links, areasAboveGoals).tied.map((branch) => {
    const counts = tally([branch], now)
    return { item: branch.item, done: counts.states.get('completed') ?? 0, all: counts.measures }
  })

function countsOf(items: readonly PlanItem[], lang: Lang): string {
  const goals = items.filter((item) => item.kind === 'goal').length
  const measures = items.filter((item) => item.kind === 'measure')
  const sums = measures.flatMap((item) => item.money ?? [])
  const counts = { goals, areas: 0, measures: measures.length, states: new Map<string, number>(), late: 0, money: sums.length > 0 ? sums.reduce((a, b) => a + b, 0) : null }
  return [goals > 0 ? sheetWords[lang].goals(goals) : '', tallyText(counts, lang)].filter(Boolean).join(' · ')
}
