import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../plan/fixtures/build.ts'
import { importPlan, isRefusal } from '../plan/index.ts'
import { verifyChains } from '../../platform/audit/verify.ts'
import { changeItem } from '../../platform/item/item.actions.ts'
import { readItems } from '../../platform/item/item.store.ts'
import { inTransaction } from '../../platform/db/work.ts'
import { measure } from '../../modules/plans/index.ts'
import { type Imports, openImports } from './testing/import-house.ts'

let imports: Imports
beforeAll(async () => {
  imports = await openImports()
})
afterAll(() => imports.house.close())

const heading = ['Mål', 'Innsatsområde', 'Nr', 'Tiltak', 'Ansvarlig', 'Frist', 'Status', 'Kostnad 2026 (kr)', 'Forankring', 'Kommentar']
type Row = readonly (string | number | null)[]
const rows: Row[] = [
  ['Flere i arbeid', 'Ungdom', '1.1', 'Starte mentorordning', 'Lia kommune', '31.12.2026', 'I gang', 100_000, 'Regional plan for kompetanse 2024–2028, kap. 2', 'Første samling i mars'],
  ['Flere i arbeid', 'Ungdom', '1.2', 'Kartlegge lærebedrifter', 'NAV', '30.06.2026', 'Ikke startet', null, null, null],
  ['Sterkere næringsliv', 'Nettverk', '2.1', 'Etablere lederforum for bedrifter', 'Næringshagen', 'Løpende', null, 50_000, null, null],
  ['Sterkere næringsliv', 'Nettverk', '2.2', 'Felles innkjøpskurs', 'Næringshagen', '2027', null, null, null, null],
]
const sheet = (all: readonly Row[]) => build({ sheets: [{ name: 'Plan', rows: [heading, ...all] }] })
const measures = async (slug: string) => (await imports.standing(slug)).filter((each) => each.kind === 'measure')
const titled = async (slug: string, title: string) => (await measures(slug)).find((each) => each.said.title === title)

/** Somebody changes a measure in Trådverk. */
async function changeHere(slug: string, title: string, fields: Record<string, string>): Promise<void> {
  const [workspace, viewer] = [await imports.read(slug), await imports.viewer()]
  const item = (await readItems(imports.house.platform.db, viewer, measure, { workspaceId: workspace.id })).find((each) => each.title === title)
  if (!item) throw new Error(`No ${title}`)
  await inTransaction(imports.house.platform, { viewer, now: imports.house.platform.clock(), via: 'page' }, (work) => changeItem(work, workspace, measure, item, item.version, { fields }))
}

