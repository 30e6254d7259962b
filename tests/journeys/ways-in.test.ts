import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve, type ServerType } from '@hono/node-server'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../src/app/app.ts'
import { readProviders } from '../../src/platform/oidc/read-providers.ts'
import { relyingParties } from '../../src/platform/oidc/relying-party.ts'
import { personBehind } from '../../src/platform/session/login.ts'
import { systemClock } from '../../src/platform/time/clock.ts'
import { openBrowser } from '../support/browser.ts'
import { type House, openHouse } from '../support/house.ts'
import { type RealProvider, startRealProvider } from '../support/real-provider.ts'
import { axe, sidewaysScroll } from '../support/site.ts'

let house: House
let provider: RealProvider
let server: ServerType
let browser: Browser
let base: string
beforeAll(async () => {
  house = await openHouse()
  let app: House['app'] | null = null
  server = serve({ fetch: (request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }), port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  base = `http://localhost:${(server.address() as AddressInfo).port}`
  provider = await startRealProvider(base)
  const { providers } = readProviders({ OIDC_PROVIDERS: 'idporten', OIDC_IDPORTEN_ISSUER: provider.issuer, OIDC_IDPORTEN_CLIENT_ID: 'tradverk', OIDC_IDPORTEN_CLIENT_SECRET: 'a-secret-of-some-length' })
  app = buildApp({ ...house.platform, clock: systemClock, config: { ...house.platform.config, baseUrl: base, adminPasskey: 'required', oidcProviders: providers }, relyingParties: relyingParties(providers) })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  server.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
  await provider.close()
  await house.close()
})

const db = () => house.platform.db
const visit = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({ baseURL: base, locale: 'nb-NO', viewport: { width: 1280, height: 900 }, ...options })
  context.setDefaultTimeout(8_000)
  return context.newPage()
}
const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }
const main = (page: Page) => page.locator('main').innerText()
const fits = async (page: Page) => expect([await page.locator('h1').count(), await sidewaysScroll(page)]).toEqual([1, 0])

test('check 60: on a phone without JavaScript: in by ID-porten, tied by e-mail, out here and there; and logged out there is logged out here', async () => {
  provider.person = { who: 'leder', acr: 'idporten-loa-substantial' }
  const page = await visit(phone)
  await page.goto('/logg-inn')
  await fits(page)
  await page.getByRole('link', { name: 'Logg inn med ID-porten' }).click()
  await page.waitForURL('**/logg-inn/ukjent')
  expect(provider.asked.at(-1)).toMatchObject({ acr_values: 'idporten-loa-substantial', ui_locales: 'nb', code_challenge_method: 'S256', response_type: 'code' })
  await fits(page)
  await page.getByLabel('E-postadressen din').fill('leder@eksempel.example')
  await page.getByRole('button', { name: 'Send meg en lenke' }).click()
  await page.waitForURL('**/logg-inn/sendt*')
  const { text } = await db().selectFrom('mail').select('text').where('recipient', '=', 'leder@eksempel.example').where('purpose', '=', 'login').orderBy('created_at', 'desc').executeTakeFirstOrThrow()
  await page.goto(/\/logg-inn\/[\w-]{43}/.exec(text ?? '')?.[0] ?? '')
  await fits(page)
  await page.getByRole('button', { name: 'Knytt til og logg inn' }).click()
  await page.waitForURL('**/min-side')
  await page.goto('/min-side/innlogging')
  expect(await main(page)).toMatch(/ID-porten/)
  await fits(page)

  // Out here leads to the provider, which asks, and home again.
  await page.goto('/logg-ut')
  await page.getByRole('button', { name: 'Logg ut' }).click()
  await page.getByRole('button', { name: 'Logg ut overalt' }).click()
  await page.waitForURL('**/logget-ut*')
  await page.goto('/min-side')
  expect(page.url()).toContain('/logg-inn?til=')

  // Known from now on; and when the provider's own log-out is used, the session here is over at once.
  await page.goto('/logg-inn?til=/min-side')
  await page.getByRole('link', { name: 'Logg inn med ID-porten' }).click()
  await page.waitForURL('**/min-side')
  const heard = provider.heard.length
  await page.goto(`${provider.issuer}/session/end`)
  await page.getByRole('button', { name: 'Logg ut overalt' }).click()
  await expect.poll(() => provider.heard.slice(heard)).toEqual(['success'])
  await page.goto('/min-side')
  expect(page.url()).toContain('/logg-inn?til=')
  await page.context().close()
}, 60_000)

