import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, key, openHouse } from '../../../tests/support/house.ts'

let house: House
let slug = ''
beforeAll(async () => {
  house = await openHouse()
  const made = await house.ask('leder', '/nytt-arbeidsrom', { form: { navn: 'Ekte samarbeid', organisasjon: 'Drammen kommune', start: 'tom', innsendt: key() } })
  slug = /arbeidsrom\/([^/?]+)/.exec(made.headers.get('location') ?? '')?.[1] ?? ''
})
afterAll(() => house.close())

const add = (form: Record<string, string>, role = 'leder', room = slug, query = '') => house.ask(role, `/arbeidsrom/${room}/partnere${query}`, { form: { handling: 'add', ...form } })
const parties = async (room = slug) =>
  (await house.platform.db.selectFrom('party as p').innerJoin('workspace as w', 'w.id', 'p.workspace_id').innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select(['o.name', 'o.official_number', 'p.role', 'o.example']).where('w.slug', '=', room).orderBy('o.name').execute())
    .map((one) => `${one.name} ${one.official_number} ${one.role}`)

test('an official name in the register is the register’s organisation, of today', async () => {
  expect(await parties()).toEqual(['Drammen kommune 3301 owner'])
  await add({ navn: 'buskerud  fylkeskommune; Svelvik kommune; Klynga i Drammen AS' })
  // Svelvik is no more, and is itself: nobody put Drammen in its place.
  expect(await parties()).toEqual(['Buskerud fylkeskommune 33 partner', 'Drammen kommune 3301 owner', 'Klynga i Drammen AS null partner', 'Svelvik kommune 0711 partner'])
})

test('a name that several have is asked about, and what is chosen is added', async () => {
  const asked = await add({ navn: 'Våler kommune' })
  expect(decodeURIComponent(asked.headers.get('location') ?? '')).toBe(`/arbeidsrom/${slug}/partnere?finn=Våler kommune#finn`)
  const page = await (await house.ask('leder', `/arbeidsrom/${slug}/partnere?finn=Våler+kommune`)).text()
  const [, id = ''] = /value="([0-9a-f-]{36})"[^>]*>\s*<label[^>]*>\s*Våler kommune \(Innlandet\)/.exec(page) ?? []
  expect(page).toContain('Kommune i Innlandet')
  const unknown = await house.ask('leder', `/arbeidsrom/${slug}/partnere?finn=Våler+kommune`, { form: { handling: 'choose', hvem: crypto.randomUUID() } })
  expect(unknown.status).toBe(422)
  await house.ask('leder', `/arbeidsrom/${slug}/partnere?finn=Våler+kommune`, { form: { handling: 'choose', hvem: id } })
  expect(await parties()).toContain('Våler kommune (Innlandet) 3419 partner')
})

test('what was chosen from the suggestions is added by its id, whatever the text says', async () => {
  const [one] = (await (await house.ask('leder', '/organisasjoner/forslag?q=kongsb')).json()) as { value: string; label: string; note: string }[]
  expect(one).toMatchObject({ label: 'Kongsberg kommune', note: 'Kommune i Buskerud' })
  await add({ navn: 'Kongsberg', 'navn.id': one?.value ?? '' })
  expect(await parties()).toContain('Kongsberg kommune 3303 partner')
})

test('an example workspace never points at the register, also when somebody sends an id of it', async () => {
  const { id } = await house.platform.db.selectFrom('organisation').select('id').where('official_number', '=', '3303').executeTakeFirstOrThrow()
  expect(await (await house.ask('leder', '/organisasjoner/forslag?eksempel=1&q=kongsberg')).json()).toEqual([])
  await add({ navn: 'Kongsberg kommune', 'navn.id': id }, 'leder', 'eksempelfylket')
  expect((await parties('eksempelfylket')).filter((one) => !/ null /.test(one))).toEqual([])
})

test('suggestions are for those who are logged in', async () => {
  expect((await house.ask(null, '/organisasjoner/forslag?q=dr')).status).toBe(404)
  expect(await (await house.ask('utenfor', '/organisasjoner/forslag?q=Klynga')).json()).toEqual([])
})
