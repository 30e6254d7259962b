import { z } from 'zod'
import { askOutside } from '../../platform/outside/ask.ts'
import type { NameLanguage } from '../../modules/actors/index.ts'
import type { CodeChange } from './fold.ts'

/** Where the sources are; the real ones unless the environment names others. */
export type SourceAddresses = { klass: string; kommuneinfo: string; pxweb: string }
export const sourceAddresses = (env: Readonly<Record<string, string | undefined>>): SourceAddresses => ({
  klass: tidyAddress(env.KLASS_URL) ?? 'https://data.ssb.no/api/klass/v1',
  kommuneinfo: tidyAddress(env.KOMMUNEINFO_URL) ?? 'https://ws.geonorge.no/kommuneinfo/v1',
  pxweb: tidyAddress(env.PXWEB_URL) ?? 'https://data.ssb.no/api/pxwebapi/v2',
})
const tidyAddress = (set: string | undefined) => set?.trim().replace(/\/+$/, '') || undefined

export type SourceCode = { number: string; name: string }
export type SourceMunicipality = { number: string; names: readonly { name: string; language: NameLanguage }[]; latitude: number; longitude: number }
export type SourcePopulation = { year: number; people: ReadonlyMap<string, number> }
export type Sources = {
  codes: { municipality: readonly SourceCode[]; county: readonly SourceCode[] }
  changes: { municipality: readonly CodeChange[]; county: readonly CodeChange[] }
  municipalities: readonly SourceMunicipality[]
  population: SourcePopulation
}

/** A source that could not be used, in one line that says which and why. */
export class SourceFault extends Error {}

const why = {
  down: 'svarer ikke. Se at maskinen har nett, eller prøv igjen senere',
  slow: 'brukte for lang tid på å svare. Prøv igjen senere',
  busy: 'ber oss vente. Prøv igjen om et minutt',
  garbage: 'svarte noe som ikke kan leses',
} as const

const classification = { municipality: 131, county: 104 } as const
type Level = keyof typeof classification

/** Codes of places at sea and abroad, and «uoppgitt», are no municipalities. */
const isReal: Record<Level, (code: string) => boolean> = {
  municipality: (code) => /^\d{4}$/.test(code) && !/^(2[1-8]|99)/.test(code),
  county: (code) => /^\d{2}$/.test(code) && !/^(2[1-8]|99)/.test(code),
}

const codes = z.object({ codes: z.array(z.object({ code: z.string(), name: z.string().min(1) })) })
const changes = z.object({ codeChanges: z.array(z.object({ oldCode: z.string().nullish(), newCode: z.string().nullish(), newName: z.string().nullish(), changeOccurred: z.iso.date() })) })
const counties = z.array(z.object({
  kommuner: z.array(z.object({
    kommunenummer: z.string().regex(/^\d{4}$/),
    kommunenavnNorsk: z.string().min(1),
    gyldigeNavn: z.array(z.object({ navn: z.string().nullish(), sprak: z.string().nullish() })).default([]),
    punktIOmrade: z.object({ coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]) }),
  })).min(1),
})).min(1)
const cube = z.object({
  id: z.array(z.string()), size: z.array(z.int().positive()), value: z.array(z.int().nonnegative().nullable()),
  dimension: z.object({ Region: z.object({ category: z.object({ index: z.record(z.string(), z.int()) }) }), Tid: z.object({ category: z.object({ index: z.record(z.string().regex(/^\d{4}$/), z.int()) }) }) }),
})

