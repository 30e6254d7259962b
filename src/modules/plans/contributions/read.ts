import type { Request, WorkspaceHead } from '../../../platform/http/page.ts'
import { organisationsById } from '../../actors/index.ts'
import { isKeptElsewhere } from '../measure/elsewhere.ts'
import type { Instrument } from '../measure/instrument.ts'
import { mayState, mayStateFor } from '../measure/instrument.policy.ts'
import { instrumentsOf } from '../measure/instrument.store.ts'
import { readStructure } from '../structure/read.ts'
import { dateOf, isOpen, placeOf, type Structure } from '../structure/structure.ts'
import type { Placed } from './contributions.ts'

export type Contributions = {
  structure: Structure
  placed: readonly Placed[]
  instruments: readonly Instrument[]
  names: ReadonlyMap<string, string>
  /** Whether the viewer may add to a measure, and change this instrument. */
  mayAdd: ReadonlySet<string>
  mayChange: ReadonlySet<string>
}

/** Everything that is put into the measures that a viewer may read; what they may not read is neither shown nor summed. */
export async function readContributions(request: Request, workspace: WorkspaceHead): Promise<Contributions> {
  const structure = await readStructure(request, workspace)
  const instruments = await instrumentsOf(request.db, structure.measures.map((m) => m.id))
  const organisations = await organisationsById(request.db, instruments.flatMap((i) => i.organisationId ?? []))
  const stating = new Map(structure.measures.map((m) => [m.id, mayState(request.viewer, workspace, m)]))
  return {
    structure, instruments,
    names: new Map([...organisations].map(([id, o]) => [id, o.name])),
    placed: structure.measures.map((m) => ({ id: m.id, areaId: placeOf(structure, m.id).areas[0] ?? null, starts: dateOf(m, 'starts_on'), ends: dateOf(m, 'ends_on'), open: isOpen(m) && !isKeptElsewhere(m.fields) })),
    mayAdd: new Set([...stating].filter(([, who]) => who === 'all' || who.length > 0).map(([id]) => id)),
    mayChange: new Set(instruments.filter((i) => mayStateFor(stating.get(i.measureId) ?? [], i.organisationId)).map((i) => i.id)),
  }
}
