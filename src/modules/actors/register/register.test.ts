import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { type TestDatabase, testDatabase } from '../../../../tests/support/database.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import { ownRegister } from './data.ts'
import { loadRegister } from './load.store.ts'
import { municipalityTiles, organisationsByNumber, registerFacts, successionsOf } from './lookup.store.ts'
import { suggestOrganisations } from './suggest.store.ts'
import { suggestionLabel, suggestionNote } from './suggestions.ts'
import { isOrgnr } from './orgnr.ts'

const register = ownRegister()
const { organisations, successions } = register
const today = organisations.filter((one) => one.to === null)

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await database.db.transaction().execute((tx) => loadRegister(tx))
})
afterAll(() => database.close())

const namesByNumber = async (number: string) => (await organisationsByNumber(database.db, number)).now.map((one) => one.name)

describe('the data', () => {
  test('has 357 municipalities and 15 counties of today; Oslo is both', () => {
    const held = today.flatMap((one) => one.numbers.filter((number) => number.to === null).map((number) => number.number))
    expect(held.filter((number) => number.length === 4)).toHaveLength(357)
    expect(held.filter((number) => number.length === 2)).toHaveLength(15)
    expect(new Set(held).size).toBe(held.length)
    expect(new Set(organisations.map((one) => one.id)).size).toBe(organisations.length)
  })

  test('every organisation number stands mod 11, and only the two that began in 2024 have none', () => {
    const numbers = today.flatMap((one) => one.orgnr ?? [])
    expect(numbers.filter((orgnr) => !isOrgnr(orgnr))).toEqual([])
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(today.filter((one) => !one.orgnr).map((one) => one.name).sort()).toEqual(['Haram kommune', 'Ålesund kommune'])
  })

  test('every municipality of today lies in Norway, in a county, has people and a square of its own', () => {
    const municipalities = today.filter((one) => one.kind === 'municipality')
    expect(municipalities.filter((one) => !one.countyId || !one.population || !one.tile)).toEqual([])
    expect(municipalities.filter(({ latitude, longitude }) => !(latitude! > 57.9 && latitude! < 71.3 && longitude! > 4 && longitude! < 31.3))).toEqual([])
    expect(new Set(municipalities.map(({ tile }) => `${tile?.x} ${tile?.y}`)).size).toBe(357)
  })

  test('population adds up to the country and to the counties as SSB gives them for 2026', () => {
    const of = (prefix: string) => today.filter((one) => one.numbers.some((held) => held.to === null && held.number.length === 4 && held.number.startsWith(prefix))).reduce((sum, one) => sum + (one.population ?? 0), 0)
    expect(of('')).toBe(5_627_400)
    expect([of('03'), of('33'), of('15'), of('56')]).toEqual([728_714, 272_981, 273_169, 75_288])
  })

  test('names in Sámi and Kven have kept their letters', () => {
    const all = today.flatMap((one) => one.names)
    expect(all.filter((one) => one.name.includes('?'))).toEqual([])
    const called = (number: string) => today.find((one) => one.numbers.some((held) => held.number === number))?.names.map(({ language, name }) => `${language} ${name}`)
    expect(called('5622')).toEqual(['no Porsanger', 'se Porsáŋgu', 'fkv Porsanki'])
    expect(called('1853')).toEqual(['no Evenes', 'se Evenášši'])
    expect(called('1875')).toEqual(['no Hamarøy', 'smj Hábmer'])
    expect(called('55')).toEqual(['no Troms', 'se Romsa', 'fkv Tromssa'])
  })

  test('the numbers of one organisation follow each other without a gap, and its end is that of its last', () => {
    const wrong = organisations.filter((one) => {
      const own = one.numbers.filter((held) => held.number.length === (one.kind === 'county' ? 2 : 4))
      return own.some((held, at) => at > 0 && Number(held.from?.slice(0, 4)) !== Number(own[at - 1]?.to?.slice(0, 4)) + 1) || own.at(-1)?.to !== one.to
    })
    expect(wrong.map((one) => one.name)).toEqual([])
  })

  test('who ended was followed on the next day, and who began followed somebody', () => {
    const nextDay = (day: string | null) => day && Temporal.PlainDate.from(day).add({ days: 1 }).toString()
    expect(organisations.filter((one) => one.to && !successions.some((s) => s.fromId === one.id && s.on === nextDay(one.to))).map((one) => one.name)).toEqual([])
    expect(organisations.filter((one) => one.from && !successions.some((s) => s.toId === one.id && s.on === one.from)).map((one) => one.name)).toEqual([])
    expect(successions.filter((s) => s.kind === 'split' && successions.filter((other) => other.fromId === s.fromId).length < 2)).toEqual([])
  })
})

