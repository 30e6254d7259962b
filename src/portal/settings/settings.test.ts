import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, key, openHouse } from '../../../tests/support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const path = '/arbeidsrom/eksempelfylket/innstillinger'
const row = () => house.platform.db.selectFrom('workspace').selectAll().where('slug', '=', 'eksempelfylket').executeTakeFirstOrThrow()
const form = (version: number, more: Record<string, string> = {}) => ({ title: 'Partnerskapet', language: 'nn', order: 'areas', version: String(version), submissionKey: key(), ...more })

describe('the settings', () => {
  test('are changed by those who lead, read by members, and not seen by others', async () => {
    expect((await house.ask('utenfor', path)).status).toBe(404)
    expect(await (await house.ask('politiker', path)).text()).not.toContain('name="title"')
    const before = await row()
    expect((await house.ask('partner', path, { form: form(before.version) })).status).toBe(403)
    expect((await house.ask('leder', path, { form: form(before.version, { ends_on: '31.12.2029', funder: 'Fylkeskommunen' }) })).status).toBe(303)
    expect(await row()).toMatchObject({ title: 'Partnerskapet', language: 'nn', areas_above_goals: true, public: false, funder: 'Fylkeskommunen', ends_on: '2029-12-31', version: before.version + 1 })
  })

  // Seen to fail when the update does not name the version.
  test('check 44: the one who comes second sees both versions and loses nothing', async () => {
    const { version } = await row()
    const answer = await house.ask('sekretariat', path, { form: form(version - 1, { title: 'Mitt navn', order: 'goals' }) })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    for (const said of ['Noen andre endret dette samtidig', 'Mitt navn', 'Partnerskapet']) expect(html).toContain(said)
    expect((await row()).title).toBe('Partnerskapet')
  })

  test('what cannot be read is said beside its field, and an organisation from elsewhere is not taken', async () => {
    const { version } = await row()
    const answer = await house.ask('leder', path, { form: form(version, { title: ' ', ends_on: 'snart', legal_owner_id: '00000000-0000-4000-8000-000000000000' }) })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const name of ['title', 'ends_on', 'legal_owner_id']) expect(html).toContain(`felt-${name}-feil`)
    expect(html).toContain('value="snart"')
  })
})

describe('the partners', () => {
  const partners = '/arbeidsrom/eksempelfylket/partnere'
  test('those who lead add an organisation by name, once, and change its role', async () => {
    expect((await house.ask('partner', partners, { form: { handling: 'add', navn: 'Ny bedrift AS' } })).status).toBe(403)
    for (const navn of ['Ny bedrift AS', ' ny  bedrift as ']) expect((await house.ask('leder', partners, { form: { handling: 'add', navn, submissionKey: key() } })).status).toBe(303)
    const { db } = house.platform
    const found = await db.selectFrom('party').innerJoin('organisation as o', 'o.id', 'party.organisation_id').select(['o.id', 'o.name', 'party.role']).where('o.name', 'ilike', 'ny bedrift as').execute()
    expect(found).toMatchObject([{ name: 'Ny bedrift AS', role: 'partner' }])
    await house.ask('leder', partners, { form: { handling: 'change', hvilken: found[0]?.id ?? '', rolle: 'mentioned', submissionKey: key() } })
    expect((await db.selectFrom('party').select('role').where('organisation_id', '=', found[0]?.id ?? '').executeTakeFirstOrThrow()).role).toBe('mentioned')
    expect((await house.ask('leder', partners, { form: { handling: 'add', navn: ' ; ' } })).status).toBe(422)
  })

  test('names of people are for members only', async () => {
    await house.platform.db.updateTable('workspace').set({ public: true }).where('slug', '=', 'eksempelfylket').execute()
    expect(await (await house.ask('partner', partners)).text()).toContain('Leder av partnerskapet')
    expect(await (await house.ask(null, partners)).text()).not.toContain('Leder av partnerskapet')
    expect(await (await house.ask(null, '/arbeidsrom/eksempelfylket')).text()).not.toContain('Hva har skjedd')
    expect((await house.ask(null, '/arbeidsrom/eksempelfylket/plan/endringer')).status).toBe(404)
  })
})
