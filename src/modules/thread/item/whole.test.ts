import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, key, openHouse } from '../../../../tests/support/house.ts'
import { catalogue } from '../../../app/app.ts'
import { waysOf } from './whole.ts'

describe('which way relations run', () => {
  test('areas under goals: pursuing runs against the thread, above them with it', () => {
    expect(waysOf(catalogue, false).againstThread).toContain('pursues')
    expect(waysOf(catalogue, true).withThread).toContain('pursues')
  })

  test('evidence and results run with the thread, goals and measures against it', () => {
    const ways = waysOf(catalogue, false)
    expect(ways.withThread).toEqual(['supports', 'leads_to'])
    expect(ways.againstThread).toEqual(['addresses', 'pursues', 'delivers', 'learned_from'])
  })
})

describe("an item's own thread", () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  const root = '/arbeidsrom/eksempelfylket'
  const add = async (segment: string, title: string, query = '') => {
    const answer = await house.ask('sekretariat', `${root}/${segment}/ny${query}`, { form: { title, submissionKey: key() } })
    expect(answer.status).toBe(303)
    return answer.headers.get('location') ?? ''
  }
  const numberOf = (path: string) => path.split('/').at(-1)
  const html = async (path: string, role = 'sekretariat') => (await house.ask(role, path)).text()

  test('is made from any page, shown both ways, untied, and tied again by undoing', async () => {
    const goal = await add('plan/mal', 'Mål i tråden')
    const area = await add('plan/innsatsomrader', 'Område i tråden', `?til=${numberOf(goal)}&som=pursues`)
    const measure = await add('plan/tiltak', 'Tiltak i tråden', `?til=${numberOf(area)}&som=delivers`)
    const other = await add('plan/mal', 'Et annet mål')
    const shown = await html(measure)
    expect(shown).toContain('Område i tråden')
    expect(shown).toContain('Mål i tråden')
    expect(shown).not.toContain('Et annet mål')
    expect(await html(goal)).toContain('Tiltak i tråden')

    const link = /name="lenke" value="([^"]+)"/.exec(shown)?.[1] ?? ''
    expect((await house.ask('sekretariat', measure, { form: { handling: 'untie', lenke: link } })).status).toBe(303)
    expect(await html(measure)).not.toContain('Mål i tråden')
    expect((await house.ask('sekretariat', measure, { form: { handling: 'retie', lenke: link } })).status).toBe(303)
    expect(await html(measure)).toContain('Mål i tråden')
    expect(await html(other)).not.toContain('Tiltak i tråden')
  })

  test('the search finds by words and number, only what may be tied, and says what comes loose on removal', async () => {
    const goal = await add('plan/mal', 'Søkemål med åpne dører')
    const measure = await add('plan/tiltak', 'Søketiltak', `?til=${numberOf(goal)}&som=delivers`)
    const found = await html(`${measure}/knytt?q=dører`)
    expect(found).toContain('Søkemål med åpne dører')
    expect(await html(`${measure}/knytt/forslag?q=100%25`)).not.toContain('Søkemål')
    expect(await html(`${goal}/fjern`)).toContain('Søketiltak')
    const tied = await house.ask('sekretariat', `${measure}/knytt`, { form: { annen: numberOf(goal) ?? '', hvordan: 'delivers.frem', submissionKey: key() } })
    expect(tied.status).toBe(422)
    const wrong = await house.ask('sekretariat', `${measure}/knytt`, { form: { annen: numberOf(goal) ?? '', hvordan: 'addresses.frem', submissionKey: key() } })
    expect([303, 422]).toContain(wrong.status)
  })

  test('removal takes an item out of every list, and it is brought back with all it had', async () => {
    const measure = await add('plan/tiltak', 'Skal fjernes')
    const removed = await house.ask('sekretariat', `${measure}/fjern`, { form: { submissionKey: key() } })
    expect(removed.status).toBe(303)
    expect((await house.ask('sekretariat', measure)).status).toBe(404)
    expect(await html(`${root}/plan/tiltak/fjernet`)).toContain('Skal fjernes')
    const back = await house.ask('sekretariat', `${root}/plan/tiltak/fjernet`, { form: { nummer: numberOf(measure) ?? '' } })
    expect(back.headers.get('location')).toBe(measure)
    expect(await html(`${measure}/historie`)).toMatch(/Hentet tilbake[\s\S]*Fjernet[\s\S]*Lagt til/)
  })

  test('a partner may change what its organisation owns, and nothing else', async () => {
    const { db } = house.platform
    const owned = await db.selectFrom('membership as m').innerJoin('identity as i', 'i.person_id', 'm.person_id').innerJoin('item_organisation as o', 'o.organisation_id', 'm.organisation_id')
      .innerJoin('item', 'item.id', 'o.item_id').select('item.number').where('i.subject', '=', 'partner').where('o.role', '=', 'owner').where('item.kind', '=', 'measure').where('item.removed_at', 'is', null).executeTakeFirst()
    const others = await add('plan/tiltak', 'Eid av ingen')
    expect((await house.ask('partner', `${others}/endre`)).status).toBe(403)
    if (owned) expect((await house.ask('partner', `${root}/plan/tiltak/${owned.number}/endre`)).status).toBe(200)
  })
})
