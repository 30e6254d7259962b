import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogue, pages } from '../../app/app.ts'
import type { Request } from '../../platform/http/page.ts'
import { type House, openHouse } from '../../../tests/support/house.ts'
import { sitemapResources } from './sitemap.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const text = async (path: string) => (await house.ask(null, path)).text()
const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at = '']) => at.replace('http://localhost:3000', ''))

test('the site map has what everybody may read, and every address in it opens', async () => {
  const found = locations(await text('/sitemap.xml'))
  expect(found).toEqual(expect.arrayContaining(['/', '/hjelp', '/hjelp/hvem-ser-hva', '/organisasjoner', '/organisasjoner/3301-drammen', '/arbeidsrom/gamlebanken', '/arbeidsrom/gamlebanken/plan/mal/1']))
  expect(found.filter((path) => /eksempelfylket|\/sok|min-side|logg-inn/.test(path))).toEqual([])
  expect(new Set(found).size).toBe(found.length)
  for (const path of [...found.filter((one) => !one.startsWith('/organisasjoner/')), ...found.filter((one) => one.startsWith('/organisasjoner/')).slice(0, 5)]) {
    const answer = await house.ask(null, path)
    expect([path, answer.status]).toEqual([path, 200])
    expect([path, (await answer.text()).includes('noindex')]).toEqual([path, false])
  }
})

test('it is the same whoever asks, and says when things changed', async () => {
  expect(await (await house.ask('sekretariat', '/sitemap.xml')).text()).toBe(await text('/sitemap.xml'))
  expect(await text('/sitemap.xml')).toMatch(/gamlebanken\/plan\/mal\/1<\/loc><lastmod>20\d\d-\d\d-\d\dT[\d:]+Z<\/lastmod>/)
})

test('it is split when there is more than one file may hold, and the parts are the whole', async () => {
  const [index, part] = sitemapResources(catalogue, pages, 2)
  const request = { platform: house.platform, db: house.platform.db } as Request
  const parts = locations(await (await index?.respond(request, {}, {}))?.text() ?? '')
  expect(parts).toEqual(['/sitemap/1', '/sitemap/2', '/sitemap/3'])
  const all = (await Promise.all(parts.map(async (path) => locations(await (await part?.respond(request, {}, { part: path.split('/').at(-1) ?? '' }))?.text() ?? '')))).flat()
  expect(all.toSorted()).toEqual(locations(await text('/sitemap.xml')).toSorted())
  expect(await part?.respond(request, {}, { part: '9' })).toBeNull()
})

test('robots and security.txt say where, in full', async () => {
  expect(await text('/robots.txt')).toContain('Sitemap: http://localhost:3000/sitemap.xml')
  const security = await text('/.well-known/security.txt')
  expect(security).toContain('Contact: mailto:sikkerhet@eksempel.example')
  expect(security).toMatch(/^Expires: 2027-05-20T00:00:00Z$/m)
})

test('a municipality is found by those who are not logged in, and only municipalities are', async () => {
  const found = (await (await house.ask(null, '/sok/kommuner?q=dramm')).json()) as { value: string; label: string }[]
  expect(found[0]).toMatchObject({ value: '/organisasjoner/3301-drammen', label: 'Drammen kommune' })
  expect((await (await house.ask(null, '/sok/kommuner?q=buskerud')).json()) as unknown[]).toEqual([])
  const front = await text('/')
  expect(front).toContain('action="/organisasjoner"')
  expect(front).toContain('gamlebanken')
  expect(front).toMatch(/<meta name="description" content="[^"]{40,}/)
})
