import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FollowUpAnswer, lackingIn, ownersAfter, sayings, stateAfter } from './answer.ts'
import { goesOn, stageOf, steps } from './reminding.ts'

const due = '2026-03-10'
const on = (days: number) => stageOf(due, Temporal.PlainDate.from(due).add({ days }))

describe('when a task is a reason to write', () => {
  test('a week before, the day before, the day after, and then more and more seldom', () => {
    expect([-30, -8, -7, -2, -1, 0, 1, 7, 8, 21, 22, 49, 50, 5_000].map(on)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6])
    expect(stageOf(null, Temporal.PlainDate.from(due))).toBe(0)
  })
  test('it never goes back while the days go on, and comes no further than its last step', () => {
    fc.assert(fc.property(fc.integer({ min: -400, max: 400 }), fc.nat(200), (day, later) => {
      expect(on(day + later)).toBeGreaterThanOrEqual(on(day))
      expect(on(day)).toBeLessThanOrEqual(steps.length)
    }))
  })
  test('nothing at weekends, and on Mondays alone for those who have their mail gathered', () => {
    const week = Array.from({ length: 7 }, (_, i) => Temporal.PlainDate.from('2026-03-09').add({ days: i }))
    expect(week.map((day) => goesOn(day, false))).toEqual([true, true, true, true, true, false, false])
    expect(week.map((day) => goesOn(day, true))).toEqual([true, false, false, false, false, false, false])
  })
})

describe('an answer', () => {
  const answer = (over: Partial<FollowUpAnswer>): FollowUpAnswer => ({ said: 'done', note: null, givenTo: null, ...over })
  test('says what is lacking: how it goes, a word about a problem, whom it was given to', () => {
    expect(lackingIn({ said: null, note: null, givenTo: null })).toBe('said')
    expect(lackingIn(answer({ said: 'problem' }))).toBe('note')
    expect(lackingIn(answer({ said: 'not_mine', note: 'Ny jobb' }))).toBe('to')
    expect(sayings.map((said) => lackingIn(answer({ said, note: 'x', givenTo: { personId: null, name: 'Den nye' } })))).toEqual([null, null, null, null])
  })
  test('what is given on begins anew with the one who got it; where nobody here did, it needs help', () => {
    expect(stateAfter(answer({ said: 'not_mine', givenTo: { personId: 'p', name: 'x' } }))).toBe('open')
    expect(stateAfter(answer({ said: 'not_mine', givenTo: { personId: null, name: 'x' } }))).toBe('problem')
  })
  test('the owners: nobody stands twice, others keep their place, and the receiver’s organisation has it', () => {
    const organisation = fc.constantFrom('a', 'b', 'c', 'd')
    fc.assert(fc.property(fc.uniqueArray(organisation), fc.option(organisation), fc.option(organisation), (owners, from, to) => {
      const after = ownersAfter(owners, from, to)
      expect(new Set(after).size).toBe(after.length)
      expect(after.filter((one) => one !== to)).toEqual(owners.filter((one) => one !== to && (one !== from || to === null || owners.includes(to) || to === from)))
      if (to !== null && from !== null) expect(after.length === 0 || after.includes(to) || to === from).toBe(true)
    }))
  })
})
