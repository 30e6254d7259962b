import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyChains } from '../../../platform/audit/verify.ts'
import { type House, key, openHouse } from '../../../../tests/support/house.ts'

let house: House
let number: number
let agreementId: string
const root = '/arbeidsrom/eksempelfylket/avtaler'
const db = () => house.platform.db
const lead = (url: string, form: Record<string, string>) => house.ask('sekretariat', url, { form: { submissionKey: key(), ...form } })
const text = async (who: string, url: string) => (await house.ask(who, url)).text()
const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

beforeAll(async () => {
  house = await openHouse()
  const made = await lead(`${root}/ny`, { title: 'Partnerskapsavtale som prøves', audience: 'workspace', state: 'draft' })
  number = Number(/avtaler\/(\d+)/.exec(made.headers.get('location') ?? '')?.[1])
  agreementId = (await db().selectFrom('item').select('id').where('title', '=', 'Partnerskapsavtale som prøves').executeTakeFirstOrThrow()).id
  await lead(`${root}/${number}/parter`, { handling: 'bring' })
})
afterAll(() => house.close())

const roles = () => db().selectFrom('agreement_role').selectAll().where('item_id', '=', agreementId).execute()
const settle = async (who: string, more: Record<string, string> = {}) => {
  const url = `${root}/${number}/roller`
  const html = await text('sekretariat', url)
  const party = /name="rolle-([0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
  return house.ask(who, url, { form: { handling: 'settle', version: field(html, 'version'), [`rolle-${party}`]: 'takes_part', submissionKey: key(), ...more } })
}

describe('the way to an agreement', () => {
  // Seen to fail when the action did not ask what stops it.
  test('roles cannot be settled before the text is agreed; with a reason they can, and the reason is kept, shown and in the event log', async () => {
    const refused = await settle('sekretariat')
    expect([refused.status, (await refused.text()).includes('Skriv hvorfor dere går forbi steget.')]).toEqual([422, true])
    expect(await roles()).toEqual([])
    expect((await settle('partner', { grunn: 'Jeg vil.' })).status).toBe(403)
    expect((await settle('sekretariat', { grunn: 'Valget er nær, og rollene må være klare.' })).status).toBe(303)
    expect(await roles()).toHaveLength(1)
    expect(await text('partner', `${root}/veien?avtale=${number}`)).toContain('Valget er nær, og rollene må være klare.')
    const event = await db().selectFrom('event').select('body').where('what', '=', 'readiness.passed-by').executeTakeFirstOrThrow()
    expect(event.body).toMatchObject({ step: 'agreed', reason: 'Valget er nær, og rollene må være klare.' })
  })

  // Seen to fail when a signature and putting in force asked for the text alone.
  test('an agreement is not signed before the roles are settled, nor in force before all have signed, unless it is said why; once for all of them', async () => {
    await db().insertInto('agreement_edition').values({ id: key(), item_id: agreementId, number: 1, opened_on: '2026-11-01', agreed_on: '2026-11-10' }).execute()
    const parties = await db().selectFrom('agreement_party').select('id').where('item_id', '=', agreementId).orderBy('place').orderBy('id').limit(2).execute()
    const sign = (i: number, more: Record<string, string> = {}) => lead(`${root}/${number}/parter/${parties[i]?.id}/signatur`, { handling: 'save', version: '1', name: 'Ordføreren', on: '2026-11-18', ...more })
    const refused = await sign(0)
    expect([refused.status, (await refused.text()).includes('Rollene er ikke avklart ennå.')]).toEqual([422, true])
    expect((await sign(0, { early: 'Møtet var bare nå.' })).status).toBe(303)
    expect((await sign(1)).status).toBe(303)
    const force = async (more: Record<string, string> = {}) => lead(`${root}/${number}/parter`, { handling: 'force', version: field(await text('sekretariat', `${root}/${number}/roller`), 'version'), ...more })
    const waits = await force()
    expect([waits.status, (await waits.text()).includes('Ikke alle har signert.')]).toEqual([422, true])
    expect((await force({ grunn: 'Resten signerer i januar.' })).status).toBe(303)
    const way = await text('partner', `${root}/veien?avtale=${number}`)
    for (const reason of ['Møtet var bare nå.', 'Resten signerer i januar.']) expect(way).toContain(reason)
    expect((await db().selectFrom('item').select('state').where('id', '=', agreementId).executeTakeFirstOrThrow()).state).toBe('in_force')
  })

  test('the page tells what is next, and a step that was passed by can be taken after all; only those who lead pass by', async () => {
    const page = `${root}/veien?avtale=${number}`
    for (const role of ['partner', 'politiker'] as const) expect((await house.ask(role, page, { form: { handling: 'passBy', steg: 'answered', 'grunn-answered': 'x' } })).status).toBe(403)
    expect((await house.ask('utenfor', page)).status).toBe(404)
    expect((await lead(page, { handling: 'passBy', steg: 'answered', 'grunn-answered': '' })).status).toBe(422)
    const form = { handling: 'passBy', steg: 'answered', 'grunn-answered': 'Høgskolen svarer i januar.' }
    expect((await Promise.all([1, 2, 3].map(() => lead(page, form)))).every((one) => one.status === 303)).toBe(true)
    const html = await text('sekretariat', page)
    expect(html.match(/Høgskolen svarer i januar\./g)).toHaveLength(1)
    const id = field(html.slice(html.indexOf('Høgskolen svarer')), 'hvilket')
    expect((await lead(page, { handling: 'takeUp', hvilket: id })).status).toBe(303)
    expect(await text('partner', page)).toContain('Tatt opp igjen')
    expect((await lead(page, { handling: 'takeUp', hvilket: id })).status).toBe(404)
    expect(await verifyChains(db(), house.platform.auditKey)).toEqual([])
  })
})
