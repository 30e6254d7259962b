import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { build } from '../fixtures/build.ts'
import type { MadeSheet } from '../fixtures/build.ts'
import { readWorkbook } from './readWorkbook.ts'
import { isRefusal } from './workbook.ts'

const sheet: MadeSheet = { name: 'Plan', rows: [['Tiltak', 'Ansvarlig'], ['Kurs', 'NAV']] }
const whole = build({ sheets: [sheet] })
const withSheet = (xml: string | Uint8Array) => build({ sheets: [sheet], extra: { 'xl/worksheets/sheet1.xml': xml } })
const wrap = (rows: string, before = '') => `<?xml version="1.0"?>${before}<worksheet xmlns="x"><sheetData>${rows}</sheetData></worksheet>`
const refused = (bytes: Uint8Array, name = 'plan.xlsx') => {
  const read = readWorkbook(bytes, name)
  return isRefusal(read) ? read.refused.code : 'read'
}
/** A zip with bytes changed after it was made. */
const changed = (bytes: Uint8Array, change: (copy: Uint8Array, view: DataView) => void) => {
  const copy = bytes.slice()
  change(copy, new DataView(copy.buffer))
  return copy
}
const directoryAt = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 22 + 16, true)

// Seen to fail when names that climb out are let in, and when a part may be of any size.
describe('check 23: hostile and wrong files get one refusal', { timeout: 60_000 }, () => {
  it.each([
    ['an empty file', new Uint8Array(), 'plan.xlsx', 'emptyFile'],
    ['a truncated file', whole.subarray(0, whole.length - 200), 'plan.xlsx', 'damaged'],
    ['a file cut in half', whole.subarray(0, whole.length / 2), 'plan.xlsx', 'damaged'],
    ['an old binary file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]), 'plan.xlsx', 'oldExcel'],
    ['a file with a password', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('EncryptedPackage', 'utf16le')]), 'plan.xlsx', 'encrypted'],
    ['a pdf called xlsx', strToU8('%PDF-1.7 ...'), 'plan.xlsx', 'nameAndContent'],
    ['a spreadsheet called csv', whole, 'plan.csv', 'nameAndContent'],
    ['text called xlsx', strToU8('Tiltak;Ansvarlig'), 'plan.xlsx', 'nameAndContent'],
    ['html called csv', strToU8('<html><table>'), 'plan.csv', 'nameAndContent'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'plan.png', 'notAPlanFile'],
    ['a macro file', build({ sheets: [sheet], extra: { 'xl/vbaProject.bin': 'x' } }), 'plan.xlsx', 'macros'],
    ['a Word file', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }), 'plan.xlsx', 'otherOffice'],
    ['a plain zip', zipSync({ 'plan.xlsx': whole }), 'plan.xlsx', 'plainArchive'],
    ['an archive in the archive', build({ sheets: [sheet], extra: { 'xl/more.zip': 'x' } }), 'plan.xlsx', 'archiveInside'],
    ['a name that climbs out', build({ sheets: [sheet], extra: { '../../etc/cron.d/x': 'x' } }), 'plan.xlsx', 'unsafeNames'],
    ['an absolute name', build({ sheets: [sheet], extra: { '/etc/passwd': 'x' } }), 'plan.xlsx', 'unsafeNames'],
    ['an encrypted part', changed(whole, (copy, view) => view.setUint16(directoryAt(copy) + 8, 1, true)), 'plan.xlsx', 'encrypted'],
    ['a part that declares 3 GB', changed(whole, (copy, view) => view.setUint32(directoryAt(copy) + 24, 3_000_000_000, true)), 'plan.xlsx', 'tooLargeInside'],
    ['a document type', withSheet(wrap('<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')), 'plan.xlsx', 'entities'],
    ['broken XML', withSheet('<worksheet><sheetData><row></sheetData>'), 'plan.xlsx', 'damaged'],
    ['XML that is not UTF-8', withSheet(Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0xfe])), 'plan.xlsx', 'damaged'],
    ['elements a thousand deep', withSheet(wrap('<a>'.repeat(1000) + '</a>'.repeat(1000))), 'plan.xlsx', 'tooDeep'],
    ['a cell beyond the last column', withSheet(wrap('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>')), 'plan.xlsx', 'damaged'],
    ['a cell with a very long text', withSheet(wrap(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(50_000)}</t></is></c></row>`)), 'plan.xlsx', 'textTooLong'],
    ['a string that is not there', withSheet(wrap('<row r="1"><c r="A1" t="s"><v>9999</v></c></row>')), 'plan.xlsx', 'damaged'],
    ['csv with a million empty rows', strToU8(`Tiltak;Ansvarlig\n${';\n'.repeat(1_000_000)}`), 'plan.csv', 'tooManyRows'],
    ['csv with zero bytes', Uint8Array.from([84, 105, 0, 108]), 'plan.csv', 'nameAndContent'],
  ])('%s', (_, bytes, name, code) => {
    expect(refused(bytes, name)).toBe(code)
  })

  it('stops a bomb while it is inflated, whatever it declares', () => {
    const bomb = withSheet(new Uint8Array(60 * 1024 * 1024).fill(32))
    const lying = changed(bomb, (copy, view) => {
      for (let at = directoryAt(copy), left = view.getUint16(copy.length - 22 + 10, true); left > 0; left--) {
        if (view.getUint32(at + 24, true) > 10_000_000) view.setUint32(at + 24, 5_000, true)
        at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
      }
    })
    expect(bomb.length).toBeLessThan(200_000)
    const before = process.memoryUsage().rss
    expect(refused(bomb)).toBe('tooLargeInside')
    expect(['tooLargeInside', 'damaged']).toContain(refused(lying))
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })

  it('stops at a million empty rows', () => {
    const rows = '<row/>'.repeat(1_000_000)
    expect(refused(withSheet(wrap(rows)))).toBe('tooManyRows')
  })

  it('reads a sheet with one cell in the last row and a merged whole sheet', () => {
    const read = readWorkbook(withSheet('<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Siste</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'), 'plan.xlsx')
    if (isRefusal(read)) throw new Error(read.refused.code)
    expect(read.sheets[0]?.rows[0]?.number).toBe(1_048_576)
  })

  it('never throws on damaged bytes', () => {
    for (let seed = 0; seed < 300; seed++) {
      const bytes = changed(whole, copy => {
        for (let at = seed * 7; at < copy.length; at += 97 + seed) copy[at] = (copy[at] ?? 0) ^ (seed + 1)
      })
      expect(typeof refused(bytes)).toBe('string')
    }
  })
})

describe('what a workbook says', () => {
  it('warns of formulas without values and of links to other files', () => {
    const read = readWorkbook(build({ sheets: [{ name: 'Plan', rows: [['Tiltak', { formula: '[1]Ark!A1' }]] }], extra: { 'xl/externalLinks/externalLink1.xml': '<x/>' } }), 'p.xlsx')
    expect(isRefusal(read) ? [] : read.warnings.map(each => each.code)).toEqual(['externalLinks', 'formulaWithoutValue'])
  })
})
