import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../../../tests/support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const root = '/arbeidsrom/eksempelfylket'
const who = 'naeringssjef'
const organisation = async (name: string) => (await house.platform.db.selectFrom('organisation').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
/** A measure that this organisation owns alone. */
const ownedBy = async (id: string) =>
  (await house.platform.db.selectFrom('item').innerJoin('item_organisation as o', 'o.item_id', 'item.id').select('item.number').where('item.kind', '=', 'measure').where('item.removed_at', 'is', null).where('item.audience', '=', 'workspace')
    .where('o.role', '=', 'owner').where('o.organisation_id', '=', id)
    .where('item.id', 'not in', (eb) => eb.selectFrom('item_organisation as other').select('other.item_id').where('other.role', '=', 'owner').where('other.organisation_id', '<>', id)).executeTakeFirstOrThrow()).number
const change = async (number: number) => (await house.ask(who, `${root}/plan/tiltak/${number}/endre`)).status

test('somebody with three roles in two organisations always sees whom they act for, and changes only what that one owns', async () => {
  const [lia, association] = [await organisation('Lia kommune'), await organisation('Eksempelfylket næringsforening')]
  const [ofLia, ofAssociation] = [await ownedBy(lia), await ownedBy(association)]
  for (const page of [root, `${root}/plan`, `${root}/traden`]) expect(await (await house.ask(who, page)).text()).toMatch(/Du handler på vegne av <strong>Lia kommune<\/strong> \(partner\)/)
  expect([await change(ofLia), await change(ofAssociation)]).toEqual([200, 403])

  const choices = await (await house.ask(who, `${root}/pa-vegne-av`)).text()
  expect(choices).toContain('Du er partner og referansegruppe.')
  const chosen = await house.ask(who, `${root}/pa-vegne-av`, { form: { organisasjon: association, til: `${root}/plan` } })
  expect([chosen.status, chosen.headers.get('location')]).toEqual([303, `${root}/plan`])
  expect(await (await house.ask(who, root)).text()).toMatch(/<strong>Eksempelfylket næringsforening<\/strong> \(partner og referansegruppe\)/)
  expect([await change(ofLia), await change(ofAssociation)]).toEqual([403, 200])

  // What they do then is recorded as done for that organisation.
  const item = await house.platform.db.selectFrom('item').innerJoin('workspace', 'workspace.id', 'item.workspace_id').select(['item.id', 'item.version', 'item.title']).where('item.number', '=', ofAssociation).where('workspace.slug', '=', 'eksempelfylket').executeTakeFirstOrThrow()
  expect((await house.ask(who, `${root}/plan/tiltak/${ofAssociation}/endre`, { form: { title: `${item.title} nå`, version: String(item.version), state: 'in_progress', audience: 'workspace', 'owner.1': association } })).status).toBe(303)
  expect(await house.platform.db.selectFrom('event').select('acting_for_id').where('item_id', '=', item.id).orderBy('sequence', 'desc').executeTakeFirstOrThrow()).toEqual({ acting_for_id: association })
})

test('one chooses among one’s own, and is led nowhere else', async () => {
  expect((await house.ask(who, `${root}/pa-vegne-av`, { form: { organisasjon: await organisation('Vassøy kommune') } })).status).toBe(422)
  expect((await house.ask(who, `${root}/pa-vegne-av`, { form: { organisasjon: await organisation('Lia kommune'), til: 'https://ond.example/' } })).headers.get('location')).toBe(root)
  expect(await (await house.ask('partner', root)).text()).not.toContain('Du handler på vegne av')
})
