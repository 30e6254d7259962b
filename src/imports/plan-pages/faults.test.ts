import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { strToU8, zipSync } from 'fflate'
import { build } from '../plan/fixtures/build.ts'
import { fixtures } from '../plan/fixtures/index.ts'
import { partnership } from '../plan/fixtures/regional.ts'
import { verifyChains } from '../../platform/audit/verify.ts'
import { formOn } from './testing/form.ts'
import { type Imports, openImports } from './testing/import-house.ts'

let imports: Imports
beforeAll(async () => {
  imports = await openImports()
})
afterAll(() => imports.house.close())

const plan = build(partnership.book)
const count = async (table: 'plan_import' | 'item' | 'organisation') => Number((await imports.house.platform.db.selectFrom(table).select((eb) => eb.fn.countAll().as('n')).executeTakeFirstOrThrow()).n)

describe('a file that is no plan', () => {
  const bomb = () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), '_rels/.rels': strToU8('<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>'), 'xl/workbook.xml': new Uint8Array(120 * 1024 * 1024) }, { level: 9 })
  const locked = () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])
  it.each([
    ['plan.xlsx', locked, 'beskyttet med passord'],
    ['plan.xlsx', bomb, 'for stor når den pakkes ut'],
    ['plan.xlsx', () => strToU8('Mål;Tiltak\nA;B'), 'innholdet er noe annet'],
    ['plan.csv', () => strToU8('Hei'), 'Fant ingen plan'],
    ['plan.pdf', () => strToU8('%PDF-1.4'), 'Velg en fil av typen'],
    ['plan.xlsx', () => plan.slice(0, plan.length / 2), 'skadet'],
  ])('%s is refused beside the field, and nothing is kept', async (name, bytes, why) => {
    const workspace = `nei-${name.length}-${why.length}`
    await imports.workspace(workspace)
    const [before, began] = [await count('plan_import'), performance.now()]
    const answer = await imports.upload(workspace, bytes(), name)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(/id="felt-fil-feil">([^<]*)/.exec(html)?.[1]).toContain(why)
    expect(await count('plan_import')).toBe(before)
    expect(performance.now() - began).toBeLessThan(15_000)
  })
  it('asks for a file when there is none', async () => {
    await imports.workspace('tom')
    const answer = await imports.house.ask('sekretariat', '/arbeidsrom/tom/plan/importer', { form: { handling: 'les' } })
    expect([answer.status, (await answer.text()).includes('Velg filen med planen.')]).toEqual([422, true])
  })
  it('shows words from the file as words', async () => {
    await imports.workspace('hvass')
    const sharp = '<script>alert(1)</script>"\'\u0000'
    const check = await imports.toCheck('hvass', build({ sheets: [{ name: '<b>Ark', rows: [['Mål', 'Tiltak', 'Ansvarlig'], [sharp.replace('\u0000', ''), `${sharp.slice(0, -1)} først`, '=cmd|x'], ['M', 'To', sharp.slice(0, -1)]] }] }))
    const html = await imports.page(check)
    expect(html).not.toContain('<script>alert')
    await imports.send(check, 'lagre')
    expect((await imports.standing('hvass')).some((each) => each.said.title.startsWith('<script>'))).toBe(true)
  })
})

// The lock of the workspace holds two imports apart, and what has become of an import holds one that is sent many times. Seen to fail without the lock.
describe('check 42: an import that is sent twice, or stops', () => {
  it('saves once, however often and however fast the button is pressed', async () => {
    await imports.workspace('to')
    const check = await imports.toCheck('to', plan)
    const form = { ...formOn(await imports.page(check)), handling: 'lagre' }
    const answers = await Promise.all([1, 2, 3].map(() => imports.house.ask('sekretariat', check, { form })))
    expect(answers.map((answer) => answer.status).every((status) => status === 303 || status === 422)).toBe(true)
    expect((await imports.house.ask('sekretariat', check, { form })).headers.get('location')).toContain('/ferdig')
    expect((await imports.standing('to')).filter((each) => each.kind === 'measure')).toHaveLength(4)
  })
  it('doubles nothing when two save the same file at once', async () => {
    await imports.workspace('begge')
    const [one, two] = [await imports.toCheck('begge', plan), await imports.toCheck('begge', plan)]
    await Promise.all([imports.send(one, 'lagre'), imports.send(two, 'lagre')])
    expect((await imports.standing('begge')).filter((each) => each.kind === 'measure')).toHaveLength(4)
  })
  it('leaves nothing half when the last step fails', async () => {
    await imports.workspace('halv')
    const check = await imports.toCheck('halv', plan)
    const { platform } = imports.house
    const [items, organisations] = [await count('item'), await count('organisation')]
    const steps = platform.beforeCommit as unknown as (() => Promise<void>)[]
    const fail = async () => {
      throw new Error('the power went')
    }
    steps.push(fail)
    try {
      expect((await imports.send(check, 'lagre')).status).toBe(500)
    } finally {
      steps.splice(steps.indexOf(fail), 1)
    }
    expect([await count('item'), await count('organisation')]).toEqual([items, organisations])
    expect((await imports.send(check, 'lagre')).status).toBe(303)
    expect((await imports.standing('halv')).filter((each) => each.kind === 'measure')).toHaveLength(4)
  })
  it('is theirs who keep the plan, and of one workspace', async () => {
    await imports.workspace('vart')
    const check = await imports.toCheck('vart', plan)
    expect((await imports.house.ask('partner', '/arbeidsrom/eksempelfylket/plan/importer')).status).toBe(403)
    expect((await imports.house.ask('leder', check)).status).toBe(404)
    expect((await imports.house.ask('sekretariat', check.replace('/vart/', '/eksempelfylket/'))).status).toBe(404)
    expect((await imports.house.ask('sekretariat', check.replace(/importer\/.*/, 'importer/nei/sjekk'))).status).toBe(404)
    expect((await imports.house.ask('partner', '/arbeidsrom/eksempelfylket/plan/eksport.xlsx')).status).toBe(200)
    expect((await imports.house.ask(null, '/arbeidsrom/eksempelfylket/plan/eksport.xlsx')).status).toBe(404)
  })
})

