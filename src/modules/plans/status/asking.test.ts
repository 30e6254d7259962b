import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyChains } from '../../../platform/audit/verify.ts'
import { type House, key, openHouse } from '../../../../tests/support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const root = '/arbeidsrom/eksempelfylket/plan/status'
/** The round that the first test asks and answers in. */
let asked = ''
const db = () => house.platform.db
const representative = 'partner@eksempel.example'
const linkIn = (text: string | null): string => /\/svar\/[A-Za-z0-9_-]{43}/.exec(text ?? '')?.[0] ?? ''
const mailsAbout = (purpose: string) => db().selectFrom('mail').selectAll().where('purpose', '=', purpose).orderBy('created_at').orderBy('id').execute()
const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

/** A round of everything that Lia kommune owns, sent by the secretariat; the link of its representative. */
async function askLia(): Promise<{ round: string; link: string }> {
  const lia = await db().selectFrom('organisation').select('id').where('name', '=', 'Lia kommune').executeTakeFirstOrThrow()
  const draft = await house.ask('sekretariat', `${root}/ny`, { form: { tittel: 'Status november', frist: '2026-12-04', melding: 'Til møtet i desember.', hvilke: `organisation:${lia.id}`, submissionKey: key() } })
  const preview = draft.headers.get('location') ?? ''
  expect(draft.status).toBe(303)
  const page = await (await house.ask('sekretariat', preview)).text()
  expect(page).toContain('Representant for Lia kommune')
  const before = (await mailsAbout('status-question')).length
  const sent = await house.ask('sekretariat', preview, { form: { handling: 'send', submissionKey: key() } })
  expect(sent.status).toBe(303)
  const mails = (await mailsAbout('status-question')).slice(before)
  // One mail to each who represents Lia here, whatever they own.
  expect(mails.map((mail) => mail.recipient).sort()).toEqual(['naeringssjef@eksempel.example', representative])
  return { round: preview.replace('/se-over', ''), link: linkIn(mails.find((mail) => mail.recipient === representative)?.text ?? null) }
}

