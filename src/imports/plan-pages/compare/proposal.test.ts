import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noChoices } from './choices.ts'
import { type Incoming, isEmpty, isTaken, propose, type Standing } from './proposal.ts'
import { nothingSaid, type Said } from './said.ts'

const said = (part: Partial<Said>): Said => ({ ...nothingSaid, title: 'Starte nettverk', ...part })
const file = (part: Partial<Said>): Incoming => ({ key: 'm0', kind: 'measure', sheet: 'Ark1', row: 2, said: said(part) })
const stands = (now: Partial<Said>, base: Partial<Said> | null, more: Partial<Standing> = {}): Standing =>
  ({ id: 'id-1', kind: 'measure', number: 1, said: said(now), base: base && said(base), removed: false, costByOthers: false, ...more })
const one = (incoming: Incoming, standing: Standing) => propose([incoming], [standing], new Map([['m0', standing.id]]), false)
const due = (end: string | null) => ({ period: { text: '', start: null, end, again: null } })

describe('what a newer file would change', () => {
  it('leaves what the file has not changed, whatever was done in Trådverk', () => {
    expect(isEmpty(one(file(due('2026-06-30')), stands(due('2027-01-01'), due('2026-06-30'))))).toBe(true)
  })
  it('takes what only the file has changed', () => {
    const [changed] = one(file(due('2026-12-31')), stands(due('2026-06-30'), due('2026-06-30'))).changed
    expect(changed?.differences).toMatchObject([{ field: 'period', clash: false, safe: true }])
  })
  it('asks about what both have changed, and keeps Trådverk\'s unless told', () => {
    const [changed] = one(file(due('2026-12-31')), stands(due('2027-01-01'), due('2026-06-30'))).changed
    expect(changed?.differences).toMatchObject([{ field: 'period', clash: true, safe: false }])
    const [difference] = changed?.differences ?? []
    expect(difference && isTaken(noChoices, difference)).toBe(false)
    expect(difference && isTaken({ ...noChoices, taken: [difference.id] }, difference)).toBe(true)
  })
  it('never empties a field unasked', () => {
    expect(isEmpty(one(file({}), stands({ owners: ['a'], notes: 'Viktig' }, null)))).toBe(true)
    const [changed] = one(file({}), stands({ owners: ['a'] }, { owners: ['a'] })).changed
    expect(changed?.differences).toMatchObject([{ field: 'owners', safe: false }])
  })
  it('takes an empty status for no news, and a text that is no state for no new state', () => {
    const status = (state: string | null, note: string | null = null) => ({ status: { state, note } })
    expect(isEmpty(one(file(status(null)), stands(status('in_progress'), status('not_started'))))).toBe(true)
    const [changed] = one(file(status(null, 'Venter på svar')), stands(status('in_progress'), status('in_progress'))).changed
    expect(changed?.theirs.status).toEqual({ state: 'in_progress', note: 'Venter på svar' })
  })
  it('does not touch money that partners have put in', () => {
    const cost = (amount: number) => ({ cost: { byYear: { 2026: amount }, total: null } })
    const [changed] = one(file(cost(5)), stands(cost(4), cost(3), { costByOthers: true })).changed
    const [difference] = changed?.differences ?? []
    expect(difference).toMatchObject({ field: 'cost', closed: true })
    expect(difference && isTaken({ ...noChoices, taken: [difference.id] }, difference)).toBe(false)
  })
  it('does not put back what was removed, unless asked', () => {
    const proposal = one(file({}), stands({}, {}, { removed: true }))
    expect(proposal.added).toMatchObject([{ removedBefore: true }])
    expect(proposal.gone).toEqual([])
  })
  it('counts those that came from a file and are no longer in it; of our own export, all', () => {
    const [own, imported] = [stands({}, null, { id: 'own' }), stands({}, {}, { id: 'imported' })]
    expect(propose([], [own, imported], new Map(), false).gone.map((each) => each.id)).toEqual(['imported'])
    expect(propose([], [own, imported], new Map(), true).gone.map((each) => each.id)).toEqual(['own', 'imported'])
  })
  it('finds nothing to change where the file says what stands', () => {
    const text = fc.string({ maxLength: 20 })
    const anySaid = fc.record({ title: text, notes: text, owners: fc.uniqueArray(text), goals: fc.uniqueArray(text), number: fc.option(text), indicators: text })
    fc.assert(fc.property(anySaid, fc.option(anySaid), (now, base) => {
      const shuffled = { ...now, owners: now.owners.toReversed(), goals: now.goals.toReversed() }
      expect(one(file(shuffled), stands(now, base)).changed).toEqual([])
    }))
  })
})
