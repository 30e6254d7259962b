import { membershipsIn } from '../../../platform/access/viewer.ts'
import type { Request, WorkspaceHead } from '../../../platform/http/page.ts'
import type { Check } from '../../../platform/item/check.ts'
import { readHeads } from '../../../platform/item/item.store.ts'
import { type StepId, stepIds } from '../../../platform/item/kind.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { workspacePath } from '../../workspaces/index.ts'
import type { LooseWords } from '../item/whole.ts'
import { countsByDay, type DayCount } from './count.store.ts'
import { checkedKinds, freshen } from './recheck.ts'
import { countedRules, endOf, partsInUse } from './rules.ts'
import { countByRule, looseItems, type LooseRow, someOfEach } from './seen.store.ts'
import { readStanding, type Standing } from './standing.store.ts'

/** How the workspace stands, after a new day has been let in: what every page of the check begins with. */
export async function standingOf(catalogue: Catalogue, request: Request, workspace: { id: string }): Promise<Standing> {
  const standing = await readStanding(request.db, workspace.id, checkedKinds(catalogue))
  // A database that only can be read still shows what was found yesterday.
  await freshen(request.db, catalogue, standing, request.now).catch((error) => request.platform.log.warn('thread check not freshened', { requestId: request.requestId, error }))
  return standing
}

/** The loose ends of every item that the viewer may see, for pictures and item pages: two statements. */
export const looseWords = (catalogue: Catalogue): LooseWords => async (request, workspace) => {
  const rules = countedRules(catalogue, await standingOf(catalogue, request, workspace))
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const found = await looseItems(request.db, request.viewer, workspace.id, rules.map((rule) => rule.id))
  const words = found.flatMap(({ rule: id, item_id: itemId }) => {
    const rule = byId.get(id)
    const end = rule && endOf(rule, workspace.areasAboveGoals)
    return rule ? [{ itemId, severity: rule.severity, word: rule.words[request.lang].word, why: rule.words[request.lang].why, ...(end && { end }) }] : []
  })
  return Map.groupBy(words.toSorted((a, b) => a.severity - b.severity), (one) => one.itemId)
}

/** Those to take first: the most serious; then one of each sort before two of any; then what most hangs on. */
export const mostImportant = (rules: readonly Check[], rows: readonly LooseRow[], count = 3): LooseRow[] => {
  const severity = new Map(rules.map((rule) => [rule.id, rule.severity]))
  const of = (row: LooseRow) => severity.get(row.rule) ?? 3
  return rows.toSorted((a, b) => of(a) - of(b) || a.rank - b.rank || b.weight - a.weight).slice(0, count)
}

/** How many more or fewer than a month ago, on what everybody in the workspace may see; null when nobody was counting then. */
export function changeSinceMonth(days: readonly DayCount[], now: number, today: Temporal.PlainDate): number | null {
  const then = days.findLast((one) => Temporal.PlainDate.compare(Temporal.PlainDate.from(one.day), today.subtract({ months: 1 })) <= 0)
  return then ? now - then.count : null
}

export type ThreadHealth = {
  total: number
  /** Most serious first. */
  byRule: { rule: string; title: string; word: string; count: number; severity: 1 | 2 | 3; href: string }[]
  /** The three to take first: what is wrong, with whom, and where it is mended. */
  top: { rule: string; text: string; title: string; href: string }[]
  changeSinceMonth: number | null
  /** How many loose threads sit on items of each part. */
  byStep: ReadonlyMap<StepId, number>
  notInUse: StepId[]
  /** Where all of them are shown and mended. */
  href: string
}

export const looseThreadsPath = (workspace: { slug: string }, rest = ''): string => workspacePath(workspace, `traden/lose-trader${rest}`)
export const anchorOf = (rule: string, number: number | string): string => `${rule}-${number}`

/** How a workspace's thread holds, as this viewer may see it. Six statements, whatever its size. */
export async function threadHealth(catalogue: Catalogue, request: Request, workspace: WorkspaceHead): Promise<ThreadHealth> {
  const { db, viewer, lang } = request
  const standing = await standingOf(catalogue, request, workspace)
  const rules = countedRules(catalogue, standing)
  const filter = { rules: rules.map((rule) => rule.id) }
  const today = osloDate(request.now)
  const member = membershipsIn(viewer, workspace.id).length > 0
  const [counts, rows, days] = await Promise.all([
    countByRule(db, viewer, workspace.id, filter),
    someOfEach(db, viewer, workspace.id, filter, 3),
    countsByDay(db, workspace.id, filter.rules, member, today.subtract({ months: 13 }).toString()),
  ])
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const first = mostImportant(rules, rows)
  const heads = new Map((await readHeads(db, viewer, { workspaceId: workspace.id, ids: first.flatMap((row) => row.item_id ?? []) })).map((head) => [head.id, head]))
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const steps = Map.groupBy(rules, (rule) => catalogue.kinds.get(rule.kind)?.step)
  const used = partsInUse(catalogue, standing)
  return {
    total,
    byRule: rules.flatMap((rule) => {
      const count = counts.get(rule.id) ?? 0
      const { title, word } = rule.words[lang]
      return count > 0 ? [{ rule: rule.id, title, word, count, severity: rule.severity, href: looseThreadsPath(workspace, `?regel=${rule.id}`) }] : []
    }),
    top: first.map((row) => {
      const head = row.item_id ? heads.get(row.item_id) : undefined
      const words = byId.get(row.rule)?.words[lang]
      return { rule: row.rule, text: words?.title ?? '', title: head?.title ?? row.organisation ?? workspace.title, href: looseThreadsPath(workspace, `#${anchorOf(row.rule, head?.number ?? row.rank)}`) }
    }),
    changeSinceMonth: changeSinceMonth(days, total, today),
    byStep: new Map([...steps].flatMap(([step, all]) => (step ? [[step, all.reduce((sum, rule) => sum + (counts.get(rule.id) ?? 0), 0)] as const] : []))),
    notInUse: stepIds.filter((step) => !used.has(step)),
    href: looseThreadsPath(workspace),
  }
}