describe('a newer version of the same plan', () => {
  it('shows and takes in what is changed, new, renamed and moved, and doubles nothing', async () => {
    await imports.workspace('ny')
    await imports.bringIn('ny', sheet(rows))
    const before = await measures('ny')
    const newer = [
      rows[0]?.with(5, '31.03.2027') ?? [],
      ['Sterkere næringsliv', 'Nettverk', '1.2', 'Kartlegge alle lærebedrifter', 'NAV', '30.06.2026', 'Gjennomført', null, null, null],
      rows[2] ?? [],
      ['Sterkere næringsliv', 'Nettverk', '2.3', 'Årlig forskningsdag', 'Høgskolen', 'Årlig', null, null, null, null],
    ]
    const check = await imports.toCheck('ny', sheet(newer))
    const page = await imports.page(check)
    for (const text of ['Endret', 'Nye', 'Ikke lenger i filen', 'Kartlegge alle lærebedrifter', 'Årlig forskningsdag', 'Felles innkjøpskurs']) expect(page).toContain(text)
    await imports.send(check, 'lagre')
    const after = await measures('ny')
    expect(after.map((each) => each.said.title).sort()).toEqual(['Etablere lederforum for bedrifter', 'Felles innkjøpskurs', 'Kartlegge alle lærebedrifter', 'Starte mentorordning', 'Årlig forskningsdag'].sort())
    const [was, is] = [before.find((each) => each.said.number === '1.2'), after.find((each) => each.said.number === '1.2')]
    expect(is?.id).toBe(was?.id)
    expect(is?.said.status.state).toBe('completed')
    expect(is?.said.area).toBe(before.find((each) => each.said.number === '2.1')?.said.area)
    expect((await titled('ny', 'Starte mentorordning'))?.said.period.end).toBe('2027-03-31')
    expect(await imports.page(await imports.toCheck('ny', sheet(newer)))).toContain('Ikke lenger i filen')
  })

  it('removes only what is ticked, and does not bring it back the next time', async () => {
    await imports.workspace('borte')
    await imports.bringIn('borte', sheet(rows))
    const gone = await titled('borte', 'Felles innkjøpskurs')
    const check = await imports.toCheck('borte', sheet(rows.slice(0, 3)))
    await imports.send(check, 'lagre', (form) => ({ ...form, borte: gone?.id ?? '' }))
    expect(await titled('borte', 'Felles innkjøpskurs')).toBeUndefined()
    await imports.bringIn('borte', sheet(rows))
    expect(await titled('borte', 'Felles innkjøpskurs')).toBeUndefined()
  })

  it('keeps what somebody has changed in Trådverk, and lets them choose', async () => {
    await imports.workspace('begge')
    await imports.bringIn('begge', sheet(rows))
    await changeHere('begge', 'Starte mentorordning', { ends_on: '2028-01-01', notes: 'Skrevet her' })
    const newer = sheet([rows[0]?.with(5, '31.03.2027') ?? [], ...rows.slice(1)])
    const check = await imports.toCheck('begge', newer)
    expect(await imports.page(check)).toContain('Også endret i Trådverk')
    await imports.send(check, 'lagre')
    expect((await titled('begge', 'Starte mentorordning'))?.said).toMatchObject({ period: { end: '2028-01-01' }, notes: 'Skrevet her' })
    // What was kept is not asked about again.
    expect(await imports.page(await imports.toCheck('begge', newer))).toContain('Ingenting er endret')
    const third = await imports.toCheck('begge', sheet([rows[0]?.with(5, '30.09.2027') ?? [], ...rows.slice(1)]))
    const difference = /name="endring" value="([^"]+)"/.exec(await imports.page(third))?.[1] ?? ''
    await imports.send(third, 'lagre', (form) => ({ ...form, endring: difference }))
    expect((await titled('begge', 'Starte mentorordning'))?.said).toMatchObject({ period: { end: '2027-09-30' }, notes: 'Skrevet her' })
  })

  it('asks again when the plan was changed while one looked', async () => {
    await imports.workspace('imens')
    await imports.bringIn('imens', sheet(rows))
    const check = await imports.toCheck('imens', sheet([rows[0]?.with(5, '31.03.2027') ?? [], ...rows.slice(1)]))
    const answer = await imports.send(check, 'lagre', (form) => form)
    expect(answer.status).toBe(303)
    const second = await imports.toCheck('imens', sheet([rows[0]?.with(5, '30.04.2027') ?? [], ...rows.slice(1)]))
    const late = await imports.page(second)
    await changeHere('imens', 'Starte mentorordning', { ends_on: '2029-01-01' })
    const taken = /name="endring" value="([^"]+)"/.exec(late)?.[1] ?? ''
    const refused = await imports.send(second, 'lagre', (form) => ({ ...form, endring: taken }))
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Planen er endret siden du åpnet siden')
  })
})

describe('the plan as a spreadsheet', () => {
  const exported = async (slug: string) => {
    const answer = await imports.house.ask('sekretariat', `/arbeidsrom/${slug}/plan/eksport.xlsx`)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${slug}-plan-2026-11-20.xlsx"`)
    return new Uint8Array(await answer.arrayBuffer())
  }
  const planIn = (bytes: Uint8Array) => {
    const read = importPlan(bytes, 'plan.xlsx')
    if (isRefusal(read)) throw new Error(read.refused.code)
    return { goals: read.plan.goals, areas: read.plan.priorityAreas, measures: read.plan.measures }
  }
  it('comes back into the same plan without a change, and into an empty one as the same', async () => {
    await imports.workspace('ut')
    await imports.bringIn('ut', sheet(rows))
    await changeHere('ut', 'Felles innkjøpskurs', { starts_on: '2027-02-01', status_note: 'Avventer midler fra fylket i 2027' })
    const bytes = await exported('ut')
    const check = await imports.toCheck('ut', bytes)
    expect(await imports.page(check)).toContain('Ingenting er endret')
    await imports.workspace('inn')
    await imports.bringIn('inn', bytes)
    expect(planIn(await exported('inn'))).toEqual(planIn(bytes))
  })
  it('holds the example\'s plan, twice over', async () => {
    const bytes = await exported('eksempelfylket')
    expect(planIn(bytes).measures.length).toBeGreaterThan(20)
    expect(await imports.page(await imports.toCheck('eksempelfylket', bytes))).toContain('Ingenting er endret')
    await imports.workspace('kopi')
    await imports.bringIn('kopi', bytes)
    expect(planIn(await exported('kopi'))).toEqual(planIn(bytes))
  })
  it('leaves a chain of events that holds', async () => {
    expect(await verifyChains(imports.house.platform.db, imports.house.platform.auditKey)).toEqual([])
  })
})
