import { sql } from 'kysely'
import { readable } from '../../platform/access/readable.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'
import { knownWorkspace } from '../../modules/actors/index.ts'

/** Everything that an organisation takes part in, as far as the viewer may see: a workspace that they may not know of leaves no trace, not in a count either. */
export type TakesPart = {
  workspaces: readonly { slug: string; title: string; language: string; example: boolean; role: 'owner' | 'partner' | 'mentioned'; from: string | null; to: string | null }[]
  measures: readonly { number: number; title: string; language: string; state: string | null; due: string | null; owns: boolean; slug: string; workspace: string }[]
  owns: number
  partOf: number
  money: readonly { workspace: string; slug: string; year: number | null; committed: number; promised: number }[]
}

const measuresShown = 25

/** Three statements, whatever the organisation does. Amounts are whole kroner; wishes are left out. Open measures come first, those with a deadline before the others. */
export async function readTakesPart(db: Reader, viewer: Viewer, organisationId: string): Promise<TakesPart> {
  const [workspaces, measures, money] = await Promise.all([
    sql<TakesPart['workspaces'][number]>`
      select w.slug, w.title, w.language, w.example, p.role, p.valid_from as "from", p.valid_to as "to"
      from party p join workspace w on w.id = p.workspace_id
      where p.organisation_id = ${organisationId} and ${knownWorkspace(viewer, 'w')}
      order by p.valid_to desc nulls first, array_position(array['owner', 'partner', 'mentioned'], p.role), w.title, p.valid_from desc limit 100`.execute(db),
    sql<TakesPart['measures'][number] & { allOwned: number; allPart: number }>`
      select item.number, item.title, item.language, item.state, m.ends_on as due, part.owns, w.slug, w.title as workspace,
        count(*) filter (where part.owns) over ()::int as "allOwned", count(*) filter (where not part.owns) over ()::int as "allPart"
      from (select item_id, bool_or(role = 'owner') as owns from item_organisation where organisation_id = ${organisationId} group by item_id) part
      join item on item.id = part.item_id join measure m on m.id = item.id join workspace w on w.id = item.workspace_id
      where item.removed_at is null and ${readable(viewer)} and ${knownWorkspace(viewer, 'w')}
      order by item.state in ('completed', 'cancelled'), part.owns desc, m.ends_on nulls last, item.title, item.id limit ${measuresShown}`.execute(db),
    sql<TakesPart['money'][number]>`
      select w.title as workspace, w.slug, i.year, coalesce(sum(i.amount) filter (where i.state = 'committed'), 0) as committed, coalesce(sum(i.amount) filter (where i.state = 'promised'), 0) as promised
      from instrument i join item on item.id = i.item_id join workspace w on w.id = item.workspace_id
      where i.organisation_id = ${organisationId} and i.type = 'money' and i.state <> 'wished' and item.removed_at is null and ${readable(viewer)} and ${knownWorkspace(viewer, 'w')}
      group by w.id, i.year having sum(i.amount) > 0 order by w.title, w.id, i.year nulls last limit 200`.execute(db),
  ])
  return {
    workspaces: workspaces.rows, money: money.rows, owns: measures.rows[0]?.allOwned ?? 0, partOf: measures.rows[0]?.allPart ?? 0,
    measures: measures.rows.map(({ allOwned: _, allPart: __, ...measure }) => measure),
  }
}
