import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../../tests/support/browser.ts'
import { type House, openHouse } from '../../../tests/support/house.ts'

let house: House
let browser: Browser
let base: string
let server: ReturnType<typeof serve>

beforeAll(async () => {
  house = await openHouse()
  server = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' })
  if (!server.listening) await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  server.close()
  await house.close()
})

/** Pages of a PDF: each is an object of that type, never compressed by Chromium. */
const pagesOf = (pdf: Buffer) => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page(?![s\w])/g)].length

const printed = async (path: string, scripts = true) => {
  const html = await (await house.ask('leder', path)).text()
  const page = await browser.newPage({ javaScriptEnabled: scripts })
  await page.route('**/trykk', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
  await page.goto(`${base}/trykk`)
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  await page.close()
  return pagesOf(pdf)
}

test('the sheet is one A4, for the example and for a plan with everything too long and too much', async () => {
  expect(await printed('/arbeidsrom/eksempelfylket/ark')).toBe(1)

  const { db } = house.platform
  const long = 'Etablere felles rekrutteringsportal for kommuner, bedrifter og utdanningsinstitusjoner i hele regionen med tilhørende traineeordning '
  await db.updateTable('item').set({ title: sql<string>`${long}::text || title` }).execute()
  await db.updateTable('workspace').set({ title: sql<string>`${long}::text || title` }).execute()
  await db.updateTable('organisation').set({ name: sql<string>`'Interkommunalt samarbeidsråd for kompetanse og næring ' || name` }).execute()
  await db.updateTable('measure').set({ needs_decision: long, ends_on: '2026-01-01' }).where('starts_on', 'is', null).execute()
  await db.updateTable('measure').set({ needs_decision: long, starts_on: '2025-01-01', ends_on: '2026-01-01' }).execute()
  await db.updateTable('item').set({ state: 'delayed' }).where('kind', '=', 'measure').execute()
  expect(await printed('/arbeidsrom/eksempelfylket/ark')).toBe(1)
  for (const language of ['nn', 'en'] as const) {
    await db.updateTable('person').set({ language }).execute()
    expect(await printed('/arbeidsrom/eksempelfylket/ark')).toBe(1)
  }
}, 60_000)

test('without JavaScript it says how to print; with it there is a button', async () => {
  const html = await (await house.ask('leder', '/arbeidsrom/eksempelfylket/ark')).text()
  expect(html).toMatch(/Ctrl/)
  expect(html).not.toContain('onclick')
})
