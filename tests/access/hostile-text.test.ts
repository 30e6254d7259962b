import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue, pages } from '../../src/app/app.ts'
import { type House, key, openHouse } from '../support/house.ts'
import { addressesIn } from './addresses.ts'

/** Each would run, break out or be followed if it were not escaped. The marker says where it came from. */
const hostile = (marker: string) => `<script>${marker}</script>"'><img src=x onerror=${marker}>{{7*7}}\${7*7}</title></textarea><!--`

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('check 14: hostile text in every field of every kind', () => {
  test('stands on every page as text', async () => {
    for (const kind of catalogue.kinds.values()) {
      const fields = Object.entries(kind.fields).flatMap(([name, field]): [string, string][] =>
        field.type === 'text' || field.type === 'longText' ? [[name, hostile(name).slice(0, field.max ?? 300)]]
          : field.type === 'url' ? [[name, 'https://example.no/"><script>1</script>']]
            : field.type === 'organisations' ? [[`${name}.ny`, hostile('organisasjon')]] : [])
      const form = `/arbeidsrom/eksempelfylket/${kind.segment}/ny`
      const offered = firstOffered(await (await house.ask('sekretariat', form)).text())
      const answer = await house.ask('sekretariat', form, { form: { ...offered, title: hostile(kind.name), code: '<b>1', ...Object.fromEntries(fields), submissionKey: key() } })
      expect([kind.name, answer.status]).toEqual([kind.name, 303])
      const path = answer.headers.get('location') ?? ''
      for (const rest of ['', '/endre', '/historie', '/knytt', '/fjern']) await expectHarmless(await house.ask('sekretariat', `${path}${rest}`), `${path}${rest}`)
    }
    const addressOf = await addressesIn(house)
    for (const page of pages) {
      const address = addressOf(page.path)
      if (address) await expectHarmless(await house.ask('sekretariat', address), address)
    }
  }, 120_000)

  test('comes back harmless in a form that was refused, and in search words', async () => {
    const refused = await house.ask('sekretariat', '/arbeidsrom/eksempelfylket/plan/tiltak/ny', { form: { title: '', description: hostile('refused'), 'owner.ny': hostile('owner'), submissionKey: '"><script>key' } })
    expect(refused.status).toBe(422)
    await expectHarmless(refused, 'refused')
    for (const path of ['/arbeidsrom/eksempelfylket/plan/tiltak?ord=', '/logg-inn/sendt?epost=', '/logg-inn?til=', '/finnes-ikke?', '/arbeidsrom/eksempelfylket/traden?']) {
      await expectHarmless(await house.ask('sekretariat', path + encodeURIComponent(hostile('q'))), path)
    }
  })
})

/** The first choice of every select that begins with «Velg» and is not said to be optional: what somebody must choose, chosen from what is offered. */
function firstOffered(html: string): Record<string, string> {
  const optional = [...html.matchAll(/<label class="ds-label" for="([^"]+)">(?:(?!<\/label>)[\s\S])*class="optional"/g)].map(([, id]) => id)
  const selects = html.matchAll(/<select\b[^>]* id="([^"]+)" name="([^"]+)"[^>]*><option value="">Velg<\/option>(?:<optgroup[^>]*>)?<option value="([^"]+)"/g)
  return Object.fromEntries([...selects].flatMap(([, id, name, value]) => (optional.includes(id) ? [] : [[name, value]])))
}

async function expectHarmless(answer: Response, where: string): Promise<void> {
  if (!answer.headers.get('content-type')?.includes('html')) return
  const html = await answer.text()
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].filter(([tag]) => !/ src="\/assets\//.test(tag))
  // Attribute values are out of the way: what is left between the brackets is names.
  const names = html.replace(/="[^"]*"/g, '')
  const handlers = [...names.matchAll(/<[a-z][^<>]*\son\w+/g)].map(([tag]) => tag)
  expect({ where, scripts: scripts.map(([tag]) => tag), handlers, styles: names.match(/<[a-z][^<>]*\sstyle\b/g) }).toEqual({ where, scripts: [], handlers: [], styles: null })
}
