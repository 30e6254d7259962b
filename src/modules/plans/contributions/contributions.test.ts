import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyInstrument } from '../measure/instrument.arbitrary.ts'
import { addUp, counted, type Instrument } from '../measure/instrument.ts'
import { type Amounts, amountsOf, gapsOf, overlapsOf, pivot, type Placed, promisesOf } from './contributions.ts'

const today = Temporal.PlainDate.from('2026-11-22')
let n = 0
const put = (over: Partial<Instrument>): Instrument => ({ id: `i${n++}`, measureId: 'm1', organisationId: 'o1', type: 'money', year: 2026, amount: 100, state: 'promised', note: null, ...over })
const placed = (over: Partial<Placed>): Placed => ({ id: 'm1', areaId: 'a1', starts: '2026-01-01', ends: '2027-12-31', open: true, ...over })

describe('a table of contributions', () => {
  it('adds up along rows, along columns and in the corner, and to what was put in', () => {
    const list = fc.array(anyInstrument, { maxLength: 40 })
    fc.assert(fc.property(list, fc.constantFrom(...counted), (instruments, type) => {
      const table = pivot(instruments, type, (i) => i.organisationId, (i) => i.year)
      const parts: (keyof Amounts)[] = ['sure', 'committed', 'wished', 'unknown']
      for (const part of parts) {
        for (const row of table.rows.values()) expect(addUp([...row.cells.values()].map((c) => c[part]))).toBe(row.total[part])
        for (const [year, column] of table.columns) expect(addUp([...table.rows.values()].map((r) => r.cells.get(year)?.[part] ?? 0))).toBe(column[part])
        expect(addUp([...table.rows.values()].map((r) => r.total[part]))).toBe(table.total[part])
        expect(addUp([...table.columns.values()].map((c) => c[part]))).toBe(table.total[part])
      }
      const own = instruments.filter((i) => i.type === type && i.amount !== null)
      expect(addUp([table.total.sure, table.total.wished])).toBe(addUp(own.map((i) => i.amount ?? 0)))
    }))
  })
  it('never counts a wish as money, and counts what has no amount', () => {
    expect(amountsOf([put({ amount: 100 }), put({ amount: 50, state: 'committed' }), put({ amount: 7, state: 'wished' }), put({ amount: null })])).toEqual({ sure: 150, committed: 50, wished: 7, unknown: 1 })
  })
})

describe('overlaps', () => {
  const measures = [placed({ id: 'm1' }), placed({ id: 'm2' }), placed({ id: 'm3', areaId: 'a2' })]
  it('are two who put money into each their own measure under the same area in the same year', () => {
    expect(overlapsOf([put({}), put({ measureId: 'm2', organisationId: 'o2' })], measures)).toEqual([{ areaId: 'a1', type: 'money', years: [2026], organisations: ['o1', 'o2'], measures: ['m1', 'm2'] }])
  })
  it('are not two who meet in a measure, one alone, different years, kinds or areas, a wish, or what is ended', () => {
    expect(overlapsOf([put({}), put({ organisationId: 'o2' })], measures)).toEqual([])
    expect(overlapsOf([put({}), put({ measureId: 'm2' })], measures)).toEqual([])
    expect(overlapsOf([put({}), put({ measureId: 'm2' }), put({ measureId: 'm2', organisationId: 'o2' })], measures)).toEqual([])
    expect(overlapsOf([put({}), put({ measureId: 'm2', organisationId: 'o2', year: 2027 })], measures)).toEqual([])
    expect(overlapsOf([put({}), put({ measureId: 'm2', organisationId: 'o2', type: 'people' })], measures)).toEqual([])
    expect(overlapsOf([put({}), put({ measureId: 'm3', organisationId: 'o2' })], measures)).toEqual([])
    expect(overlapsOf([put({}), put({ measureId: 'm2', organisationId: 'o2', state: 'wished' })], measures)).toEqual([])
    expect(overlapsOf([put({}), put({ measureId: 'm2', organisationId: 'o2' })], [placed({}), placed({ id: 'm2', open: false })])).toEqual([])
  })
  it('are the same whatever order the contributions come in', () => {
    const key = (list: readonly Instrument[]) => overlapsOf(list, measures).map((o) => ({ ...o, organisations: o.organisations.toSorted(), measures: o.measures.toSorted() })).sort((a, b) => `${a.areaId}${a.type}`.localeCompare(`${b.areaId}${b.type}`))
    fc.assert(fc.property(fc.array(anyInstrument, { maxLength: 15 }), (list) => {
      expect(key(list.toReversed())).toEqual(key(list))
    }))
  })
})

describe('gaps', () => {
  it('are measures without any contribution, and those that are only wished for', () => {
    const measures = [placed({ id: 'm1' }), placed({ id: 'm2' }), placed({ id: 'm3', open: false })]
    expect(gapsOf([put({ measureId: 'm2', state: 'wished' })], measures, today)).toEqual([{ measureId: 'm1', kind: 'nothing' }, { measureId: 'm2', kind: 'onlyWished' }])
  })
  it('are years from now on that nothing is said of', () => {
    expect(gapsOf([put({ year: 2026 })], [placed({ starts: '2024-01-01', ends: '2028-06-01' })], today)).toEqual([{ measureId: 'm1', kind: 'years', years: [2027, 2028] }])
    expect(gapsOf([put({ year: null })], [placed({})], today)).toEqual([])
    expect(gapsOf([put({ year: 2026 })], [placed({ ends: null })], today)).toEqual([])
  })
})

describe('promises without commitment', () => {
  it('are those of a year that has begun, oldest and largest first', () => {
    const list = [put({ id: 'now', amount: 5 }), put({ id: 'more', amount: 50 }), put({ id: 'old', year: 2025 }), put({ id: 'later', year: 2027 }), put({ id: 'sure', state: 'committed' }), put({ id: 'any', year: null })]
    expect(promisesOf(list, [placed({})], today).map((i) => i.id)).toEqual(['old', 'more', 'now'])
    expect(promisesOf(list, [placed({ open: false })], today)).toEqual([])
  })
})
