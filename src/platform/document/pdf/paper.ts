import type { Block, Cell, Document, Line, Piece, Row } from '../document.ts'
import { plainText, safeHref } from '../document.ts'
import { texts } from '../../text/texts.ts'
import { printable } from './printable.ts'

const words = texts({ nb: { page: 'Side', of: 'av' }, nn: { page: 'Side', of: 'av' }, en: { page: 'Page', of: 'of' } })

/** The document as the template reads it: JSON with printable texts. `cautious` keeps to plain western letters, for what fonts have refused. */
export function paperOf(document: Document, { cautious = false } = {}): string {
  const say = (text: string) => printable(text, { cautious })
  const piece = (one: string | Piece) => {
    if (typeof one === 'string') return say(one)
    const { text, href, ...how } = one
    const address = safeHref(href)
    return { ...how, text: say(text), ...(address !== undefined && { href: address }) }
  }
  const line = (one: Line) => (typeof one === 'string' ? say(one) : one.map(piece))
  const row = (one: Row) => ('group' in one ? { group: line(one.group) } : one.map((cell: Cell) => line(cell.line)))
  const block = (one: Block): unknown => {
    switch (one.is) {
      case 'heading':
      case 'paragraph':
      case 'note':
        return { ...one, text: line(one.text) }
      case 'list':
        return { ...one, items: one.items.map(line) }
      case 'facts':
        return { ...one, facts: one.facts.map(({ term, value }) => ({ term: say(term), value: line(value) })) }
      case 'table':
        return { is: one.is, ...(one.caption && { caption: say(one.caption) }), columns: one.columns.map((column) => ({ ...column, header: say(column.header) })), rows: one.rows.map(row) }
      case 'bars':
        return { ...one, caption: say(one.caption), of: say(one.of), number: say(one.number), bars: one.bars.map(({ label, count }) => ({ label: piece(label), count })) }
      case 'thread':
        return { ...one, caption: say(one.caption), stops: one.stops.map((stop) => ({ ...stop, label: say(stop.label), count: say(stop.count), note: say(stop.note) })) }
      case 'picture':
        return { ...one, alt: say(one.alt) }
      case 'source':
        return { ...one, text: say(one.text) }
      case 'contents':
        return { ...one, title: say(one.title) }
      case 'beside':
        return { ...one, left: one.left.map(block), right: one.right.map(block) }
      case 'pageBreak':
        return one
    }
  }
  const { lang, on } = document
  return JSON.stringify({
    lang, words: words[lang], plainTitle: say(plainText(document.title)), author: say(plainText(document.owner ?? 'Trådverk')), title: line(document.title), on: on.split('-').map(Number), foot: say(document.foot),
    ...(document.owner !== undefined && { owner: line(document.owner) }), landscape: document.landscape ?? false, oneSheet: document.oneSheet ?? false, blocks: document.blocks.map(block),
  })
}
