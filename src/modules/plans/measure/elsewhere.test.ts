import { describe, expect, it, test } from 'vitest'
import { readItemForm } from '../../thread/index.ts'
import { isLate, type PlanItem, tally } from '../one-page/plan-tree.ts'
import { isAskable, leftElsewhere } from '../status/asking.store.ts'
import { measureElsewhere } from './elsewhere.ts'
import { measure } from './measure.ts'

const now = Temporal.Instant.from('2026-11-20T10:00:00Z')
const item = (more: Partial<PlanItem> = {}): PlanItem => ({
  id: 'a', kind: 'measure', number: 1, title: 'Tiltak', code: null, state: 'delayed', language: 'nb', owners: [], partners: [], startsOn: null, endsOn: '2026-01-01', periodText: null, needsDecision: null, money: 100, ...more,
})
const there = item({ id: 'b', keptIn: 'Plansystemet' })
const read = (kept_at: string) => readItemForm(measure, { title: 'Tiltak', kept_in: 'Plansystemet', kept_at }, 'nb')

describe('a measure that is kept in another system', () => {
  it('says where, also when only the link is written', () => {
    expect(measureElsewhere({ kept_in: null, kept_at: null })).toBeNull()
    expect(measureElsewhere({ kept_in: 'Plansystemet', kept_at: null })).toEqual({ system: 'Plansystemet', href: null })
    expect(measureElsewhere({ kept_at: 'https://plan.example.no/12' })).toEqual({ system: 'plan.example.no', href: 'https://plan.example.no/12' })
  })
  it('is neither late nor counted by state or money, and is not asked about; the round says how many it leaves out', () => {
    expect([isLate(item(), now), isLate(there, now)]).toEqual([true, false])
    expect(tally([item(), there].map((one) => ({ item: one, again: false, under: [] })), now)).toMatchObject({ measures: 2, states: new Map([['delayed', 1]]), late: 1, money: 100 })
    expect([item(), there].map(isAskable)).toEqual([true, false])
    expect(leftElsewhere([item(), there, item({ keptIn: 'Plansystemet', state: 'completed' })])).toBe(1)
  })
  // Seen to fail when what is not on the form was read as emptied: the status was gone when it was kept here again.
  it('keeps what was written here before, which the form does not ask for', () => {
    const form = read('https://plan.example.no/12')
    expect(form).toMatchObject({ input: { change: { fields: { kept_in: 'Plansystemet', kept_at: 'https://plan.example.no/12' } } } })
    const change = 'input' in form ? form.input.change : null
    expect([change && 'state' in change, Object.keys(change?.fields ?? {}).filter((name) => ['status_note', 'needs_decision', 'cost_text'].includes(name))]).toEqual([false, []])
  })
})

// Seen to fail with the rule for other addresses, which takes http.
test('a link to another system is https, out on the web, and has no password in it', () => {
  for (const [typed, kept] of [
    ['https://plan.example.no/12?a=b', 'https://plan.example.no/12?a=b'], ['HTTPS://Plan.Example.no', 'https://plan.example.no/'], ['http://plan.example.no', null], ['javascript:alert(1)', null], ['https://navn:ord@plan.example.no', null],
    ['https://localhost/x', null], ['https://10.0.0.12/x', null], ['https://[::1]/x', null], ['plan.example.no', null],
  ] as const) {
    const form = read(typed)
    expect([typed, 'input' in form ? form.input.change.fields.kept_at : null]).toEqual([typed, kept])
  }
})
