import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, key, openHouse } from '../../../tests/support/house.ts'

let house: House
let ids: { person: string; organisation: string; workspace: string; measure: string; affiliation: string }
beforeAll(async () => {
  house = await openHouse()
  const { db } = house.platform
  const { person_id: person } = await db.selectFrom('identity').select('person_id').where('provider', '=', 'demo').where('subject', '=', 'partner').executeTakeFirstOrThrow()
  const { id: workspace } = await db.selectFrom('workspace').select('id').where('slug', '=', 'eksempelfylket').executeTakeFirstOrThrow()
  const { organisation_id: organisation } = await db.selectFrom('membership').select('organisation_id').where('person_id', '=', person).executeTakeFirstOrThrow()
  const { item_id: measure } = await db.selectFrom('item_organisation as io').innerJoin('item', 'item.id', 'io.item_id').select('io.item_id').where('io.organisation_id', '=', organisation).where('io.role', '=', 'owner')
    .where('item.kind', '=', 'measure').where('item.state', 'in', ['not_started', 'in_progress', 'delayed']).where('item.audience', '=', 'workspace').orderBy('item.number').limit(1).executeTakeFirstOrThrow()
  await db.updateTable('measure').set({ responsible_id: person }).where('id', '=', measure).execute()
  const { id: affiliation } = await db.selectFrom('affiliation').select('id').where('person_id', '=', person).executeTakeFirstOrThrow()
  ids = { person, organisation: organisation ?? '', workspace, measure, affiliation }
})
afterAll(() => house.close())

const open = () => house.platform.db.selectFrom('handover').selectAll().where('settled_at', 'is', null).orderBy('what').execute()
const text = async (role: string, path: string) => (await house.ask(role, path)).text()

