import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogue } from '../../app/app.ts'
import { type House, key, openHouse } from '../../../tests/support/house.ts'
import { stepIds } from '../../platform/item/kind.ts'
import { languages } from '../../platform/text/texts.ts'
import { roles } from '../../platform/access/viewer.ts'
import { roleWords, rooms, templateNames, templates } from '../../modules/workspaces/index.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('every template is whole: its roles, parts, rooms and rules exist, and its words are in three languages', () => {
  expect(templates.map((one) => one.name)).toEqual([...templateNames])
  for (const one of templates) {
    expect(one.partsInUse.filter((part) => !stepIds.includes(part)), one.name).toEqual([])
    expect(one.tabs.filter((tab) => !rooms.includes(tab)), one.name).toEqual([])
    expect(one.roles.filter((role) => !roles.includes(role)), one.name).toEqual([])
    expect(new Set(one.roles).size, one.name).toBe(one.roles.length)
    expect(one.roles, one.name).toContain(one.founder)
    expect(one.rules.filter((choice) => !catalogue.checks.some((rule) => rule.id === choice.rule)), one.name).toEqual([])
    for (const lang of languages) {
      const { name, purpose, gets } = one.words[lang]
      for (const text of [name, purpose, ...gets, ...one.rules.map((choice) => choice.reason[lang]), ...(one.focus ? [one.focus.reason[lang]] : []), ...one.roles.flatMap((role) => Object.values(roleWords[lang][role]))]) expect(text.trim(), one.name).not.toBe('')
      expect(gets.length, one.name).toBe(one.words.nb.gets.length)
    }
  }
})

const row = (title: string) => house.platform.db.selectFrom('workspace').selectAll().where('title', '=', title).executeTakeFirstOrThrow()
const choices = (id: string) => house.platform.db.selectFrom('loose_thread_choice').select(['rule', 'active']).where('workspace_id', '=', id).orderBy('rule').execute()

test('a workspace is made as its template says, and a small one grows into the whole without losing what was chosen', async () => {
  const make = (mal: string, navn: string) => house.ask('utenfor', '/nytt-arbeidsrom', { form: { mal, navn, organisasjon: 'Fjellbygda kommune', start: 'tom', submissionKey: key() } })
  expect((await make('finnes-ikke', 'Ingenting')).status).toBe(422)
  await make('partnership', 'Stort')
  const large = await row('Stort')
  expect(large).toMatchObject({ template: 'partnership', kind: 'partnership', parts_in_use: ['goal', 'priorityArea', 'measure'], focus_areas: 5 })
  expect([large.legal_owner_id, large.data_controller_id, large.archive_responsible_id].every(Boolean)).toBe(true)

  await make('light', 'Smått')
  const small = await row('Smått')
  expect(small).toMatchObject({ template: 'light', kind: 'process', parts_in_use: ['goal', 'measure'], focus_areas: null })
  expect(await choices(small.id)).toEqual([{ rule: 'goal-without-indicator', active: false }, { rule: 'measure-not-anchored', active: false }])
  const root = `/arbeidsrom/${small.slug}`
  const menu = async () => /<nav class="tabs"[\s\S]*?<details/.exec(await (await house.ask('utenfor', root)).text())?.[0] ?? ''
  expect(await menu()).not.toContain(`${root}/kunnskap`)

  // One of the rules has been chosen by somebody since: that choice stays.
  await house.platform.db.updateTable('loose_thread_choice').set({ reason: 'Vi har bestemt det selv.' }).where('workspace_id', '=', small.id).where('rule', '=', 'measure-not-anchored').execute()
  const page = await (await house.ask('utenfor', `${root}/innstillinger/hele-planen`)).text()
  for (const said of ['Innsatsområde', 'Kunnskap', 'forsker', 'høyst 5']) expect(page.toLowerCase()).toContain(said.toLowerCase())
  const take = (version: number) => house.ask('utenfor', `${root}/innstillinger/hele-planen`, { form: { version: String(version) } })
  expect((await take(small.version - 1)).status).toBe(409)
  expect((await take(small.version)).status).toBe(303)
  const grown = await row('Smått')
  expect(grown).toMatchObject({ template: 'partnership', focus_areas: 5 })
  expect([...grown.parts_in_use].sort()).toEqual(['goal', 'measure', 'priorityArea'])
  expect(await choices(small.id)).toEqual([{ rule: 'measure-not-anchored', active: false }])
  expect(await menu()).toContain(`${root}/kunnskap`)
})
