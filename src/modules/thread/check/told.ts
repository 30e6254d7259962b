import { membershipsIn } from '../../../platform/access/viewer.ts'
import type { Request } from '../../../platform/http/page.ts'
import type { Check } from '../../../platform/item/check.ts'
import { type ItemHead, readHeads } from '../../../platform/item/item.store.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import type { Workspace } from '../../workspaces/index.ts'
import { anchorOf, looseThreadsPath, standingOf } from './health.ts'
import { countedRules } from './rules.ts'
import { countByRule, someOfEach } from './seen.store.ts'

/** One loose thread: what it sits on (nothing when on the workspace as a whole), since when, and where it is mended. */
export type LooseTold = { item: ItemHead | null; name: string; since: Temporal.Instant; href: string }
export type LooseGroupTold = { rule: Check; count: number; threads: LooseTold[] }

/** More of each sort than this is a search, not a list. */
const mostOfEach = 2_000

type Chosen = { choose(counted: readonly Check[]): readonly Check[]; owners?: readonly string[] | null; most: number; after?: number }

/** The rules that are chosen among those that count, the most serious first; how many of each there are, and some of them. */
async function readRows(catalogue: Catalogue, request: Request, workspace: { id: string }, { choose, owners = null, most, after = 0 }: Chosen) {
  const { db, viewer } = request
  const rules = choose(countedRules(catalogue, await standingOf(catalogue, request, workspace)))
  const filter = { rules: rules.map((rule) => rule.id), owners }
  const [counts, rows] = await Promise.all([countByRule(db, viewer, workspace.id, filter), someOfEach(db, viewer, workspace.id, filter, most, after)])
  return { rules, counts, rows }
}

/** The loose threads that a viewer may see, as chosen on the page (`regel`, `eier`), the most serious first: for what one takes with one. */
export async function readLooseThreads(catalogue: Catalogue, request: Request, workspace: Workspace): Promise<LooseGroupTold[]> {
  const { db, viewer, query } = request
  const owner = query.get('eier') ?? ''
  const owners = owner === 'vare' ? membershipsIn(viewer, workspace.id).flatMap((m) => m.organisationId ?? []) : /^[0-9a-f-]{36}$/.test(owner) ? [owner] : null
  const choose = (counted: readonly Check[]) => {
    const wanted = counted.find((rule) => rule.id === query.get('regel'))
    return wanted ? [wanted] : counted
  }
  const { rules, counts, rows } = await readRows(catalogue, request, workspace, { choose, owners, most: mostOfEach })
  const heads = new Map((await readHeads(db, viewer, { workspaceId: workspace.id, ids: [...new Set(rows.flatMap((row) => row.item_id ?? []))] })).map((head) => [head.id, head]))
  const byRule = Map.groupBy(rows, (row) => row.rule)
  return rules.flatMap((rule) => {
    const threads = (byRule.get(rule.id) ?? []).flatMap((row): LooseTold[] => {
      const item = row.item_id ? (heads.get(row.item_id) ?? null) : null
      if (row.item_id && !item) return []
      return [{ item, name: item?.title ?? row.organisation ?? workspace.title, since: row.since, href: looseThreadsPath(workspace, `?regel=${rule.id}#${anchorOf(rule.id, item?.number ?? row.rank)}`) }]
    })
    return threads.length > 0 ? [{ rule, count: counts.get(rule.id) ?? threads.length, threads }] : []
  })
}

export type ListedLoose = { rule: string; title: string; why: string; mend: string; severity: 1 | 2 | 3; since: Temporal.Instant; itemId: string | null; organisation: string | null }
export type LooseCount = { rule: string; title: string; severity: 1 | 2 | 3; count: number }

/** How many there are of each rule that counts: two statements. */
export async function countLoose(catalogue: Catalogue, request: Request, workspace: { id: string }): Promise<LooseCount[]> {
  const rules = countedRules(catalogue, await standingOf(catalogue, request, workspace))
  return toldCounts(rules, await countByRule(request.db, request.viewer, workspace.id, { rules: rules.map((rule) => rule.id) }), request.lang)
}

const toldCounts = (rules: readonly Check[], counts: ReadonlyMap<string, number>, lang: Lang): LooseCount[] =>
  rules.flatMap((rule) => (counts.has(rule.id) ? [{ rule: rule.id, title: rule.words[lang].title, severity: rule.severity, count: counts.get(rule.id) ?? 0 }] : []))

/** The loose threads themselves, as this viewer may see them: of each rule (or one) at most `most`, from place `after` + 1. */
export async function listLoose(catalogue: Catalogue, request: Request, workspace: { id: string }, one: { rule?: string; after?: number; most: number }): Promise<{ counts: LooseCount[]; threads: ListedLoose[] }> {
  const { lang } = request
  const { rules, counts, rows } = await readRows(catalogue, request, workspace, { ...one, choose: (counted) => counted.filter((rule) => one.rule === undefined || rule.id === one.rule) })
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return {
    counts: toldCounts(rules, counts, lang),
    threads: rows.flatMap((row) => {
      const rule = byId.get(row.rule)
      return rule ? [{ rule: rule.id, title: rule.words[lang].title, why: rule.words[lang].why, mend: rule.words[lang].mend, severity: rule.severity, since: row.since, itemId: row.item_id, organisation: row.organisation }] : []
    }).toSorted((a, b) => a.severity - b.severity),
  }
}
