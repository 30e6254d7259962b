import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, key, openHouse } from '../../../tests/support/house.ts'
import { enhetsregisteret } from '../../imports/enhetsregisteret/index.ts'
import { unitAnswer } from '../../imports/enhetsregisteret/testing/answers.ts'
import { sendJson, startService } from '../../imports/enhetsregisteret/testing/server.ts'
import { organisationLink } from '../../modules/actors/index.ts'
import { kindOfUnit, readableName } from './unit.ts'

let house: House
let service: Awaited<ReturnType<typeof startService>>
let room = ''
beforeAll(async () => {
  service = await startService(sendJson(200, unitAnswer))
  house = await openHouse()
  house.platform.enhetsregisteret = enhetsregisteret(service.address, 2_000)
  await house.ask('leder', '/nytt-arbeidsrom', { form: { navn: 'Ekte samarbeid', organisasjon: 'Drammen kommune', start: 'tom', innsendt: key() } })
  room = (await house.platform.db.selectFrom('workspace').select('id').where('title', '=', 'Ekte samarbeid').executeTakeFirstOrThrow()).id
})
afterAll(async () => {
  await house.close()
  await service.close()
})

const page = async (query = '') => (await house.ask('leder', `/organisasjoner/ny${query}`)).text()
const send = (query: string, form: Record<string, string>) => house.ask('leder', `/organisasjoner/ny${query}`, { form })
const named = (name: string) => house.platform.db.selectFrom('organisation').select(['id', 'orgnr', 'kind', 'example']).where('name', '=', name).execute()

describe('by number', () => {
  test('what is looked up is shown, and nothing is added by looking', async () => {
    const html = await page('?orgnr=974+760+673')
    expect(html).toContain('REGISTERENHETEN I BRØNNØYSUND')
    expect(html).toMatch(/value="Registerenheten i Brønnøysund"/)
    expect(html).toContain('974 760 673')
    expect(service.asked).toEqual(['/enheter/974760673'])
    expect(await house.platform.db.selectFrom('organisation').select('id').where('orgnr', '=', '974760673').execute()).toEqual([])
  })

  test('it is added with its number, and as a partner where that was asked for', async () => {
    const answer = await send('?orgnr=974760673', { handling: 'add', navn: 'Brønnøysundregistrene', slag: 'state', arbeidsrom: room })
    expect(answer.headers.get('location')).toContain('/partnere')
    expect(await named('Brønnøysundregistrene')).toMatchObject([{ orgnr: '974760673', kind: 'state', example: false }])
    const party = await house.platform.db.selectFrom('party').select('role').where('workspace_id', '=', room).where('organisation_id', '=', (await named('Brønnøysundregistrene'))[0]?.id ?? '').execute()
    expect(party).toEqual([{ role: 'partner' }])
  })

  test('one that is here already is shown with a link, without asking anybody; also a municipality', async () => {
    const before = service.asked.length
    expect(await page('?orgnr=974760673')).toContain(`Brønnøysundregistrene er her allerede. <a href="${organisationLink((await named('Brønnøysundregistrene'))[0]?.id ?? '')}"`)
    expect(await page('?orgnr=921234554')).toContain('Drammen kommune er her allerede.')
    expect(service.asked.length).toBe(before)
  })

  test.each([
    ['123', 'Skriv organisasjonsnummeret med ni siffer'], ['974760674', 'Se om du har byttet om på noen av dem'], ['<script>', 'Skriv organisasjonsnummeret'],
  ])('%s is no number, and nobody is asked', async (typed, message) => {
    const before = service.asked.length
    expect(await page(`?orgnr=${encodeURIComponent(typed)}`)).toContain(message)
    expect(service.asked.length).toBe(before)
  })

  test.each([
    [404, {}, 'Enhetsregisteret har ingen med dette nummeret'], [500, {}, 'Enhetsregisteret svarer ikke nå'], [200, { tull: 1 }, 'svarte noe vi ikke forstår'],
    [200, { slettedato: '2021-05-04' }, 'slettet fra Enhetsregisteret 4. mai 2021'],
  ])('%i %j: %s', async (status, body, message) => {
    service.respond(sendJson(status, body))
    expect(await page('?orgnr=912660680')).toContain(message)
    expect((await send('?orgnr=912660680', { handling: 'add', navn: 'X', slag: 'state' })).status).toBe(422)
  })
})

describe('by hand', () => {
  test('it belongs to the workspace that was chosen', async () => {
    await send('', { handling: 'byHand', navn: 'Nettverket for  lokalmat', slag: 'volunteers', arbeidsrom: room })
    expect(await named('Nettverket for lokalmat')).toMatchObject([{ orgnr: null, kind: 'volunteers' }])
  })
  test('what is missing is said, and what was typed is kept', async () => {
    const answer = await send('', { handling: 'byHand', navn: 'Nettverk uten hjem', slag: 'x', arbeidsrom: 'y' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('value="Nettverk uten hjem"')
    expect((await send('', { handling: 'byHand', navn: '', slag: 'other', arbeidsrom: room })).status).toBe(422)
  })
  test('when the register is away the number is kept; a name in the register is refused with a link', async () => {
    service.respond(sendJson(500, {}))
    await send('?orgnr=912660680', { handling: 'byHand', navn: 'Departementet', slag: 'state', arbeidsrom: room })
    expect(await named('Departementet')).toMatchObject([{ orgnr: '912660680' }])
    const answer = await send('', { handling: 'byHand', navn: 'Modum kommune', slag: 'municipality', arbeidsrom: room })
    expect(await page(`?${answer.headers.get('location')?.split('?')[1]}`)).toContain('Modum kommune er her allerede.')
    expect(await named('Modum kommune')).toHaveLength(1)
  })
})

test('names in capitals are made readable, and the kind follows from form and name', () => {
  expect(['DRAMMEN HAVN IKS', 'HØGSKOLEN I INNLANDET', 'RØDE KORS, OS', 'NAV HAMAR', 'SØR-ODAL BYGDELAG', 'Navn Med Små'].map(readableName))
    .toEqual(['Drammen Havn IKS', 'Høgskolen i Innlandet', 'Røde Kors, Os', 'NAV Hamar', 'Sør-Odal Bygdelag', 'Navn Med Små'])
  expect([['DRAMMEN KOMMUNE', 'KOMM'], ['UNIVERSITETET I AGDER', 'ORGL'], ['NOE AS', 'AS'], ['GRENDELAGET', 'FLI'], ['HAVN IKS', 'IKS'], ['NOE', 'XYZ']].map(([name = '', form = '']) => kindOfUnit({ name, form })))
    .toEqual(['municipality', 'academia', 'business', 'volunteers', 'region', 'other'])
})
