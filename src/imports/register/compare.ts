import type { RegisterState, RegisterUpdate } from '../../modules/actors/index.ts'
import { type Folded, foldChanges, type Unexplained } from './fold.ts'
import type { Sources } from './sources.ts'

const levels = ['municipality', 'county'] as const
const digits = { municipality: 4, county: 2 } as const

/** What the sources know and the register does not; or the numbers that they cannot explain, and then nothing may be written. */
export function compareRegister(state: RegisterState, sources: Sources, today: string): RegisterUpdate | Unexplained {
  const folded = Object.fromEntries(levels.map((level) => [level, foldChanges(
    new Map(state.organisations.filter((one) => one.number.length === digits[level]).map((one) => [one.number, one.id])),
    sources.changes[level], new Set(sources.codes[level].map((one) => one.number)),
  )])) as Record<(typeof levels)[number], Folded | Unexplained>
  const [municipality, county] = [folded.municipality, folded.county]
  if ('unexplained' in municipality || 'unexplained' in county) {
    return { unexplained: [municipality, county].flatMap((one) => ('unexplained' in one ? one.unexplained : [])) }
  }
  const all = { municipality, county }
  const known = new Map(state.organisations.map((one) => [one.id, one]))
  const numberNow = new Map<string, string>()
  for (const one of state.organisations) if (one.number.length === 4) numberNow.set(one.number, one.id)
  for (const { id } of municipality.ended) for (const [number, holder] of numberNow) if (holder === id) numberNow.delete(number)
  for (const { id, oldNumber, newNumber } of municipality.renumbered) {
    numberNow.delete(oldNumber)
    numberNow.set(newNumber, id)
  }
  for (const { id, number } of municipality.begun) numberNow.set(number, id)
  const begunNames = new Map(sources.municipalities.map((one) => [one.number, one.names]))
  const begun = levels.flatMap((level) => all[level].begun.map((one) => ({
    ...one, level, name: begunNames.get(one.number)?.[0]?.name ?? plainName(one.name), countyNumber: level === 'municipality' ? one.number.slice(0, 2) : null,
    tileOf: largest(all[level].successions.filter((s) => s.toId === one.id).map((s) => s.fromId), known),
  })))
  return {
    begun,
    ended: levels.flatMap((level) => all[level].ended),
    renumbered: levels.flatMap((level) => all[level].renumbered),
    successions: levels.flatMap((level) => all[level].successions),
    ...names(state, sources, { numberNow, begun, today }),
    points: sources.municipalities.flatMap(({ number, latitude, longitude }) => {
      const id = numberNow.get(number)
      return id && !known.get(id)?.placed ? [{ id, latitude, longitude }] : []
    }),
    populations: [...sources.population.people].flatMap(([number, people]) => {
      const id = numberNow.get(number)
      const { year } = sources.population
      const has = id ? known.get(id) : undefined
      return id && ((has?.populationYear ?? 0) < year || (has?.populationYear === year && has.population !== people)) ? [{ id, people, year, source: 'SSB, tabell 07459' }] : []
    }),
  }
}

/** "Kárášjohka - Karasjok", "Våler (Østfold)": the last of the names, without what tells it from others. */
const plainName = (name: string): string => (name.split(' - ').at(-1) ?? name).replace(/ \([^)]*\)$/, '')

const largest = (ids: readonly string[], known: ReadonlyMap<string, { population: number | null }>): string | null =>
  [...ids].sort((a, b) => (known.get(b)?.population ?? 0) - (known.get(a)?.population ?? 0))[0] ?? null

type Names = Pick<RegisterUpdate, 'namesAdded' | 'namesEnded'>

/**
 * Names as Kartverket has them, where they differ. Names in Sámi and Kven that Kartverket does not have stay: some were decided
 * after its data was made, and a name that is gone does more harm than one that is old.
 */
function names(state: RegisterState, sources: Sources, { numberNow, begun, today }: { numberNow: ReadonlyMap<string, string>; begun: RegisterUpdate['begun']; today: string }): Names {
  const added: RegisterUpdate['namesAdded'][number][] = begun.filter((one) => one.level === 'county' || !sources.municipalities.some((m) => m.number === one.number))
    .map((one) => ({ id: one.id, level: one.level, name: one.name, language: 'no', from: one.from }))
  const ended: RegisterUpdate['namesEnded'][number][] = []
  const has = new Map(state.organisations.filter((one) => one.number.length === 4).map((one) => [one.id, one.names]))
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString()
  for (const { number, names: now } of sources.municipalities) {
    const id = numberNow.get(number)
    if (!id) continue
    const old = has.get(id) ?? []
    for (const { name, language } of now) {
      if (old.some((one) => one.name === name && one.language === language)) continue
      added.push({ id, level: 'municipality', name, language, from: begun.find((one) => one.id === id)?.from ?? today })
      for (const gone of old.filter((one) => one.language === language)) ended.push({ id, name: gone.name, language, lastDay: yesterday })
    }
  }
  return { namesAdded: added, namesEnded: ended }
}
