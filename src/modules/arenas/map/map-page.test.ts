import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, key, openHouse } from '../../../../tests/support/house.ts'
import { statementsDuring } from '../../../../tests/support/statements.ts'

const root = '/arbeidsrom/eksempelfylket'
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const add = async (segment: string, form: Record<string, string>) => (await house.ask('sekretariat', `${root}/${segment}/ny`, { form: { ...form, submissionKey: key() } })).headers.get('location') ?? ''
const itemOf = (path: string) => house.platform.db.selectFrom('item').innerJoin('workspace as w', 'w.id', 'item.workspace_id').select(['item.id', 'item.version']).where('w.slug', '=', 'eksempelfylket').where('item.number', '=', Number(path.split('/').at(-1))).executeTakeFirstOrThrow()
const map = async (role = 'sekretariat', lang = '') => (await house.ask(role, `${root}/arenaer/kart${lang}`)).text()
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

it('shows what is agreed and what really happens, in a picture and a table, to each what they may see, in eight statements however much there is', async () => {
  const made = async (title: string, more = {}) => { const path = await add('arenaer', { title, state: 'active', level: 'professional', ...more }); return { path, id: (await itemOf(path)).id } }
  const [group, committee, alone, hidden] = [await made('Kartgruppa'), await made('Kartutvalget'), await made('Den ensomme'), await made('Den skjulte', { audience: 'roles' })]
  const agree = async (from: { path: string }, to: { id: string }, form: Record<string, string>) =>
    expect((await house.ask('sekretariat', `${from.path}/forbindelser/ny`, { form: { handling: 'save', version: String((await itemOf(from.path)).version), other: to.id, submissionKey: key(), ...form } })).status).toBe(303)
  await agree(group, committee, { type: 'prepares', every: '30', since: '2026-01-01' })
  await agree(hidden, committee, { type: 'reports', since: '2026-01-01' })
  const matter = await add('saker', { title: 'Sak på kartet', arena: group.id, raised_on: '2026-09-01' })
  expect((await house.ask('sekretariat', `${matter}/videre`, { form: { what: 'forwarded', arena: committee.id, on: '2026-09-22', version: '1', submissionKey: key() } })).status).toBe(303)

  const shown = await map()
  const words = text(shown)
  for (const said of ['Fra Kartgruppa til Kartutvalget: 1 sak, etter 21 dager', 'For lenge siden, 29 dager over', 'Forbereder saker for Kartutvalget, hver 30. dag', 'Rapporterer til Kartutvalget, hver 180. dag']) expect(words).toContain(said)
  expect(words).toMatch(/Står alene: [^.]*Den ensomme/)
  // The picture says the same as the table: every arena is a link in it, and what does not hold has a word.
  for (const path of [group.path, committee.path, alone.path]) expect(shown).toContain(`<a href="${path}" aria-label=`)
  expect(shown).toMatch(/<g class="arena-line is-overdue">[\s\S]*?<text[^>]*>For lenge siden<\/text>/)
  expect(shown).not.toContain('style=')
  // The list of arenas says what has come loose in each.
  const list = text(await (await house.ask('sekretariat', `${root}/arenaer`)).text())
  for (const said of ['For lenge siden kontakt med Kartutvalget', 'Står alene', 'Mangler kontakt med Kartutvalget']) expect(list).toContain(said)
  const partner = await map('partner')
  expect(partner).not.toContain('Den skjulte')
  expect(text(partner)).toContain('Fra Kartgruppa til Kartutvalget')
  expect((await house.ask('utenfor', `${root}/arenaer/kart`)).status).toBe(404)
  for (const lang of ['nn', 'en']) expect(await map('sekretariat', `?lang=${lang}`)).toContain('arena-map')
  expect(await statementsDuring(house.url, () => map())).toBeLessThanOrEqual(8)
})
