import { unzipSync } from 'fflate'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { closePress, type Block, type Document, NotMade, prose, toPdf, toWord, toXlsx } from './index.ts'
import { limits } from './press/press.ts'
import { printable } from './pdf/printable.ts'
import { readPdf, readWord } from './testing/read-back.ts'

afterAll(closePress)

const documentOf = (blocks: readonly Block[], more: Partial<Document> = {}): Document => ({ title: 'Handlingsplan', lang: 'nb', owner: 'Eksempelfylket', on: '2026-11-20', foot: 'Slik planen står 20. november 2026', blocks, ...more })

const sample = documentOf([
  { is: 'contents', title: 'Innhold' },
  { is: 'heading', level: 2, text: ['1 Flere i jobb ', { text: 'a part in English', lang: 'en' }] },
  { is: 'paragraph', text: ['Se ', { text: 'planen', href: 'https://eksempel.example/plan' }, ' og ', { text: 'ikke denne', href: 'javascript:alert(1)' }] },
  { is: 'list', items: ['første', 'andre'] },
  { is: 'table', caption: 'Tiltak under målet', columns: [{ header: 'Tiltak', width: 2 }, { header: 'Status' }, { header: 'Penger', align: 'number' }, { header: 'Frist' }], rows: [
    { group: 'Rekruttering' },
    [{ line: 'Felles portal' }, { line: [{ text: 'Forsinket', mark: 'delayed' }] }, { line: '1 200 000 kr', value: 1_200_000 }, { line: '1. mars 2027', value: { day: '2027-03-01' } }],
  ] },
  { is: 'bars', caption: 'Status på tiltakene', of: 'Status', number: 'Antall', bars: [{ label: { text: 'Fullført', mark: 'completed' }, count: 2 }] },
  { is: 'thread', caption: 'Tråden', stops: [{ label: 'Kunnskap', count: '4', mark: 'holds', note: '' }, { label: 'Mål', count: '2', mark: 'loose', note: '1 løs tråd' }, { label: 'Læring', count: '0', mark: 'notUsed', note: '' }] },
  { is: 'picture', svg: '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5"><rect width="10" height="5"/></svg>', alt: 'Et svart felt' },
  { is: 'heading', level: 3, text: 'Under' },
  { is: 'source', text: 'Kilde: planen' },
])

describe('check 57, 61: a document can be read by those who listen', () => {
  // Fails when the template sets the title as plain text, or the header row as a row.
  test('a PDF says what it is, in which language, with headings, lists, tables and header cells', async () => {
    const pdf = await readPdf((await toPdf(sample)).bytes)
    expect(pdf).toMatchObject({ title: 'Handlingsplan', lang: 'nb-NO', standard: ['ua-1'] })
    for (const role of ['H1', 'H2', 'H3', 'L', 'LI', 'Table', 'THead', 'TH', 'TD', 'Caption', 'Figure', 'TOC', 'Link']) expect([role, pdf.roles.includes(role)]).toEqual([role, true])
    expect(pdf.roles.indexOf('H1')).toBeLessThan(pdf.roles.indexOf('H2'))
    expect(pdf.text).toContain('1 200 000 kr')
    expect(pdf.raw).toContain('https://eksempel.example/plan')
    expect(pdf.raw).not.toContain('javascript')
  })

  test('the archive’s own kind is had by asking for it, and the same document is the same bytes', async () => {
    const [one, two] = [await toPdf(sample, { standard: 'a-2a' }), await toPdf(sample, { standard: 'a-2a' })]
    expect((await readPdf(one.bytes)).standard).toEqual(['a-2a'])
    expect(Buffer.from(one.bytes).equals(two.bytes)).toBe(true)
  })

  test('Word has real headings, a header row that comes again, the language, and marks what is in another', async () => {
    const word = readWord(await toWord(sample))
    expect(word.title).toBe('Handlingsplan')
    expect(word.styles).toEqual(expect.arrayContaining(['Heading1', 'Heading2', 'Heading3', 'Caption']))
    expect(word.headerRows).toBe(3)
    expect(word.languages).toEqual(expect.arrayContaining(['nb-NO', 'en-GB']))
    expect(word.links).toEqual(['https://eksempel.example/plan'])
    expect(word.text).toContain('Felles portal')
  })
})

