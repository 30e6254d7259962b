import { membershipsIn } from '../../../../platform/access/viewer.ts'
import type { Request } from '../../../../platform/http/page.ts'
import type { Check, Mend } from '../../../../platform/item/check.ts'
import { mayAdd, mayChange } from '../../../../platform/item/item.policy.ts'
import { type Item, readHeads, withFieldsOf } from '../../../../platform/item/item.store.ts'
import type { StepId } from '../../../../platform/item/kind.ts'
import type { Catalogue } from '../../../../platform/item/manifest.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { partiesOf } from '../../../actors/index.ts'
import type { Workspace } from '../../../workspaces/index.ts'
import { countsByDay, type DayCount } from '../count.store.ts'
import { changeSinceMonth, mostImportant, standingOf } from '../health.ts'
import { mendsOf } from '../mend.actions.ts'
import { countedRules, partsInUse, resting } from '../rules.ts'
import { type Candidate, candidatesOf, countByRule, type LooseRow, someOfEach } from '../seen.store.ts'
import type { Choice } from '../standing.store.ts'
import { type Waiver, waiversIn } from '../waiver.store.ts'

/** A loose thread with all that its forms need. */
export type Shown = { rule: Check; row: LooseRow; item: Item | null; mends: readonly Mend[]; mayMend: boolean }
export type Group = { rule: Check; count: number; shown: Shown[] }

export type Loaded = {
  total: number
  /** How many there are when nothing is filtered away. */
  all: number
  top: Shown[]
  groups: Group[]
  /** Rules that have something, for the filter. */
  filled: { rule: Check; count: number }[]
  parties: { value: string; label: string }[]
  candidates: ReadonlyMap<string, readonly Candidate[]>
  mayMake: ReadonlySet<string>
  waivers: Waiver[]
  choices: { rule: Check; choice: Choice }[]
  partsNotInUse: StepId[]
  change: number | null
  days: DayCount[]
  chosen: { rule: Check | null; owner: string; page: number }
  own: string[]
}

/** Of each sort on the common page, and of the one sort that was asked for. */
const fewOfEach = 5
export const pageOfOne = 20
/** More than this is a search, not a list. */
export const mostCandidates = 200

export async function loadLooseThreads(catalogue: Catalogue, request: Request, workspace: Workspace): Promise<Loaded> {
  const { db, viewer, query } = request
  const standing = await standingOf(catalogue, request, workspace)
  const rules = countedRules(catalogue, standing)
  const wanted = rules.find((rule) => rule.id === query.get('regel')) ?? null
  const own = membershipsIn(viewer, workspace.id).flatMap((m) => m.organisationId ?? [])
  const owner = query.get('eier') ?? ''
  const owners = owner === 'vare' ? own : /^[0-9a-f-]{36}$/.test(owner) ? [owner] : null
  const every = { rules: rules.map((rule) => rule.id), owners }
  const page = Math.max(1, Math.trunc(Number(query.get('side'))) || 1)
  const today = osloDate(request.now)
  const [counts, all, rows, parties, waivers, days] = await Promise.all([
    countByRule(db, viewer, workspace.id, every),
    owners ? countByRule(db, viewer, workspace.id, { rules: every.rules }) : null,
    wanted ? someOfEach(db, viewer, workspace.id, { rules: [wanted.id], owners }, pageOfOne, (page - 1) * pageOfOne) : someOfEach(db, viewer, workspace.id, every, fewOfEach + 3),
    partiesOf(db, workspace.id),
    waiversIn(db, viewer, workspace.id),
    countsByDay(db, workspace.id, every.rules, membershipsIn(viewer, workspace.id).length > 0, today.subtract({ months: 13 }).toString()),
  ])
  const sum = (counted: ReadonlyMap<string, number>) => [...counted.values()].reduce((a, b) => a + b, 0)
  const items = await itemsOf(catalogue, request, workspace, rows)
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const toShown = (row: LooseRow): Shown[] => {
    const rule = byId.get(row.rule)
    const item = row.item_id ? (items.get(row.item_id) ?? null) : null
    const kind = rule && catalogue.kinds.get(rule.kind)
    if (!rule || !kind || (row.item_id && !item)) return []
    return [{ rule, row, item, mends: mendsOf(rule, workspace.areasAboveGoals), mayMend: item ? mayChange(viewer, workspace, kind, item) : mayAdd(viewer, workspace, kind) }]
  }
  const top = wanted || owners ? [] : mostImportant(rules, rows).flatMap(toShown)
  const topRows = new Set(top.map((one) => one.row))
  const groups = (wanted ? [wanted] : rules).flatMap((rule) => {
    const count = counts.get(rule.id) ?? 0
    const shown = rows.filter((row) => row.rule === rule.id && !topRows.has(row)).slice(0, wanted ? pageOfOne : fewOfEach).flatMap(toShown)
    // A sort that stands at the top with all it has, is not told twice.
    return count > top.filter((one) => one.rule === rule).length ? [{ rule, count, shown }] : []
  })
  const kinds = new Set([...top, ...groups.flatMap((group) => group.shown)].filter((one) => one.mayMend).flatMap((one) => one.mends).flatMap((way) => (way.by === 'tie' ? way.hop.kinds : [])))
  const total = sum(counts)
  const everything = all ? sum(all) : total
  const used = partsInUse(catalogue, standing)
  return {
    total, all: everything, top, groups, waivers, days, own,
    filled: rules.flatMap((rule) => (counts.has(rule.id) ? [{ rule, count: counts.get(rule.id) ?? 0 }] : [])),
    parties: parties.map((party) => ({ value: party.id, label: party.name })),
    candidates: await candidatesOf(db, viewer, workspace.id, [...kinds], mostCandidates + 1),
    mayMake: new Set([...catalogue.kinds.values()].filter((kind) => mayAdd(viewer, workspace, kind)).map((kind) => kind.name)),
    choices: catalogue.checks.flatMap((rule) => {
      const choice = standing.choices.get(rule.id)
      return choice && resting(catalogue, standing, rule) !== 'part' ? [{ rule, choice }] : []
    }),
    partsNotInUse: [...new Set(catalogue.checks.flatMap((rule) => rule.parts))].filter((part) => !used.has(part)),
    change: changeSinceMonth(days, everything, today),
    chosen: { rule: wanted, owner, page },
  }
}

/** The items of these rows with their fields: three statements, whatever kinds they are of. */
async function itemsOf(catalogue: Catalogue, request: Request, workspace: Workspace, rows: readonly LooseRow[]): Promise<Map<string, Item>> {
  const heads = await readHeads(request.db, request.viewer, { workspaceId: workspace.id, ids: [...new Set(rows.flatMap((row) => row.item_id ?? []))] })
  return new Map((await withFieldsOf(request.db, catalogue.kinds, heads)).map((item) => [item.id, item]))
}