test.each([
  ['2017-06-01', 426, 19], ['2018-06-01', 422, 18], ['2019-06-01', 422, 18], ['2020-06-01', 356, 11], ['2023-06-01', 356, 11], ['2024-06-01', 357, 15],
])('on %s there were %i municipalities and %i counties', (day, municipalities, counties) => {
  const held = organisations.flatMap((one) => one.numbers).filter(({ from, to }) => (from ?? '') <= day && day <= (to ?? '9999'))
  expect([4, 2].map((length) => held.filter((one) => one.number.length === length).length)).toEqual([municipalities, counties])
})

describe('a number leads to those of today', () => {
  test.each([
    ['0602', ['Drammen kommune']], ['3005', ['Drammen kommune']], ['3301', ['Drammen kommune']], ['0711', ['Drammen kommune']], ['0625', ['Drammen kommune']],
    ['0101', ['Halden kommune']], ['3001', ['Halden kommune']], ['0616', ['Nesbyen kommune']], ['1613', ['Heim kommune', 'Hitra kommune', 'Orkland kommune']],
    ['1850', ['Hamarøy kommune', 'Narvik kommune']], ['1507', ['Haram kommune', 'Ålesund kommune']], ['1534', ['Haram kommune', 'Ålesund kommune']],
    ['0716', ['Tønsberg kommune']], ['1444', ['Volda kommune']], ['1571', ['Heim kommune']], ['1430', ['Sunnfjord kommune']], ['5030', ['Trondheim kommune']], ['0722', ['Færder kommune']],
    ['03', ['Oslo kommune']], ['30', ['Akershus fylkeskommune', 'Buskerud fylkeskommune', 'Østfold fylkeskommune']], ['38', ['Telemark fylkeskommune', 'Vestfold fylkeskommune']],
    ['54', ['Finnmark fylkeskommune', 'Troms fylkeskommune']], ['16', ['Trøndelag fylkeskommune']], ['14', ['Vestland fylkeskommune']],
  ])('%s → %j', async (number, names) => {
    expect(await namesByNumber(number)).toEqual(names)
  })

  test('every number that ever held leads to someone, and only to those that still stand', async () => {
    const { rows } = await sql<{ number: string; now: number; ended: number }>`
      with recursive after as (
        select n.number, n.organisation_id as id from official_number n
        union select after.number, s.to_id from after join succession s on s.from_id = after.id),
      leads as (select number, id from after where not exists (select from succession s where s.from_id = after.id))
      select number, count(*)::int as now, count(*) filter (where o.valid_to is not null)::int as ended from leads join organisation o on o.id = leads.id group by number`.execute(database.db)
    expect(rows).toHaveLength(new Set(organisations.flatMap((one) => one.numbers.map((held) => held.number))).size)
    expect(rows.filter((row) => row.now === 0 || row.ended > 0)).toEqual([])
    // Only what was split, and what went into something that was split later, leads to more than one.
    expect(rows.filter((row) => row.number.length === 4 && row.now > 1).map((row) => row.number).sort()).toEqual(['1504', '1507', '1523', '1529', '1534', '1546', '1613', '1850', '5012'])
  })

  test('with its history: who was before, what it was numbered and called', async () => {
    const [drammen] = (await organisationsByNumber(database.db, '0602')).now
    const { before } = await successionsOf(database.db, drammen?.id ?? '')
    expect(before.map((one) => `${one.name} ${one.on} ${one.how}`)).toEqual(['Drammen kommune 2020-01-01 merge', 'Nedre Eiker kommune 2020-01-01 merge', 'Svelvik kommune 2020-01-01 merge'])
    const facts = await registerFacts(database.db, drammen?.id ?? '')
    expect(facts?.numbers).toEqual([{ number: '3301', from: '2024-01-01', to: null }, { number: '3005', from: '2020-01-01', to: '2023-12-31' }])
    expect(facts?.county?.name).toBe('Buskerud fylkeskommune')
    expect(facts?.population).toEqual({ people: 106_013, year: 2026, source: 'SSB, tabell 07459' })
  })
})

