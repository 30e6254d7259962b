import {
  AlignmentType, BorderStyle, Document as WordFile, ExternalHyperlink, Footer, HeadingLevel, type ITableCellOptions, LevelFormat, LineRuleType, PageBreak, PageNumber, PageOrientation, Packer, Paragraph,
  type ParagraphChild, ShadingType, TabStopPosition, TabStopType, Table, TableCell, TableLayoutType, TableOfContents, TableRow, TextRun, WidthType,
} from 'docx'
import { texts } from '../../text/texts.ts'
import { type Block, type Column, type Document, type Line, type Mark, type Piece, plainText, type Row, safeHref } from '../document.ts'

const words = texts({ nb: { page: 'Side ', of: ' av ' }, nn: { page: 'Side ', of: ' av ' }, en: { page: 'Page ', of: ' of ' } })
const locale = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const
const ink = '1B2A41'
const soft = '4B5769'
const rule = 'CFC6B6'
const thread = 'B3263A'

/** The shapes of status as signs; the word beside says the same. */
const signs: Record<Mark, string> = { holds: '✓', watch: '△', loose: '⤙', notUsed: '◌', neutral: '–', not_started: '○', in_progress: '◐', delayed: '◷', completed: '✓', cancelled: '⊘' }

/** Twips between the margins of an A4 that stands or lies. */
const pageWidth = (document: Document) => (document.landscape ? 16_838 : 11_906) - 2 * margin
const margin = 1_134

/** Makes a document of Word: real headings and lists, tables with a header row that comes again, language and title. */
export async function makeWord(document: Document): Promise<Uint8Array> {
  const { lang, title, owner, foot, landscape = false, blocks, oneSheet = false } = document
  const file = new WordFile({
    title: clean(plainText(title)), creator: clean(plainText(owner ?? 'Trådverk')), lastModifiedBy: 'Trådverk', description: clean(foot),
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: oneSheet ? 19 : 21, color: ink, language: { value: locale[lang] } }, paragraph: { spacing: { after: oneSheet ? 60 : 120, line: 264, lineRule: LineRuleType.AUTO } } },
        heading1: { run: { size: oneSheet ? 34 : 44, bold: true, color: ink }, paragraph: { spacing: { before: 0, after: 160, line: 240, lineRule: LineRuleType.AUTO }, border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: thread, space: 6 } } } },
        heading2: { run: { size: oneSheet ? 24 : 30, bold: true, color: ink }, paragraph: { spacing: { before: oneSheet ? 160 : 360, after: 120 }, keepNext: true } },
        heading3: { run: { size: 25, bold: true, color: ink }, paragraph: { spacing: { before: 240, after: 80 }, keepNext: true } },
        heading4: { run: { size: 22, bold: true, color: ink }, paragraph: { spacing: { before: 200, after: 60 }, keepNext: true } },
      },
      paragraphStyles: [
        { id: 'Caption', name: 'caption', basedOn: 'Normal', next: 'Normal', run: { size: 18, color: soft }, paragraph: { keepNext: true, spacing: { before: 120, after: 60 } } },
        { id: 'Source', name: 'Source', basedOn: 'Normal', run: { size: 17, color: soft } },
      ],
    },
    numbering: { config: [{ reference: 'ordered', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 360, hanging: 360 } } } }] }] },
    sections: [{
      properties: { page: { size: { width: 11_906, height: 16_838, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: { top: margin, bottom: margin, left: margin, right: margin } } },
      footers: { default: new Footer({ children: [new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: landscape ? pageWidth(document) : TabStopPosition.MAX }],
        children: [new TextRun({ text: `${clean(foot)}\t${words[lang].page}`, size: 16, color: soft }), new TextRun({ children: [PageNumber.CURRENT, words[lang].of, PageNumber.TOTAL_PAGES], size: 16, color: soft })],
      })] }) },
      children: [
        ...(owner === undefined ? [] : [new Paragraph({ children: runs(owner, { color: soft }), spacing: { after: 40 } })]),
        new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(title) }),
        ...blocks.flatMap((block) => written(block, document)),
      ],
    }],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

type Look = { color?: string; bold?: boolean; size?: number }

/** What XML can hold, and what turns no line around. */
const clean = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n').replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')

function runs(line: Line, look: Look = {}): ParagraphChild[] {
  return (typeof line === 'string' ? [line] : line).flatMap((one) => (typeof one === 'string' ? run({ text: one }, look) : piece(one, look)))
}

function piece(one: Piece, look: Look): ParagraphChild[] {
  const address = safeHref(one.href)
  const mark = one.mark ? [new TextRun({ text: `${signs[one.mark]} `, ...look, color: one.mark === 'loose' ? thread : soft })] : []
  if (address === undefined) return [...mark, ...run(one, look)]
  return [...mark, new ExternalHyperlink({ link: address, children: run(one, { ...look, color: '1F4E79' }, true) })]
}

