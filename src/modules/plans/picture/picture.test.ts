import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChains } from '../../../platform/audit/verify.ts'
import { readWord } from '../../../platform/document/testing/read-back.ts'
import { passToken } from '../../../platform/pass/pass.ts'
import { type House, key, openHouse } from '../../../../tests/support/house.ts'
import { tendPictures } from './picture.jobs.ts'

let house: House
let lia: { id: string; url: string; answerId: string }
const root = '/arbeidsrom/eksempelfylket/utfordringer/felles-bilde'
const open = `${root}/2`
const db = () => house.platform.db

beforeAll(async () => {
  house = await openHouse()
  // The demo's round that is under way: Lia kommune has begun, and not sent.
  const asked = await db().selectFrom('picture_asked as q').innerJoin('picture_answer as a', 'a.id', 'q.answer_id').innerJoin('picture_round as r', 'r.id', 'a.round_id').innerJoin('person as p', 'p.id', 'q.person_id')
    .select(['q.id', 'q.pass_id', 'a.id as answer']).where('r.state', '=', 'open').where('p.name', '=', 'Representant for Lia kommune').executeTakeFirstOrThrow()
  lia = { id: asked.id, answerId: asked.answer, url: `/felles-bilde/${passToken(house.platform.passKey, 'picture', asked.pass_id ?? '')}` }
})
afterAll(() => house.close())

const page = async (who: string | null, url: string) => (await house.ask(who, url)).text()
const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const firstChallenge = (html: string) => /name="viktig-(\d+)"/.exec(html)?.[1] ?? ''
const answerOf = () => db().selectFrom('picture_answer').select(['version', 'sent_at']).where('id', '=', lia.answerId).executeTakeFirstOrThrow()
const post = (form: Record<string, string>) => house.ask(null, lia.url, { form: { submissionKey: key(), ...form } })

// Seen to fail when the round's page read what was begun.
test('check 3, 11: opened by a mail scanner a link changes nothing; what is written is seen by nobody else before the picture is shown, the secretariat neither', async () => {
  const before = await answerOf()
  for (const method of ['GET', 'HEAD'] as const) for (const url of [lia.url, `${lia.url}/kollega`]) expect((await house.app.request(url, { method })).status).toBe(200)
  expect(await answerOf()).toEqual(before)
  const html = await page(null, lia.url)
  for (const said of ['Hvem ser det dere svarer?', 'aldri for seg', 'Hvor viktig er den her?', 'Vet ikke']) expect(html).toContain(said)
  const hidden = 'Dette er bare vårt.'
  const number = firstChallenge(html)
  expect((await post({ handling: 'save', stille: 'ja', version: field(html, 'version'), [`viktig-${number}`]: '5', [`kommentar-${number}`]: hidden })).status).toBe(303)
  expect(await page(null, lia.url)).toContain(hidden)
  for (const who of ['sekretariat', 'leder', 'politiker']) expect(await page(who, open)).not.toContain(hidden)
  expect((await house.ask('leder', `/min-side/felles-bilde/${lia.id}`)).status).toBe(404)
  expect((await house.ask('sekretariat', `${open}/registrer/${lia.answerId}`)).status).toBe(200)
  expect(await page('sekretariat', `${open}/registrer/${lia.answerId}`)).not.toContain(hidden)
})

// Seen to fail without the version of the answer.
test('check 42, 44: two of one organisation who write at once see each other; sent twice it is sent once, and an answer without a rating is not sent', async () => {
  const html = await page(null, lia.url)
  const [version, number] = [field(html, 'version'), firstChallenge(html)]
  const empty = await post({ handling: 'send', version })
  expect([empty.status, (await empty.text()).includes('Si hvor viktig minst én utfordring er')]).toEqual([422, true])
  expect((await post({ handling: 'send', version, [`viktig-${number}`]: '4', [`kjenner-${number}`]: 'yes' })).status).toBe(303)
  const stale = await post({ handling: 'save', version, [`viktig-${number}`]: '1' })
  expect([stale.status, (await stale.text()).includes('Slik står svaret nå')]).toEqual([409, true])
  const events = async () => Number((await db().selectFrom('event').select((eb) => eb.fn.countAll().as('n')).where('what', '=', 'picture.answered').executeTakeFirstOrThrow()).n)
  const sent = await events()
  expect((await post({ handling: 'send', version: field(await page(null, `${lia.url}?endre=ja`), 'version'), [`viktig-${number}`]: '4', [`kjenner-${number}`]: 'yes' })).status).toBe(303)
  expect(await events()).toBe(sent)
  expect(await page(null, lia.url)).toContain('Takk for svaret')
})

