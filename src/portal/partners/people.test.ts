import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, key, openHouse } from '../../../tests/support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const path = '/arbeidsrom/eksempelfylket/partnere/personer'

test('a person who is added logs in by e-mail and finds the workspace; taken out, it is not found on the next request', async () => {
  const form = { handling: 'add', navn: 'Ny rådgiver', epost: 'Ny@Kommune.example', rolle: 'participant', organisasjon: '' }
  const added = await house.ask('sekretariat', path, { form: { ...form, submissionKey: key() } })
  expect(added.status).toBe(303)
  const mail = await house.platform.db.selectFrom('mail').select('text').where('recipient', 'ilike', 'ny@kommune.example').executeTakeFirstOrThrow()
  expect(mail.text).toContain('/logg-inn?til=%2Farbeidsrom%2Feksempelfylket')
  expect((await house.ask('sekretariat', path, { form: { ...form, submissionKey: key() } })).status).toBe(422)

  await house.ask(null, '/logg-inn?til=/arbeidsrom/eksempelfylket', { form: { handling: 'mail', epost: 'NY@kommune.example' } })
  const login = await house.platform.db.selectFrom('mail').select('text').where('recipient', 'ilike', 'ny@kommune.example').where('purpose', '=', 'login').executeTakeFirstOrThrow()
  const used = await house.ask(null, /\/logg-inn\/[A-Za-z0-9_-]{20,}/.exec(login.text ?? '')?.[0] ?? '', { form: {} })
  expect(used.headers.get('location')).toBe('/arbeidsrom/eksempelfylket')
  const cookie = /__Host-okt=[^;]+/.exec(used.headers.get('set-cookie') ?? '')?.[0] ?? ''
  const visit = () => house.app.request('/arbeidsrom/eksempelfylket', { headers: { cookie } })
  expect((await visit()).status).toBe(200)

  const { id } = await house.platform.db.selectFrom('person').select('id').where('name', '=', 'Ny rådgiver').executeTakeFirstOrThrow()
  expect((await house.ask('sekretariat', path, { form: { handling: 'end', hvem: `${id} participant` } })).status).toBe(303)
  expect((await visit()).status).toBe(404)
})

test('each thing that is missing is said beside its field', async () => {
  const html = await (await house.ask('leder', path, { form: { handling: 'add', epost: 'ikke en adresse' } })).text()
  for (const text of ['Skriv navn eller stilling.', 'Skriv e-postadressen', 'Velg fra lista.']) expect(html).toContain(text)
  expect(html).toContain('value="ikke en adresse"')
})

test('nobody takes out themselves', async () => {
  const { person_id: id } = await house.platform.db.selectFrom('identity').select('person_id').where('provider', '=', 'demo').where('subject', '=', 'leder').executeTakeFirstOrThrow()
  expect((await house.ask('leder', path, { form: { handling: 'end', hvem: `${id} leader` } })).status).toBe(422)
  expect((await house.ask('leder', path)).status).toBe(200)
})
