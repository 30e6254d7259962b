import { type Block, type Cell, type Document, type Line, plainText, type Row, type Table } from '../document.ts'
import { type WrittenCell, type WrittenSheet, writeXlsx } from './write-xlsx.ts'

/** The tables of a document as sheets: the line across a table becomes a first column of its own, so that rows can be sorted and still say where they belong. */
export function makeXlsx(document: Document): Uint8Array {
  const sheets = sheetsIn(document.blocks)
  return writeXlsx(sheets.length > 0 ? sheets : [{ name: plainText(document.title), rows: [[plainText(document.title)]] }])
}

function sheetsIn(blocks: readonly Block[]): WrittenSheet[] {
  return blocks.flatMap((block): WrittenSheet[] => {
    if (block.is === 'beside') return [...sheetsIn(block.left), ...sheetsIn(block.right)]
    if (block.is === 'table') return [sheetOf(block)]
    if (block.is === 'bars') return [{ name: block.caption, rows: [[block.of, block.number], ...block.bars.map(({ label, count }): WrittenCell[] => [label.text, count])] }]
    if (block.is === 'thread') return [{ name: block.caption, rows: [block.stops.map((stop) => stop.label), block.stops.map((stop) => stop.count), block.stops.map((stop) => stop.note)] }]
    return []
  })
}

const isGroup = (row: Row): row is { group: Line } => 'group' in row

function sheetOf({ caption, name, columns, rows }: Table): WrittenSheet {
  const grouped = rows.some(isGroup)
  let group = ''
  const written = rows.flatMap((row): WrittenCell[][] => {
    if (isGroup(row)) {
      group = plainText(row.group)
      return []
    }
    return [[...(grouped ? [group] : []), ...row.map(cellOf)]]
  })
  const widths = columns.map(({ width = 1, align }) => (align === 'number' ? 16 : Math.round(Math.min(80, 18 * width))))
  return { name: name ?? caption ?? 'Ark', rows: [[...(grouped ? [''] : []), ...columns.map((column) => column.header)], ...written], widths: [...(grouped ? [30] : []), ...widths] }
}

const cellOf = ({ line, value }: Cell): WrittenCell => value ?? plainText(line)
