import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cameFrom, mayFollow, nextStep, standingOf, stateAfter, staysOf, type Step, stepKinds, type Wanted } from './life.ts'

const today = '2026-11-26'
/** Takes steps one after the other; each must be possible. */
const live = (...wanted: Wanted[]): Step[] => wanted.reduce<Step[]>((steps, one) => {
  const next = nextStep(steps, one, today)
  if ('why' in next) throw new Error(`${one.what}: ${next.why}`)
  return [...steps, next.step]
}, [])
const raised: Wanted = { what: 'raised', toArenaId: 'fag', on: '2026-01-10' }

describe('the life of a matter', () => {
  it('goes from arena to arena and back, and is always somewhere', () => {
    const steps = live(raised, { what: 'prepared', on: '2026-01-20' }, { what: 'forwarded', toArenaId: 'au', on: '2026-02-01' }, { what: 'returned', on: '2026-02-20', note: 'Tall mangler' })
    expect(standingOf(steps)).toEqual({ arenaId: 'fag', since: '2026-02-20', last: 'returned', lastOn: '2026-02-20', settled: false })
    expect(steps.at(-1)).toMatchObject({ arenaId: 'fag', fromArenaId: 'au', note: 'Tall mangler' })
  })
  it('returns as far as it was forwarded, and no further', () => {
    const steps = live(raised, { what: 'forwarded', toArenaId: 'au', on: '2026-02-01' }, { what: 'forwarded', toArenaId: 'styre', on: '2026-03-01' }, { what: 'returned', on: '2026-04-01' })
    expect(cameFrom(steps)).toBe('fag')
    expect(mayFollow(live(raised))).not.toContain('returned')
  })
  it('knows how long it was in each arena, and for how long it has waited', () => {
    const steps = live(raised, { what: 'forwarded', toArenaId: 'au', on: '2026-02-01' }, { what: 'handled', on: '2026-02-10' }, { what: 'forwarded', toArenaId: 'styre', on: '2026-03-01' })
    expect(staysOf(steps, today).map(({ arenaId, days, to }) => [arenaId, days, to])).toEqual([['fag', 22, '2026-02-01'], ['au', 28, '2026-03-01'], ['styre', 270, null]])
  })
  it('waits nowhere when it is settled, and begins to wait again when it is taken up', () => {
    const decided = live(raised, { what: 'decided', on: '2026-03-01' })
    expect(staysOf(decided, today)).toEqual([{ arenaId: 'fag', from: '2026-01-10', to: '2026-03-01', days: 50 }])
    const again = [...decided, ...live(raised, { what: 'decided', on: '2026-03-01' }, { what: 'reopened', on: '2026-11-16' }).slice(-1)]
    expect(staysOf(again, today).at(-1)).toEqual({ arenaId: 'fag', from: '2026-11-16', to: null, days: 10 })
    expect(stateAfter('reopened')).toBe('raised')
  })
  it.each<[string, Wanted[], Wanted, string]>([
    ['nothing before it is raised', [], { what: 'handled', on: today }, 'not-now'],
    ['raised twice', [raised], raised, 'not-now'],
    ['raised nowhere', [], { what: 'raised', on: today }, 'no-arena'],
    ['forwarded to where it is', [raised], { what: 'forwarded', toArenaId: 'fag', on: today }, 'same-arena'],
    ['forwarded nowhere', [raised], { what: 'forwarded', on: today }, 'no-arena'],
    ['returned to where it never was', [raised], { what: 'returned', on: today }, 'not-now'],
    ['done before what was done', [raised], { what: 'handled', on: '2026-01-09' }, 'before-last'],
    ['done tomorrow', [raised], { what: 'handled', on: '2026-11-27' }, 'not-yet'],
    ['handled when closed', [raised, { what: 'closed', on: '2026-02-01' }], { what: 'handled', on: today }, 'not-now'],
  ])('is refused: %s', (_, before, wanted, why) => {
    expect(nextStep(live(...before), wanted, today)).toEqual({ why })
  })
})

// Seen to fail when `returned` went to the last arena but one, whichever it came from.
it('whatever is done in whatever order: stays follow each other without a gap, a return undoes a forwarding, and a settled matter waits nowhere', () => {
  const wanted = fc.record({ what: fc.constantFrom(...stepKinds), toArenaId: fc.constantFrom('a', 'b', 'c'), after: fc.nat(40) })
  fc.assert(fc.property(fc.array(wanted, { maxLength: 25 }), (tries) => {
    let steps: Step[] = []
    let day = Temporal.PlainDate.from('2024-01-01')
    for (const { what, toArenaId, after } of tries) {
      day = day.add({ days: after })
      const next = nextStep(steps, { what, toArenaId, on: day.toString() }, '2027-12-31')
      expect('step' in next || next.why !== 'not-now' || !mayFollow(steps).includes(what)).toBe(true)
      if ('why' in next) continue
      if (what === 'returned') expect(next.step.arenaId).toBe(cameFrom(steps))
      steps = [...steps, next.step]
    }
    const stays = staysOf(steps, '2027-12-31')
    const standing = standingOf(steps)
    expect(stays.filter((stay) => stay.to === null).length).toBe(standing && !standing.settled ? 1 : 0)
    for (const [i, stay] of stays.entries()) {
      expect(stay.days).toBeGreaterThanOrEqual(0)
      const before = stays[i - 1]
      if (before) expect((before.to ?? '') <= stay.from).toBe(true)
    }
    if (standing && !standing.settled) expect(stays.at(-1)?.arenaId).toBe(standing.arenaId)
  }))
})
