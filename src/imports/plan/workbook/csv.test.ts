import { describe, expect, it } from 'vitest'
import { readWorkbook } from './readWorkbook.ts'
import { isRefusal } from './workbook.ts'

const read = (bytes: Uint8Array) => {
  const workbook = readWorkbook(bytes, 'plan.csv')
  if (isRefusal(workbook)) throw new Error(workbook.refused.code)
  return workbook.sheets[0]?.rows.map(row => [row.number, ...row.cells.map(cell => cell.text)])
}
const text = 'Tiltak;Ansvarlig;Når\n"Kurs, ""åpent""\nfor alle";Næringsråd;2026\n\nMøte;NAV;2027\n'
const expected = [[1, 'Tiltak', 'Ansvarlig', 'Når'], [2, 'Kurs, "åpent"\nfor alle', 'Næringsråd', '2026'], [4, 'Møte', 'NAV', '2027']]

describe('csv', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['Windows line ends', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['old Mac line ends', Buffer.from(text.replaceAll('\n', '\r'))],
    ['tab', Buffer.from(text.replaceAll(';', '\t'))],
    ['Excel’s own word for the separator', Buffer.from(`sep=;\n${text}`)],
  ])('%s', (name, bytes) => {
    const shift = name.startsWith('Excel') ? 1 : 0
    expect(read(bytes)).toEqual(expected.map(([row, ...cells]) => [Number(row) + shift, ...cells]))
  })
  it('tells a comma that separates from one inside a text', () => {
    expect(read(Buffer.from('Tiltak,Ansvarlig\n"Kurs; møte; reise","A, B"\nSamling,C\n'))).toEqual([[1, 'Tiltak', 'Ansvarlig'], [2, 'Kurs; møte; reise', 'A, B'], [3, 'Samling', 'C']])
  })
  it('finds the separator in a file whose rows are longer than a cell may be', () => {
    const wide = Array(8).fill(`"${'lang tekst '.repeat(900)}"`).join(';')
    expect(read(Buffer.from(`Tiltak;Frist\n${wide}`))?.[1]).toHaveLength(9)
  })
})
