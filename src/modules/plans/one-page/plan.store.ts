import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { type Link, linksIn } from '../../thread/index.ts'
import { measureElsewhere } from '../measure/elsewhere.ts'
import type { Named, PlanItem, PlanKind } from './plan-tree.ts'

type Row = {
  id: string; kind: PlanKind; number: number; title: string; code: string | null; state: string | null; language: Lang
  starts_on: string | null; ends_on: string | null; period_text: string | null; needs_decision: string | null; kept_in: string | null; kept_at: string | null
  owners: Named[]; partners: Named[]; money: number | null
}

/** Goals, areas and measures that the viewer may see, with who, when and how much: one statement, whatever the size of the plan. */
export async function readPlanItems(db: Reader, viewer: Viewer, workspaceId: string): Promise<PlanItem[]> {
  const { rows } = await sql<Row>`${prepared}
    select item.id, item.kind, item.number, item.title, item.code, item.state, item.language,
      m.starts_on, coalesce(m.ends_on, g.reached_by) as ends_on, m.period_text, m.needs_decision, m.kept_in, m.kept_at,
      coalesce(who.owners, '[]') as owners, coalesce(who.partners, '[]') as partners, much.money
    from item
    left join measure m on m.id = item.id
    left join goal g on g.id = item.id
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by io.place) filter (where io.role = 'owner') as owners,
        jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by io.place) filter (where io.role = 'partner') as partners
      from item_organisation io join organisation o on o.id = io.organisation_id where io.item_id = item.id) who on true
    left join lateral (
      select sum(i.amount) as money from instrument i where i.item_id = item.id and i.type = 'money' and i.state <> 'wished') much on true
    where item.workspace_id = ${workspaceId} and item.kind in ('goal', 'priority_area', 'measure') and item.removed_at is null and ${readable(viewer)}
    order by item.place, item.number`.execute(db)
  return rows.map((row) => ({
    id: row.id, kind: row.kind, number: row.number, title: row.title, code: row.code, state: row.state, language: row.language,
    owners: row.owners, partners: row.partners, startsOn: row.starts_on, endsOn: row.ends_on, periodText: row.period_text,
    needsDecision: row.needs_decision, money: row.money, keptIn: measureElsewhere({ kept_in: row.kept_in, kept_at: row.kept_at })?.system ?? null,
  }))
}

/** The plan as the viewer may see it: two statements. */
export async function readPlan(db: Reader, viewer: Viewer, workspaceId: string): Promise<{ items: PlanItem[]; links: Link[] }> {
  const [items, links] = await Promise.all([readPlanItems(db, viewer, workspaceId), linksIn(db, viewer, workspaceId)])
  return { items, links }
}