test('a level that is too low, and a no, let nobody in and say so', async () => {
  const page = await visit()
  await page.goto('/logg-inn')
  provider.person = { who: 'leder', acr: 'idporten-loa-low' }
  await page.getByRole('link', { name: 'Logg inn med ID-porten' }).click()
  expect(await main(page)).toContain('lavere sikkerhetsnivå')
  provider.person = null
  await page.context().clearCookies()
  await page.getByRole('link', { name: 'Logg inn med ID-porten' }).click()
  expect(await main(page)).toContain('ble avbrutt')
  expect(await axe(page)).toEqual([])
  await page.context().close()
})

test('check 10: an administrator makes a passkey, is asked for it in the next session, and nobody else’s will do', async () => {
  const administrator = (await personBehind(db(), 'demo', 'leder')) ?? ''
  await db().updateTable('person').set({ administrator: true }).where('id', '=', administrator).execute()
  const logIn = async (page: Page) => {
    await page.goto('/logg-inn')
    await page.click('button[value="leder"]')
    await page.waitForURL('**/min-side')
  }
  const withKey = async (page: Page) => {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
    return cdp
  }
  const page = await visit()
  await withKey(page)
  await logIn(page)
  // The rights are held back: not by the page alone, but everywhere.
  await page.goto('/admin')
  await page.waitForURL('**/logg-inn/passnokkel?til=%2Fadmin')
  await page.getByRole('link', { name: 'Lag passnøkkel' }).click()
  expect(await axe(page)).toEqual([])
  const before = (await page.context().cookies()).find((one) => one.name === '__Host-okt')?.value
  await page.getByLabel('Navn på nøkkelen').fill('Jobbmobilen')
  await page.getByRole('button', { name: 'Lag passnøkkel' }).click()
  await page.waitForURL('**/admin')
  // Check 6: more rights, another session.
  expect((await page.context().cookies()).find((one) => one.name === '__Host-okt')?.value).not.toBe(before)
  await page.goto('/admin/innlogging')
  expect(await main(page)).toMatch(/ID-porten[\s\S]*logg-ut\/melding\/idporten/)

  // The next session is asked for the key, and has the rights when it was used.
  await page.goto('/logg-ut')
  await page.locator('main').getByRole('button', { name: 'Logg ut' }).click()
  await logIn(page)
  await page.goto('/admin/duplikater')
  await page.waitForURL('**/logg-inn/passnokkel?til=*')
  await page.getByRole('button', { name: 'Bruk passnøkkel' }).click()
  await page.waitForURL('**/admin/duplikater')
  expect(await db().selectFrom('passkey').select(['name', 'last_used_at']).where('person_id', '=', administrator).execute()).toEqual([{ name: 'Jobbmobilen', last_used_at: expect.anything() }])

  // Whoever has only the session gets no further, and makes no key of their own.
  const thief = await visit()
  await withKey(thief)
  await logIn(thief)
  await thief.goto('/admin')
  await thief.waitForURL('**/logg-inn/passnokkel?til=*')
  await thief.getByRole('button', { name: 'Bruk passnøkkel' }).click()
  await expect.poll(() => thief.locator('output').innerText()).toContain('kom ingen passnøkkel')
  await thief.goto('/min-side/passnokler')
  expect(await thief.getByRole('button', { name: 'Lag passnøkkel' }).count()).toBe(0)
  expect(await main(thief)).toContain('Bruk en passnøkkel du har')

  // Without JavaScript it is said kindly.
  const plain = await visit({ javaScriptEnabled: false })
  await logIn(plain)
  await plain.goto('/logg-inn/passnokkel')
  expect(await main(plain)).toContain('Passnøkler virker bare med JavaScript')
  await plain.getByRole('button', { name: 'Bruk passnøkkel' }).click()
  expect(await main(plain)).toContain('Passnøkler virker bare med JavaScript')
  for (const one of [page, thief, plain]) await one.context().close()
}, 60_000)
