import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Page } from '../../../platform/http/page.ts'
import { changeItem } from '../../../platform/item/item.actions.ts'
import { readItems } from '../../../platform/item/item.store.ts'
import { languages } from '../../../platform/text/texts.ts'
import { contributionsPage } from '../contributions/contributions-page.tsx'
import { focusPage } from '../focus/focus-page.tsx'
import { goal } from '../goal/goal.ts'
import { indicator } from '../indicator/indicator.ts'
import { measurementPages } from '../indicator/measurement.pages.tsx'
import { insertMeasurement, measurementsOf } from '../indicator/measurement.store.ts'
import { progressPage } from '../indicator/progress-page.tsx'
import { latePage } from '../late/late-page.tsx'
import { statusSaidAt } from '../late/status.store.ts'
import { writeLine } from '../measure/instrument.store.ts'
import { measure } from '../measure/measure.ts'
import { insertMilestone } from '../measure/milestone.store.ts'
import { priorityArea } from '../priority-area/priority-area.ts'
import { timelinePage } from '../timeline/timeline-page.tsx'
import { open, planWorld, type PlanWorld, send } from './plan-world.ts'

let database: TestDatabase
let world: PlanWorld
const pages: readonly [string, Page][] = [['bidrag', contributionsPage], ['fokus', focusPage], ['tidslinje', timelinePage], ['forsinket', latePage], ['framgang', progressPage]]

beforeAll(async () => {
  database = await testDatabase()
  world = await planWorld(database.db, '2026-11-22T10:00:00Z')
})
afterAll(() => database.close())

const html = async (page: Page, viewer = world.secretariat, query = '') => {
  const opened = await open(page, world.request(viewer, `/x${query}`), { workspace: world.workspace.slug })
  if ('denied' in opened) throw new Error(opened.denied)
  return opened.html
}

describe('an empty plan', () => {
  it.each(pages)('teaches what %s is for', async (_, page) => {
    for (const lang of languages) expect(await html(page, { ...world.secretariat, lang })).toContain('class="empty"')
  })
  it.each(pages)('is not found by strangers: %s', async (_, page) => {
    expect(await open(page, world.request(world.stranger), { workspace: world.workspace.slug })).toEqual({ denied: 'missing' })
  })
})

