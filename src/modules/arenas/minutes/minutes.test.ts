import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, key, openHouse } from '../../../../tests/support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const root = '/arbeidsrom/eksempelfylket'
const db = () => house.platform.db
const versions = (html: string, does: string) => [...html.matchAll(new RegExp(`name="handling" value="${does}"/>(?:<input type="hidden" name="submissionKey"[^>]*/>)<input type="hidden" name="version" value="(\\d+)"`, 'g'))].map((one) => one[1] ?? '')

async function make(path: string, form: Record<string, string | string[]>, role = 'sekretariat'): Promise<string> {
  const made = await house.ask(role, path, { form: { ...form, submissionKey: key() } })
  expect([made.status, made.status === 303 ? '' : (await made.text()).slice(0, 3_000)]).toEqual([303, ''])
  return made.headers.get('location') ?? ''
}
const byNumber = (path: string) => db().selectFrom('item').innerJoin('workspace', 'workspace.id', 'item.workspace_id').select(['item.id', 'item.state', 'item.audience', 'item.version']).where('slug', '=', 'eksempelfylket').where('item.number', '=', Number(/(\d+)$/.exec(path)?.[1])).executeTakeFirstOrThrow()

/** A meeting that was yesterday, with a matter and a point of its own. */
async function yesterday(title: string): Promise<{ here: string; matter: string }> {
  const arena = await make(`${root}/arenaer/ny`, { title: `Utvalg: ${title}` })
  const matter = (await make(`${root}/saker/ny`, { title: `Sak: ${title}`, arena: (await byNumber(arena)).id, raised_on: '2026-11-01' })).replace(/\?.*/, '')
  const here = await make(`${root}/moter/ny`, { title, arena: /\d+$/.exec(arena)?.[0] ?? '', held_on: '2026-11-19', starts_at: '9', ends_at: '10' })
  await make(`${here}/sakliste`, { handling: 'suggest', forslag: /\d+$/.exec(matter)?.[0] ?? '' })
  await make(`${here}/sakliste`, { handling: 'add', title: 'Orientering', slag: 'information' })
  return { here, matter }
}

