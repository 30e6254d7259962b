import type { RequestListener } from 'node:http'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { loadRegister, organisationsByNumber, readRegisterState, registerFacts, successionsOf } from '../../modules/actors/index.ts'
import { sendJson, startService } from '../enhetsregisteret/testing/server.ts'
import { updateRegister } from './command.ts'
import { answersOf, type World, worldOf } from './testing/answers.ts'

let database: TestDatabase
let service: Awaited<ReturnType<typeof startService>>
let world: World
beforeAll(async () => {
  database = await testDatabase()
  await database.db.transaction().execute((tx) => loadRegister(tx))
  world = worldOf(await readRegisterState(database.db))
  service = await startService((request, response) => answersOf(world)(request, response))
})
afterAll(async () => {
  await service.close()
  await database.close()
})

const update = (options: { dryRun?: boolean; today?: string; timeoutMs?: number } = {}) =>
  updateRegister(database.db, { env: { KLASS_URL: service.address, KOMMUNEINFO_URL: service.address, PXWEB_URL: service.address }, dryRun: false, today: '2028-02-01', ...options })

/** Everything that an update may write. */
const everything = async () => (await sql<{ digest: string }>`
  select md5(concat((select string_agg(o::text, '' order by id) from organisation o), (select string_agg(n::text, '' order by number, organisation_id) from official_number n),
    (select string_agg(n::text, '' order by n::text) from organisation_name n), (select string_agg(e::text, '' order by organisation_id) from register_entry e),
    (select string_agg(s::text, '' order by s::text) from succession s))) as digest`.execute(database.db)).rows[0]?.digest

test('when the sources say what the register says, nothing is new', async () => {
  const before = await everything()
  expect(await update()).toEqual({ code: 0, lines: ['Ingenting nytt. Registeret er som hos SSB og Kartverket.'] })
  expect(await everything()).toBe(before)
  expect(service.asked.find((path) => path.includes('changes.json'))).toBe('/classifications/131/changes.json?from=2024-01-02&to=2028-02-02')
})

describe('a source that fails: one line that says which and why, and nothing is written', () => {
  const only = (part: string, how: RequestListener): RequestListener => (request, response) => (request.url?.includes(part) ? how : answersOf(world))(request, response)
  const text = (body: string): RequestListener => (_, response) => void response.writeHead(200).end(body)
  test.each([
    ['SSB Klass is down', only('131/codesAt', sendJson(500, {})), /^SSB Klass \(127\.0\.0\.1:\d+\) svarer ikke\./],
    ['SSB Klass asks us to wait', only('104/changes', sendJson(429, {})), /^SSB Klass .* ber oss vente/],
    ['Klass sends a page', only('codesAt', text('<html>Feil</html>')), /^SSB Klass .* svarte noe som ikke kan leses/],
    ['Klass sends Latin-1', only('codesAt', (_, response) => void response.writeHead(200).end(Buffer.from('{"codes":[{"code":"0301","name":"Br\xf8"}]}', 'latin1'))), /^SSB Klass .* svarte noe som ikke kan leses/],
    ['Klass has hardly any', only('131/codesAt', sendJson(200, { codes: [{ code: '0301', name: 'Oslo' }] })), /^SSB Klass har 1 kommuner/],
    ['Kartverket is gone', only('fylkerkommuner', sendJson(404, {})), /^Kartverket .* svarte med status 404/],
    ['Kartverket sends another shape', only('fylkerkommuner', sendJson(200, [{ kommuner: [{ kommunenummer: 301 }] }])), /^Kartverket .* 0\.kommuner\.0\.kommunenummer mangler eller er noe annet/],
    ['Kartverket is slow', only('fylkerkommuner', () => {}), /^Kartverket .* brukte for lang tid/],
    ['07459 has two years', only('07459', sendJson(200, { id: ['Region', 'Tid'], size: [1, 2], value: [1, 2], dimension: { Region: { category: { index: { 'K-0301': 0 } } }, Tid: { category: { index: { 2025: 0, 2026: 1 } } } } })), /^SSB 07459 svarte med en annen tabell/],
    ['the line is cut', only('07459', (_, response) => void response.writeHead(200, { 'content-length': '9999' }).write('{', () => response.destroy())), /^SSB 07459 .* svarer ikke/],
  ])('%s', async (_, respond, message) => {
    const before = await everything()
    service.respond(respond)
    const { code, lines } = await update({ timeoutMs: 700 })
    service.respond((request, response) => answersOf(world)(request, response))
    expect(code).toBe(1)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(message)
    expect(lines[0]).toMatch(/Ingenting er skrevet\.$/)
    expect(await everything()).toBe(before)
  })

  test('a number that no change explains', async () => {
    const before = await everything()
    service.respond(answersOf({ ...world, codes: [...world.codes.filter((one) => one.code !== '3316'), { code: '3350', name: 'Modum' }] }))
    expect(await update()).toEqual({ code: 1, lines: ['Kildene forklarer ikke hva som har skjedd med 3316, 3350. Ingenting er skrevet.'] })
    service.respond((request, response) => answersOf(world)(request, response))
    expect(await everything()).toBe(before)
  })
})

