import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/app/app.ts'
import { type House, key, openHouse } from '../support/house.ts'
import { statementsDuring } from '../support/statements.ts'
import { addressesIn } from './addresses.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** A page that fails stops asking somewhere on the way, and its number says nothing. */
const statementsOf = (path: string) => statementsDuring(house.url, async () => expect([path, (await house.ask('sekretariat', path)).status < 500]).toEqual([path, true]))

/** More of what the pages show: goals with measures, each with an organisation of its own. */
async function grow(by: number): Promise<void> {
  for (let i = 0; i < by; i++) {
    const goal = await house.ask('sekretariat', '/arbeidsrom/eksempelfylket/plan/mal/ny', { form: { title: `Mål ${i}`, 'owner.ny': `Organisasjon ${by}-${i}`, submissionKey: key() } })
    const number = goal.headers.get('location')?.split('/').at(-1)
    await house.ask('sekretariat', `/arbeidsrom/eksempelfylket/plan/tiltak/ny?til=${number}&som=delivers`, { form: { title: `Tiltak ${i}`, 'owner.ny': `Organisasjon ${by}-${i}`, submissionKey: key() } })
  }
}

// Seen to fail when a list asks about each of its items, and when a statement of the minutes' page was one that the database refuses.
describe('check 50: the number of statements', () => {
  test('of a page does not grow with what it shows', async () => {
    await grow(2)
    const addressOf = await addressesIn(house)
    const addresses = pages.map((page) => addressOf(page.path)).filter((address): address is string => address !== null)
    const first: [string, number][] = []
    for (const address of addresses) {
      await house.ask('sekretariat', address)
      first.push([address, await statementsOf(address)])
    }
    await grow(15)
    const grown: string[] = []
    for (const [address, before] of first) {
      const after = await statementsOf(address)
      if (after > before) grown.push(`${address}: ${before} → ${after}`)
    }
    expect(grown).toEqual([])
    expect(Math.max(...first.map(([, count]) => count))).toBeLessThan(25)
  }, 120_000)
})
