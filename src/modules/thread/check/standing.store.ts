import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'

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
  /** Null when it has never been checked. */
  checkedOn: string | null
}

type Row = {
  parts_in_use: string[]; areas_above_goals: boolean; checked_on: string | null; choices: Choice[]; kinds: string[]
}

/** One statement, whatever the size of the workspace. */
export async function readStanding(db: Reader, workspaceId: string, kinds: readonly string[]): Promise<Standing> {
  const { rows } = await sql<Row>`${prepared}
    select workspace.parts_in_use, workspace.areas_above_goals, loose_thread_day.checked_on,
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
    checkedOn: row.checked_on,
  }
}