// Seen to fail when the question was not taken back from the colleague's link.
test('check 8: a colleague writes on the same answer with a link of their own, until the question is taken back', async () => {
  const hand = (epost: string) => house.ask(null, `${lia.url}/kollega`, { form: { handling: 'hand', navn: 'Saksbehandler i Lia', epost, submissionKey: key() } })
  expect((await hand('kollega')).status).toBe(422)
  expect((await hand('kollega@eksempel.example')).status).toBe(303)
  const colleague = await db().selectFrom('picture_asked').select(['pass_id', 'depth', 'answer_id']).where('from_asked_id', '=', lia.id).executeTakeFirstOrThrow()
  expect([colleague.depth, colleague.answer_id]).toEqual([1, lia.answerId])
  const url = `/felles-bilde/${passToken(house.platform.passKey, 'picture', colleague.pass_id ?? '')}`
  const [theirs, own] = [await page(null, `${url}?endre=ja`), await page(null, `${lia.url}?endre=ja`)]
  expect([theirs.includes('Hvor viktig er den her?'), own.includes('Du har bedt en kollega svare.')]).toEqual([true, true])
  expect((await post({ handling: 'takeBack' })).status).toBe(303)
  expect(await page(null, url)).toContain('en kollega har tatt spørsmålet tilbake')
  expect(await page(null, `${lia.url}?endre=ja`)).not.toContain('Du har bedt en kollega svare.')
})

// Seen to fail when it was made of a round that is not shown.
test('check 1: the picture is taken to the meeting as Word and PDF by members, what they see differently first, and by nobody before it is shown', async () => {
  const file = (who: string, name: string) => house.ask(who, `/arbeidsrom/eksempelfylket/last-ned/${name}`)
  const { text } = readWord(new Uint8Array(await (await file('politiker', 'felles-bilde-1.docx')).arrayBuffer()))
  for (const said of ['11 av 11 organisasjoner svarte', 'Hos oss er det boliger og ikke kraft som stopper.', 'støtter']) expect(text).toContain(said)
  expect(text.indexOf('Delte syn')).toBeLessThan(text.indexOf('Enige'))
  expect(text.indexOf('Delte syn')).toBeGreaterThan(0)
  expect(Buffer.from(await (await file('partner', 'felles-bilde-1.pdf')).arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-')
  expect([(await file('utenfor', 'felles-bilde-1.docx')).status, (await file('sekretariat', 'felles-bilde-2.docx')).status]).toEqual([404, 404])
})

// Seen to fail when a closed round took answers.
test('check 45, 47: the round closes by itself once its day is over; then it is shown once, to members and to those who were asked, and takes nothing more', async () => {
  const receipts = async () => (await db().selectFrom('mail').select('id').where('purpose', '=', 'picture-receipt').execute()).length
  const before = await receipts()
  await Promise.all([1, 2].map(() => tendPictures(house.platform, Temporal.Instant.from('2026-12-10T07:00:00Z'))))
  expect(await receipts()).toBe(before + 1)
  expect(await page(null, lia.url)).toContain('Svarfristen er ute')
  expect((await house.ask('politiker', open, { form: { handling: 'show', submissionKey: key() } })).status).toBe(403)
  expect((await house.ask('sekretariat', open, { form: { handling: 'show', submissionKey: key() } })).status).toBe(303)
  expect((await post({ handling: 'send', version: '9' })).status).toBe(409)
  // Two have answered: too few for anything to be shown but that.
  for (const html of [await page('politiker', open), await page(null, lia.url)]) {
    expect(html).toContain('2 av 5 organisasjoner svarte')
    expect(html).toContain('Færre enn 3')
    expect(html).not.toContain('picture-strip')
  }
})

test('the picture has the spread, what is known and what was said; what they see differently is a matter in one press, once', async () => {
  const shown = `${root}/1`
  const html = await page('sekretariat', `${shown}?vis=disagreement`)
  for (const said of ['11 av 11 organisasjoner svarte', 'Delte syn', 'Enige', 'picture-strip', 'Hos oss er det boliger og ikke kraft som stopper.', 'Etter type organisasjon', 'Som tabell', 'støtter']) expect(html).toContain(said)
  // What they see most differently stands first.
  expect(/<h3>.*?<\/h3>/s.exec(html.slice(html.indexOf('picture-list')))?.[0]).toContain('Grønn industri stopper på kraft og areal')
  const number = /name="utfordring" value="(\d+)"/.exec(html)?.[1] ?? ''
  const place = new RegExp(`name="sted-${number}"[^>]*>\\s*<option value="([^"]+)"`).exec(html)?.[1] ?? ''
  const raise = () => house.ask('sekretariat', shown, { form: { handling: 'raise', utfordring: number, [`sted-${number}`]: place, submissionKey: key() } })
  expect([(await raise()).status, (await raise()).status]).toEqual([303, 422])
  expect(await page('politiker', shown)).toContain('Tatt opp som sak')
  expect(await verifyChains(db(), house.platform.auditKey)).toEqual([])
})
