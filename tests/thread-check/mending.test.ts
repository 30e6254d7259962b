import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, key, openHouse } from '../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const page = '/arbeidsrom/eksempelfylket/traden/lose-trader'
const settings = '/arbeidsrom/eksempelfylket/innstillinger/traden'
const html = async (role: string | null, path = page, headers: Record<string, string> = {}) => (await house.ask(role, path, { headers })).text()

type FormFields = Record<string, string>

/** The hidden fields of the first form on the page that does this for this rule, as a browser would send them. */
function formIn(text: string, does: string, rule: string): FormFields {
  for (const [, form = ''] of text.matchAll(/<form[^>]*method="post"[^>]*>(.*?)<\/form>/gs)) {
    const fields = Object.fromEntries([...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
    if (fields.handling === does && fields.regel === rule) return fields
  }
  throw new Error(`No form that does ${does} for ${rule}`)
}

const countOf = async (rule: string): Promise<number> => {
  const { db } = house.platform
  const { count } = await db.selectFrom('loose_thread').select((eb) => eb.fn.countAll<number>().as('count')).where('rule', '=', rule).executeTakeFirstOrThrow()
  return Number(count)
}

/** What the browser was told to remember: the undo of what was just done. */
const undoOf = (response: Response): FormFields => {
  const cookie = /beskjed=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? ''
  let text = cookie
  while (/%[0-9A-F]{2}/i.test(text)) text = decodeURIComponent(text)
  return (JSON.parse(text) as { undo: { fields: FormFields } }).undo.fields
}

describe('the page of loose threads', () => {
  it('begins with the three to take first, says why with a source, and is there in every language', async () => {
    const seen = await html('sekretariat')
    expect(seen).toContain('Ta disse tre først')
    expect(seen).toContain('Telemarksforskings evaluering')
    expect(seen).toMatch(/\d+ løse tråder/)
    expect(seen).toContain('ikke tatt i bruk og telles ikke')
    for (const lang of ['nn', 'en']) expect((await house.ask('sekretariat', page, { headers: { 'accept-language': lang } })).status).toBe(200)
  })

  it('offers forms only to those who may change the item, and is not found by strangers', async () => {
    const seen = await html('politiker')
    expect(seen).toContain('ikke endre denne')
    expect(seen).not.toContain('name="handling" value="mend"')
    expect((await house.ask('utenfor', page)).status).toBe(404)
    const form = formIn(await html('sekretariat'), 'mend', 'measure-without-owner')
    expect((await house.ask('politiker', page, { form: { ...form, [`ny.${form.nokkel}`]: 'Lia kommune', submissionKey: key() } })).status).toBe(403)
  })

  it('mends an owner on the spot, and takes it back', async () => {
    const form = formIn(await html('sekretariat'), 'mend', 'measure-without-owner')
    const before = await countOf('measure-without-owner')
    const done = await house.ask('sekretariat', page, { form: { ...form, [`ny.${form.nokkel}`]: 'Næringsforeningen' } })
    expect(done.status).toBe(303)
    expect(await countOf('measure-without-owner')).toBe(before - 1)
    const undone = await house.ask('sekretariat', page, { form: undoOf(done) })
    expect(undone.status).toBe(303)
    expect(await countOf('measure-without-owner')).toBe(before)
  })

  it('writes the result of a completed measure, and takes both away again', async () => {
    const form = formIn(await html('sekretariat', `${page}?regel=measure-completed-without-result`), 'mend', 'measure-completed-without-result')
    const before = await countOf('measure-completed-without-result')
    const done = await house.ask('sekretariat', page, { form: { ...form, [`ny.${form.nokkel}`]: '38 bedrifter har deltatt' } })
    expect(done.status).toBe(303)
    expect(await countOf('measure-completed-without-result')).toBe(before - 1)
    await house.ask('sekretariat', page, { form: undoOf(done) })
    expect(await countOf('measure-completed-without-result')).toBe(before)
    expect(await html('sekretariat', '/arbeidsrom/eksempelfylket/resultater')).not.toContain('38 bedrifter har deltatt')
  })

  it('says what is missing beside the field, and keeps what was written', async () => {
    const form = formIn(await html('sekretariat', `${page}?regel=measure-without-goal`), 'mend', 'measure-without-goal')
    const empty = await house.ask('sekretariat', `${page}?regel=measure-without-goal`, { form })
    expect(empty.status).toBe(422)
    const text = await empty.text()
    expect(text).toContain('Velg fra lista, eller skriv en ny.')
    expect(text).toContain(`id="felt-${`valg.${form.nokkel}`.replaceAll('.', '-')}-feil"`)
    const late = formIn(await html('sekretariat', `${page}?regel=measure-overdue`), 'mend', 'measure-overdue')
    const long = 'x'.repeat(301)
    const returned = await house.ask('sekretariat', `${page}?regel=measure-without-goal`, { form: { ...form, [`ny.${form.nokkel}`]: long } })
    expect(await returned.text()).toContain(`value="${long}"`)
    expect((await house.ask('sekretariat', page, { form: { ...late, [`valg.${late.nokkel}`]: 'finnes-ikke' } })).status).toBe(422)
  })

  it('changes nothing when somebody else came first', async () => {
    const form = formIn(await html('sekretariat'), 'mend', 'measure-without-owner')
    const answer = await house.ask('sekretariat', page, { form: { ...form, version: '9999', [`ny.${form.nokkel}`]: 'Lia kommune' } })
    expect(answer.status).toBe(409)
  })

  it('sets aside what does not apply, with a reason that is shown, and takes it back', async () => {
    const form = formIn(await html('sekretariat'), 'waive', 'measure-without-owner')
    const field = `grunn.${form.nokkel}`
    expect((await house.ask('sekretariat', page, { form })).status).toBe(422)
    const many = async () => Number(/(\d+) løse? tråd/.exec(await html('sekretariat'))?.[1])
    const before = await many()
    const done = await house.ask('sekretariat', page, { form: { ...form, [field]: 'Eies av alle partnere sammen' } })
    expect(done.status).toBe(303)
    expect(await many()).toBe(before - 1)
    expect(await html('politiker')).toContain('Eies av alle partnere sammen')
    expect((await house.ask('sekretariat', page, { form: undoOf(done) })).status).toBe(303)
    expect(await many()).toBe(before)
  })

  it('shows no row of what one may not read', async () => {
    const made = await house.ask('sekretariat', '/arbeidsrom/eksempelfylket/plan/tiltak/ny', { form: { title: 'Hemmelig tiltak', state: 'not_started', submissionKey: key() } })
    expect(made.status).toBe(303)
    const seen = () => html('partner', `${page}?regel=measure-without-owner`)
    expect(await seen()).toContain('Hemmelig tiltak')
    const { db } = house.platform
    await db.updateTable('item').set({ audience: 'roles', audience_roles: ['leader', 'secretariat'] }).where('title', '=', 'Hemmelig tiltak').execute()
    expect(await seen()).not.toContain('Hemmelig tiltak')
    expect(await html('sekretariat', `${page}?regel=measure-without-owner`)).toContain('Hemmelig tiltak')
    const total = async (role: string) => Number(/(\d+) løse? tråd/.exec(await html(role))?.[1])
    expect(await total('sekretariat')).toBeGreaterThan(await total('partner'))
  })
})

describe('what is checked', () => {
  it('is for those who lead', async () => {
    expect((await house.ask('sekretariat', settings)).status).toBe(200)
    expect((await house.ask('partner', settings)).status).toBe(403)
    expect((await house.ask('utenfor', settings)).status).toBe(404)
  })

  it('a rule is turned off with a reason, never without', async () => {
    const form = { handling: 'rule', regel: 'measure-without-owner', 'telles.measure-without-owner': 'nei' }
    const refused = await house.ask('sekretariat', settings, { form })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Skriv hvorfor.')
    expect((await house.ask('sekretariat', settings, { form: { ...form, 'grunn.measure-without-owner': 'Vi eier sammen' } })).status).toBe(303)
    const seen = await html('partner')
    expect(seen).not.toContain('id="measure-without-owner"')
    expect(seen).toContain('Vi eier sammen')
    await house.ask('sekretariat', settings, { form: { ...form, 'telles.measure-without-owner': 'ja' } })
    expect(await html('partner')).toContain('Tiltak uten eier')
  })

  it('a limit of one’s own is asked about at once', async () => {
    const version = /name="version" value="(\d+)"/.exec(await html('sekretariat', settings))?.[1] ?? ''
    expect((await house.ask('sekretariat', settings, { form: { handling: 'focus', version, omrader: 'mange' } })).status).toBe(422)
    expect((await house.ask('sekretariat', settings, { form: { handling: 'focus', version, omrader: '500', perOmrade: '', perEier: '', fokusgrunn: '' } })).status).toBe(303)
    expect(await countOf('plan-too-wide')).toBe(0)
    expect((await house.ask('sekretariat', settings, { form: { handling: 'focus', version, omrader: '1' } })).status).toBe(409)
  })
})
