import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gatheringAt, perWeekChoices, planSlots } from './slots.ts'

const at = (text: string) => Temporal.Instant.from(text)
const now = at('2026-11-20T10:00:00Z')
const hours = (n: number) => now.add({ hours: n })
const waiting = (n: number) => Array.from({ length: n }, (_, i) => ({ id: String(i), lastDay: null }))
const pace = { perWeek: 3, gathered: false, pausedUntil: null } as const

describe('when an unasked mail may go', () => {
  it('at once while there is room, then seven days after the one that makes room', () => {
    expect(planSlots(pace, [hours(-30), hours(-2)], waiting(3), now)).toEqual([
      { id: '0', at: now, why: null },
      { id: '1', at: hours(-30 + 168), why: 'bound' },
      { id: '2', at: hours(-2 + 168), why: 'bound' },
    ])
  })
  it('a pause holds through its last day in Oslo, and the bound holds after it', () => {
    const slots = planSlots({ ...pace, perWeek: 1, pausedUntil: '2026-11-22' }, [hours(-1)], waiting(2), now)
    expect(slots.map((slot) => [slot.at.toString(), slot.why])).toEqual([[hours(167).toString(), 'bound'], [hours(167 + 168).toString(), 'bound']])
    expect(planSlots({ ...pace, pausedUntil: '2026-11-22' }, [], waiting(1), now)).toEqual([{ id: '0', at: at('2026-11-22T23:00:00Z'), why: 'paused' }])
    expect(planSlots({ ...pace, pausedUntil: '2026-11-19' }, [], waiting(1), now)[0]?.why).toBeNull()
  })
  it('one whose day is over before its turn takes no room from the next', () => {
    const slots = planSlots({ ...pace, perWeek: 1 }, [hours(-1)], [{ id: 'a', lastDay: '2026-11-23' }, { id: 'b', lastDay: null }], now)
    expect(slots.map((slot) => slot.at.toString())).toEqual([hours(167).toString(), hours(167).toString()])
  })
  it('all gathered on Monday morning, also when the clocks change', () => {
    expect(planSlots({ ...pace, gathered: true }, [], waiting(2), now).map((slot) => [slot.at.toString(), slot.why])).toEqual([['2026-11-23T06:00:00Z', 'gathered'], ['2026-11-23T06:00:00Z', 'gathered']])
    expect(gatheringAt(at('2026-03-28T12:00:00Z')).toString()).toBe('2026-03-30T05:00:00Z')
    expect(gatheringAt(at('2026-10-24T12:00:00Z')).toString()).toBe('2026-10-26T06:00:00Z')
    expect(gatheringAt(at('2026-11-23T06:00:00Z')).toString()).toBe('2026-11-23T06:00:00Z')
    expect(gatheringAt(at('2026-11-23T06:00:01Z')).toString()).toBe('2026-11-30T06:00:00Z')
  })
  it('no seven days hold more than agreed, nothing is lost, and the order is kept', () => {
    const offsets = fc.array(fc.integer({ min: -400, max: 0 }), { maxLength: 12 })
    fc.assert(fc.property(fc.constantFrom(...perWeekChoices), offsets, fc.nat(25), fc.option(fc.integer({ min: 1, max: 30 })), (perWeek, used, count, pauseDays) => {
      const pausedUntil = pauseDays === null ? null : now.toZonedDateTimeISO('Europe/Oslo').toPlainDate().add({ days: pauseDays }).toString()
      const gone = used.map(hours)
      const slots = planSlots({ perWeek, gathered: false, pausedUntil }, gone, waiting(count), now)
      expect(slots.map((slot) => slot.id)).toEqual(waiting(count).map((one) => one.id))
      const planned = slots.map((slot) => slot.at.epochMilliseconds)
      expect(planned.every((time, i) => time >= (planned[i - 1] ?? now.epochMilliseconds))).toBe(true)
      const all = [...gone.map((time) => time.epochMilliseconds), ...planned]
      const span = 7 * 24 * 3_600_000
      for (const end of planned) expect(all.filter((time) => time > end - span && time <= end).length).toBeLessThanOrEqual(perWeek)
    }))
  })
})
