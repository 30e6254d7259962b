import { membershipsIn } from '../../../platform/access/viewer.ts'
import type { Request } from '../../../platform/http/page.ts'
import type { Check } from '../../../platform/item/check.ts'
import { type ItemHead, readHeads } from '../../../platform/item/item.store.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import type { Workspace } from '../../workspaces/index.ts'
import { anchorOf, looseThreadsPath, standingOf } from './health.ts'
import { countedRules } from './rules.ts'
import { countByRule, someOfEach } from './seen.store.ts'

/** One loose thread: what it sits on (nothing when on the workspace as a whole), since when, and where it is mended. */
export type LooseTold = { item: ItemHead | null; name: string; since: Temporal.Instant; href: string }
export type LooseGroupTold = { rule: Check; count: number; threads: LooseTold[] }

/** More of each sort than this is a search, not a list. */
const mostOfEach = 2_000

/** The loose threads that a viewer may see, as chosen on the page (`regel`, `eier`), the most serious first: for what one takes with one. */
export async function readLooseThreads(catalogue: Catalogue, request: Request, workspace: Workspace): Promise<LooseGroupTold[]> {
  const { db, viewer, query } = request
  const counted = countedRules(catalogue, await standingOf(catalogue, request, workspace))
  const wanted = counted.find((rule) => rule.id === query.get('regel'))
  const rules = (wanted ? [wanted] : counted).toSorted((a, b) => a.severity - b.severity)
  const owner = query.get('eier') ?? ''
  const owners = owner === 'vare' ? membershipsIn(viewer, workspace.id).flatMap((m) => m.organisationId ?? []) : /^[0-9a-f-]{36}$/.test(owner) ? [owner] : null
  const filter = { rules: rules.map((rule) => rule.id), owners }
  const [counts, rows] = await Promise.all([countByRule(db, viewer, workspace.id, filter), someOfEach(db, viewer, workspace.id, filter, mostOfEach)])
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
