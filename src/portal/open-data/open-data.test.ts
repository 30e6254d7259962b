import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../../../tests/support/house.ts'
import { csvLine } from './csv.ts'
import { dataSets } from './data-sets.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

/** Reads CSV as RFC 4180 has it, with semicolons. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n|$)/g)) {
    if (match[0] === '') break
    rows.at(-1)?.push((match[1]?.replaceAll('""', '"') ?? match[2]) as string)
    if (match[3] === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}

test('check 22: nothing in a CSV file is a formula, and text comes back as it was', () => {
  for (const sign of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) expect(readCsv(csvLine([`${sign}1+1`]))[0]?.[0]?.[0]).toBe("'")
  const texts = ['a;b', 'en "to"', 'linje\r\nskift', ' mellomrom ', 'Å']
  expect(readCsv(csvLine(texts))).toEqual([texts])
  expect(csvLine([1.5, -2, true, null])).toBe('1,5;-2;ja;\r\n')
})

// Seen to fail when what is for members is open.
test('check 3: only what everybody may read is there, and the same in both forms', async () => {
  const { db } = house.platform
  const open = await db.selectFrom('item as i').innerJoin('workspace as w', 'w.id', 'i.workspace_id').select('i.title').where('w.public', '=', true).where('i.audience', '=', 'public').where('i.removed_at', 'is', null).execute()
  expect(open.length).toBeGreaterThan(0)
  const json = (await (await house.ask(null, '/apne-data/planer.json')).json()) as { title: string; workspace: string; page: string }[]
  expect(json.map((row) => row.title).sort()).toEqual(open.map((row) => row.title).sort())
  const csv = new Uint8Array(await (await house.ask('leder', '/apne-data/planer.csv')).arrayBuffer())
  expect([...csv.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const rows = readCsv(new TextDecoder().decode(csv))
  expect(rows.length).toBe(json.length + 1)
  expect(rows.every((row) => row.length === rows[0]?.length)).toBe(true)
  expect((await house.ask(null, new URL(json[0]?.page ?? '').pathname)).status).toBe(200)
  const links = (await (await house.ask(null, '/apne-data/koblinger.json')).json()) as { fromNumber: number }[]
  expect(links.length).toBeGreaterThan(0)
  const register = (await (await house.ask(null, '/apne-data/kommuner-og-fylker.json')).json()) as { number: string; validTo: string | null }[]
  expect(register.filter((one) => one.number?.length === 4 && one.validTo === null)).toHaveLength(357)
  expect(await (await house.ask(null, '/apne-data/sammenslainger.csv')).text()).toContain('3301')
})

test('what has not changed is not sent again; what has is, and what is no longer open is gone', async () => {
  const path = '/apne-data/planer.json'
  const first = await house.ask(null, path)
  const tag = first.headers.get('etag') ?? ''
  expect([first.headers.get('access-control-allow-origin'), first.headers.get('set-cookie')]).toEqual(['*', null])
  expect((await house.ask(null, path, { headers: { 'if-none-match': tag } })).status).toBe(304)
  await house.platform.db.updateTable('workspace').set((eb) => ({ public: false, version: eb('version', '+', 1) })).where('public', '=', true).execute()
  const after = await house.ask(null, path, { headers: { 'if-none-match': tag } })
  expect([after.status, await after.json()]).toEqual([200, []])
  await house.platform.db.updateTable('workspace').set((eb) => ({ public: true, version: eb('version', '+', 1) })).where('slug', '=', 'gamlebanken').execute()
})

/** Turtle as far as ours goes: prefixes, subjects, `a`, lists of values. Throws on anything else. */
function readTurtle(text: string): { s: string; p: string; o: string }[] {
  const spaces = new Map<string, string>()
  const tokens = text.match(/@prefix|<[^<>"{}|^`\\\s]*>|"(?:[^"\\\n]|\\.)*"(?:@[a-z]+)?|[a-z]+:[A-Za-z]*|[;,.]|\ba\b|\S+/g) ?? []
  const triples: { s: string; p: string; o: string }[] = []
  const full = (token: string): string => {
    if (token.startsWith('<') || token.startsWith('"')) return token
    if (token === 'a') return '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>'
    const [prefix = '', name = ''] = token.split(':')
    const space = spaces.get(prefix)
    if (space === undefined) throw new Error(`Not Turtle: ${token}`)
    return `<${space}${name}>`
  }
  for (let i = 0; i < tokens.length;) {
    if (tokens[i] === '@prefix') {
      spaces.set((tokens[i + 1] ?? '').replace(':', ''), (tokens[i + 2] ?? '').slice(1, -1))
      if (tokens[i + 3] !== '.') throw new Error('Not Turtle')
      i += 4
      continue
    }
    const s = full(tokens[i++] ?? '')
    do {
      const p = full(tokens[i++] ?? '')
      do triples.push({ s, p, o: full(tokens[i++] ?? '') })
      while (tokens[i] === ',' && i++)
    } while (tokens[i] === ';' && i++)
    if (tokens[i++] !== '.') throw new Error(`Not Turtle near ${tokens[i - 1]}`)
  }
  return triples
}

test('the catalogue has what DCAT-AP-NO demands, says the same in both forms, and leads to what is there', async () => {
  const answer = await house.ask(null, '/dcat')
  expect(answer.headers.get('content-type')).toBe('text/turtle; charset=UTF-8')
  const triples = readTurtle(await answer.text())
  const dct = (name: string) => `<http://purl.org/dc/terms/${name}>`
  const dcat = (name: string) => `<http://www.w3.org/ns/dcat#${name}>`
  const demanded: Record<string, string[]> = {
    [dcat('Catalog')]: [dct('title'), dct('description'), dct('publisher'), dct('identifier'), dcat('contactPoint'), dcat('dataset'), dcat('service')],
    [dcat('Dataset')]: [dct('title'), dct('description'), dct('identifier'), dct('publisher'), dct('accessRights'), dcat('theme'), dcat('contactPoint'), dcat('distribution')],
    [dcat('Distribution')]: [dcat('accessURL'), dct('format'), dct('license'), dct('title')],
    [dcat('DataService')]: [dct('title'), dct('identifier'), dct('publisher'), dcat('endpointURL'), dcat('endpointDescription'), dcat('contactPoint')],
    '<http://xmlns.com/foaf/0.1/Agent>': ['<http://xmlns.com/foaf/0.1/name>'],
  }
  const counted: Record<string, number> = {}
  for (const { s, o } of triples.filter(({ p }) => p.endsWith('#type>'))) {
    counted[o] = (counted[o] ?? 0) + 1
    for (const p of demanded[o] ?? []) expect([s, p, triples.some((one) => one.s === s && one.p === p)]).toEqual([s, p, true])
  }
  expect([counted[dcat('Dataset')], counted[dcat('Distribution')], counted[dcat('Catalog')], counted[dcat('DataService')]]).toEqual([dataSets.length, dataSets.length * 2, 1, 1])
  // Whatever is pointed at in this house is described in it.
  const subjects = new Set(triples.map(({ s }) => s))
  for (const { o } of triples.filter(({ p }) => [dcat('dataset'), dcat('distribution'), dcat('service'), dct('publisher'), dcat('contactPoint')].includes(p))) expect(subjects).toContain(o)
  for (const { o } of triples.filter(({ p }) => p === dcat('downloadURL') || p === dcat('endpointDescription'))) expect([o, (await house.ask(null, o.slice(1, -1).replace('http://localhost:3000', ''))).status]).toEqual([o, 200])
  const json = await house.ask(null, '/dcat', { headers: { accept: 'application/ld+json' } })
  const graph = ((await json.json()) as { '@graph': Record<string, unknown[]>[] })['@graph']
  expect(graph.flatMap((node) => Object.entries(node).filter(([name]) => name !== '@id' && name !== '@type').flatMap(([, values]) => values)).length + graph.length).toBe(triples.length)
})
