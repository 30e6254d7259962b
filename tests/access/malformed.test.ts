import { afterAll, beforeAll, expect, test } from 'vitest'
import { pages } from '../../src/app/app.ts'
import { everywhereIn } from '../journeys/everywhere.ts'
import { type House, openHouse } from '../support/house.ts'
import { sample } from '../support/sample.ts'
import type { AddressOf } from './addresses.ts'

// Seen to fail: an organisation that is nobody's in an item's form, «x» as the link to untie, and a number in an address larger than any column, each gave 500.

let house: House
let addressOf: AddressOf
beforeAll(async () => {
  house = await openHouse()
  addressOf = await everywhereIn(house)
})
afterAll(() => house.close())

/** Pages that end what the others look at, when their form is taken for a yes. */
const ends = /\/(fjern|forlat|avslutt|hele-planen|nye-organisasjoner|prov|lag)$|^\/(logg-ut|sprak)$|\/duplikater|\/slett$|^\/admin\/personer|^\/admin\/arbeidsrom/
const junk = ['x', '99999999999999999999', '00000000-0000-4000-8000-000000000000', '0'] as const
const forms = pages.filter((page) => page.actions && !ends.test(page.path))

test('check 12: what is malformed in a form is told, and is never a fault', async () => {
  const wrong: string[] = []
  for (const page of sample(forms, 12)) {
    const address = addressOf(page.path)
    if (!address) continue
    const html = await (await house.ask('sekretariat', address)).text()
    const names = [...new Set([...html.matchAll(/<(?:input|select|textarea|button)[^>]* name="([^"]+)"/g)].map(([, name = '']) => name))].filter((name) => !['handling', 'submissionKey'].includes(name))
    for (const handling of Object.keys(page.actions ?? {})) for (const value of junk) {
      const answer = await house.ask('sekretariat', address, { form: { ...Object.fromEntries([...names, 'lenke', 'hvilken', 'version'].map((name) => [name, value])), handling } })
      if (answer.status >= 500) wrong.push(`${page.path} ${handling} ${value}: ${answer.status}`)
    }
  }
  expect(wrong).toEqual([])
}, 120_000)

test('check 12: a number or an id in an address that no column holds is not found', async () => {
  const wrong: string[] = []
  for (const page of sample(pages.filter((one) => /:\w+\{\[0-9(a-f-)?\]/.test(one.path)), 30)) {
    const filled = page.path.replace(/:\w+\{\[0-9\]\+\}/g, '99999999999999999999').replace(/:\w+\{\[0-9a-f-\]\{36\}\}/g, '-'.repeat(36)).replace(':workspace', 'eksempelfylket')
    const address = filled.includes(':') || filled.includes('{') ? null : filled
    if (!address) continue
    const answer = await house.ask('sekretariat', address)
    if (answer.status >= 500) wrong.push(`${address}: ${answer.status}`)
  }
  expect(wrong).toEqual([])
}, 60_000)

test('an organisation that is not in the workspace is refused beside its field, on what is new and what is changed', async () => {
  const stranger = '00000000-0000-4000-8000-000000000000'
  const made = await house.ask('sekretariat', '/arbeidsrom/eksempelfylket/plan/tiltak/ny', { form: { title: 'Et tiltak til', owner: stranger, audience: 'workspace' } })
  expect([made.status, (await made.text()).includes('Velg fra lista.')]).toEqual([422, true])
})
