import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, key, openHouse } from '../../../../tests/support/house.ts'
import { closePress } from '../../../platform/document/index.ts'
import { readPdf, readWord } from '../../../platform/document/testing/read-back.ts'
import { remindOfRenewals } from './renewal.jobs.ts'

let house: House
let here: string
const text = async (role: string | null, path: string) => (await house.ask(role, path)).text()
const send = (role: string, path: string, handling: string, form: Record<string, string | string[]> = {}) => house.ask(role, path, { form: { handling, submissionKey: key(), ...form } })
const sections = () => house.platform.db.selectFrom('agreement_section as s').innerJoin('item', 'item.id', 's.item_id').select(['s.id', 's.key', 's.heading', 's.body', 's.revision', 's.edition', 's.place']).where('item.title', '=', 'Prøveavtale').orderBy('s.edition').orderBy('s.place').execute()
const section = async (name: string, edition = 1) => (await sections()).find((one) => one.key === name && one.edition === edition) ?? (() => { throw new Error(`No section ${name}`) })()
const parties = () => house.platform.db.selectFrom('agreement_party as p').innerJoin('organisation as o', 'o.id', 'p.organisation_id').innerJoin('item', 'item.id', 'p.item_id').selectAll('p').select('o.name').where('item.title', '=', 'Prøveavtale').orderBy('o.name').execute()
const party = async (name: string) => (await parties()).find((one) => one.name.startsWith(name)) ?? (() => { throw new Error(`No party ${name}`) })()
const version = async () => String((await house.platform.db.selectFrom('item').select('version').where('title', '=', 'Prøveavtale').executeTakeFirstOrThrow()).version)

beforeAll(async () => {
  house = await openHouse()
  const made = await house.ask('sekretariat', '/arbeidsrom/eksempelfylket/avtaler/ny', { form: { title: 'Prøveavtale', purpose: 'Å få til mer sammen.', starts_on: '2027-01-01', ends_on: '2030-12-31', notice: 'skriftlig, med seks måneders varsel.', submissionKey: key() } })
  here = made.headers.get('location') ?? ''
})
afterAll(async () => {
  closePress()
  await house.close()
})