const hostile = ['<script>alert(1)</script>', '#panic("x") #read("/etc/passwd") $x^2$ @ref <label> `raw` \\u{41} *b* _i_', '=HYPERLINK("http://x")', '＝1+1', '＋1', '－1', '＠SUM(1)', '\t=1', '\r=1', '-1+1', '@x', ']]>&amp;<w:p/>', '\0\x07\x1b\ud800 \ufffe', '😀 中文 ا ـ e\u0301\u0323 \u202egnirts', 'x'.repeat(400), 'Kommunesammenslåingsutredning'.repeat(5), "'); drop table item;--"]

describe('check 14, 22: hostile text is text', () => {
  const document = documentOf(hostile.flatMap((text): Block[] => [
    { is: 'heading', level: 2, text }, { is: 'paragraph', text }, { is: 'list', items: [text] }, { is: 'facts', facts: [{ term: text, value: text }] }, { is: 'note', mark: 'loose', text }, { is: 'source', text },
    { is: 'table', caption: text, columns: [{ header: text }, { header: 'b' }], rows: [[{ line: text }, { line: [{ text, lang: 'nn', strong: true, quiet: true, mark: 'watch' }] }]] },
  ]), { title: hostile.join(' ').slice(0, 300), foot: hostile[0] ?? '', owner: hostile[1] ?? '' })

  test('in PDF, Word and spreadsheets', async () => {
    const pdf = await readPdf((await toPdf(document)).bytes)
    expect(pdf.text.replace(/\s/g, '')).toContain('#panic("x")')
    const word = readWord(await toWord(document))
    expect(word.text).toContain('<script>alert(1)</script>')
    expect(word.text).toContain('#read("/etc/passwd")')
    expect(word.names.filter((name) => /macro|vba|embed/i.test(name))).toEqual([])
    const sheets = Object.entries(unzipSync(await toXlsx(document))).flatMap(([name, bytes]) => (name.startsWith('xl/worksheets/') ? [new TextDecoder().decode(bytes)] : [])).join('')
    expect(sheets).toContain('=HYPERLINK(&quot;http://x&quot;)')
    expect(sheets).not.toMatch(/<f\b|<script/)
  })

  test('what the fonts lack is one sign, what steers is gone, and endless words can be broken', () => {
    expect(printable('a😀中b')).toBe('a\ufffdb')
    expect(printable('\u202eabc\0')).toBe('abc')
    expect(printable('e\u0301')).toBe('é')
    expect(printable('x'.repeat(60)).split('\u200b').every((part) => part.length <= 12)).toBe(true)
    expect(printable('Barnehageplasser i Kárášjohka')).toBe('Barnehageplasser i Kárášjohka')
  })
})

test('nothing to tell is a document too', async () => {
  const pdf = await readPdf((await toPdf(documentOf([]))).bytes)
  expect(pdf).toMatchObject({ pages: 1, title: 'Handlingsplan' })
  expect(readWord(await toWord(documentOf([]))).styles).toContain('Heading1')
  expect((await toXlsx(documentOf([]))).length).toBeGreaterThan(500)
})

test('thousands of rows are made away from the web: its own process hardly works', async () => {
  const count = inject('sampling').all ? 5_000 : 600
  const rows = Array.from({ length: count }, (_, i) => [{ line: `Tiltak ${i}: etablere felles rekrutteringsportal` }, { line: [{ text: 'I gang', mark: 'in_progress' as const }] }, { line: 'Lia kommune' }, { line: '120 000 kr', value: 120_000 }])
  const large = documentOf([{ is: 'table', caption: 'Tiltak', columns: [{ header: 'Tiltak', width: 3 }, { header: 'Status' }, { header: 'Hvem' }, { header: 'Penger', align: 'number' }], rows }], { landscape: true })
  const before = process.cpuUsage()
  const { pages } = await toPdf(large)
  const { user, system } = process.cpuUsage(before)
  expect(pages).toBeGreaterThan(count / 40)
  // Made in this process it takes a millisecond for each row.
  expect((user + system) / 1000).toBeLessThan(count / 2)
}, 60_000)

test('what is too large is refused before it is begun, and a fault of one leaves the next alone', async () => {
  await expect(toPdf(documentOf([{ is: 'paragraph', text: 'x'.repeat(limits.documentBytes) }]))).rejects.toMatchObject({ why: 'tooLarge' })
  const broken = documentOf([{ is: 'picture', svg: 'no picture', alt: '' }])
  await expect(toPdf(broken)).rejects.toBeInstanceOf(NotMade)
  expect((await toPdf(documentOf([...prose('Etter feilen.')]))).pages).toBe(1)
})
