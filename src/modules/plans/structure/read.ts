import type { Request, WorkspaceHead } from '../../../platform/http/page.ts'
import { readHeads, readItems } from '../../../platform/item/item.store.ts'
import { organisationsById } from '../../actors/index.ts'
import { linksIn } from '../../thread/index.ts'
import { goal } from '../goal/goal.ts'
import { measure } from '../measure/measure.ts'
import { priorityArea } from '../priority-area/priority-area.ts'
import { ownersOf, placements, type Structure } from './structure.ts'

/** The plan that a viewer may read, placed: six statements, whatever its size. */
export async function readStructure(request: Request, workspace: WorkspaceHead): Promise<Structure> {
  const { db, viewer } = request
  const [heads, measures, links] = await Promise.all([
    readHeads(db, viewer, { workspaceId: workspace.id, kinds: [goal.name, priorityArea.name] }),
    readItems(db, viewer, measure, { workspaceId: workspace.id }),
    linksIn(db, viewer, workspace.id),
  ])
  const goals = heads.filter((head) => head.kind === goal.name)
  const areas = heads.filter((head) => head.kind === priorityArea.name)
  const order = { areas: areas.map((a) => a.id), goals: goals.map((g) => g.id) }
  const pursued = Map.groupBy(links.filter((link) => link.relation === 'pursues'), (link) => link.from_id)
  const organisations = await organisationsById(db, measures.flatMap(ownersOf))
  return {
    goals, areas, measures,
    placement: placements(measures.map((m) => m.id), links, order, workspace.areasAboveGoals),
    goalsOfArea: new Map(order.areas.map((id) => [id, order.goals.filter((g) => pursued.get(id)?.some((link) => link.to_id === g))])),
    organisations: new Map([...organisations].map(([id, o]) => [id, o.name])),
  }
}
