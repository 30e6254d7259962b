import { type RawBuilder, sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import { membershipsIn, type Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'

export type LooseRow = {
  rule: string
  item_id: string | null
  organisation: string | null
  weight: number
  since: Temporal.Instant
  /** Its place among those of its rule, the one that most hangs on first. */
  rank: number
}

export type LooseFilter = { rules: readonly string[]; owners?: readonly string[] | null }

/** What the viewer may see of the rows: of items it may read, and of the workspace as a whole if it is a member whose key, if any, is for all kinds. Waived ones are left out. */
const seen = (viewer: Viewer, workspaceId: string, { rules, owners }: LooseFilter): RawBuilder<unknown> => {
  const whole = membershipsIn(viewer, workspaceId).length > 0 && !viewer.key?.kinds ? sql`t.item_id is null` : sql`false`
  const owned = owners
    ? sql`and (t.organisation_id = any(${owners}::uuid[]) or exists (select from item_organisation o
        where o.item_id = t.item_id and o.role = 'owner' and o.organisation_id = any(${owners}::uuid[])))`
    : sql``
  return sql`loose_thread t left join item on item.id = t.item_id left join organisation on organisation.id = t.organisation_id
    where t.workspace_id = ${workspaceId} and t.rule = any(${rules}::text[])
      and (${whole} or (t.item_id is not null and item.removed_at is null and ${readable(viewer)}))
      and not exists (select from loose_thread_waiver w where w.workspace_id = t.workspace_id and w.rule = t.rule and w.item_id = t.item_id) ${owned}`
}

/** How many there are of each rule; rules without any are left out. */
export async function countByRule(db: Reader, viewer: Viewer, workspaceId: string, filter: LooseFilter): Promise<Map<string, number>> {
  const { rows } = await sql<{ rule: string; count: number }>`${prepared} select t.rule, count(*) as count from ${seen(viewer, workspaceId, filter)} group by t.rule`.execute(db)
  return new Map(rows.map((row) => [row.rule, row.count]))
}

/** Some of each rule: those from place `after` + 1, at most `most`. */
export async function someOfEach(db: Reader, viewer: Viewer, workspaceId: string, filter: LooseFilter, most: number, after = 0): Promise<LooseRow[]> {
  const { rows } = await sql<LooseRow>`${prepared}
    select * from (
      select t.rule, t.item_id, organisation.name as organisation, t.weight, t.since,
        row_number() over (partition by t.rule order by t.weight desc, item.place, item.number, organisation.name) as rank
      from ${seen(viewer, workspaceId, filter)}) ranked
    where rank > ${after} and rank <= ${after + most} order by rule, rank`.execute(db)
  return rows
}

/** Which rules find which items loose, for pictures. */
export async function looseItems(db: Reader, viewer: Viewer, workspaceId: string, rules: readonly string[]): Promise<{ rule: string; item_id: string }[]> {
  const { rows } = await sql<{ rule: string; item_id: string | null }>`${prepared} select t.rule, t.item_id from ${seen(viewer, workspaceId, { rules })}`.execute(db)
  return rows.flatMap(({ rule, item_id }) => (item_id ? [{ rule, item_id }] : []))
}

export type Candidate = { id: string; kind: string; number: number; title: string; code: string | null }

/** Items to tie to: at most `most` of each kind, so that a form knows when to offer a search instead. */
export async function candidatesOf(db: Reader, viewer: Viewer, workspaceId: string, kinds: readonly string[], most: number): Promise<Map<string, Candidate[]>> {
  if (kinds.length === 0) return new Map()
  const { rows } = await sql<Candidate>`${prepared}
    select one.* from unnest(${kinds}::text[]) wanted (kind) cross join lateral (
      select item.id, item.kind, item.number, item.title, item.code from item
      where item.workspace_id = ${workspaceId} and item.kind = wanted.kind and item.removed_at is null and ${readable(viewer)}
      order by item.place, item.number limit ${most}) one`.execute(db)
  return Map.groupBy(rows, (row) => row.kind)
}
