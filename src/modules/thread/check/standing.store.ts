import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'
import type { CheckAt } from '../../../platform/item/check.ts'

/** What a workspace has said about a rule, and why. */
export type Choice = { rule: string; active: boolean; limit: number | null; reason: string }

/** How a workspace stands towards the check: what it uses, what it has said, and when rules about dates were last asked. */
export type Standing = {
  workspaceId: string
  partsInUse: readonly string[]
  /** The kinds that it has something of. */
  kinds: ReadonlySet<string>
  choices: ReadonlyMap<string, Choice>
  areasAboveGoals: boolean
  focus: CheckAt['focus']
  /** Null when it has never been checked. */
  checkedOn: string | null
}

type Row = {
  parts_in_use: string[]; areas_above_goals: boolean; focus_areas: number | null; focus_measures_per_area: number | null
  focus_measures_per_organisation: number | null; checked_on: string | null; choices: Choice[]; kinds: string[]
}

/** One statement, whatever the size of the workspace. */
export async function readStanding(db: Reader, workspaceId: string, kinds: readonly string[]): Promise<Standing> {
  const { rows } = await sql<Row>`${prepared}
    select workspace.parts_in_use, workspace.areas_above_goals, workspace.focus_areas, workspace.focus_measures_per_area,
      workspace.focus_measures_per_organisation, loose_thread_day.checked_on,
      (select coalesce(jsonb_agg(jsonb_build_object('rule', c.rule, 'active', c.active, 'limit', c.own_limit, 'reason', c.reason)), '[]')
        from loose_thread_choice c where c.workspace_id = workspace.id) as choices,
      array(select kind.name from unnest(${kinds}::text[]) kind (name)
        where exists (select from item where item.workspace_id = workspace.id and item.kind = kind.name and item.removed_at is null)) as kinds
    from workspace left join loose_thread_day on loose_thread_day.workspace_id = workspace.id
    where workspace.id = ${workspaceId}`.execute(db)
  const [row] = rows
  if (!row) throw new Error('No such workspace to check')
  return {
    workspaceId,
    partsInUse: row.parts_in_use,
    kinds: new Set(row.kinds),
    choices: new Map(row.choices.map((choice) => [choice.rule, choice])),
    areasAboveGoals: row.areas_above_goals,
    focus: { areas: row.focus_areas, measuresPerArea: row.focus_measures_per_area, measuresPerOrganisation: row.focus_measures_per_organisation },
    checkedOn: row.checked_on,
  }
}
