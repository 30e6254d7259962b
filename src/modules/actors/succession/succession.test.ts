import { describe, expect, test } from 'vitest'
import { changesOf, type Choices, firstYearAfter, isSplit, successorFor } from './succession.ts'

const row = (on: string, from: string, to: string) => ({ on, fromId: from, from: `${from} kommune`, toId: to, to: `${to} kommune` })
const none: Choices = { parties: [], default: null, items: {}, people: {} }

describe('what becomes what', () => {
  test('rows of one day that hang together are one change; other days and others are others', () => {
    const changes = changesOf([row('2028-01-01', 'lia', 'ny'), row('2024-01-01', 'viken', 'akershus'), row('2028-01-01', 'vassoy', 'ny'), row('2024-01-01', 'viken', 'buskerud'), row('2028-01-01', 'annen', 'annet')])
    expect(changes.map((one) => [one.on, one.from.map((x) => x.id), one.to.map((x) => x.id)])).toEqual([
      ['2024-01-01', ['viken'], ['akershus', 'buskerud']], ['2028-01-01', ['lia', 'vassoy'], ['ny']], ['2028-01-01', ['annen'], ['annet']],
    ])
    expect(changes.map((one) => isSplit(one, new Set(one.from.map((x) => x.id))))).toEqual([true, false, false])
  })

  test('one successor needs no choice; of several the one chosen, or the one for the rest, or nobody', () => {
    const [split] = changesOf([row('2024-01-01', 'viken', 'akershus'), row('2024-01-01', 'viken', 'buskerud')])
    const [merger] = changesOf([row('2028-01-01', 'lia', 'ny')])
    if (!split || !merger) throw new Error('none')
    expect(successorFor(merger, none, 'lia', undefined)).toBe('ny')
    expect(successorFor(split, none, 'viken', undefined)).toBe(null)
    expect(successorFor(split, { ...none, default: 'akershus' }, 'viken', undefined)).toBe('akershus')
    expect(successorFor(split, { ...none, default: 'akershus' }, 'viken', 'buskerud')).toBe('buskerud')
    expect(successorFor(split, { ...none, default: 'akershus' }, 'viken', 'somebody else')).toBe('akershus')
  })

  // Seen to fail when it is always the year of the day.
  test('check 47: money of a year is the successor’s when the year begins on the day or after it', () => {
    expect([firstYearAfter('2028-01-01'), firstYearAfter('2028-07-01'), firstYearAfter('2028-12-31'), firstYearAfter('2028-02-29')]).toEqual([2028, 2029, 2029, 2029])
  })
})
