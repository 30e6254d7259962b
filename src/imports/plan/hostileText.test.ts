import { describe, expect, it } from 'vitest'
import { build } from './fixtures/build.ts'
import { importPlan } from './importPlan.ts'
import { isRefusal } from './workbook/workbook.ts'

/** Check 18: texts that make a careless pattern go back and forth for minutes. */
const nasty = [
  'når '.repeat(8000), ' '.repeat(30_000) + 'x', `a${'.'.repeat(30_000)}b`, `a${','.repeat(30_000)}b`, '1 '.repeat(15_000) + 'x', '('.repeat(30_000), `${'«'.repeat(15_000)}Mål 1:`,
  '/'.repeat(30_000), 'og '.repeat(10_000), '1.'.repeat(15_000), `kr ${'0'.repeat(30_000)}x`, '-'.repeat(30_000), 'Ansvarlig: '.repeat(2500), '\n'.repeat(15_000) + 'a', 'å'.repeat(30_000), '"'.repeat(30_000),
]

describe('check 18: long texts', { timeout: 60_000 }, () => {
  it('takes no time to speak of, in any column', () => {
    const heads = ['Mål', 'Innsatsområde', 'Nr', 'Tiltak', 'Ansvarlig', 'Samarbeidspartnere', 'Frist', 'Status', 'Kostnad', 'Indikator', 'Merknad', 'Oppstart']
    for (const text of nasty) {
      const bytes = build({ sheets: [{ name: 'Plan', rows: [[text], heads, ...Array.from({ length: 3 }, () => heads.map(() => text)), ['a', 'b', 'c', 'd']] }] })
      const from = performance.now()
      const read = importPlan(bytes, 'plan.xlsx')
      expect(performance.now() - from).toBeLessThan(3000)
      expect(isRefusal(read)).toBe(false)
    }
  })
  it('stops at a quotation mark that is never closed', () => {
    const read = importPlan(Buffer.from('Tiltak;Ansvarlig\n"Kurs;NAV\nMesse;KS\n'), 'plan.csv')
    expect(isRefusal(read) ? read.refused.code : 'read').toBe('openQuote')
  })
  it('stops at a field of millions of quotation marks', () => {
    const read = importPlan(Buffer.from(`Tiltak;Ansvarlig\n${'a"'.repeat(5_000_000)}`), 'plan.csv')
    expect(isRefusal(read) ? read.refused.code : 'read').toBe('textTooLong')
  })
})
