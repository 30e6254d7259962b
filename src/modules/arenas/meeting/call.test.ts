import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarProgram } from '../../../../tests/support/calendar-program.ts'
import { type House, key, openHouse } from '../../../../tests/support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const root = '/arbeidsrom/eksempelfylket'
const db = () => house.platform.db
const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
/** Those of today: the example has called to a meeting of its own. */
const mails = (purpose: string) => db().selectFrom('mail').selectAll().where('purpose', '=', purpose).where('created_at', '=', house.platform.clock()).orderBy('created_at').orderBy('id').execute()
const linkIn = (text: string | null | undefined): string => /\/mote\/[A-Za-z0-9_-]{43}/.exec(text ?? '')?.[0] ?? ''
const lines = (calendar: string | null | undefined): string[] => (calendar ?? '').replace(/\r\n[ \t]/g, '').split('\r\n')
const person = async (subject: string) => (await db().selectFrom('identity').select('person_id').where('provider', '=', 'email').where('subject', '=', `${subject}@eksempel.example`).executeTakeFirstOrThrow()).person_id

async function make(path: string, form: Record<string, string | string[]>, role = 'sekretariat'): Promise<string> {
  const made = await house.ask(role, path, { form: { ...form, submissionKey: key() } })
  expect([made.status, made.status === 303 ? '' : await made.text()]).toEqual([303, ''])
  return made.headers.get('location') ?? ''
}
const invitee = async (meeting: string) => db().selectFrom('meeting_invitee as v').innerJoin('item', 'item.id', 'v.meeting_id').selectAll('v').where('item.number', '=', Number(meeting.split('/').at(-1))).orderBy('v.id').execute()

