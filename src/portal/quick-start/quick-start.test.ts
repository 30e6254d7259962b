import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, key, openHouse } from '../../../tests/support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const send = (path: string, form: Record<string, string>) => house.ask('utenfor', path, { form })
const text = async (path: string) => (await house.ask('utenfor', path)).text()

test('three questions make a plan of one’s own with a thread, and what was typed is kept on the way', async () => {
  expect((await house.ask(null, '/kom-i-gang')).headers.get('location')).toContain('/logg-inn')

  const refused = await send('/kom-i-gang', { handling: 'next', mal: '', hvem: 'Lia kommune' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('value="Lia kommune"')

  expect((await send('/kom-i-gang', { handling: 'next', mal: 'Ungdom i Lia har sommerjobb', hvem: 'Lia kommune' })).headers.get('location')).toBe('/kom-i-gang/tiltak')
  // Half a page, and back: it is all there when one returns, also what is not finished.
  expect((await send('/kom-i-gang/tiltak', { handling: 'back', hva1: 'Spørre ti bedrifter', nar1: 'snart' })).headers.get('location')).toBe('/kom-i-gang')
  expect(await text('/kom-i-gang')).toContain('Ungdom i Lia har sommerjobb')
  expect(await text('/kom-i-gang/tiltak')).toContain('value="Spørre ti bedrifter"')
  expect(await text('/kom-i-gang/se-over')).toContain('Det mangler noe')

  await send('/kom-i-gang/tiltak', { handling: 'next', hva1: 'Spørre ti bedrifter', ansvarlig1: 'Næringssjefen; NAV Lia', nar1: '2027-03-01', hva2: 'Lyse ut jobbene', ansvarlig2: 'Lia kommune', nar2: '', hva3: '', ansvarlig3: '', nar3: '' })
  const check = await text('/kom-i-gang/se-over')
  for (const said of ['Spørre ti bedrifter', 'Næringssjefen, NAV Lia', '1. mars 2027', 'ingen frist ennå', 'value="Plan for Lia kommune"']) expect(check).toContain(said)

  const form = { handling: 'create', navn: 'Sommerjobb i Lia', submissionKey: key() }
  const made = await send('/kom-i-gang/se-over', form)
  expect(made.headers.get('location')).toBe('/kom-i-gang/klar/sommerjobb-i-lia')
  // Sent twice is one plan.
  expect((await send('/kom-i-gang/se-over', form)).headers.get('location')).toBe('/kom-i-gang/klar/sommerjobb-i-lia')

  const { db } = house.platform
  const workspace = await db.selectFrom('workspace').selectAll().where('slug', 'like', 'sommerjobb-i-lia%').executeTakeFirstOrThrow()
  expect(workspace).toMatchObject({ kind: 'process', template: 'light', parts_in_use: ['goal', 'measure'], example: false })
  expect(await db.selectFrom('item').select(['kind', 'title']).where('workspace_id', '=', workspace.id).orderBy('number').execute()).toEqual([
    { kind: 'goal', title: 'Ungdom i Lia har sommerjobb' }, { kind: 'measure', title: 'Spørre ti bedrifter' }, { kind: 'measure', title: 'Lyse ut jobbene' },
  ])
  expect(await db.selectFrom('link').select('relation').where('workspace_id', '=', workspace.id).execute()).toHaveLength(2)
  expect(await db.selectFrom('membership').select('role').where('workspace_id', '=', workspace.id).execute()).toEqual([{ role: 'leader' }])

  const done = await text('/kom-i-gang/klar/sommerjobb-i-lia')
  for (const said of ['Planen er klar', 'Spørre ti bedrifter', 'Ett tiltak har ingen frist ennå', '/arbeidsrom/sommerjobb-i-lia/ark']) expect(done).toContain(said)
  expect((await house.ask('partner', '/kom-i-gang/klar/sommerjobb-i-lia')).status).toBe(404)
  // Begun anew, it is empty.
  expect(await text('/kom-i-gang')).not.toContain('Ungdom i Lia')
})
