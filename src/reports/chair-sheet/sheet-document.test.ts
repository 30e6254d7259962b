import fc from 'fast-check'
import { afterAll, expect, inject, test } from 'vitest'
import type { Request } from '../../platform/http/page.ts'
import { closePress, toPdf } from '../../platform/document/index.ts'
import type { PlanItem } from '../../modules/plans/index.ts'
import type { Workspace } from '../../modules/workspaces/index.ts'
import type { Sheet } from './read-sheet.ts'
import { comingOf } from './sheet.ts'
import { fittedSheet } from './sheet-document.ts'

afterAll(closePress)

const now = Temporal.Instant.from('2026-11-20T10:00:00Z')
const request = { lang: 'nb', now } as Request
const words = fc.string({ unit: fc.constantFrom(...'abcdefghij klmnø å-', 'kommunesammenslåing', ' '), minLength: 1, maxLength: 300 })
const day = fc.constantFrom('2026-01-01', '2026-12-31', '2027-06-30', null)
const item = (kind: PlanItem['kind']) => fc.record({ title: words, needsDecision: fc.option(words), endsOn: day, state: fc.constantFrom('not_started', 'in_progress', 'delayed', 'completed', 'cancelled') })
  .map((some, ): PlanItem => ({ id: crypto.randomUUID(), kind, number: 1, code: '1.1', language: 'nb', owners: [{ id: 'o', name: some.title }], partners: [], startsOn: null, periodText: null, money: 1, ...some }))
const count = fc.integer({ min: 0, max: 60 })
const steps = ['Kunnskap', 'Utfordring', 'Mål', 'Innsatsområde', 'Tiltak', 'Resultat', 'Effekt', 'Læring']

const sheets: fc.Arbitrary<Sheet> = fc.record({
  items: fc.tuple(fc.array(item('goal'), { maxLength: 40 }), fc.array(item('measure'), { maxLength: 60 })).map((both) => both.flat()),
  links: fc.constant([]),
  milestones: fc.constant([]),
  decisions: fc.array(fc.record({ text: words, about: words }), { maxLength: 40 }),
  overview: count.map((n) => ({ steps: steps.map((name) => ({ id: 'goal' as const, name, inUse: n % 2 === 0, count: n * 1000, loose: n, whole: 0 })), gaps: [] })),
  summary: words,
  health: fc.record({ total: count, top: fc.array(fc.record({ rule: fc.constant('r'), text: words, title: words, href: fc.constant('/') }), { maxLength: 3 }) }).map((some) => ({ ...some, byRule: [], changeSinceMonth: null, byStep: new Map(), notInUse: [], href: '/' })),
  month: fc.record({ completed: fc.array(words, { maxLength: 40 }), results: fc.array(words, { maxLength: 40 }), decided: fc.array(words, { maxLength: 40 }), newMeasures: count, gone: count, postponed: count }),
  since: fc.constant(Temporal.PlainDate.from('2026-10-20')),
  counts: words,
})

test('the sheet is one page whatever the amount, and says what it leaves out', async () => {
  await fc.assert(fc.asyncProperty(sheets, words, async (sheet, title) => {
    const workspace = { title, language: 'nb', example: true, areasAboveGoals: false } as Workspace
    const document = await fittedSheet(sheet, request, workspace)
    expect((await toPdf(document)).pages).toBe(1)
    if (sheet.decisions.length > 5) expect(JSON.stringify(document)).toMatch(/og \d+ til/)
  }), { numRuns: inject('sampling').all ? 60 : 4, seed: inject('sampling').seed })
}, 120_000)

test('what comes next: the nearest first, and nothing that is over or past', () => {
  const measure = (id: string, more: Partial<PlanItem>): PlanItem => ({ id, kind: 'measure', number: 1, title: id, code: null, state: 'in_progress', language: 'nb', owners: [], partners: [], startsOn: null, endsOn: null, periodText: null, needsDecision: null, money: null, ...more })
  const items = [measure('a', { endsOn: '2027-01-01' }), measure('past', { endsOn: '2026-01-01' }), measure('done', { endsOn: '2026-12-01', state: 'completed' })]
  const milestone = (title: string, more: object) => ({ id: title, itemId: 'a', title, dueOn: '2026-12-01', doneOn: null, ...more })
  expect(comingOf({ items, milestones: [milestone('m', {}), milestone('reached', { doneOn: '2026-11-01' })] }, now).map((one) => one.title)).toEqual(['m', 'a'])
})