describe('a reform', () => {
  const change = (oldCode: string, newCode: string, newName: string) => ({ oldCode, oldName: '', newCode, newName, changeOccurred: '2028-01-01' })
  beforeAll(() => {
    const gone = new Set(['3301', '3312', '3316', '1580'])
    const names = new Map([...world.names].filter(([number]) => !gone.has(number)))
    const people = new Map([...world.people].filter(([number]) => !gone.has(number)).map(([number, count]) => [number, count + 1]))
    for (const [number, name, count] of [['3340', 'Drammen', 135_000], ['3350', 'Modum', 14_500]] as const) {
      names.set(number, [{ navn: name, sprak: 'Norwegian', prioritet: 1 }])
      people.set(number, count)
    }
    names.set('1804', [{ navn: 'Bodø', sprak: 'Norwegian', prioritet: 1 }, { navn: 'Bådåddjo', sprak: 'Lule Sami', prioritet: 2 }])
    world = {
      ...world, names, people, year: '2028',
      codes: [...world.codes.filter((one) => !gone.has(one.code)), { code: '3340', name: 'Drammen' }, { code: '3350', name: 'Modum' }],
      changes: [change('3301', '3340', 'Drammen'), change('3312', '3340', 'Drammen'), change('3316', '3350', 'Modum'), change('1580', '1508', 'Ålesund')],
    }
  })

  test('is shown without being written', async () => {
    const before = await everything()
    const { code, lines } = await update({ dryRun: true })
    expect(code).toBe(0)
    expect(lines).toEqual([
      'Ny kommune: Drammen 3340, fra 1. januar 2028, etter Drammen kommune 3301, Lier kommune 3312.',
      'Slutt: Drammen kommune 3301, siste dag 31. desember 2027.', 'Slutt: Lier kommune 3312, siste dag 31. desember 2027.', 'Slutt: Haram kommune 1580, siste dag 31. desember 2027.',
      'Nytt nummer: Modum kommune 3316 har nummer 3350 fra 1. januar 2028.',
      'Nytt navn: Bodø kommune 1804 heter også Bådåddjo (smj).',
      'Plassering for 1 av dem.', 'Folketall 1. januar 2028 for 355 kommuner.', 'Ikke skrevet (--dry-run).',
    ])
    expect(await everything()).toBe(before)
  })

  test('is written once, with its history; a second run finds nothing new', async () => {
    expect((await update()).lines.at(-1)).toBe('Skrevet.')
    const now = async (number: string) => (await organisationsByNumber(database.db, number)).now
    for (const number of ['0602', '0711', '3005', '3301', '3312', '0626']) expect((await now(number)).map((one) => one.name)).toEqual(['Drammen kommune'])
    const [drammen] = await now('0602')
    expect(await registerFacts(database.db, drammen?.id ?? '')).toMatchObject({ numbers: [{ number: '3340', from: '2028-01-01', to: null }], county: { name: 'Buskerud fylkeskommune' }, population: { people: 135_000, year: 2028 }, latitude: 59.7 })
    expect((await successionsOf(database.db, drammen?.id ?? '')).before.map((one) => `${one.name} ${one.validTo}`)).toEqual(['Drammen kommune 2027-12-31', 'Lier kommune 2027-12-31'])
    const [modum] = await now('3350')
    expect((await registerFacts(database.db, modum?.id ?? ''))?.numbers.map((one) => one.number)).toEqual(['3350', '3316', '3047', '0623'])
    expect((await now('1580')).map((one) => one.name)).toEqual(['Ålesund kommune'])
    expect((await update()).lines).toEqual(['Ingenting nytt. Registeret er som hos SSB og Kartverket.'])
  })

  test('and the data that the program brought does not take it back', async () => {
    const before = await everything()
    await database.db.transaction().execute(async (tx) => {
      await tx.deleteFrom('register_version').execute()
      await loadRegister(tx)
    })
    expect(await everything()).toBe(before)
  })
})