/** One run for each line of the text. */
const run = (one: Piece, look: Look, underlined = false): TextRun[] =>
  clean(one.text).split('\n').map((text, at) => new TextRun({
    text, ...look, ...(at > 0 && { break: 1 }), ...(one.strong && { bold: true }), ...(one.quiet && { color: soft, size: 19 }), ...(underlined && { underline: {} }), ...(one.lang && { language: { value: locale[one.lang] } }),
  }))

const levels = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const

function written(block: Block, document: Document): (Paragraph | Table | TableOfContents)[] {
  switch (block.is) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level], children: runs(block.text) })]
    case 'paragraph':
      return [new Paragraph({ children: runs(block.text, block.tone === 'lead' ? { size: 24 } : block.tone === 'quiet' ? { color: soft } : {}) })]
    case 'note':
      return [new Paragraph({ children: piece({ text: '', mark: block.mark }, {}).concat(runs(block.text)), shading: { type: ShadingType.CLEAR, fill: 'FBF8F2' }, border: { left: { style: BorderStyle.SINGLE, size: 12, color: block.mark === 'loose' ? thread : soft, space: 8 } } })]
    case 'list':
      return block.items.map((item) => new Paragraph({ children: runs(item), spacing: { after: 40 }, ...(block.ordered ? { numbering: { reference: 'ordered', level: 0 } } : { bullet: { level: 0 } }) }))
    case 'facts':
      return block.facts.map(({ term, value }) => new Paragraph({ children: [new TextRun({ text: `${clean(term)}: `, bold: true }), ...runs(value)], spacing: { after: 40 } }))
    case 'source':
      return [new Paragraph({ style: 'Source', children: runs(block.text) })]
    case 'picture':
      return [new Paragraph({ children: runs(block.alt) })]
    case 'contents':
      return [new Paragraph({ children: [new TextRun({ text: clean(block.title), bold: true, size: 26 })], spacing: { before: 240, after: 80 } }), new TableOfContents(clean(block.title), { hyperlink: true, headingStyleRange: '2-2' })]
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })]
    case 'table':
      return table(block.caption, block.columns, block.rows, pageWidth(document))
    case 'bars':
      return table(block.caption, [{ header: block.of, width: 3 }, { header: block.number, align: 'number' }], block.bars.map(({ label, count }) => [{ line: [label] }, { line: String(count) }]), pageWidth(document) / 2)
    case 'thread':
      return table(block.caption, block.stops.map((stop) => ({ header: stop.label })), [block.stops.map((stop) => ({ line: [{ text: stop.count, strong: true }, ...(stop.note ? [`\n`, { text: stop.note, ...(stop.mark === 'loose' && { mark: stop.mark }) }] : [])] }))], pageWidth(document))
    case 'beside':
      return [...block.left, ...block.right].flatMap((one) => written(one, document))
  }
}

const line = (color: string, size: number) => ({ style: BorderStyle.SINGLE, color, size })
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

function table(caption: string | undefined, columns: readonly Column[], rows: readonly Row[], width: number): (Paragraph | Table)[] {
  const shares = columns.map((column) => column.width ?? 1)
  const all = shares.reduce((a, b) => a + b, 0)
  const widths = shares.map((share) => Math.round((width * share) / all))
  const cell = (children: ParagraphChild[], column: Column | undefined, more: Partial<ITableCellOptions> = {}) => new TableCell({
    ...more, margins: { top: 50, bottom: 50, left: 70, right: 70 },
    children: [new Paragraph({ children, spacing: { after: 0 }, alignment: column?.align === 'number' ? AlignmentType.END : AlignmentType.START })],
  })
  const drawn = new Table({
    columnWidths: widths, width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA }, layout: TableLayoutType.FIXED,
    borders: { top: none, left: none, right: none, insideVertical: none, bottom: line(rule, 4), insideHorizontal: line(rule, 4) },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true, lastRow: false, lastColumn: false },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((column) => cell(run({ text: column.header }, { bold: true, ...(columns.length > 6 && { size: 16 }) }), column, { borders: { bottom: line(ink, 8) } })) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: 'group' in row
        ? [cell(runs(row.group, { bold: true }), undefined, { columnSpan: columns.length, shading: { type: ShadingType.CLEAR, fill: 'F7F3EA' } })]
        : row.map((one, at) => cell(runs(one.line), columns[at])) })),
    ],
  })
  return [...(caption ? [new Paragraph({ style: 'Caption', children: runs(caption) })] : []), drawn, new Paragraph({ spacing: { after: 60 }, children: [] })]
}