describe('loading', () => {
  const counts = async () => (await sql<{ c: string }>`select concat_ws(' ', (select count(*) from organisation), (select count(*) from official_number), (select count(*) from organisation_name), (select count(*) from register_entry), (select count(*) from succession)) as c`.execute(database.db)).rows[0]?.c

  test('a start with nothing new costs one query', async () => {
    const before = await counts()
    expect(await database.db.transaction().execute((tx) => loadRegister(tx))).toEqual({ loaded: false })
    expect(await counts()).toBe(before)
  })

  test('newer data adds to what stands and does not write over what people or an update wrote', async () => {
    const before = await counts()
    const [modum] = (await organisationsByNumber(database.db, '3316')).now
    await database.db.transaction().execute(async (tx) => {
      await tx.updateTable('organisation').set({ name: 'Modum kommune, Vikersund', orgnr: null }).where('id', '=', modum?.id ?? '').execute()
      await tx.updateTable('register_entry').set({ population: 15_000, population_year: 2031, population_source: 'SSB' }).where('organisation_id', '=', modum?.id ?? '').execute()
      await tx.updateTable('official_number').set({ valid_to: '2030-12-31' }).where('number', '=', '3316').execute()
      expect(await loadRegister(tx, { ...register, digest: 'newer' })).toEqual({ loaded: true })
      const row = await tx.selectFrom('organisation').innerJoin('register_entry as e', 'e.organisation_id', 'organisation.id').innerJoin('official_number as n', (join) => join.onRef('n.organisation_id', '=', 'organisation.id').on('n.number', '=', '3316'))
        .select(['name', 'orgnr', 'population', 'n.valid_to']).where('organisation.id', '=', modum?.id ?? '').executeTakeFirst()
      expect(row).toEqual({ name: 'Modum kommune, Vikersund', orgnr: '970491589', population: 15_000, valid_to: '2030-12-31' })
    })
    expect(await counts()).toBe(before)
  })
})

