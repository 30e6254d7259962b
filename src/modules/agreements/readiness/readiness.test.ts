import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockedBy, declared, type Facts, nextStep, type StepName, steps, stepsOf } from './readiness.ts'

const nothing: Facts = {
  possible: 0, answers: { done: 0, of: 0 }, anchored: { done: 0, of: 0 }, signed: { done: 0, of: 0 }, textAgreed: false, roles: { done: 0, of: 0 }, inForce: false, joined: { done: 0, of: 0 }, renewalPlanned: false,
}
const states = (facts: Partial<Facts>, ...overridden: StepName[]) => Object.fromEntries(stepsOf({ ...nothing, ...facts }, new Set(overridden)).map((one) => [one.name, one.state]))

describe('the way to an agreement', () => {
  it('begins with those who may be partners, and goes on from one step to the next', () => {
    expect(states({})).toMatchObject({ mapped: 'now', asked: 'later', signed: 'later' })
    expect(states({ possible: 4 })).toMatchObject({ mapped: 'done', asked: 'now', answered: 'later' })
    expect(states({ possible: 4, answers: { done: 3, of: 4 } })).toMatchObject({ asked: 'done', answered: 'now', anchored: 'later' })
  })
  it('a step that was passed by with a reason opens the next one, and shows that it was', () => {
    expect(states({ possible: 4, answers: { done: 3, of: 4 } }, 'answered')).toMatchObject({ answered: 'overridden', anchored: 'now' })
  })
  it('when it is in force and nobody is joining, others may still join', () => {
    const all = { possible: 4, answers: { done: 4, of: 4 }, anchored: { done: 4, of: 4 }, signed: { done: 4, of: 4 }, roles: { done: 4, of: 4 }, textAgreed: true }
    expect(states({ ...all, inForce: true })).toMatchObject({ accession: 'open', renewal: 'now' })
    expect(states({ ...all, inForce: true, joined: { done: 0, of: 1 } })).toMatchObject({ accession: 'now' })
  })
  // Seen to fail when the guard asked only whether the step itself was done.
  it('roles are not settled before the text is agreed, unless it is said why', () => {
    expect(blockedBy('roles', { ...nothing, anchored: { done: 4, of: 4 } }, new Set())).toBe('agreed')
    expect(blockedBy('roles', nothing, new Set(['agreed']))).toBeNull()
    expect(blockedBy('roles', { ...nothing, textAgreed: true }, new Set())).toBeNull()
  })

  const count = fc.tuple(fc.nat(3), fc.nat(3)).map(([a, b]) => ({ done: Math.min(a, b), of: Math.max(a, b) }))
  const facts = fc.record({ possible: fc.nat(3), answers: count, anchored: count, signed: count, textAgreed: fc.boolean(), roles: count, inForce: fc.boolean(), joined: count, renewalPlanned: fc.boolean() })
  const overridden = fc.uniqueArray(fc.constantFrom(...steps)).map((all) => new Set(all))
  it('the page and the guard never disagree: what is stopped is told as later, by the step that it waits for', () => {
    fc.assert(fc.property(facts, overridden, fc.constantFrom(...steps), (known, passed, name) => {
      const all = stepsOf(known, passed)
      const step = all.find((one) => one.name === name)
      const stop = blockedBy(name, known, passed)
      if (stop !== null && step?.state !== 'done' && step?.state !== 'overridden') expect([step?.state, step?.after]).toEqual(['later', stop])
      if (step?.state === 'now' && declared[name].guards) expect(stop).toBeNull()
      // There is always something to do, until all is done, passed by, or open to whoever comes.
      if (nextStep(all) === null) expect(all.every((one) => ['done', 'overridden', 'open'].includes(one.state))).toBe(true)
    }))
  })
  it('passing a step by makes no other step come further away', () => {
    const rank = { later: 0, now: 1, open: 1, overridden: 2, done: 3 }
    fc.assert(fc.property(facts, overridden, fc.constantFrom(...steps), (known, passed, name) => {
      const [before, after] = [stepsOf(known, passed), stepsOf(known, new Set([...passed, name]))]
      before.forEach((one, i) => expect(rank[after[i]?.state ?? 'later']).toBeGreaterThanOrEqual(rank[one.state]))
    }))
  })
})
