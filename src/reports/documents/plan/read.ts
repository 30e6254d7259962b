import type { Request } from '../../../platform/http/page.ts'
import { type Item, readItems } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { organisationsById } from '../../../modules/actors/index.ts'
import { challenge, effect, goal, indicator, type Instrument, instrumentsOf, measure, type Measurement, measurementsOf, type Milestone, milestonesOf, planDocument, priorityArea, readPlan, result } from '../../../modules/plans/index.ts'
import { linksIn, type LooseWords, namesFor, readWhole, threadHealth } from '../../../modules/thread/index.ts'
import type { Workspace } from '../../../modules/workspaces/index.ts'

const kinds = { challenge, goal, area: priorityArea, measure, result, effect, indicator, document: planDocument } as const
type Names = Awaited<ReturnType<typeof namesFor>>
export type OfKind = { kind: Kind; items: Item[]; names: Names }

/** Everything that the whole plan tells, through what the viewer may see; so many statements, whatever its size. */
export async function readWholePlan(catalogue: Catalogue, looseWords: LooseWords, request: Request, workspace: Workspace) {
  const { db, viewer } = request
  const read = async (kind: Kind): Promise<OfKind> => {
    const items = await readItems(db, viewer, kind, { workspaceId: workspace.id })
    return { kind, items, names: await namesFor(request, kind, items) }
  }
  const [plan, links, whole, health, challenges, goals, areas, measures, results, effects, indicators, documents] = await Promise.all([
    readPlan(db, viewer, workspace.id), linksIn(db, viewer, workspace.id), readWhole(request, workspace, looseWords), threadHealth(catalogue, request, workspace),
    read(kinds.challenge), read(kinds.goal), read(kinds.area), read(kinds.measure), read(kinds.result), read(kinds.effect), read(kinds.indicator), read(kinds.document),
  ])
  const ids = (of: OfKind) => of.items.map((item) => item.id)
  const [instruments, milestones, measurements] = await Promise.all([instrumentsOf(db, ids(measures)), milestonesOf(db, ids(measures)), measurementsOf(db, ids(indicators))])
  return { plan, links, whole, health, challenges, goals, areas, measures, results, effects, indicators, documents, instruments, milestones, measurements, organisations: await organisationNames(request, instruments) }
}

export type WholePlan = Awaited<ReturnType<typeof readWholePlan>>
export type { Instrument, Measurement, Milestone }

async function organisationNames(request: Request, instruments: readonly Instrument[]): Promise<ReadonlyMap<string, string>> {
  const found = await organisationsById(request.db, instruments.flatMap((one) => one.organisationId ?? []))
  return new Map([...found].map(([id, one]) => [id, one.name]))
}