describe('a status round', () => {
  test('asked, mailed, answered from the link without login, and in the plan with who said it', async () => {
    const { round, link } = await askLia()
    asked = round
    const mail = (await mailsAbout('status-question')).findLast((one) => one.recipient === representative)
    expect(mail).toMatchObject({ reply_to: 'sekretariat@eksempel.example', nature: 'question', language: 'nb' })
    const start = await (await house.ask(null, link)).text()
    const numbers = [...new Set([...start.matchAll(new RegExp(`${link}/(\\d+)"`, 'g'))].map((match) => Number(match[1])))]
    expect(numbers.length).toBeGreaterThan(1)
    const number = numbers[0] ?? 0
    const form = await (await house.ask(null, `${link}/${number}`)).text()
    const answer = { state: 'delayed', note: 'Venter på leverandøren.', result: '12 bedrifter er med.', decision: 'Hvem betaler resten?', version: field(form, 'version'), sett: field(form, 'sett') }

    const saved = await house.ask(null, `${link}/${number}`, { form: { ...answer, handling: 'save', submissionKey: key() } })
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${link}/${numbers[1]}`])
    const item = () => db().selectFrom('item').innerJoin('measure', 'measure.id', 'item.id').innerJoin('workspace', 'workspace.id', 'item.workspace_id')
      .select(['item.id', 'item.state', 'item.version', 'measure.status_note', 'measure.needs_decision']).where('workspace.slug', '=', 'eksempelfylket').where('item.number', '=', number).executeTakeFirstOrThrow()
    const before = await item()
    expect(before.status_note).not.toBe(answer.note)

    const again = await (await house.ask(null, `${link}/${number}`)).text()
    expect(again).toContain('Venter på leverandøren.')
    const sent = await house.ask(null, `${link}/${number}`, { form: { ...answer, version: field(again, 'version'), handling: 'send', submissionKey: key() } })
    expect(sent.status).toBe(303)
    expect(await item()).toMatchObject({ state: 'delayed', status_note: answer.note, needs_decision: answer.decision, version: before.version + 1 })
    const event = await db().selectFrom('event').innerJoin('person', 'person.id', 'event.person_id').innerJoin('organisation', 'organisation.id', 'event.acting_for_id')
      .select(['person.name', 'organisation.name as organisation', 'event.via', 'event.what']).where('item_id', '=', before.id).where('item_version', '=', before.version + 1).executeTakeFirst()
    expect(event).toEqual({ name: 'Representant for Lia kommune', organisation: 'Lia kommune', via: 'mail-link', what: 'item.changed' })

    const result = await (await house.ask('sekretariat', round)).text()
    for (const text of ['Hvem betaler resten?', 'Venter på leverandøren.', '12 bedrifter er med.', 'Gjør til resultat', 'for Lia kommune']) expect(result).toContain(text)
    expect(await verifyChains(db(), house.platform.auditKey)).toEqual([])
  })
})

describe('the report of a round', () => {
  const report = `${root}/1/rapport`
  const matters = () => db().selectFrom('item').select(['id', 'number', 'title', 'state']).where('kind', '=', 'matter').orderBy('number').execute()

  test('is for members: at a glance, measure by measure against the last time, and with what is kept elsewhere', async () => {
    const html = await (await house.ask('politiker', report)).text()
    for (const text of ['I korte trekk', 'tiltak har svar', 'Tiltakene ett for ett', 'Milepæler siden sist', 'Føres i et annet system', 'Virksomhetsplanen til arbeidskontoret']) expect(html).toContain(text)
    // A report goes further than the workspace: it names organisations, and no people.
    expect(html).not.toContain('Representant for Lia kommune')
    expect((await house.ask('utenfor', report)).status).toBe(404)
    expect(html).not.toContain('value="introduce"')
    expect((await house.ask('politiker', report, { form: { handling: 'introduce', version: '0', innledning: 'Mitt', submissionKey: key() } })).status).toBe(403)
  })

  // Seen to fail when nobody asked whether the edition was written: both were told that theirs was kept.
  test('check 44: what matters most is kept with the round in editions, and two who write see each other', async () => {
    const write = (version: string, innledning: string) => house.ask('sekretariat', report, { form: { handling: 'introduce', version, innledning, submissionKey: key() } })
    expect((await write('1', 'Studiesenteret i Storelv er åpnet.')).status).toBe(303)
    const stale = await write('1', 'Noe annet.')
    expect([stale.status, (await stale.text()).includes('Studiesenteret i Storelv er åpnet.')]).toEqual([409, true])
    // At once too: one of them is kept.
    const both = await Promise.all(['Studiesenteret er åpnet, og portalen er forsinket.', 'Noe tredje.'].map((text) => write('2', text)))
    expect(both.map((one) => one.status).toSorted()).toEqual([303, 409])
    if (both[0]?.status !== 303) expect((await write('3', 'Studiesenteret er åpnet, og portalen er forsinket.')).status).toBe(303)
    const html = await (await house.ask('politiker', report)).text()
    for (const text of ['Studiesenteret er åpnet, og portalen er forsinket.', 'Tidligere utgaver', 'Studiesenteret i Storelv er åpnet.']) expect(html).toContain(text)
  })

  // Seen to fail without holding the measure: pressed twice it was two matters.
  test('check 42: what needs a decision is a matter on the next agenda in one press, once, and shows that it is', async () => {
    const report = `${asked}/rapport`
    const html = await (await house.ask('sekretariat', report)).text()
    const number = /name="tiltak" value="(\d+)"/.exec(html)?.[1] ?? ''
    const place = new RegExp(`name="sted-${number}"[^>]*>\\s*<option value="([^"]+)"`).exec(html)?.[1] ?? ''
    expect(place).toMatch(/^\d+\/mote$/)
    const before = await matters()
    const raise = () => house.ask('sekretariat', report, { form: { handling: 'raise', tiltak: number, [`sted-${number}`]: place, submissionKey: key() } })
    const [first, second] = (await Promise.all([raise(), raise()])).toSorted((a, b) => a.status - b.status) as [Response, Response]
    expect([first.status, first.headers.get('location')]).toEqual([303, `${report}#tiltak-${number}`])
    expect([second.status, (await second.text()).includes('ikke avgjort ennå')]).toEqual([422, true])
    const made = (await matters()).filter((one) => !before.some((old) => old.id === one.id))
    expect(made).toMatchObject([{ state: 'raised' }])
    expect(await db().selectFrom('agenda_point').select('title').where('matter_id', '=', made[0]?.id ?? '').execute()).toEqual([{ title: made[0]?.title }])
    const after = await (await house.ask('politiker', report)).text()
    expect(after).toContain(`/saker/${made[0]?.number}"`)
    expect((await house.ask('politiker', report, { form: { handling: 'raise', tiltak: number, [`sted-${number}`]: place, submissionKey: key() } })).status).toBe(403)
    expect(await verifyChains(db(), house.platform.auditKey)).toEqual([])
  })
})