describe('choices on the way', () => {
  it('keeps a sentence as text, and ties a name to one that is here', async () => {
    await imports.workspace('valg')
    await imports.bringIn('valg', build({ sheets: [{ name: 'Plan', rows: [['Mål', 'Tiltak', 'Ansvarlig'], ['Mål A', 'Ett', 'Lia kommune'], ['Mål A', 'To', 'NAV']] }] }))
    const second = build({ sheets: [{ name: 'Plan', rows: [['Mål', 'Tiltak', 'Ansvarlig'], ['Mål A', 'Ett', 'Lia'], ['Mål A', 'To', 'Alle som vil']] }] })
    const check = await imports.toCheck('valg', second)
    const html = await imports.page(check)
    const lia = /value="([0-9a-f-]{36})"[^>]*>Lia kommune/.exec(html)?.[1] ?? ''
    const names = [...html.matchAll(/<label for="felt-navn-(\d+)">([^<]*)/g)].map(([, at, name]) => [name?.trim(), `navn.${at}`] as const)
    const fieldOf = (name: string) => names.find(([each]) => each === name)?.[1] ?? ''
    await imports.send(check, 'oppdater', (form) => ({ ...form, [fieldOf('Lia')]: lia, [fieldOf('Alle som vil')]: 'tekst' }))
    const again = await imports.page(check)
    expect(again).not.toMatch(/<h3>Ett /)
    await imports.send(check, 'lagre')
    const two = (await imports.standing('valg')).find((each) => each.said.title === 'To')
    expect(two?.said.notes).toBe('Ansvarlig: Alle som vil')
  })
  it('makes measures of the rows that were pointed at', async () => {
    const loose = fixtures.find((each) => each.expected.notUnderstood?.length === 1)
    if (!loose) throw new Error('No fixture with a row that is not understood')
    await imports.workspace('rader')
    const check = await imports.toCheck('rader', build(loose.book))
    const row = /name="rad" value="([^"]+)"/.exec(await imports.page(check))?.[1] ?? ''
    await imports.send(check, 'oppdater', (form) => ({ ...form, rad: row }))
    await imports.send(check, 'lagre')
    expect((await imports.standing('rader')).filter((each) => each.kind === 'measure')).toHaveLength(loose.expected.measures.length + 1)
  })
  it('reads again by the columns that were chosen', async () => {
    await imports.workspace('kolonner')
    const odd = build({ sheets: [{ name: 'Plan', rows: [['Tiltak', 'Ansvarlig', 'Bolk'], ['Ett', 'NAV', 'Ungdom'], ['To', 'NAV', 'Ungdom'], ['Tre', 'NAV', 'Næring']] }] })
    const columns = (await imports.upload('kolonner', odd)).headers.get('location') ?? ''
    const answer = await imports.send(columns, 'videre', (form) => ({ ...form, 'ark.0.kolonne.2': 'area' }))
    await imports.send(answer.headers.get('location') ?? '', 'lagre')
    expect((await imports.standing('kolonner')).filter((each) => each.kind === 'priority_area').map((each) => each.said.title)).toEqual(['Ungdom', 'Næring'])
  })
})

it('leaves a chain of events that holds', async () => {
  expect(await verifyChains(imports.house.platform.db, imports.house.platform.auditKey)).toEqual([])
})