describe('a plan with something in it', () => {
  let secret: string
  let talked: string
  beforeAll(async () => {
    const { county, municipality } = world.organisations
    const g = await world.add(goal, { title: 'Flere i arbeid' })
    const a = await world.add(priorityArea, { title: 'Grønn industri' })
    const m1 = await world.add(measure, { title: 'Felles portal', state: 'in_progress', fields: { owner: [county], starts_on: '2026-01-01', ends_on: '2027-12-31', needs_decision: 'Hvem betaler?' } })
    const m2 = await world.add(measure, { title: 'Opplæring <b>', state: 'delayed', fields: { owner: [], ends_on: '2026-05-01' } })
    const m3 = await world.add(measure, { title: 'Uten dato', fields: { owner: [municipality] } })
    secret = await world.add(measure, { title: 'Hemmelig tiltak', audience: 'author', fields: { owner: [county], ends_on: '2026-05-01' } })
    talked = m1
    for (const m of [m1, m2, secret]) await world.tie('delivers', [m, measure], [a, priorityArea])
    await world.tie('pursues', [a, priorityArea], [g, goal])
    const line = { type: 'money', state: 'promised', note: null } as const
    await world.as(world.secretariat, async ({ tx }) => {
      await writeLine(tx, m1, { ...line, organisationId: county, years: new Map([[2026, 500_000]]) }, null)
      await writeLine(tx, m2, { ...line, organisationId: municipality, state: 'committed', years: new Map([[2026, 250_000]]) }, null)
      await writeLine(tx, secret, { ...line, organisationId: county, years: new Map([[2026, 9_000_000]]) }, null)
      await insertMilestone(tx, m1, { title: 'Avtale', dueOn: '2026-06-01', doneOn: null })
    })
    const i = await world.add(indicator, { title: 'Andel i arbeid', fields: { direction: 'up', unit: 'prosent', baseline: 70, baseline_on: '2025-11-22', target: 80, target_on: '2027-11-22' } })
    await world.as(world.secretariat, ({ tx }) => insertMeasurement(tx, i, { onDate: '2026-11-01', value: 75, text: null, source: 'SSB' }))
    expect(m3).toBeTruthy()
  })

  it('tells who contributes what, with sums of what one may read, and findings in sentences', async () => {
    const seen = await html(contributionsPage, world.partner)
    for (const said of ['750\u00a0000', 'Under «Grønn industri»', 'har lovet 500\u00a0000\u00a0kr i 2026', 'Ingenting er sagt om 2027', 'Uten dato']) expect(seen).toContain(said)
    expect(seen).not.toContain('Hemmelig')
    expect(seen).not.toContain('9\u00a0')
    expect(await html(contributionsPage, world.secretariat)).toContain('9\u00a0750\u00a0000')
  })
  it('counts focus without what may not be read, and asks for limits where none are set', async () => {
    const seen = await html(focusPage, world.partner)
    expect(seen).toContain('Dere har ikke sagt hvor mange som er nok')
    expect(seen).toContain('3 tiltak')
    expect(seen).not.toContain('innstillinger/traden')
    expect(await html(focusPage)).toContain('/innstillinger/traden')
    await world.db.updateTable('workspace').set({ focus_measures_per_area: 1, focus_reason: 'Vi er tre i sekretariatet.' }).where('id', '=', world.workspace.id).execute()
    expect(await html(focusPage, world.partner)).toContain('Dette har mange tiltak: Grønn industri (2). Dere har sagt høyst 1 under hvert innsatsområde, fordi vi er tre i sekretariatet.')
  })
  it('draws time with its table, and escapes what people write', async () => {
    const seen = await html(timelinePage, world.partner)
    for (const said of ['<title', 'Grønn industri', 'Opplæring &lt;b&gt;', '01.01.2026–31.12.2027', 'innen 01.05.2026', 'Uten datoer', 'class="milestone overdue"']) expect(seen).toContain(said)
    expect(seen).not.toContain('Hemmelig')
    expect(await html(timelinePage, world.partner, '?etter=mal')).toContain('<h2>Flere i arbeid</h2>')
  })
  it('lists what is late and whose it is', async () => {
    const seen = await html(latePage, world.partner)
    for (const said of ['Hvem betaler?', 'Fristen var 1. mai 2026', 'Avtale. Fristen var 1. juni 2026', 'Ingen eier ennå', '2 av 3 tiltak']) expect(seen).toContain(said)
    expect(seen).not.toContain('Hemmelig')
  })
  it('tells how indicators go', async () => {
    const seen = await html(progressPage)
    for (const said of ['Andel i arbeid', '75 prosent', 'I rute', '50\u00a0%']) expect(seen).toContain(said)
  })
  it('takes measurements as people write them, and wants a value or words', async () => {
    const [found] = await readItems(world.db, world.secretariat, indicator, { workspaceId: world.workspace.id })
    const params = { workspace: world.workspace.slug, number: String(found?.number) }
    const [newPage] = measurementPages as [Page]
    const request = world.request(world.secretariat)
    expect(await send(newPage, request, params, 'save', { on_date: '1.10.2026', value: '', version: String(found?.version) })).toMatchObject({ refused: { errors: { value: expect.any(String) } } })
    expect(await send(newPage, request, params, 'save', { on_date: '1.10.2026', value: '74,5', version: String(found?.version) })).toHaveProperty('done')
    expect((await measurementsOf(world.db, [found?.id ?? ''])).map((m) => m.value)).toEqual([74.5, 75])
    expect(await open(newPage, world.request(world.partner), params)).toEqual({ denied: 'forbidden' })
  })
  it('reads in the history when a status last was said, whatever else was changed', async () => {
    const change = async (at: string, what: Parameters<typeof changeItem>[5]) => {
      const [item] = await readItems(world.db, world.secretariat, measure, { workspaceId: world.workspace.id, ids: [talked] })
      if (!item) throw new Error('gone')
      await world.as(world.secretariat, (work) => changeItem(work, world.workspace, measure, item, item.version, what), at)
      return (await statusSaidAt(world.db, world.workspace.id, [talked])).get(talked)?.toString()
    }
    expect(await change('2026-11-22T11:00:00Z', { title: 'Felles portal for alle' })).toBe('2026-11-22T10:00:00Z')
    expect(await change('2026-11-22T12:00:00Z', { fields: { status_note: 'Avtalen er på høring.' } })).toBe('2026-11-22T12:00:00Z')
    expect(await change('2026-11-22T13:00:00Z', { state: 'completed' })).toBe('2026-11-22T13:00:00Z')
  })
})