/** Asks all sources. `since` is the last change that is known, `today` the last day that counts. Throws a SourceFault at the first that fails. */
export async function askSources(addresses: SourceAddresses, { since, today, timeoutMs = 30_000 }: { since: Record<Level, string | null>; today: string; timeoutMs?: number }): Promise<Sources> {
  const ask = async <T>(name: string, address: string, shape: z.ZodType<T>): Promise<T> => {
    const answer = await askOutside(address, { timeoutMs, maxBytes: 30_000_000 })
    if ('failed' in answer) throw new SourceFault(`${name} (${new URL(address).host}) ${why[answer.failed]}.`)
    const read = answer.status === 200 ? shape.safeParse(parse(answer.text)) : null
    if (!read) throw new SourceFault(`${name} (${new URL(address).host}) svarte med status ${answer.status}.`)
    if (!read.success) throw new SourceFault(`${name} (${new URL(address).host}) ${why.garbage}: ${where(read.error)}.`)
    return read.data
  }
  const codesOf = async (level: Level): Promise<SourceCode[]> => {
    const read = await ask('SSB Klass', `${addresses.klass}/classifications/${classification[level]}/codesAt.json?date=${today}`, codes)
    return read.codes.filter((one) => isReal[level](one.code)).map((one) => ({ number: one.code, name: one.name }))
  }
  const changesOf = async (level: Level): Promise<CodeChange[]> => {
    const from = Temporal.PlainDate.from(since[level] ?? '2018-01-01').add({ days: 1 }).toString()
    const to = Temporal.PlainDate.from(today).add({ days: 1 }).toString()
    const read = await ask('SSB Klass', `${addresses.klass}/classifications/${classification[level]}/changes.json?from=${from}&to=${to}`, changes)
    return read.codeChanges.flatMap(({ oldCode, newCode, newName, changeOccurred }) =>
      oldCode && newCode && isReal[level](oldCode) && isReal[level](newCode) && changeOccurred >= from && changeOccurred < to ? [{ oldCode, newCode, newName: newName ?? newCode, on: changeOccurred }] : [])
  }
  const [municipality, county, municipalityChanges, countyChanges, kommuneinfo, population] = [
    await codesOf('municipality'), await codesOf('county'), await changesOf('municipality'), await changesOf('county'),
    await ask('Kartverket', `${addresses.kommuneinfo}/fylkerkommuner`, counties),
    await ask('SSB 07459', `${addresses.pxweb}/tables/07459/data?lang=no&valueCodes[Region]=*&codelist[Region]=agg_KommGjeldende&valueCodes[ContentsCode]=Personer1&valueCodes[Tid]=top(1)&outputFormat=json-stat2`, cube),
  ]
  if (municipality.length < 200 || county.length < 5) throw new SourceFault(`SSB Klass har ${municipality.length} kommuner og ${county.length} fylker. Det kan ikke være riktig.`)
  return {
    codes: { municipality, county },
    changes: { municipality: municipalityChanges, county: countyChanges },
    municipalities: kommuneinfo.flatMap((one) => one.kommuner).map(asMunicipality),
    population: asPopulation(population),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const where = (error: z.ZodError): string => (error.issues[0]?.path.length ? `${error.issues[0].path.join('.')} mangler eller er noe annet enn ventet` : 'det er ikke slik svaret skal se ut')

const languages: Readonly<Record<string, NameLanguage>> = { Norwegian: 'no', 'Northern Sami': 'se', 'Lule Sami': 'smj', 'Southern Sami': 'sma', 'Kven Finnish': 'fkv' }

function asMunicipality({ kommunenummer, kommunenavnNorsk, gyldigeNavn, punktIOmrade }: z.infer<typeof counties>[number]['kommuner'][number]): SourceMunicipality {
  const named = gyldigeNavn.flatMap(({ navn, sprak }) => {
    const language = languages[sprak ?? '']
    return navn && language && language !== 'no' ? [{ name: navn, language }] : []
  })
  const [longitude, latitude] = punktIOmrade.coordinates
  return { number: kommunenummer, names: [{ name: kommunenavnNorsk, language: 'no' }, ...named], latitude, longitude }
}

/** People by municipality number; regions are called "K-3301". The other dimensions hold one value each. */
function asPopulation({ id, size, value, dimension }: z.infer<typeof cube>): SourcePopulation {
  const region = id.indexOf('Region')
  const [year, ...more] = Object.keys(dimension.Tid.category.index)
  if (region === -1 || year === undefined || more.length > 0 || size.some((length, at) => at !== region && length !== 1) || value.length !== size[region]) {
    throw new SourceFault('SSB 07459 svarte med en annen tabell enn den vi spurte om.')
  }
  const people = Object.entries(dimension.Region.category.index).flatMap(([code, at]) => {
    const count = value[at]
    return /^K-\d{4}$/.test(code) && count ? [[code.slice(2), count] as const] : []
  })
  return { year: Number(year), people: new Map(people) }
}
