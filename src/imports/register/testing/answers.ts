import type { RequestListener } from 'node:http'
import type { RegisterState } from '../../../modules/actors/index.ts'

const sami: Readonly<Record<string, string>> = { no: 'Norwegian', se: 'Northern Sami', smj: 'Lule Sami', sma: 'Southern Sami', fkv: 'Kven Finnish' }

export type World = {
  codes: { code: string; name: string }[]
  changes: { oldCode: string; oldName: string; newCode: string; newName: string; changeOccurred: string }[]
  names: Map<string, { navn: string; sprak: string; prioritet: number }[]>
  people: Map<string, number>
  year: string
}

/** SSB's and Kartverket's world as it is when it agrees with the register. */
export function worldOf({ organisations }: RegisterState): World {
  const municipalities = organisations.filter((one) => one.number.length === 4)
  const norwegian = (one: (typeof organisations)[number]) => one.names.find((name) => name.language === 'no')?.name ?? ''
  return {
    codes: [...organisations.map((one) => ({ code: one.number, name: norwegian(one) })), { code: '9999', name: 'Uoppgitt' }, { code: '2111', name: 'Spitsbergen' }, { code: '99', name: 'Uoppgitt' }],
    changes: [],
    names: new Map(municipalities.map((one) => [one.number, one.names.map(({ name, language }, at) => ({ navn: name, sprak: sami[language] ?? '', prioritet: at + 1 }))])),
    people: new Map(municipalities.map((one) => [one.number, one.population ?? 0])),
    year: '2026',
  }
}

/**
 * Answers as the three services do, in the shapes of: Klass `codesAt.json` and `changes.json` (SSB, CC BY 4.0), Kartverket's
 * `fylkerkommuner` (CC BY 4.0) and PxWebApi 2's json-stat2 for table 07459 (SSB, CC BY 4.0).
 */
export const answersOf = (world: World): RequestListener => (request, response) => {
  const address = new URL(request.url ?? '', 'http://x')
  const send = (body: unknown) => void response.writeHead(200, { 'content-type': 'application/json;charset=UTF-8' }).end(JSON.stringify(body))
  const length = address.pathname.includes('/131/') ? 4 : 2
  if (address.pathname.endsWith('/codesAt.json')) {
    return send({ codes: world.codes.filter((one) => one.code.length === length).map((one) => ({ ...one, parentCode: null, level: '1', shortName: '', presentationName: '', validFrom: null, notes: '' })) })
  }
  if (address.pathname.endsWith('/changes.json')) {
    return send({ codeChanges: world.changes.filter((one) => one.oldCode.length === length).map((one) => ({ ...one, oldShortName: null, newShortName: null })) })
  }
  if (address.pathname.endsWith('/fylkerkommuner')) {
    const numbers = [...world.names.keys()]
    return send([...new Set(numbers.map((number) => number.slice(0, 2)))].map((county) => ({
      fylkesnavn: county, fylkesnummer: county,
      kommuner: numbers.filter((number) => number.startsWith(county)).map((number) => {
        const names = world.names.get(number) ?? []
        return {
          kommunenummer: number, kommunenavn: names[0]?.navn, kommunenavnNorsk: names.find((one) => one.sprak === 'Norwegian')?.navn, fylkesnummer: county, samiskForvaltningsomrade: false,
          gyldigeNavn: [...names, { navn: null, sprak: null, prioritet: 9 }],
          punktIOmrade: { type: 'Point', coordinates: [10.1, 59.7], crs: { type: 'name', properties: { name: 'EPSG:4258' } } },
        }
      }),
    })))
  }
  if (address.pathname.endsWith('/tables/07459/data')) {
    const regions = [...world.people.keys()].map((number) => `K-${number}`)
    return send({
      version: '2.0', class: 'dataset', label: '07459: Befolkning, etter region, statistikkvariabel og år', source: 'Statistisk sentralbyrå', role: { time: ['Tid'], geo: ['Region'], metric: ['ContentsCode'] },
      id: ['Region', 'ContentsCode', 'Tid'], size: [regions.length, 1, 1],
      dimension: {
        Region: { label: 'region', category: { index: Object.fromEntries(regions.map((code, at) => [code, at])) } },
        ContentsCode: { label: 'statistikkvariabel', category: { index: { Personer1: 0 } } },
        Tid: { label: 'år', category: { index: { [world.year]: 0 } } },
      },
      value: [...world.people.values()],
    })
  }
  response.writeHead(404).end('{}')
}
