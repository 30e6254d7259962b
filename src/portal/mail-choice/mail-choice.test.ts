import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../../../tests/support/house.ts'
import { choiceOf, deliveryOf, letterOf, mailBody, mailSiteOf, queueMail } from '../../platform/mail/mail.ts'
import { personBehind } from '../../platform/session/login.ts'

let house: House
let person: string
let workspace: string
let address: string
let unsubscribe: Record<'question' | 'news', string>
beforeAll(async () => {
  house = await openHouse()
  const { db } = house.platform
  person = (await personBehind(db, 'demo', 'partner')) ?? ''
  // What the example has asked of them takes no slot here.
  await db.deleteFrom('mail').where('person_id', '=', person).execute()
  workspace = (await db.selectFrom('workspace').select('id').where('slug', '=', 'eksempelfylket').executeTakeFirstOrThrow()).id
  const letters = await Promise.all((['question', 'news'] as const).map(async (nature) => {
    const id = await ask(nature)
    return letterOf(await db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow(), mailSiteOf(house.platform))
  }))
  const link = (header = '') => new URL(/^<(.*)>$/.exec(header)?.[1] ?? '').pathname
  unsubscribe = { question: link(letters[0]?.headers['List-Unsubscribe']), news: link(letters[1]?.headers['List-Unsubscribe']) }
  address = unsubscribe.news.replace('/avmeld/nyheter', '')
})
afterAll(() => house.close())

const ask = (nature: 'question' | 'news') => house.platform.db.transaction().execute((tx) => queueMail(tx, {
  to: 'partner@example.org', subject: 'Spørsmål', lang: 'nb', purpose: 'test', nature, personId: person, from: { personId: null, workspaceId: workspace }, now: house.platform.clock(),
  body: mailBody({ lang: 'nb', heading: 'Hei', paragraphs: ['Hvordan går det?'], footer: 'Hilsen oss' }),
}))
const choice = () => choiceOf(house.platform.db, person)
const standard = { antall: '5', pause: '', oppsummering: 'ja', sprak: 'nb' }
const save = (form: Record<string, string | string[]>) => house.ask(null, address, { form: { ...standard, nyheter: [workspace], ...form } })

describe('choosing from the mail, without logging in', () => {
  test('check 11: looking at any of the addresses changes nothing', async () => {
    for (const path of [address, unsubscribe.news, unsubscribe.question]) expect((await house.ask(null, path)).status).toBe(200)
    expect(await choice()).toMatchObject({ news: true, digest: true, nothing: false })
  })
  test('how many, a pause, the language and which workspaces', async () => {
    const page = await (await house.ask(null, address)).text()
    expect(page).toContain('Høyst 5 i uka')
    expect(page).toContain('Partnerskap')
    const done = await save({ antall: '3', pause: '01.12.2026', nyheter: [], sprak: 'nn' })
    expect(done.status).toBe(303)
    expect(await choice()).toMatchObject({ perWeek: 3, pausedUntil: '2026-12-01', news: false })
    expect(await (await house.ask(null, address)).text()).toContain('Kva språk vil du lese?')
    await save({})
    expect(await choice()).toMatchObject({ perWeek: 5, pausedUntil: null, news: true, muted: [] })
  })
  test('what cannot be used is said beside the field, and stays', async () => {
    const answer = await save({ antall: '7', pause: '31.02.2027' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Velg fra lista.')
    expect(page).toContain('Skriv datoen som dag.måned.år')
    expect(page).toContain('31.02.2027')
    expect(await (await save({ pause: '01.11.2026' })).text()).toContain('Velg en dag fram i tid')
  })
  test('somebody else’s or a changed link opens nothing', async () => {
    expect((await house.ask(null, address.slice(0, -1) + (address.endsWith('A') ? 'B' : 'A'))).status).toBe(404)
  })
})

describe('one press in the mail program (RFC 8058)', () => {
  const press = (path: string) => house.app.request(path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' })
  test('stops news, answers without sending on, and leaves questions; twice is once', async () => {
    for (let i = 0; i < 2; i++) {
      const answer = await press(unsubscribe.news)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('Spørsmål til deg kommer fortsatt')
    }
    expect(await choice()).toMatchObject({ news: false, digest: false, nothing: false })
    const [news, question] = [await ask('news'), await ask('question')]
    const delivery = await deliveryOf(house.platform.db, [news, question])
    expect([delivery.get(news)?.state, delivery.get(question)?.state]).toEqual(['unwanted', 'waiting'])
  })
  test('on a question it stops all, and those who ask are told', async () => {
    expect((await press(unsubscribe.question)).status).toBe(200)
    const question = await ask('question')
    expect((await deliveryOf(house.platform.db, [question])).get(question)?.state).toBe('unwanted')
    await save({})
  })
})

test('the same page for somebody who is logged in', async () => {
  expect(await (await house.ask('partner', '/min-side/e-post')).text()).toContain('Ta pause til og med')
  const form = { ...standard, antall: 'samlet', nyheter: [workspace] }
  expect((await house.ask('partner', '/min-side/e-post', { form })).status).toBe(303)
  expect(await choice()).toMatchObject({ gathered: true, nothing: false })
})