describe('calling to a meeting', () => {
  test('one mail each with an invitation that calendars understand; answered from the link without login; a GET changes nothing', async () => {
    const here = await make(`${root}/moter/ny`, { title: 'Møte om kompetanse', held_on: '2027-03-09', starts_at: '9', ends_at: '11', venue: 'Fylkeshuset' })
    await make(`${here}/sakliste`, { handling: 'add', title: 'Felles søknad', slag: 'decision' })
    await make(`${here}/innkalling`, { handling: 'call', hvem: [await person('partner'), await person('vassoy')], melding: 'Les papirene først.' })
    const sent = await mails('meeting-call')
    expect(sent.map((mail) => mail.recipient).sort()).toEqual(['partner@eksempel.example', 'vassoy@eksempel.example'])
    const mine = sent.find((mail) => mail.recipient === 'partner@eksempel.example')
    expect(mine).toMatchObject({ nature: 'question', reply_to: 'sekretariat@eksempel.example', last_day: '2027-03-09' })
    for (const text of ['tirsdag 9. mars 2027 kl. 09:00–11:00', 'Felles søknad', 'Les papirene først.', 'Fylkeshuset']) expect(mine?.text).toContain(text)
    for (const line of ['METHOD:REQUEST', 'SEQUENCE:0', 'DTSTART;TZID=Europe/Oslo:20270309T090000', 'SUMMARY:Møte om kompetanse']) expect(lines(mine?.calendar)).toContain(line)
    expect(lines(mine?.calendar).filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1)

    const link = linkIn(mine?.text)
    for (let i = 0; i < 2; i++) expect((await house.ask(null, link)).status).toBe(200)
    expect((await invitee(here)).every((one) => one.answer === null)).toBe(true)
    const page = await (await house.ask(null, link)).text()
    for (const text of ['Møte om kompetanse', 'Felles søknad', 'Kommer du?', 'Rådgiver i sekretariatet har kalt deg inn']) expect(page).toContain(text)
    expect((await house.ask(null, link, { form: { handling: 'answer', submissionKey: key() } })).status).toBe(422)
    const answered = await house.ask(null, link, { form: { handling: 'answer', svar: 'maybe', ord: 'Kommer kvart over.', submissionKey: key() } })
    expect(answered.status).toBe(303)
    expect(await (await house.ask('sekretariat', here)).text()).toContain('Kanskje: Kommer kvart over.')
    const event = await db().selectFrom('event').select(['via', 'person_id']).where('what', '=', 'meeting.answered').executeTakeFirstOrThrow()
    expect(event).toEqual({ via: 'mail-link', person_id: await person('partner') })
    // Another's link, made up or for something else, opens nothing.
    expect((await house.ask(null, link.replace('/mote/', '/svar/'))).status).toBe(404)
    expect((await house.ask(null, `${link.slice(0, -2)}AA`)).status).toBe(404)
  })

  test('moved and cancelled, those who are called are told, calendars too; who had said yes is asked again', async () => {
    const here = await make(`${root}/moter/ny`, { title: 'Flyttes', held_on: '2027-04-06', starts_at: '9', ends_at: '10' })
    const form = { handling: 'call', hvem: [await person('forsker')] }
    await make(`${here}/innkalling`, form)
    // It has gone: what changes now is told as a change.
    await db().updateTable('mail').set({ sent_at: house.platform.clock().toString(), held_why: null }).where('purpose', '=', 'meeting-call').execute()
    const [one] = await invitee(here)
    await make(`${here}/innkalling`, { handling: 'register', person: one?.id ?? '', svar: 'yes' })
    const version = field(await (await house.ask('sekretariat', `${here}/flytt`)).text(), 'version')
    await make(`${here}/flytt`, { handling: 'move', held_on: '2027-04-07', starts_at: '12', ends_at: '13', sifra: 'ja', version })
    const [update] = await mails('meeting-update')
    expect(update).toMatchObject({ nature: 'own', recipient: 'forsker@eksempel.example' })
    for (const line of ['METHOD:REQUEST', 'SEQUENCE:1', 'DTSTART;TZID=Europe/Oslo:20270407T120000']) expect(lines(update?.calendar)).toContain(line)
    expect((await invitee(here))[0]?.answer).toBeNull()
    const stale = await house.ask('sekretariat', `${here}/flytt`, { form: { handling: 'move', held_on: '2027-04-08', version, submissionKey: key() } })
    expect(stale.status).toBe(409)

    const now = field(await (await house.ask('sekretariat', `${here}/flytt`)).text(), 'version')
    await make(`${here}/flytt`, { handling: 'cancel', held_on: '2027-04-07', version: now })
    expect(await (await house.ask('sekretariat', here)).text()).toContain('de som er innkalt, vet det ikke ennå')
    await make(`${here}/innkalling`, { handling: 'update' })
    const [cancelled] = await mails('meeting-cancel')
    for (const line of ['METHOD:CANCEL', 'SEQUENCE:2', 'STATUS:CANCELLED']) expect(lines(cancelled?.calendar)).toContain(line)
    const program = calendarProgram(update?.calendar ?? '')
    expect(program.meetings()).toMatchObject([{ title: 'Flyttes', from: '2027-04-07T10:00Z', to: '2027-04-07T11:00Z' }])
    program.receive(cancelled?.calendar ?? '')
    expect(program.meetings()).toEqual([])
    const link = linkIn(cancelled?.text)
    expect(await (await house.ask(null, link)).text()).toContain('Møtet er avlyst')
    expect((await house.ask(null, link, { form: { handling: 'answer', svar: 'yes', submissionKey: key() } })).status).toBe(422)
  })

  test('check 47: a series across summer time goes as one invitation, and what is moved afterwards as an exception to it', async () => {
    const first = await make(`${root}/moter/ny`, { title: 'Hver andre uke', held_on: '2027-03-02', starts_at: '9', ends_at: '10', rytme: '2', last_on: '2027-04-30' })
    await make(`${first}/innkalling`, { handling: 'call', hvem: [await person('naering')], hva: 'serien' })
    const sent = (await mails('meeting-call')).filter((mail) => mail.recipient === 'naering@eksempel.example')
    expect(sent).toHaveLength(1)
    const calendar = lines(sent[0]?.calendar)
    for (const line of ['RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270430T215959Z', 'DTSTART;TZID=Europe/Oslo:20270302T090000']) expect(calendar).toContain(line)
    await db().updateTable('mail').set({ sent_at: house.platform.clock().toString(), held_why: null }).where('purpose', '=', 'meeting-call').execute()

    const third = await db().selectFrom('item').innerJoin('meeting', 'meeting.id', 'item.id').select('number').where('title', '=', 'Hver andre uke').where('held_on', '=', '2027-03-30').executeTakeFirstOrThrow()
    const there = `${root}/moter/${third.number}`
    const version = field(await (await house.ask('sekretariat', `${there}/flytt`)).text(), 'version')
    await make(`${there}/flytt`, { handling: 'move', held_on: '2027-03-31', starts_at: '9', ends_at: '10', gjelder: 'following', sifra: 'ja', version })
    const days = await db().selectFrom('meeting').innerJoin('item', 'item.id', 'meeting.id').select('held_on').where('title', '=', 'Hver andre uke').orderBy('held_on').execute()
    expect(days.map((one) => one.held_on)).toEqual(['2027-03-02', '2027-03-16', '2027-03-31', '2027-04-14', '2027-04-28'])
    const update = lines((await mails('meeting-update')).findLast((mail) => mail.recipient === 'naering@eksempel.example')?.calendar)
    expect(update.filter((line) => line.startsWith('RECURRENCE-ID'))).toEqual(['20270330', '20270413', '20270427'].map((day) => `RECURRENCE-ID;TZID=Europe/Oslo:${day}T090000`))
    expect(new Set(update.filter((line) => line.startsWith('UID'))).size).toBe(1)
    expect(update.filter((line) => line.startsWith('UID'))[0]).toBe(calendar.find((line) => line.startsWith('UID')))
    // A calendar program that got both has the meetings that we have.
    const program = calendarProgram(sent[0]?.calendar ?? '')
    expect(program.meetings().map((one) => one.from)).toEqual(['2027-03-02T08:00Z', '2027-03-16T08:00Z', '2027-03-30T07:00Z', '2027-04-13T07:00Z', '2027-04-27T07:00Z'])
    program.receive((await mails('meeting-update')).findLast((mail) => mail.recipient === 'naering@eksempel.example')?.calendar ?? '')
    expect(program.meetings().map((one) => one.from.slice(0, 10))).toEqual(days.map((one) => one.held_on))
    // From one link each of the series can be answered.
    const page = await (await house.ask(null, linkIn(sent[0]?.text))).text()
    expect(page.match(/name="innkalling"/g)).toHaveLength(5)
  })

  test('a calendar of one’s own: the address is secret, and turned off it shows nothing', async () => {
    await make('/min-side/kalender', { handling: 'make' }, 'partner')
    const address = /\/kalender\/[A-Za-z0-9_-]{43}\.ics/.exec(await (await house.ask('partner', '/min-side/kalender')).text())?.[0] ?? ''
    const answer = await house.ask(null, address)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await answer.text()
    for (const part of ['METHOD:PUBLISH', 'SUMMARY:Møte om kompetanse']) expect(text).toContain(part)
    expect(text).not.toContain('Hver andre uke')
    await make('/min-side/kalender', { handling: 'revoke' }, 'partner')
    expect((await house.ask(null, address)).status).toBe(404)
    expect((await house.ask(null, '/kalender/AAAA.ics')).status).toBe(404)
  })

  test('a partner neither calls nor moves, and sees who comes; a stranger sees nothing', async () => {
    const number = (await db().selectFrom('item').select('number').where('title', '=', 'Møte om kompetanse').executeTakeFirstOrThrow()).number
    for (const path of ['innkalling', 'flytt']) {
      expect((await house.ask('partner', `${root}/moter/${number}/${path}`)).status).toBe(403)
      expect((await house.ask('utenfor', `${root}/moter/${number}/${path}`)).status).toBe(404)
    }
    expect(await (await house.ask('partner', `${root}/moter/${number}`)).text()).toContain('Representant for Vassøy kommune')
  })
})