describe('suggestions', () => {
  const viewer: Viewer = { person: { id: '00000000-0000-7000-8000-000000000000', name: 'Noen', language: 'nb', administrator: false }, memberships: [], lang: 'nb' }
  const suggested = async (words: string) => (await suggestOrganisations(database.db, viewer, words)).map((one) => `${suggestionLabel(one, 'nb')}: ${suggestionNote(one, 'nb')}`)

  test('by the beginning of a name: those of today first, and those that ended say who followed', async () => {
    expect((await suggested('dramm')).slice(0, 2)).toEqual(['Drammen kommune: Kommune i Buskerud', 'Drammen kommune (til 2019): Kommune i Buskerud, nå Drammen kommune'])
    expect((await suggested('Svelvik'))[0]).toBe('Svelvik kommune (til 2019): Kommune i Vestfold, nå Drammen kommune')
    expect((await suggested('Viken'))[0]).toBe('Viken fylkeskommune (til 2023): Fylkeskommune, nå Akershus fylkeskommune, Buskerud fylkeskommune, Østfold fylkeskommune')
  })
  test('two of the same name are told apart', async () => {
    expect((await suggested('våler')).slice(0, 2)).toEqual(['Våler kommune (Østfold): Kommune i Østfold', 'Våler kommune (Innlandet): Kommune i Innlandet'])
  })
  test.each([
    ['Guovdageaidnu', 'Kautokeino kommune'], ['porsáŋ', 'Porsanger kommune'], ['nes', 'Nes kommune'], ['0602', 'Drammen kommune (til 2019)'], ['3301', 'Drammen kommune'], ['3005', 'Drammen kommune'],
    ['921234554', 'Drammen kommune'], ['921 234 554', 'Drammen kommune'], ['Dramen', 'Drammen kommune'], ['buskerud fylkeskommune', 'Buskerud fylkeskommune'], ['møre', 'Møre og Romsdal fylkeskommune'], ['eiker', 'Øvre Eiker kommune'],
  ])('%s → %s', async (words, name) => {
    expect((await suggested(words))[0]?.replace(/:.*/, '')).toBe(name)
  })
  test('what was called or numbered something else says so', async () => {
    expect(await suggested('nes')).toContain('Nesbyen kommune: Kommune i Buskerud, het Nes før')
    expect((await suggested('3005'))[0]).toBe('Drammen kommune: Kommune i Buskerud, hadde nummer 3005')
  })
  test('nothing for one letter, for wild cards and for hostile text', async () => {
    expect(await suggested('d')).toEqual([])
    expect(await suggested('%%')).toEqual([])
    expect(await suggested("'; drop table organisation; --\0")).toEqual([])
  })
  test('what was only written in a workspace is for those who take part there', async () => {
    await database.db.insertInto('organisation').values({ id: '00000000-0000-7000-8000-00000000000a', name: 'Hemmelig klynge', kind: 'business' }).execute()
    expect(await suggested('Hemmelig')).toEqual([])
    expect(await suggestOrganisations(database.db, { ...viewer, person: { ...viewer.person!, administrator: true } }, 'Hemmelig')).toHaveLength(1)
  })
})

describe('the tile map', () => {
  test('neighbours lie near each other: half of a municipality’s five nearest are within two squares', async () => {
    const tiles = await municipalityTiles(database.db)
    expect(tiles).toHaveLength(357)
    const place = new Map(today.map((one) => [one.id, one]))
    const near = tiles.map((tile) => {
      const here = place.get(tile.id)!
      const km = (other: { id: string }) => {
        const there = place.get(other.id)!
        return Math.hypot((here.latitude! - there.latitude!) * 111, (here.longitude! - there.longitude!) * 111 * Math.cos((here.latitude! * Math.PI) / 180))
      }
      const nearest = tiles.filter((other) => other.id !== tile.id).sort((a, b) => km(a) - km(b)).slice(0, 5)
      return nearest.reduce((sum, other) => sum + Math.hypot(other.x - tile.x, other.y - tile.y), 0) / 5
    })
    expect(near.reduce((sum, one) => sum + one, 0) / near.length).toBeLessThan(2)
    // North is up and east to the right, nearly always.
    const pairs = tiles.flatMap((a, i) => tiles.slice(i + 1).map((b) => [a, b] as const)).filter(([a, b]) => Math.abs(place.get(a.id)!.latitude! - place.get(b.id)!.latitude!) > 1)
    const upright = pairs.filter(([a, b]) => (a.y < b.y) === (place.get(a.id)!.latitude! > place.get(b.id)!.latitude!))
    expect(upright.length / pairs.length).toBeGreaterThan(0.97)
  })
  test('of one county', async () => {
    const [buskerud] = (await organisationsByNumber(database.db, '33')).now
    const tiles = await municipalityTiles(database.db, buskerud?.id)
    expect(tiles).toHaveLength(18)
    expect(tiles[0]).toMatchObject({ number: '3301', place: 'Drammen', county: 'Buskerud' })
  })
})
