import { afterAll, beforeAll, expect, test } from 'vitest'
import { passToken } from '../../src/platform/pass/pass.ts'
import { axe, openSite, sidewaysScroll, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const rounds = '/arbeidsrom/eksempelfylket/forventninger'

// Seen to fail when a row's fields had the same name as those of the row before.
test('check 57, 60: a partner answers from the e-mail on a phone without JavaScript; the secretariat shows the answers, and the table says what the picture does', async () => {
  const { platform } = site.house
  const asked = await platform.db.selectFrom('expectation_asked as q').innerJoin('person as p', 'p.id', 'q.person_id').innerJoin('expectation_answer as a', 'a.id', 'q.answer_id').innerJoin('expectation_round as r', 'r.id', 'a.round_id')
    .select(['q.pass_id', 'r.number']).where('p.name', '=', 'Representant for Lia kommune').where('r.state', '=', 'open').executeTakeFirstOrThrow()
  const phone = await site.visit(null, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await phone.goto(`/forventning/${passToken(platform.passKey, 'expectation', asked.pass_id ?? '')}`)
  const fit = async () => {
    expect(await phone.locator('h1').count()).toBe(1)
    expect(await sidewaysScroll(phone)).toBe(0)
  }
  await fit()
  expect(await phone.locator('main').innerText()).toContain('Hvem ser det dere skriver?')
  await phone.getByRole('group', { name: 'Forventning 2' }).getByLabel('Hva venter dere?').fill('At vi møtes oftere.')
  await phone.getByRole('group', { name: 'Bidrag 1' }).getByLabel('Hva kan dere bidra med?').fill('En halv stilling.')
  await phone.getByRole('button', { name: 'Send svaret' }).click()
  expect(await phone.locator('main').innerText()).toContain('Velg hva slags det er.')
  await fit()
  for (const [group, kind] of [['Forventning 2', 'network'], ['Bidrag 1', 'people']] as const) await phone.getByRole('group', { name: group }).getByLabel('Hva slags?').selectOption(kind)
  await phone.getByRole('button', { name: 'Send svaret' }).click()
  await fit()
  const receipt = await phone.locator('main').innerText()
  for (const shown of ['Takk for svaret', 'At vi møtes oftere.', 'En halv stilling.', 'Hva skjer nå?']) expect(receipt).toContain(shown)

  const secretariat = await site.visit('sekretariat')
  await secretariat.goto(`${rounds}/${asked.number}`)
  expect(await secretariat.locator('main').innerText()).not.toContain('En halv stilling.')
  expect(await axe(secretariat)).toEqual([])
  await secretariat.getByText('Ny frist eller lukk').click()
  await secretariat.getByRole('button', { name: 'Lukk runden nå' }).click()
  await secretariat.getByRole('button', { name: 'Vis svarene' }).click()
  await secretariat.waitForLoadState('load')
  expect(await secretariat.locator('main').innerText()).toContain('En halv stilling.')
  expect(await axe(secretariat)).toEqual([])
  await secretariat.setViewportSize({ width: 360, height: 740 })
  expect(await sidewaysScroll(secretariat)).toBe(0)
  await phone.reload()
  await fit()
  expect(await phone.locator('main').innerText()).toContain('Dette venter de andre av dere')
}, 60_000)
