import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { verifyChains } from '../../platform/audit/verify.ts'
import { migrateJobs } from '../../platform/jobs/jobs.ts'
import { build } from '../plan/fixtures/build.ts'
import { planImportJobs } from './import.jobs.ts'
import { type Imports, openImports } from './testing/import-house.ts'

let imports: Imports
beforeAll(async () => {
  imports = await openImports()
})
afterAll(() => imports.house.close())

/** 5,000 rows under `npm run test:all`; otherwise enough for jobs to do the work. */
const size = inject('sampling').all ? 5_000 : 2_700
const spaced = (n: number) => String(n).replace(/(\d)(\d{3})$/, '$1\u00a0$2')
const large = () => build({ sheets: [{ name: 'Plan', rows: [
  ['Mål', 'Innsatsområde', 'Nr', 'Tiltak', 'Ansvarlig', 'Samarbeidspartnere', 'Frist', 'Status', 'Kostnad 2026 (kr)', 'Kostnad 2027 (kr)', 'Indikator', 'Kommentar'],
  ...Array.from({ length: size }, (_, i) => [
    `Mål ${i % 5 + 1}: Flere arbeidsplasser i del ${i % 5 + 1}`, `Område ${i % 9 + 1}`, `${i % 5 + 1}.${i}`, `Etablere nettverk nummer ${i} for bedrifter i sone ${i % 300}`,
    `Kommune ${i % 40}`, 'Fylkeskommunen, NHO', '31.12.2026', 'I gang', 100_000 + i, 200_000, 'Antall bedrifter', `En merknad som er passe lang og forteller om tiltaket ${i}`,
  ]),
] }] })

it('a large plan is read and saved by jobs, with how far they have come on the page', { timeout: 240_000 }, async () => {
  await imports.workspace('stor')
  const told: string[] = []
  const times: Record<string, number> = {}
  const bytes = large()
  await migrateJobs(imports.house.url, planImportJobs(imports.house.platform))
  const waitFor = async (address: string): Promise<string> => {
    for (;;) {
      const html = await imports.page(address)
      if (!html.includes('<job-progress>')) return html
      expect(html).toContain('http-equiv="refresh"')
      told.push(/<job-progress>(.*?)<\/job-progress>/s.exec(html)?.[1]?.replace(/<[^>]+>/g, ' ').trim() ?? '')
      await sleep(150)
    }
  }
  await imports.withWorkers(async () => {
    let began = performance.now()
    const columns = (await imports.upload('stor', bytes)).headers.get('location') ?? ''
    times.upload = performance.now() - began
    expect(await waitFor(columns)).toContain(`${spaced(size)} tiltak`)
    times.read = performance.now() - began
    began = performance.now()
    const check = (await imports.send(columns, 'videre')).headers.get('location') ?? ''
    const looked = performance.now()
    await imports.page(check)
    times.check = performance.now() - looked
    began = performance.now()
    const done = (await imports.send(check, 'lagre')).headers.get('location') ?? ''
    expect(await waitFor(done)).toContain('Planen er hentet inn')
    times.save = performance.now() - began
  })
  console.log(JSON.stringify(Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, Math.round(ms)]))), [...new Set(told)].slice(0, 12))
  expect((await imports.standing('stor')).filter((each) => each.kind === 'measure')).toHaveLength(size)
  expect(told.some((text) => text.includes(`av ${spaced(size + 1)}`))).toBe(true)
  expect(told.some((text) => /Lagrer\s+[\d\u00a0]+ av/.test(text))).toBe(true)
  expect(await verifyChains(imports.house.platform.db, imports.house.platform.auditKey)).toEqual([])
})
