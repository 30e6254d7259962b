import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const primary = 'main form button[data-variant=primary]'

// Seen to fail when a label leads to no field.
describe('check 60: the daily work without JavaScript, on a phone', () => {
  test('the secretariat writes a measure, ties it to a goal, changes it, removes it and regrets', async () => {
    const page = await site.visit('sekretariat', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
    await page.goto('/arbeidsrom/eksempelfylket/plan/mal/ny')
    await page.getByLabel('Hva skal være annerledes?').fill('Flere har fått lærlingplass')
    await page.click(primary)
    await page.goto('/arbeidsrom/eksempelfylket/plan/tiltak/ny')
    await page.click(primary)
    await expect.poll(() => page.locator('[role=alert]').innerText()).toContain('Rett opp')
    await page.locator('[name=title]').fill('Lage felles lærlingmesse')
    await page.locator('[name="owner.ny"]').fill('Messelaget')
    await page.click(primary)
    expect(await page.locator('h1').innerText()).toBe('Lage felles lærlingmesse')
    expect(await page.locator('main').innerText()).toContain('Messelaget')

    await page.getByRole('link', { name: 'Knytt til …' }).click()
    await page.locator('[name=q]').last().fill('lærlingplass')
    await page.getByRole('button', { name: 'Søk' }).last().click()
    await page.getByRole('link', { name: 'Flere har fått lærlingplass' }).click()
    await page.click(primary)
    expect(await page.locator('main aside').innerText()).toContain('Flere har fått lærlingplass')

    await page.getByRole('link', { name: 'Endre', exact: true }).click()
    await page.locator('[name=title]').fill('Lage felles lærlingmesse hvert år')
    await page.click(primary)
    expect(await page.locator('h1').innerText()).toBe('Lage felles lærlingmesse hvert år')

    await page.getByRole('link', { name: 'Fjern', exact: true }).click()
    expect(await page.locator('main').innerText()).toContain('Flere har fått lærlingplass')
    await page.click(primary)
    await page.getByRole('button', { name: 'Angre' }).click()
    expect(await page.locator('h1').innerText()).toBe('Lage felles lærlingmesse hvert år')
    await page.getByRole('link', { name: 'Historie' }).click()
    expect(await page.locator('ol.history > li').count()).toBeGreaterThanOrEqual(5)
  }, 60_000)

  test('a link by e-mail logs in by a press, once', async () => {
    const page = await site.visit(null, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
    await page.goto('/arbeidsrom/eksempelfylket')
    await page.getByRole('link', { name: 'Logg inn' }).last().click()
    await page.getByLabel('E-postadressen din').fill('leder@eksempel.example')
    await page.getByRole('button', { name: 'Send meg en lenke' }).click()
    await page.getByRole('link', { name: /ville blitt sendt/ }).click()
    const address = /http\S+\/logg-inn\/\S+/.exec(await page.locator('main').innerText())?.[0] ?? ''
    await page.goto(new URL(address).pathname)
    await page.getByRole('button', { name: 'Logg inn' }).click()
    expect(new URL(page.url()).pathname).toBe('/arbeidsrom/eksempelfylket')
  })
})