describe('minutes', () => {
  // Seen to fail when the text was written without asking for its version.
  test('check 44: two who write at the same point see each other’s text, and neither is lost; at two points both stand', async () => {
    const { here } = await yesterday('To skriver')
    const [one, two] = await Promise.all([house.ask('sekretariat', `${here}/referat`), house.ask('leder', `${here}/referat`)])
    expect(versions(await one.text(), 'say')).toEqual(['0', '0'])
    await two.text()
    const [first, second] = await Promise.all([
      house.ask('sekretariat', `${here}/referat`, { form: { handling: 'say', punkt: '1', 'sagt-1': 'Kommunene er enige.', version: '0', submissionKey: key() } }),
      house.ask('leder', `${here}/referat`, { form: { handling: 'say', punkt: '2', 'sagt-2': 'Tatt til orientering.', version: '0', submissionKey: key() } }),
    ])
    expect([first.status, second.status]).toEqual([303, 303])
    const late = await house.ask('leder', `${here}/referat`, { form: { handling: 'say', punkt: '1', 'sagt-1': 'Kommunene er uenige.', version: '0', submissionKey: key() } })
    const both = await late.text()
    expect(late.status).toBe(409)
    for (const text of ['Kommunene er enige.', 'Kommunene er uenige.', 'Rådgiver i sekretariatet']) expect(both).toContain(text)
    await make(`${here}/referat`, { handling: 'say', punkt: '1', version: '1', 'valg:sagt-1': 'min', 'min:sagt-1': 'Kommunene er uenige.', 'lagret:sagt-1': 'Kommunene er enige.' }, 'leder')
    const said = await db().selectFrom('agenda_point').select(['said', 'said_version']).where('item_id', '=', (await byNumber(here)).id).orderBy('number').execute()
    expect(said).toEqual([{ said: 'Kommunene er uenige.', said_version: 2 }, { said: 'Tatt til orientering.', said_version: 1 }])
    expect((await byNumber(here)).state).toBe('held')
  })

  test('decisions and tasks are taken down where they are made, tied to the meeting and the matter, and the matter is decided', async () => {
    const { here, matter } = await yesterday('Vedtak')
    await make(`${here}/referat`, { handling: 'decide', punkt: '1', 'vedtak-1': 'Vi søker sammen.' })
    const person = await db().selectFrom('identity').select('person_id').where('subject', '=', 'partner@eksempel.example').executeTakeFirstOrThrow()
    await make(`${here}/referat`, { handling: 'follow', punkt: '1', 'oppgave-1': 'Skrive søknaden', 'hvem-1': person.person_id, 'frist-1': '2027-01-15' })
    const meeting = await byNumber(here)
    const links = await db().selectFrom('link').innerJoin('item as f', 'f.id', 'link.from_id').innerJoin('item as t', 't.id', 'link.to_id').select(['relation', 'f.title', 't.kind']).where('f.title', 'in', ['Vi søker sammen.', 'Skrive søknaden']).orderBy('f.title').orderBy('relation').orderBy('t.kind').execute()
    expect(links.map((one) => `${one.title} ${one.relation} ${one.kind}`)).toEqual([
      'Skrive søknaden comes_from matter', 'Skrive søknaden comes_from meeting', 'Vi søker sammen. comes_from matter', 'Vi søker sammen. comes_from meeting', 'Vi søker sammen. decides matter',
    ])
    expect((await byNumber(matter)).state).toBe('decided')
    const step = await db().selectFrom('matter_step').select(['what', 'meeting_id']).where('item_id', '=', (await byNumber(matter)).id).orderBy('place', 'desc').executeTakeFirstOrThrow()
    expect(step).toEqual({ what: 'decided', meeting_id: meeting.id })
    const task = await db().selectFrom('follow_up').innerJoin('item', 'item.id', 'follow_up.id').select(['due_on', 'responsible_id']).where('title', '=', 'Skrive søknaden').executeTakeFirstOrThrow()
    expect(task).toEqual({ due_on: '2027-01-15', responsible_id: person.person_id })
    const empty = await house.ask('sekretariat', `${here}/referat`, { form: { handling: 'decide', punkt: '1', 'vedtak-1': '', submissionKey: key() } })
    expect(empty.status).toBe(422)
  })

  test('a draft is for those who lead; sent for approval members read it, and the political body when it is approved', async () => {
    const { here } = await yesterday('Godkjenning')
    await make(`${here}/referat`, { handling: 'say', punkt: '2', 'sagt-2': 'Et foreløpig utkast.', version: '0' })
    const seen = async () => Promise.all(['leder', 'partner', 'politiker'].map(async (role) => (await (await house.ask(role, here)).text()).includes('Et foreløpig utkast.')))
    expect(await seen()).toEqual([true, false, false])
    expect((await house.ask('partner', `${here}/referat`)).status).toBe(403)
    const page = await (await house.ask('sekretariat', `${here}/referat`)).text()
    await make(`${here}/referat`, { handling: 'ask', version: versions(page, 'ask')[0] ?? '' })
    expect(await seen()).toEqual([true, true, false])
    const version = versions(await (await house.ask('leder', `${here}/referat`)).text(), 'approve')[0] ?? ''
    // Somebody writes after it was read: what is approved is what one saw.
    await make(`${here}/referat`, { handling: 'say', punkt: '2', 'sagt-2': 'Et foreløpig utkast. Rettet.', version: '1' })
    expect((await house.ask('leder', `${here}/referat`, { form: { handling: 'approve', 'hvem-ser': 'public', version, submissionKey: key() } })).status).toBe(409)
    await make(`${here}/referat`, { handling: 'approve', 'hvem-ser': 'public', version: versions(await (await house.ask('leder', `${here}/referat`)).text(), 'approve')[0] ?? '' }, 'leder')
    expect(await seen()).toEqual([true, true, true])
    await db().updateTable('workspace').set({ public: true }).where('slug', '=', 'eksempelfylket').execute()
    const open = await (await house.ask(null, here)).text()
    expect(open).toContain('Et foreløpig utkast. Rettet.')
    expect(open).not.toContain('Hvem var der')
    expect((await house.ask('sekretariat', `${here}/referat`, { form: { handling: 'say', punkt: '2', 'sagt-2': 'For sent', version: '2', submissionKey: key() } })).status).toBe(403)
  })

  test('who was there is kept by person and organisation, and whether it was enough', async () => {
    const { here } = await yesterday('Oppmøte')
    const meeting = await byNumber(here)
    const people = await db().selectFrom('identity').select('person_id').where('subject', 'in', ['partner@eksempel.example', 'vassoy@eksempel.example']).orderBy('subject').execute()
    await db().insertInto('meeting_invitee').values(people.map((one) => ({ id: key(), meeting_id: meeting.id, person_id: one.person_id }))).execute()
    await db().updateTable('meeting').set({ quorum: 2 }).where('id', '=', meeting.id).execute()
    const invitees = await db().selectFrom('meeting_invitee').select('id').where('meeting_id', '=', meeting.id).orderBy('id').execute()
    await make(`${here}/referat`, { handling: 'attend', [`oppmote-${invitees[0]?.id}`]: 'present', [`oppmote-${invitees[1]?.id}`]: 'absent' })
    expect(await (await house.ask('sekretariat', `${here}/referat`)).text()).toContain('Dere er ikke vedtaksføre: 2 må møte.')
    expect(await (await house.ask('partner', here)).text()).toContain('Ikke møtt')
  })

  test('as PDF and Word for those who see them, as a package for the archive, and entered there', async () => {
    const { here } = await yesterday('Arkiv')
    const sent = await house.ask('sekretariat', `${here}/sakliste`, { form: { handling: 'addPaper', papir: 'Notat', til: '1', submissionKey: key() }, files: { fil: { name: 'notat.txt', bytes: new TextEncoder().encode('Bakgrunn') } } })
    expect(sent.status).toBe(303)
    await make(`${here}/referat`, { handling: 'say', punkt: '2', 'sagt-2': 'Tatt til <orientering> & notert.', version: '0' })
    expect((await house.ask('partner', `${here}/referat.pdf`)).status).toBe(404)
    const word = await house.ask('sekretariat', `${here}/referat.docx`)
    expect([word.status, Object.keys(unzipSync(new Uint8Array(await word.arrayBuffer()))).includes('word/document.xml')]).toEqual([200, true])
    const zipped = await house.ask('sekretariat', `${here}/arkivpakke.zip`)
    const parts = unzipSync(new Uint8Array(await zipped.arrayBuffer()))
    expect(Object.keys(parts).sort()).toEqual(['mote.json', 'mote.xml', 'papirer/01-notat.txt', 'referat.pdf'])
    expect(strFromU8(parts['referat.pdf']?.subarray(0, 5) ?? new Uint8Array())).toBe('%PDF-')
    expect(JSON.parse(strFromU8(parts['mote.json'] ?? new Uint8Array()))).toMatchObject({ tittel: 'Arkiv', dato: '2026-11-19', saker: [{ papirer: ['papirer/01-notat.txt'] }, { referat: 'Tatt til <orientering> & notert.' }] })
    expect(strFromU8(parts['mote.xml'] ?? new Uint8Array())).toContain('&lt;orientering&gt; &amp; notert.')
    expect((await house.ask('partner', `${here}/arkivpakke.zip`)).status).toBe(403)
    const version = versions(await (await house.ask('sekretariat', `${here}/arkiv`)).text(), 'enter')[0] ?? ''
    expect((await house.ask('sekretariat', `${here}/arkiv`, { form: { handling: 'enter', case_number: '', version, submissionKey: key() } })).status).toBe(422)
    await make(`${here}/arkiv`, { handling: 'enter', case_number: '2026/123', version })
    expect(await db().selectFrom('meeting').select(['case_number', 'archived_on']).where('id', '=', (await byNumber(here)).id).executeTakeFirst()).toEqual({ case_number: '2026/123', archived_on: '2026-11-20' })
  })
})
