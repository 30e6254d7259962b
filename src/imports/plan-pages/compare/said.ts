import type { ParsedMeasure } from '../../plan/index.ts'

/** How often, as a measure in the plan has it. */
export type Again = 'ongoing' | 'recurring' | 'asneeded' | 'conditional' | null

/**
 * What is said of a goal, an area or a measure, whoever says it: the file, an earlier file, or the plan as it stands.
 * Goals, areas and organisations are keys: the id of what stands, or `ny:…` for what is new.
 */
export type Said = {
  readonly title: string
  readonly number: string | null
  readonly goals: readonly string[]
  readonly area: string | null
  readonly owners: readonly string[]
  readonly partners: readonly string[]
  readonly period: { readonly text: string; readonly start: string | null; readonly end: string | null; readonly again: Again }
  readonly status: { readonly state: string | null; readonly note: string | null }
  readonly cost: { readonly byYear: Readonly<Record<string, number>>; readonly total: number | null }
  readonly indicators: string
  readonly anchoring: string
  readonly notes: string
}
export type SaidField = keyof Said

export const nothingSaid: Said = {
  title: '', number: null, goals: [], area: null, owners: [], partners: [],
  period: { text: '', start: null, end: null, again: null }, status: { state: null, note: null }, cost: { byYear: {}, total: null }, indicators: '', anchoring: '', notes: '',
}

export type PlanKind = 'goal' | 'priority_area' | 'measure'
export const planKinds: readonly PlanKind[] = ['goal', 'priority_area', 'measure']

/** What each kind says something of. */
export const saidFields: Readonly<Record<PlanKind, readonly SaidField[]>> = {
  goal: ['number', 'title'],
  priority_area: ['number', 'title', 'goals'],
  measure: ['number', 'title', 'goals', 'area', 'owners', 'partners', 'period', 'status', 'cost', 'indicators', 'anchoring', 'notes'],
}

/** Where the keys of a file lead: goals and areas to what they are matched with, names to organisations. Null for a name that is kept as text. */
export type Keys = { goal(id: string): string; area(id: string): string; party(name: string): string | null }

const again = new Set(['ongoing', 'recurring', 'asneeded', 'conditional'])
const agains = (kind: string): Again => (again.has(kind) ? (kind as Again) : null)

/** What a file says of a measure. Names that are no organisations become notes, so that nothing is lost. */
export function saidOf(measure: ParsedMeasure, keys: Keys, areaGoals: readonly string[]): Said {
  const kept = (role: string, names: readonly string[]) => names.filter((name) => keys.party(name) === null).map((name) => `${role}: ${name}`)
  const keysOf = (names: readonly string[]) => [...new Set(names.flatMap((name) => keys.party(name) ?? []))]
  const owners = keysOf(measure.owners)
  const { period, status, cost } = measure
  const sum = Object.values(cost.byYear).reduce((all, each) => all + each, 0)
  return {
    title: measure.title,
    number: measure.number,
    // A measure that names no goal reaches those of its area.
    goals: (measure.goals.length > 0 ? measure.goals : areaGoals).map(keys.goal),
    area: measure.priorityArea === null ? null : keys.area(measure.priorityArea),
    owners,
    partners: keysOf(measure.partners).filter((key) => !owners.includes(key)),
    period: { text: period.text, start: period.start, end: period.end, again: agains(period.kind) },
    status: { state: status.normalised, note: saysMore(status) ? status.text : null },
    cost: { byYear: cost.byYear, total: cost.total === null || (Object.keys(cost.byYear).length > 0 && cost.total === sum) ? null : cost.total },
    indicators: measure.indicators.join('\n'),
    anchoring: measure.anchoring.join('\n'),
    notes: [measure.notes, ...kept('Ansvarlig', measure.owners), ...kept('Samarbeid', measure.partners)].filter((line) => line !== '').join('\n'),
  }
}

/** «I gang» says no more than the state it is read as; «I gang, men mangler midler» does, and so does a text that is no state. */
function saysMore({ text, normalised }: ParsedMeasure['status']): boolean {
  const plain = text.trim()
  return plain !== '' && (normalised === null || (plain.split(/\s+/).length > 3 && plain !== endedWords))
}

/** The one state whose own words are many: as our export writes it. */
export const endedWords = 'Avsluttet uten å bli fullført'

const sets = new Set<SaidField>(['goals', 'owners', 'partners'])

/** Whether two say the same of a field; the order of goals and organisations says nothing. */
export function sameSaid(field: SaidField, a: Said, b: Said): boolean {
  const plain = (said: Said): string => {
    const value = said[field]
    if (sets.has(field)) return JSON.stringify([...(value as readonly string[])].sort())
    if (field === 'cost') return JSON.stringify([Object.entries(said.cost.byYear).sort(), said.cost.total])
    // Field by field: the database keeps no order of the keys in an object.
    if (field === 'status') return JSON.stringify([said.status.state, said.status.note])
    if (field === 'period') return JSON.stringify([said.period.text.trim(), said.period.start, said.period.end, said.period.again])
    return JSON.stringify(typeof value === 'string' ? value.trim() : value)
  }
  return plain(a) === plain(b)
}

/** Whether nothing is said of a field. */
export const isBlank = (field: SaidField, said: Said): boolean => sameSaid(field, said, nothingSaid)
