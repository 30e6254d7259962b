import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readWord, wordLimits } from './read-word.ts'

const main = 'application/vnd.openxmlformats-officedocument'
const word = (body: string, extra: Record<string, Uint8Array> = {}) => zipSync({
  '[Content_Types].xml': strToU8('<Types/>'), '_rels/.rels': strToU8(`<Relationships><Relationship Id="r1" Type="${main}/officeDocument" Target="word/document.xml"/></Relationships>`),
  'word/document.xml': strToU8(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`), ...extra,
})
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (text: string, style = '') => `<w:p>${style ? `<w:pPr>${style}</w:pPr>` : ''}${run(text)}</w:p>`
const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`).join('')}</w:tr>`
const lines = (bytes: Uint8Array) => { const read = readWord(bytes); return 'lines' in read ? read.lines.map(({ text, is }) => (is === 'text' ? text : `${is}: ${text}`)) : read.refused }

describe('a Word file', () => {
  test('is read line by line, with headings, lists and tables, as it stands when changes are accepted', () => {
    expect(lines(word([
      p('Referat', '<w:pStyle w:val="Overskrift1"/>'), p('1. Felles søknad', '<w:outlineLvl w:val="1"/>'), '<w:p/>',
      `<w:p>${run('Alle er ')}<w:del><w:r><w:delText>uenige</w:delText></w:r></w:del><w:ins>${run('enige &amp; glade')}</w:ins><w:moveFrom>${run('borte')}</w:moveFrom></w:p>`,
      `<w:p><w:r><w:t>Første</w:t><w:br/><w:t>andre</w:t><w:tab/><w:t>tredje</w:t></w:r></w:p>`, p('Ringe', '<w:numPr><w:ilvl w:val="0"/></w:numPr>'),
      `<w:tbl>${row('Hva', 'Ansvar', 'Frist')}${row('Sende utkastet.', 'Kari', '15.3.2027')}${row('Skrive', '', '1. mai')}</w:tbl>`,
      `<w:tbl>${row('Sak 1', p('Første avsnitt.') + p('Andre avsnitt.'))}</w:tbl>`,
    ].join('')))).toEqual([
      'heading: Referat', 'heading: 1. Felles søknad', '', 'Alle er enige & glade', 'Første', 'andre tredje', 'bullet: Ringe', '', 'Hva | Ansvar | Frist', 'bullet: Sende utkastet. Ansvar: Kari. Frist: 15.3.2027', 'bullet: Skrive. Frist: 1. mai', '',
      '', 'Sak 1', 'Første avsnitt.', 'Andre avsnitt.', '',
    ])
  })

  // Seen to fail when the elements of a text had no end.
  test.each([
    ['nothing', new Uint8Array(), 'unreadable'], ['text', strToU8('Referat'), 'unreadable'], ['a cut file', word(p('a')).subarray(0, 200), 'unreadable'], ['a spreadsheet', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<w/>') }), 'unreadable'],
    ['a bomb', word('', { 'word/document.xml': new Uint8Array(30_000_000).fill(32) }), 'unreadable'], ['an archive inside', word(p('a'), { 'word/mer.zip': strToU8('x') }), 'unreadable'], ['a name that climbs out', word(p('a'), { '../x': strToU8('x') }), 'unreadable'],
    ['an entity', word('', { 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>') }), 'unreadable'], ['XML that is broken', word('<w:p>'), 'unreadable'], ['elements inside one another', word('<w:a>'.repeat(300) + '</w:a>'.repeat(300)), 'unreadable'],
    ['more elements than any minutes', word('<w:p/>'.repeat(wordLimits.elements + 1)), 'too-long'], ['more letters than any minutes', word(p('a'.repeat(wordLimits.characters + 1))), 'too-long'],
  ])('that is %s is refused', (_, bytes, why) => expect(lines(bytes)).toBe(why))
})