describe('leaving an organisation', () => {
  test('shows first what is left', async () => {
    const page = await text('partner', `/min-side/profil/slutt/${ids.affiliation}`)
    expect(page).toContain('Ansvarlig for tiltaket')
    expect(page).toContain('Rollen: Partner')
  })

  // Seen to fail without `on conflict`: those who came second got a fault.
  test('check 42: raises every open task once, however often it is sent, and ends the roles on the last day', async () => {
    const path = `/min-side/profil/slutt/${ids.affiliation}`
    const submissionKey = key()
    const sent = await Promise.all([1, 2, 3].map((n) => house.ask('partner', path, { form: { handling: 'leave', dag: '2026-11-20', etterfolger: '', submissionKey: n === 3 ? key() : submissionKey } })))
    expect(sent.every((answer) => [303, 404].includes(answer.status))).toBe(true)
    expect((await open()).map((row) => [row.what, row.subject_id === ids.measure, row.receiver_id])).toEqual([['follow_up', false, null], ['follow_up', false, null], ['measure', true, null], ['membership', false, null], ['question', false, null], ['question', false, null], ['question', false, null]])
    const { valid_to: roleTo } = await house.platform.db.selectFrom('membership').select('valid_to').where('person_id', '=', ids.person).executeTakeFirstOrThrow()
    const { valid_to: belongsTo } = await house.platform.db.selectFrom('affiliation').select('valid_to').where('id', '=', ids.affiliation).executeTakeFirstOrThrow()
    expect([roleTo, belongsTo]).toEqual(['2026-11-20', '2026-11-20'])
  })

  test('tells those who take over in one mail each, and stands on their pages until it is settled', async () => {
    const mails = await house.platform.db.selectFrom('mail').select(['recipient', 'subject', 'nature']).where('purpose', '=', 'handover').execute()
    expect(mails).toEqual([{ recipient: 'sekretariat@eksempel.example', subject: 'Noen slutter i Lia kommune: se hvem som tar over', nature: 'question' }])
    for (const path of ['/min-side', '/arbeidsrom/eksempelfylket', '/arbeidsrom/eksempelfylket/overlevering']) expect(await text('sekretariat', path)).toContain('Ansvarlig for tiltaket')
    expect(await text('politiker', '/arbeidsrom/eksempelfylket')).not.toContain('Ansvarlig for tiltaket')
  })

  test('is settled when somebody else is responsible, or when it is not needed', async () => {
    const [task, other, measure, membership, ...questions] = await open()
    const { person_id: leader } = await house.platform.db.selectFrom('identity').select('person_id').where('provider', '=', 'demo').where('subject', '=', 'leder').executeTakeFirstOrThrow()
    const path = '/arbeidsrom/eksempelfylket/overlevering'
    expect((await house.ask('sekretariat', path, { form: { handling: 'give', hvilken: measure?.id ?? '', [`til-${measure?.id}`]: ids.organisation } })).status).toBe(422)
    expect((await house.ask('politiker', path, { form: { handling: 'settle', hvilken: measure?.id ?? '' } })).status).toBe(422)
    expect((await house.ask('sekretariat', path, { form: { handling: 'give', hvilken: measure?.id ?? '', [`til-${measure?.id}`]: leader } })).status).toBe(303)
    for (const one of [task, other]) expect((await house.ask('sekretariat', path, { form: { handling: 'give', hvilken: one?.id ?? '', [`til-${one?.id}`]: leader } })).status).toBe(303)
    expect((await house.platform.db.selectFrom('follow_up').select('responsible_id').where('id', '=', task?.subject_id ?? '').executeTakeFirstOrThrow()).responsible_id).toBe(leader)
    expect((await house.ask('sekretariat', path, { form: { handling: 'settle', hvilken: membership?.id ?? '' } })).status).toBe(303)
    // Status, what Lia kommune expects, and how it sees the challenges: all were asked of them, and none is answered.
    for (const where of ['/spurt', '/utfordringer/felles-bilde/\\d+']) expect(await text('sekretariat', path)).toMatch(new RegExp(`${where}">Spør en annen i organisasjonen`))
    for (const one of questions) expect((await house.ask('sekretariat', path, { form: { handling: 'settle', hvilken: one?.id ?? '' } })).status).toBe(303)
    expect(await open()).toEqual([])
    expect((await house.platform.db.selectFrom('measure').select('responsible_id').where('id', '=', ids.measure).executeTakeFirstOrThrow()).responsible_id).toBe(leader)
    expect(await text('sekretariat', '/arbeidsrom/eksempelfylket')).not.toContain('Dette må noen ta over')
  })

  // Seen to fail when `valid_to` is not asked for.
  test('check 5: gives no rights on the first request after the last day', async () => {
    expect((await house.ask('partner', '/arbeidsrom/eksempelfylket')).status).toBe(200)
    await house.platform.db.updateTable('membership').set({ valid_to: '2026-11-19' }).where('person_id', '=', ids.person).execute()
    expect((await house.ask('partner', '/arbeidsrom/eksempelfylket')).status).toBe(404)
  })

  test('said by those who lead holds here, ends the belonging where there is no other role, and is told to the person', async () => {
    const { person_id: vassoy } = await house.platform.db.selectFrom('identity').select('person_id').where('provider', '=', 'email').where('subject', '=', 'vassoy@eksempel.example').executeTakeFirstOrThrow()
    const path = `/arbeidsrom/eksempelfylket/partnere/personer/${vassoy}/sluttet`
    expect((await house.ask('partner', path)).status).toBe(404)
    expect((await house.ask('leder', path, { form: { handling: 'leave', dag: 'i morgen' } })).status).toBe(422)
    expect((await house.ask('leder', path, { form: { handling: 'leave', dag: '2026-11-20', etterfolger: '', submissionKey: key() } })).status).toBe(303)
    expect((await open()).filter((row) => row.what === 'membership').map((row) => row.person_id)).toEqual([vassoy])
    const mails = await house.platform.db.selectFrom('mail').select('recipient').where('purpose', '=', 'said-to-have-left').execute()
    expect(mails).toEqual([{ recipient: 'vassoy@eksempel.example' }])
    expect((await house.platform.db.selectFrom('affiliation').select('valid_to').where('person_id', '=', vassoy).executeTakeFirstOrThrow()).valid_to).toBe('2026-11-20')
  })
})
