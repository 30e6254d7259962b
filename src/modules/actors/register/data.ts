import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../../platform/project-root.ts'

/** The first and the last day, 'YYYY-MM-DD'; null: before our time, or still. */
export type Period = { from: string | null; to: string | null }
/** Norwegian, Northern, Lule and Southern Sámi, Kven. */
export type NameLanguage = 'no' | 'se' | 'smj' | 'sma' | 'fkv'
export type NumberPeriod = Period & { number: string }
export type NamePeriod = Period & { name: string; language: NameLanguage }

/** A municipality or county as the register knows it. `name` is the organisation's, `names` those of the place. */
export type RegisterOrganisation = Period & {
  id: string
  kind: 'municipality' | 'county'
  name: string
  orgnr: string | null
  numbers: readonly NumberPeriod[]
  names: readonly NamePeriod[]
  countyId: string | null
  latitude: number | null
  longitude: number | null
  population: number | null
  tile: { x: number; y: number } | null
}

export type RegisterSuccession = { fromId: string; toId: string; on: string; kind: 'merge' | 'split' }
export type Register = { organisations: readonly RegisterOrganisation[]; successions: readonly RegisterSuccession[]; digest: string }

/** What the column `population` holds. */
export const populationOf = { year: 2026, source: 'SSB, tabell 07459' } as const

/**
 * The id of an organisation of the register, the same in every installation: a uuid of version 8 made from the number that
 * it had first. So the data that a later program brings finds the rows that an earlier one made.
 */
export function registerId(firstNumber: string): string {
  const bytes = createHash('sha256').update(`tradverk register ${firstNumber}`).digest().subarray(0, 16)
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

let register: Register | undefined

/** The register that the program brings, read once. Throws when a line refers to what is not there. */
export const ownRegister = (): Register => (register ??= readRegister())

function readRegister(): Register {
  const [organisationLines, successionLines] = [lines('organisations.tsv'), lines('successions.tsv')]
  const organisations = organisationLines.map(readOrganisation)
  const holding = (number: string, day: string): string => {
    const found = organisations.find((one) => one.numbers.some((held) => held.number === number && covers(held, day)))
    if (!found) throw new Error(`No organisation has number ${number} on ${day}`)
    return found.id
  }
  return {
    organisations: organisations.map((one) => ({ ...one, countyId: one.kind === 'county' ? null : countyOf(one, organisations) })),
    successions: successionLines.map(([on = '', from = '', to = '', kind]) => ({
      on, fromId: holding(from, dayBefore(on)), toId: holding(to, on), kind: kind === 'split' ? 'split' : 'merge',
    })),
    digest: createHash('sha256').update(JSON.stringify([organisationLines, successionLines, populationOf])).digest('hex'),
  }
}

const lines = (file: string): string[][] =>
  readFileSync(join(projectRoot, 'src/modules/actors/register/data', file), 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split('\t'))

const covers = ({ from, to }: Period, day: string): boolean => (from ?? '') <= day && day <= (to ?? '9999')

const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

function readOrganisation([kind, numbers = '', orgnr, name = '', names = '', latitude, longitude, population, tile]: string[]): RegisterOrganisation {
  const held = numbers.split(' ').map((part) => {
    const [number = '', years] = part.split(':')
    return { number, ...periodOf(years) }
  })
  const own = held.filter((one) => one.number.length === (kind === 'county' ? 2 : 4))
  const [x, y] = (tile ?? '').split(',').map(Number)
  return {
    id: registerId(held[0]?.number ?? ''),
    kind: kind === 'county' ? 'county' : 'municipality',
    name,
    orgnr: orgnr || null,
    numbers: held,
    names: names.split('|').map((part) => {
      const [language, called = '', years] = part.split(':')
      return { language: language as NameLanguage, name: called, ...periodOf(years) }
    }),
    from: own[0]?.from ?? null,
    to: own.at(-1)?.to ?? null,
    countyId: null,
    latitude: latitude ? Number(latitude) : null,
    longitude: longitude ? Number(longitude) : null,
    population: population ? Number(population) : null,
    tile: tile && x !== undefined && y !== undefined ? { x, y } : null,
  }
}

/** '2020-2023' → from the first day to the last. */
function periodOf(years = '-'): Period {
  const [first, last] = years.split('-')
  return { from: first ? `${first}-01-01` : null, to: last ? `${last}-12-31` : null }
}

/** The county whose number the municipality's last one begins with. Oslo is its own. */
function countyOf(one: RegisterOrganisation, all: readonly RegisterOrganisation[]): string | null {
  const last = one.numbers.filter((held) => held.number.length === 4).at(-1)
  const prefix = last?.number.slice(0, 2)
  return all.find((county) => county.numbers.some((held) => held.number === prefix))?.id ?? null
}
