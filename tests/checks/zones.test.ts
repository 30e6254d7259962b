import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp, pages } from '../../src/app/app.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { startSession } from '../../src/platform/session/session.ts'
import { personBehind } from '../../src/platform/session/login.ts'
import { addressesIn } from '../access/addresses.ts'
import { type House, openHouse } from '../support/house.ts'
import { sample } from '../support/sample.ts'

const own = process.env.TZ
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  setZone(own)
  await house.close()
})
const setZone = (zone: string | undefined) => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
}

/** Each page as it stands when program and database are in this part of the world. */
async function pagesIn(zone: string, addresses: readonly string[], cookie: string): Promise<string[]> {
  setZone(zone)
  const url = new URL(house.url)
  await sql`alter database ${sql.id(url.pathname.slice(1))} set timezone to ${sql.lit(zone)}`.execute(house.platform.db)
  const db = openDatabase(house.url, { max: 3 })
  try {
    const app = buildApp({ ...house.platform, db })
    const { rows } = await sql<{ zone: string }>`select current_setting('timezone') as zone`.execute(db)
    expect([rows[0]?.zone, new Date(0).getTimezoneOffset()]).toEqual([zone, zone === 'UTC' ? 0 : expect.not.stringMatching(/^0$/)])
    const texts: string[] = []
    for (const address of addresses) texts.push((await (await app.request(address, { headers: { cookie } })).text()).replace(/(name="(?:submissionKey|[^"]*[kK]ey)" value=")[^"]*/g, '$1').replace(/[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f-]{22}/g, ''))
    return texts
  } finally {
    await db.destroy()
  }
}

// Seen to fail when the date is that of the server's own zone.
describe('check 47: a server in another part of the world', () => {
  test('shows the same pages, whatever its zone and that of the database', async () => {
    const addressOf = await addressesIn(house)
    const person = await personBehind(house.platform.db, 'demo', 'sekretariat')
    const cookie = `__Host-okt=${await house.platform.db.transaction().execute((tx) => startSession(tx, person ?? '', house.platform.clock()))}`
    const all = pages.filter(({ path }) => path.startsWith('/arbeidsrom/:workspace') || path === '/min-side' || path === '/').flatMap(({ path }) => addressOf(path) ?? [])
    const addresses = ['/min-side', '/arbeidsrom/eksempelfylket', ...sample(all, 8)]
    await pagesIn('UTC', addresses, cookie)
    const home = await pagesIn('Europe/Oslo', addresses, cookie)
    for (const zone of ['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC']) {
      const there = await pagesIn(zone, addresses, cookie)
      expect(addresses.filter((_, i) => there[i] !== home[i]).map((address) => `${zone} ${address}`)).toEqual([])
    }
  }, 60_000)
})
