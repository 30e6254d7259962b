import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sample } from '../support/sample.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const primary = 'main form button[data-variant=primary]'
const main = (page: Page) => page.locator('main').innerText()

/** A county's plan as it is kept: a title, merged-down goals, money per year, two owners in a cell and a sum at the end. */
const spreadsheet = `Handlingsprogram 2026–2028;;;;;;;
;;;;;;;
Mål;Innsatsområde;Tiltak;Ansvarlig;Samarbeid;Frist;2026;2027
Flere unge i arbeid;Lærlinger;Felles lærlingmesse;Fylkeskommunen;Kommunene, NAV;31.12.2026;250 000;250 000
;;Lærlingplass i hver kommune;Kommunene/Fylkeskommunen;;løpende;;
;Veiledning;Karrieresenter i nord;;NAV;1. halvår 2027;ca. 500 000;avklares
Sterkere bedrifter;Nettverk;Møteplass for leverandører;Næringsforeningen;;2026–2027;100 000;
;;Sum;;;;850 000;250 000
`

/** Asks oneself for status from the page that one is on, and answers the first measure from the link in the mail. */
async function askAndAnswer(page: Page, withScript: boolean): Promise<void> {
  const began = performance.now()
  await page.getByRole('link', { name: 'Spør om status' }).click()
  await page.getByRole('button', { name: 'Send spørsmålet til meg' }).click()
  await page.waitForURL(/plan\/status\/\d+$/)
  const round = page.url()
  await page.goto('/utboks')
  const link = /\/svar\/[A-Za-z0-9_-]{43}/.exec(await main(page))?.[0] ?? ''
  await page.goto(link)
  expect(await main(page)).toContain('Ingenting kommer inn i planen før du sender')
  await page.getByRole('link', { name: 'Begynn' }).click()
  await page.getByLabel('I gang').check()
  await page.getByLabel('En setning om hvor det står').fill('Første møte er holdt.')
  if (withScript) await expect.poll(() => page.locator('.status-saved').innerText(), { timeout: 10_000 }).toMatch(/^Lagret \d\d:\d\d\. Ikke sendt ennå\.$/)
  await page.getByRole('button', { name: 'Send bare dette svaret' }).click()
  await expect.poll(() => main(page), { timeout: 10_000 }).toContain('Svaret er sendt.')
  await page.goto(round)
  expect(await main(page)).toContain('Første møte er holdt.')
  expect(performance.now() - began).toBeLessThan(60_000)
}

const ways = [
  ['with JavaScript at 1280 px', { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } }],
  ['without JavaScript at 360 px', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }],
] as const

describe.each(sample(ways, 1))('the first fifteen minutes %s', (_, options) => {
  test('county adviser: own spreadsheet in → thread drawn → three loose threads → mends one → one A4', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'tradverk-journey-')), 'handlingsprogram.csv')
    await writeFile(file, spreadsheet)
    const page = await site.visit('utenfor', options)
    await page.goto('/')
    await page.getByRole('link', { name: 'Hent planen fra et regneark' }).click()
    await page.getByLabel('Hva heter samarbeidet eller planen?').fill('Handlingsprogram for Prøvefylket')
    await page.getByLabel('Hvilken organisasjon eier arbeidsrommet?').fill('Prøvefylket fylkeskommune')
    await page.click(primary)
    await page.locator('input[type=file]').setInputFiles(file)
    await page.click(primary)
    await page.waitForURL(/kolonner/)
    expect(await main(page)).toContain('Felles lærlingmesse')
    await page.getByRole('button', { name: /Gå videre|Se over|Videre/ }).first().click()
    await page.waitForURL(/sjekk/)
    const check = await main(page)
    expect(check).toContain('4 tiltak')
    expect(check).toContain('Næringsforeningen')
    await page.getByRole('button', { name: 'Lagre planen' }).click()
    await page.waitForURL(/ferdig/)
    expect(await page.locator('.thread-strip').innerText()).toMatch(/Mål\s*2[\s\S]*Innsatsområde\s*3[\s\S]*Tiltak\s*4/)

    const imported = page.url()
    await askAndAnswer(page, options.javaScriptEnabled !== false)
    await page.goto(imported.replace(/plan\/importer.*/, 'traden'))
    expect(await main(page)).toContain('Karrieresenter i nord')
    await page.getByRole('link', { name: 'Løse tråder', exact: true }).first().click()
    await page.waitForURL(/lose-trader/)
    const before = await main(page)
    expect(before).toContain('Karrieresenter i nord')
    const card = page.locator('main form', { has: page.getByLabel(/navnet på en ny/i) }).first()
    await card.getByLabel(/navnet på en ny/i).fill('Karriereenheten')
    await card.getByRole('button').first().click()
    await expect.poll(() => main(page), { timeout: 10_000 }).not.toMatch(/Tiltak uten eier[\s\S]*Karrieresenter i nord/)

    await page.goto(page.url().replace(/traden.*/, 'ark'))
    const sheet = await main(page)
    expect(sheet).toContain('4 tiltak')
    expect(sheet).toContain('Holder tråden?')
  }, 90_000)

  test('small municipality: what is to have happened → three activities, who, when → one A4', async () => {
    const page = await site.visit('utenfor', options)
    await page.goto('/kom-i-gang')
    const inputs = page.locator('main form.form input[type=text], main form.form textarea')
    for (const [i, text] of ['Gamle skolen er blitt en møteplass som folk bruker', 'Bakkebygda kommune', 'Møteplass i Bakkebygda'].entries()) if (i < (await inputs.count())) await inputs.nth(i).fill(text)
    await page.click(primary)
    await page.waitForURL(/tiltak/)
    const fields = page.locator('main form.form input:not([type=hidden])')
    const names = await fields.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).name))
    const answers: Record<string, readonly string[]> = {
      hva: ['Spørre folk hva de vil bruke huset til', 'Rydde og male storsalen', 'Åpen dag i november'], hvem: ['Frivilligsentralen', 'Kommunen', 'Bygdekvinnelaget'], naar: ['2027-02-01', '2027-06-01', '2027-11-01'],
    }
    for (const [kind, values] of Object.entries(answers)) {
      const own = names.filter((name) => new RegExp(kind === 'naar' ? 'n[aå]a?r|frist|dato' : kind, 'i').test(name))
      for (const [i, value] of values.entries()) if (own[i]) await page.locator(`[name="${own[i]}"]`).fill(value)
    }
    await page.click(primary)
    await page.waitForURL(/se-over/)
    expect(await main(page)).toContain('Rydde og male storsalen')
    await page.click(primary)
    await page.waitForURL(/klar/)
    await page.getByRole('link', { name: 'Skriv ut ett ark' }).click()
    const sheet = await main(page)
    expect(sheet).toContain('3 tiltak')
  }, 90_000)
})
