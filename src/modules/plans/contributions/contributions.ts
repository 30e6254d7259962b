import { addUp, counted, type Counted, type Instrument } from '../measure/instrument.ts'

/** What is promised or committed counts; what is only wished for stands beside it and is never added to it. */
export type Amounts = { sure: number; committed: number; wished: number; /** How many are said without an amount. */ unknown: number }

export const none: Amounts = { sure: 0, committed: 0, wished: 0, unknown: 0 }

export function amountsOf(instruments: readonly Instrument[]): Amounts {
  const known = (states: readonly string[]) => addUp(instruments.flatMap((i) => (i.amount !== null && states.includes(i.state) ? [i.amount] : [])))
  return {
    sure: known(['promised', 'committed']),
    committed: known(['committed']),
    wished: known(['wished']),
    unknown: instruments.filter((i) => i.state !== 'wished' && i.amount === null).length,
  }
}

/** A table whose rows, columns and corner are sums of the same amounts, so that it adds up whichever way one reads it. */
export type Pivot<R, C> = { rows: Map<R, { cells: Map<C, Amounts>; total: Amounts }>; columns: Map<C, Amounts>; total: Amounts }

export function pivot<R, C>(instruments: readonly Instrument[], type: Counted, rowOf: (i: Instrument) => R, columnOf: (i: Instrument) => C): Pivot<R, C> {
  const own = instruments.filter((i) => i.type === type)
  const sums = <K>(list: readonly Instrument[], key: (i: Instrument) => K) => new Map([...Map.groupBy(list, key)].map(([k, group]) => [k, amountsOf(group)]))
  return {
    rows: new Map([...Map.groupBy(own, rowOf)].map(([row, group]) => [row, { cells: sums(group, columnOf), total: amountsOf(group) }])),
    columns: sums(own, columnOf),
    total: amountsOf(own),
  }
}

/** What these rules need of a measure. Days are YYYY-MM-DD; `areaId` is the first area that it delivers to. */
export type Placed = { id: string; areaId: string | null; starts: string | null; ends: string | null; open: boolean }

const sure = (instruments: readonly Instrument[]) => instruments.filter((i) => i.state !== 'wished')

/** Organisations that put the same kind of resource into each their own measure under one area in the same year. */
export type Overlap = { areaId: string; type: Counted; years: (number | null)[]; organisations: string[]; measures: string[] }

/**
 * The rule: under one area, in one year, at least two organisations put money (or people) into measures where nobody else does
 * the same. Putting into the same measure is working together and is no overlap. Only what is promised or committed, in
 * measures that are still open.
 */
export function overlapsOf(instruments: readonly Instrument[], measures: readonly Placed[]): Overlap[] {
  const byId = new Map(measures.filter((m) => m.open && m.areaId !== null).map((m) => [m.id, m]))
  const own = sure(instruments).filter((i) => byId.has(i.measureId) && i.organisationId !== null)
  const found = new Map<string, Overlap>()
  for (const type of counted) {
    const groups = Map.groupBy(own.filter((i) => i.type === type), (i) => `${byId.get(i.measureId)?.areaId} ${i.year}`)
    for (const group of groups.values()) {
      const alone = organisationsAlone(group)
      const areaId = byId.get(group[0]?.measureId ?? '')?.areaId
      if (alone.size < 2 || !areaId) continue
      const key = `${areaId} ${type}`
      const before = found.get(key) ?? { areaId, type, years: [], organisations: [], measures: [] }
      const theirs = group.filter((i) => alone.has(i.organisationId ?? ''))
      found.set(key, {
        ...before,
        years: [...before.years, group[0]?.year ?? null].toSorted(byYear),
        organisations: [...new Set([...before.organisations, ...alone])],
        measures: [...new Set([...before.measures, ...theirs.map((i) => i.measureId)])],
      })
    }
  }
  return [...found.values()]
}

const byYear = (a: number | null, b: number | null) => (a ?? Infinity) - (b ?? Infinity)

/** Those of a group who meet nobody in any of their measures. */
function organisationsAlone(group: readonly Instrument[]): Set<string> {
  const contributors = new Map([...Map.groupBy(group, (i) => i.measureId)].map(([measure, own]) => [measure, new Set(own.map((i) => i.organisationId)).size]))
  const byOrganisation = [...Map.groupBy(group, (i) => i.organisationId ?? '')]
  return new Set(byOrganisation.filter(([, own]) => own.every((i) => contributors.get(i.measureId) === 1)).map(([who]) => who))
}

export type Gap = { measureId: string; kind: 'nothing' | 'onlyWished' } | { measureId: string; kind: 'years'; years: number[] }

/** Open measures that nobody puts anything into, and years from now on in a measure's period that nothing is said of. */
export function gapsOf(instruments: readonly Instrument[], measures: readonly Placed[], today: Temporal.PlainDate): Gap[] {
  const byMeasure = Map.groupBy(instruments, (i) => i.measureId)
  return measures.filter((m) => m.open).flatMap((measure): Gap[] => {
    const all = byMeasure.get(measure.id) ?? []
    const own = sure(all)
    if (own.length === 0) return [{ measureId: measure.id, kind: all.length > 0 ? 'onlyWished' : 'nothing' }]
    const covered = new Set(own.map((i) => i.year))
    // What is given without a year may be for any of them.
    if (covered.has(null) || measure.ends === null) return []
    const from = Math.max(today.year, Number(measure.starts?.slice(0, 4) ?? today.year))
    const to = Math.min(Number(measure.ends.slice(0, 4)), from + 20)
    const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n).filter((year) => !covered.has(year))
    return years.length > 0 ? [{ measureId: measure.id, kind: 'years', years }] : []
  })
}

/** Promises in a year that has begun and that nobody has committed to, oldest first. */
export function promisesOf(instruments: readonly Instrument[], measures: readonly Placed[], today: Temporal.PlainDate): Instrument[] {
  const open = new Set(measures.filter((m) => m.open).map((m) => m.id))
  return instruments
    .filter((i) => i.state === 'promised' && i.year !== null && i.year <= today.year && open.has(i.measureId))
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0) || (b.amount ?? 0) - (a.amount ?? 0))
}
