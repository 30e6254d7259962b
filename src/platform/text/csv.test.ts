import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

// Seen to fail when the full-width signs are not known.
test('check 22: nothing in a comma-separated file is a formula', () => {
  expect(csvLine(['=1+1', '@SUM(A1)', '+47', '-3', '\tx', '＝1', 'Vassøy "kommune"', 'a\nb'])).toBe(`"'=1+1","'@SUM(A1)","'+47","'-3","'\tx","'＝1","Vassøy ""kommune""","a\nb"\r\n`)
})
