import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, key, openHouse } from '../../../../tests/support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const root = '/arbeidsrom/eksempelfylket'
const db = () => house.platform.db
const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

async function make(path: string, form: Record<string, string>): Promise<string> {
  const made = await house.ask('sekretariat', path, { form: { ...form, submissionKey: key() } })
  expect(made.status).toBe(303)
  return made.headers.get('location') ?? ''
}
const numberOf = (path: string) => Number(/\/(\d+)$/.exec(path)?.[1])
const pointsOf = (number: number) => db().selectFrom('agenda_point as p').innerJoin('item', 'item.id', 'p.item_id').innerJoin('workspace', 'workspace.id', 'item.workspace_id')
  .select(['p.id', 'p.title', 'p.kind', 'p.number', 'p.version']).where('item.number', '=', number).where('workspace.slug', '=', 'eksempelfylket').orderBy('p.place').execute()

describe('a meeting and its agenda', () => {
  test('a series in an arena becomes real meetings, each on its day, which ask for an agenda', async () => {
    const arena = numberOf(await make(`${root}/arenaer/ny`, { title: 'Prøveutvalget' }))
    const first = await make(`${root}/moter/ny`, { arena: String(arena), held_on: '2027-03-02', starts_at: '9', ends_at: '11.30', venue: 'Fylkeshuset', rytme: '2', last_on: '2027-04-30' })
    const meetings = await db().selectFrom('meeting').innerJoin('item', 'item.id', 'meeting.id').innerJoin('meeting_call', 'meeting_call.meeting_id', 'item.id').select(['item.title', 'held_on', 'starts_at', 'ends_at', 'series_on']).where('item.title', '=', 'Møte i Prøveutvalget').orderBy('held_on').execute()
    expect(meetings.map((one) => one.held_on)).toEqual(['2027-03-02', '2027-03-16', '2027-03-30', '2027-04-13', '2027-04-27'])
    expect(meetings[0]).toMatchObject({ starts_at: '09:00', ends_at: '11:30', series_on: '2027-03-02' })
    const page = await (await house.ask('sekretariat', first)).text()
    for (const text of ['Lag saklista.', 'tirsdag 2. mars 2027 kl. 09:00–11:30', 'Møte 1 av 5 i serien', 'Prøveutvalget']) expect(page).toContain(text)
    expect(await (await house.ask('partner', `${root}/moter?arena=${arena}`)).text()).toContain('Møte i Prøveutvalget')
  })

  test('a series skips public holidays when asked to, and says which; one meeting may be on such a day, and says so', async () => {
    await make(`${root}/moter/ny`, { title: 'På torsdager', held_on: '2027-04-29', starts_at: '9', ends_at: '10', rytme: '1', last_on: '2027-05-13', helligdager: 'ja' })
    const days = await db().selectFrom('meeting').innerJoin('item', 'item.id', 'meeting.id').select('held_on').where('title', '=', 'På torsdager').orderBy('held_on').execute()
    expect(days.map((one) => one.held_on)).toEqual(['2027-04-29', '2027-05-13'])
    const chosen = await make(`${root}/moter/ny`, { title: 'Likevel', held_on: '2027-05-06' })
    expect(await (await house.ask('sekretariat', chosen)).text()).toContain('torsdag 6. mai 2027 (helligdag: Kristi himmelfartsdag)')
  })

  test('what cannot be a meeting is told beside the field, and nothing typed is lost', async () => {
    const refused = await house.ask('sekretariat', `${root}/moter/ny`, { form: { title: 'Skrevet', held_on: '2027-03-02', starts_at: '11', ends_at: '9', rytme: '1', submissionKey: key() } })
    const html = await refused.text()
    expect(refused.status).toBe(422)
    for (const text of ['Møtet slutter før det begynner', 'Skriv til og med hvilken dag', 'value="Skrevet"']) expect(html).toContain(text)
  })

  test('points are added, ordered with buttons, changed with their version, and taken off; a partner cannot', async () => {
    const here = await make(`${root}/moter/ny`, { title: 'Ett møte', held_on: '2027-05-04', starts_at: '9', ends_at: '10' })
    const agenda = `${here}/sakliste`
    for (const title of ['Første', 'Andre', 'Tredje']) await make(agenda, { handling: 'add', title, slag: 'decision', minutes: '30' })
    const [, second] = await pointsOf(numberOf(here))
    await make(agenda, { handling: 'up', punkt: second?.id ?? '' })
    expect((await pointsOf(numberOf(here))).map((one) => one.title)).toEqual(['Andre', 'Første', 'Tredje'])
    expect(await (await house.ask('sekretariat', agenda)).text()).toContain('Til sammen 90 minutter. Møtet varer 60')

    const form = await (await house.ask('sekretariat', `${agenda}/2`)).text()
    const change = (title: string) => house.ask('leder', `${agenda}/2`, { form: { title, slag: 'information', version: field(form, 'version'), submissionKey: key() } })
    expect((await change('Andre, endret')).status).toBe(303)
    const late = await change('For sent')
    expect([late.status, (await late.text()).includes('Andre, endret')]).toEqual([409, true])
    await make(agenda, { handling: 'remove', punkt: second?.id ?? '' })
    expect((await pointsOf(numberOf(here))).map((one) => one.title)).toEqual(['Første', 'Tredje'])

    for (const path of [agenda, `${agenda}/1`]) expect((await house.ask('partner', path)).status).toBe(403)
    expect((await house.ask('partner', agenda, { form: { handling: 'add', title: 'Ikke min', submissionKey: key() } })).status).toBe(403)
    expect((await house.ask('utenfor', here)).status).toBe(404)
  })

  test('what waits is suggested, added with one press once, and not suggested again', async () => {
    const arena = numberOf(await make(`${root}/arenaer/ny`, { title: 'Arbeidsutvalget (prøve)' }))
    const other = numberOf(await make(`${root}/arenaer/ny`, { title: 'Et annet utvalg' }))
    const idOf = async (number: number) => (await db().selectFrom('item').innerJoin('workspace', 'workspace.id', 'item.workspace_id').select('item.id').where('item.number', '=', number).where('slug', '=', 'eksempelfylket').executeTakeFirstOrThrow()).id
    await make(`${root}/saker/ny`, { title: 'Felles søknad om kompetansepenger', arena: await idOf(arena) })
    await make(`${root}/saker/ny`, { title: 'Sak hos andre', arena: await idOf(other) })
    await make(`${root}/oppfolging/ny`, { title: 'Sende utkastet', due_on: '2027-01-10' })
    const here = await make(`${root}/moter/ny`, { title: 'Med forslag', arena: String(arena), held_on: '2027-06-01' })
    const page = await (await house.ask('sekretariat', `${here}/sakliste`)).text()
    for (const text of ['Saker som venter', 'Felles søknad om kompetansepenger', 'Sende utkastet', 'Brudd i tråden']) expect(page).toContain(text)
    expect(page).toContain(': Felles søknad om kompetansepenger</span>')
    expect(page).not.toContain(': Sak hos andre</span>')
    const matter = await db().selectFrom('item').select('number').where('title', '=', 'Felles søknad om kompetansepenger').executeTakeFirstOrThrow()
    await make(`${here}/sakliste`, { handling: 'suggest', forslag: String(matter.number) })
    expect((await pointsOf(numberOf(here))).map((one) => one.title)).toEqual(['Felles søknad om kompetansepenger'])
    const twice = await house.ask('sekretariat', `${here}/sakliste`, { form: { handling: 'suggest', forslag: String(matter.number), submissionKey: key() } })
    expect([twice.status, (await pointsOf(numberOf(here))).length]).toEqual([422, 1])
  })

  test('a paper is opened by those who may read the meeting, and by nobody else', async () => {
    const here = await make(`${root}/moter/ny`, { title: 'Med papir', held_on: '2027-06-02' })
    const sent = await house.ask('sekretariat', `${here}/sakliste`, { form: { handling: 'addPaper', papir: 'Notat', til: '', submissionKey: key() }, files: { fil: { name: 'notat.txt', bytes: new TextEncoder().encode('Bakgrunn') } } })
    expect(sent.status).toBe(303)
    const file = /\/filer\/[0-9a-f-]{36}/.exec(await (await house.ask('partner', here)).text())?.[0] ?? ''
    expect((await house.ask('partner', file)).status).toBe(200)
    expect((await house.ask('utenfor', file)).status).toBe(404)
  })
})