describe('the text', () => {
  test('a draft is made once of what is there, and says what is left to fill in', async () => {
    expect(await text('politiker', `${here}/tekst`)).toContain('ikke enige om en tekst ennå')
    expect((await send('partner', `${here}/tekst`, 'draft')).status).toBe(403)
    expect((await send('sekretariat', `${here}/tekst`, 'draft')).status).toBe(303)
    expect((await send('leder', `${here}/tekst`, 'draft')).status).toBe(409)
    const all = await sections()
    expect(all.map((one) => one.key)).toEqual(['parties', 'background', 'anchoring', 'purpose', 'goals', 'roles', 'contributions', 'meetings', 'evaluation', 'duration', 'exit'])
    expect((await section('parties')).body).toContain('Vassøy kommune')
    expect((await section('goals')).body).toContain('Flere unge voksne velger å bo og arbeide i fylket')
    expect((await section('purpose')).body).toBe('Å få til mer sammen.')
    expect((await section('duration')).body).toContain('1. januar 2027')
    const evaluation = await section('evaluation')
    expect((await send('sekretariat', `${here}/tekst/${evaluation.id}/endre`, 'save', { heading: evaluation.heading, body: 'Vi ser på samarbeidet innen [Skriv datoen].', version: String(evaluation.revision) })).status).toBe(303)
    expect(await text('sekretariat', `${here}/tekst`)).toMatch(/står i klammer og må fylles ut/)
  })

  // Seen to fail when the section's form carried the agreement's version, and when the update did not ask for the section's own revision.
  test('check 16: two who write at once lose nothing: in different sections both stand, in the same the second is told and keeps their words', async () => {
    const [goals, exit] = [await section('goals'), await section('exit')]
    const write = (role: string, one: typeof goals, body: string) => send(role, `${here}/tekst/${one.id}/endre`, 'save', { heading: one.heading, body, version: String(one.revision) })
    const both = await Promise.all([write('sekretariat', goals, 'Fem mål.'), write('leder', exit, 'Ut med et år.')])
    expect(both.map((one) => one.status)).toEqual([303, 303])
    expect([(await section('goals')).body, (await section('exit')).body]).toEqual(['Fem mål.', 'Ut med et år.'])
    const late = await write('leder', goals, 'Tre mål.')
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('Tre mål.</textarea>')
    expect(page).toMatch(/<del>.*Fem.*<\/del>.*<ins>.*Tre/s)
    expect((await section('goals')).body).toBe('Fem mål.')
    const again = await send('leder', `${here}/tekst/${goals.id}/endre`, 'save', { heading: goals.heading, body: 'Tre mål.', version: String((await section('goals')).revision) })
    expect(again.status).toBe(303)
  })

  test('a section is added after another, moved and taken out, and a form sent twice adds one', async () => {
    const goals = await section('goals')
    const form = { heading: 'Språk', body: 'Avtalen er på bokmål.', etter: goals.id, submissionKey: key(), handling: 'add' }
    for (let i = 0; i < 2; i++) expect((await house.ask('sekretariat', `${here}/tekst/ny`, { form })).status).toBe(303)
    const order = async () => (await sections()).map((one) => one.heading)
    const at = (await order()).indexOf('Språk')
    expect([at, (await order()).filter((one) => one === 'Språk').length]).toEqual([(await order()).indexOf('Mål') + 1, 1])
    const own = (await sections()).find((one) => one.heading === 'Språk')
    await send('sekretariat', `${here}/tekst/${own?.id}/endre`, 'move', { vei: 'ned' })
    expect((await order()).indexOf('Språk')).toBe(at + 1)
    await send('sekretariat', `${here}/tekst/${own?.id}/endre`, 'remove', { version: '1' })
    expect(await order()).not.toContain('Språk')
  })

  test('members comment, those who lead say that it is dealt with, and the political body sees neither', async () => {
    const goals = await section('goals')
    expect((await send('partner', `${here}/tekst`, 'comment', { avsnitt: goals.id, [`kommentar-${goals.id}`]: 'Er tre nok?' })).status).toBe(303)
    expect((await send('partner', `${here}/tekst`, 'comment', { avsnitt: goals.id, [`kommentar-${goals.id}`]: ' ' })).status).toBe(422)
    expect((await send('politiker', `${here}/tekst`, 'comment', { avsnitt: goals.id, [`kommentar-${goals.id}`]: 'Hei' })).status).toBe(403)
    expect(await text('leder', `${here}/tekst`)).toContain('Er tre nok?')
    for (const path of ['', '/tekst', '/sammenlign', '/parter']) expect(await text('politiker', `${here}${path}`)).not.toMatch(/Er tre nok|Tre mål/)
    const { id } = await house.platform.db.selectFrom('agreement_comment').select('id').where('text', '=', 'Er tre nok?').executeTakeFirstOrThrow()
    expect((await send('partner', `${here}/tekst`, 'resolve', { kommentar: id })).status).toBe(403)
    expect((await send('leder', `${here}/tekst`, 'resolve', { kommentar: id })).status).toBe(303)
    expect((await send('sekretariat', `${here}/tekst`, 'resolve', { kommentar: id })).status).toBe(409)
  })
})

