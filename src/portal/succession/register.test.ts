import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, key, openHouse } from '../../../tests/support/house.ts'

let house: House
let root = ''
beforeAll(async () => {
  house = await openHouse()
  const made = await house.ask('leder', '/nytt-arbeidsrom', { form: { navn: 'Gammelt samarbeid', organisasjon: 'Drammen kommune', start: 'tom', innsendt: key() } })
  root = /\/arbeidsrom\/[^/?]+/.exec(made.headers.get('location') ?? '')?.[0] ?? ''
  await house.ask('leder', `${root}/partnere`, { form: { handling: 'add', navn: 'Hof kommune; Viken fylkeskommune' } })
  for (const name of ['Hof kommune', 'Viken fylkeskommune']) await house.ask('leder', `${root}/plan/tiltak/ny`, { form: { title: `Tiltak hos ${name}`, 'owner.ny': name, submissionKey: key() } })
})
afterAll(() => house.close())

const page = () => `${root}/partnere/nye-organisasjoner`
const textOf = async (answer: Response) => (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const idOf = async (number: string) => (await house.platform.db.selectFrom('organisation').select('id').where('official_number', '=', number).executeTakeFirstOrThrow()).id
const parties = async () =>
  (await house.platform.db.selectFrom('party as p').innerJoin('workspace as w', 'w.id', 'p.workspace_id').innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select(['o.official_number', 'p.role']).where('w.slug', '=', root.split('/')[2] ?? '').where('p.valid_to', 'is', null).orderBy('o.official_number').execute()).map((one) => `${one.official_number} ${one.role}`)
const ownerOf = async (title: string) =>
  (await house.platform.db.selectFrom('item_organisation as io').innerJoin('item', 'item.id', 'io.item_id').innerJoin('organisation as o', 'o.id', 'io.organisation_id').select('o.official_number').where('item.title', '=', title).where('io.role', '=', 'owner').execute()).map((one) => one.official_number)
const confirm = async (on: string, number: string, more: Record<string, string | string[]> = {}) =>
  (await house.ask('leder', page(), { form: { handling: 'confirm', hvilken: `${on} ${await idOf(number)}`, submissionKey: key(), ...more } })).status

test('the register’s own mergers are told to a workspace with a partner that is no more, one step after the other', async () => {
  expect(await parties()).toEqual(['0714 partner', '30 partner', '3301 owner'])
  expect(await textOf(await house.ask('leder', root))).toContain('Hof kommune ble Holmestrand kommune')
  expect(await textOf(await house.ask('leder', page()))).toContain('Viken fylkeskommune ble')
  expect(await confirm('2018-01-01', '0714')).toBe(303)
  expect(await ownerOf('Tiltak hos Hof kommune')).toEqual(['0715'])
  // Holmestrand of 2018 is no more either: the next step stands there at once.
  expect(await confirm('2020-01-01', '0715')).toBe(303)
  expect(await ownerOf('Tiltak hos Hof kommune')).toEqual(['3903'])
  expect(await parties()).toEqual(['30 partner', '3301 owner', '3903 partner'])
})

test('a county that was split asks who takes over; Buskerud does, and Akershus goes on as a partner', async () => {
  expect(await confirm('2024-01-01', '30')).toBe(422)
  const [akershus, buskerud] = [await idOf('32'), await idOf('33')]
  expect(await confirm('2024-01-01', '30', { resten: buskerud, med: [akershus] })).toBe(303)
  expect(await ownerOf('Tiltak hos Viken fylkeskommune')).toEqual(['33'])
  expect(await parties()).toEqual(['32 partner', '33 partner', '3301 owner', '3903 partner'])
  expect(await textOf(await house.ask('leder', page()))).not.toContain('Si ja')
})
