import { sql } from 'kysely'
import { readable } from '../../platform/access/readable.ts'
import { hasRole, type Viewer, workspacesOf } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'
import { prepared } from '../../platform/db/prepared.ts'
import { leading } from '../../platform/item/kind.ts'
import { near } from '../../modules/actors/index.ts'
import { rounds } from './rounds.ts'

/** Something that somebody must take over. `title` is the measure, the task, the role or the round; none when the reader may not read it. */
export type Handover = {
  /** The kind of round, for a question. */
  round: string | null
  id: string; what: 'measure' | 'follow_up' | 'membership' | 'question'; subjectId: string; title: string | null; number: number | null
  workspaceId: string; slug: string; workspace: string; personId: string; person: string; organisationId: string; organisation: string; lastDay: string; proposedId: string | null; proposed: string | null
}

/** What stands open and is the viewer's to see to: given to them, or in a workspace that they lead. Oldest first, one statement, at most 200. */
export async function handoversFor(db: Reader, viewer: Viewer, today: string, workspaceId: string | null = null): Promise<Handover[]> {
  if (!viewer.person) return []
  const led = workspacesOf(viewer).filter((id) => hasRole(viewer, id, ...leading))
  const asked = sql.join(rounds.map((kind) => sql`select ${sql.lit(kind.name)}, one.* from (${kind.asked(sql`q.id = h.subject_id`)}) one`), sql` union all `)
  const { rows } = await sql<Handover>`${prepared}
    select h.id, h.what, h.subject_id as "subjectId", h.workspace_id as "workspaceId", w.slug, w.title as workspace, h.person_id as "personId", leaver.name as person,
      o.id as "organisationId", o.name as organisation, h.last_day as "lastDay", proposed.id as "proposedId", proposed.name as proposed,
      case when h.what in ('measure', 'follow_up') then item.title when h.what = 'membership' then m.role else q.title end as title, coalesce(item.number, q.number) as number, q.round
    from handover h join workspace w on w.id = h.workspace_id join person leaver on leaver.id = h.person_id join organisation o on o.id = h.organisation_id
    left join person proposed on proposed.id = h.proposed_id and ${near(viewer, today, 'proposed')}
    left join item on h.what in ('measure', 'follow_up') and item.id = h.subject_id and ${readable(viewer)}
    left join membership m on h.what = 'membership' and m.id = h.subject_id
    left join lateral (${asked}) q (round, id, person_id, organisation_id, workspace_id, title, number, waited) on h.what = 'question'
    where h.settled_at is null and w.id = any(${workspacesOf(viewer)}::uuid[]) and (${workspaceId}::uuid is null or w.id = ${workspaceId}::uuid)
      and (h.receiver_id = ${viewer.person.id} or w.id = any(${led}::uuid[]))
    order by h.last_day, w.title, h.what, h.id limit 200`.execute(db)
  return rows
}