describe('parties, anchoring and signatures', () => {
  test('the parties of the workspace are brought in once, and a signature before the text is agreed needs a reason that is kept', async () => {
    expect((await send('partner', `${here}/parter`, 'bring')).status).toBe(403)
    for (let i = 0; i < 2; i++) expect((await send('sekretariat', `${here}/parter`, 'bring')).status).toBe(303)
    const all = await parties()
    expect(new Set(all.map((one) => one.organisation_id)).size).toBe(all.length)
    const lia = await party('Lia')
    const path = `${here}/parter/${lia.id}/signatur`
    const refused = await send('sekretariat', path, 'save', { name: 'Ordføreren', on: '2026-11-18', version: '1' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Teksten er ikke avtalt ennå')
    expect((await send('sekretariat', path, 'save', { name: 'Ordføreren', on: '2026-11-18', early: 'Møtet var bare nå.', version: '1' })).status).toBe(303)
    expect(await text('politiker', `${here}/parter`)).toContain('Signert før teksten var avtalt: Møtet var bare nå.')
    // A form that started from before somebody else wrote.
    expect((await send('leder', path, 'save', { name: 'En annen', on: '2026-11-18', early: 'x', version: '1' })).status).toBe(409)
    expect((await send('sekretariat', path, 'save', { name: 'En', on: '2027-11-18', early: 'x', version: '2' })).status).toBe(422)
  })

  test('a party’s own representative says that it is anchored, and nothing about others', async () => {
    const [mine, other] = [await party('Lia'), await party('Vassøy')]
    expect(await text('partner', here)).toContain(`Er avtalen forankret hos ${mine.name}?`)
    const form = { body: 'Kommunestyret', on: '2026-11-10', case_number: '26/14', version: String(mine.revision) }
    expect((await house.ask('partner', `${here}/parter/${other.id}/forankring`)).status).toBe(403)
    expect((await send('partner', `${here}/parter/${other.id}/forankring`, 'save', { ...form, version: '1' })).status).toBe(403)
    expect((await send('partner', `${here}/parter/${mine.id}/signatur`, 'save', { name: 'x', on: '2026-11-10' })).status).toBe(403)
    expect((await send('partner', `${here}/parter/${mine.id}/forankring`, 'save', form)).status).toBe(303)
    expect(await text('politiker', `${here}/parter`)).toMatch(/Kommunestyret, 10\. november 2026, sak 26\/14/)
    expect((await house.ask('politiker', `${here}/parter/${mine.id}/forankring`)).status).toBe(403)
  })

  test('the text is agreed as it was read, is locked, and opens again with a reason', async () => {
    const agree = (v: string) => send('sekretariat', `${here}/tekst`, 'agree', { agreed_on: '2026-11-19', agreed_note: 'Partnerskapsmøtet', version: v })
    expect(await (await agree(await version())).text()).toContain('Noe står fortsatt i klammer')
    for (const one of (await sections()).filter((each) => each.body.includes('['))) expect((await send('leder', `${here}/tekst/${one.id}/endre`, 'save', { heading: one.heading, body: 'Avklart.', version: String(one.revision) })).status).toBe(303)
    expect((await agree(String(Number(await version()) - 1))).status).toBe(409)
    expect((await agree(await version())).status).toBe(303)
    expect(await text('politiker', `${here}/tekst`)).toContain('Tre mål.')
    const goals = await section('goals')
    expect((await house.ask('sekretariat', `${here}/tekst/${goals.id}/endre`)).status).toBe(404)
    expect((await send('sekretariat', `${here}/tekst`, 'open', { reason: '' })).status).toBe(422)
    expect((await send('sekretariat', `${here}/tekst`, 'open', { reason: 'Ny part' })).status).toBe(303)
    expect((await send('leder', `${here}/tekst`, 'open', { reason: 'Ny part' })).status).toBe(409)
    const second = await section('goals', 2)
    await send('sekretariat', `${here}/tekst/${second.id}/endre`, 'save', { heading: second.heading, body: 'Fire mål.', version: '1' })
    expect(await text('politiker', `${here}/tekst`)).toContain('Tre mål.')
    expect(await text('politiker', `${here}/tekst?utgave=2`)).not.toContain('Fire mål.')
    expect(await text('partner', `${here}/tekst`)).toContain('Fire mål.')
    const compared = await text('partner', `${here}/sammenlign?fra=u1&til=u2`)
    expect(compared).toMatch(/<del>.*Tre .*<\/del><ins>.*Fire .*<\/ins>mål\./s)
    expect(compared).toContain('10 avsnitt er uendret')
    expect(await text('politiker', `${here}/sammenlign?fra=u1&til=u2`)).not.toContain('Fire')
  })

  test('names and files of those who signed are for members, and a party that has signed leaves instead of being taken away', async () => {
    const lia = await party('Lia')
    const bytes = new TextEncoder().encode('%PDF-1.4\n%signert\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
    const sent = await house.ask('sekretariat', `${here}/parter/${lia.id}/signatur`, { form: { handling: 'save', submissionKey: key(), version: String(lia.revision), name: 'Ordfører i Lia', on: '2026-11-19' }, files: { file: { name: 'avtale.pdf', bytes } } })
    expect(sent.status).toBe(303)
    expect(await party('Lia')).toMatchObject({ signed_edition: 1, signed_early: null, signed_name: 'Ordfører i Lia' })
    expect((await house.ask('partner', `${here}/parter/${lia.id}/signert`)).status).toBe(200)
    expect((await house.ask('utenfor', `${here}/parter/${lia.id}/signert`)).status).toBe(404)
    expect(await text('politiker', `${here}/parter`)).toContain('Har signert')
    expect((await send('sekretariat', `${here}/parter/${lia.id}/ut`, 'drop', { version: String((await party('Lia')).revision) })).status).toBe(422)
    expect((await send('sekretariat', `${here}/parter/${lia.id}/ut`, 'save', { on: '2026-11-19', why: 'Slås sammen', version: String((await party('Lia')).revision) })).status).toBe(303)
    expect(await text('partner', `${here}/parter`)).toContain('Gikk ut 19. november 2026: Slås sammen')
  })
})

describe('the example that is to be renewed after a county was dissolved', () => {
  const numberOf = async (title: string) => (await house.platform.db.selectFrom('item').select('number').where('title', '=', title).executeTakeFirstOrThrow()).number
  const old = 'Samarbeidsavtale for næring og kompetanse i Storfylket'

  test('as Word and accessible PDF, with a line for each signature; a draft says that it is one, and is not for the political body', async () => {
    const at = async (role: string, name: string) => {
      const answer = await house.ask(role, `/arbeidsrom/eksempelfylket/last-ned/${name}`)
      return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) }
    }
    const number = await numberOf(old)
    const pdf = await readPdf((await at('politiker', `avtale-${number}.pdf`)).bytes)
    expect(pdf).toMatchObject({ lang: 'nb-NO', standard: ['ua-1'] })
    for (const said of ['Partene ble enige om teksten 15. mars 2022', 'Signaturer', 'Fylkesordføreren', 'Fylkestinget']) expect(pdf.text.replace(/\s+/g, ' ')).toContain(said)
    expect(pdf.roles).toContain('TH')
    const draft = await numberOf('Partnerskapsavtale for Eksempelfylket')
    expect(readWord((await at('partner', `avtale-${draft}.docx`)).bytes).text).toContain('Utkast. Partene er ikke enige om denne teksten ennå.')
    expect((await at('politiker', `avtale-${draft}.docx`)).status).toBe(404)
  })

  // Seen to fail when the mark that they were reminded was not looked at.
  test('check 9: those who lead are reminded of a renewal once, also when the job runs again', async () => {
    const mails = () => house.platform.db.selectFrom('mail').select(['recipient', 'subject']).where('purpose', '=', 'agreement-renewal').orderBy('recipient').execute()
    const now = house.platform.clock()
    await remindOfRenewals(house.platform, now)
    const first = await mails()
    expect(first.map((one) => one.recipient)).toEqual(['leder@eksempel.example', 'sekretariat@eksempel.example'])
    expect(first[0]?.subject).toContain(old)
    await remindOfRenewals(house.platform, now.add({ hours: 24 }))
    expect(await mails()).toEqual(first)
  })

  test('the question about the successor stands on the overview and on the agreement, and the answer is kept', async () => {
    const here = `/arbeidsrom/eksempelfylket/avtaler/${await numberOf(old)}`
    expect(await text('sekretariat', '/arbeidsrom/eksempelfylket')).toContain(`Si om etterfølgeren tar over «${old}»`)
    expect(await text('partner', '/arbeidsrom/eksempelfylket')).not.toContain('Si om etterfølgeren')
    const page = await text('leder', `${here}/etterfolgere`)
    expect(page).toContain('Storfylket fylkeskommune er blitt Eksempelfylket fylkeskommune fra 1. januar 2024.')
    expect((await house.ask('partner', `${here}/etterfolgere`)).status).toBe(403)
    const par = /name="par" value="([^"]+)"/.exec(page)?.[1] ?? ''
    expect((await send('leder', `${here}/etterfolgere`, 'answer', { par })).status).toBe(422)
    const answer = { par, [`svar-${par}`]: 'taken_over', [`grunn-${par}`]: 'Fellesnemnda vedtok det.' }
    expect((await send('leder', `${here}/etterfolgere`, 'answer', answer)).status).toBe(303)
    expect((await send('sekretariat', `${here}/etterfolgere`, 'answer', answer)).status).toBe(422)
    const table = await text('politiker', `${here}/parter`)
    for (const said of ['Har tatt over', 'Kom etter Storfylket fylkeskommune', 'Gikk ut 31. desember 2023', 'Fellesnemnda vedtok det.', 'Nabofylket fylkeskommune er ikke med']) expect(table).toContain(said)
    expect(await text('sekretariat', '/arbeidsrom/eksempelfylket')).not.toContain('Si om etterfølgeren')
  })
})
