/** A run of words in a line: as it stands, with weight, as something one types, or as a link. */
export type Inline = { text: string; as?: 'strong' | 'code' } | { text: string; href: string }

export type Block =
  | { type: 'heading'; level: 1 | 2 | 3; id: string; inline: Inline[] }
  | { type: 'paragraph'; inline: Inline[] }
  | { type: 'list'; ordered: boolean; items: Inline[][] }
  /** A picture that stands by itself: what it shows in words, and where it is beside the file. */
  | { type: 'picture'; alt: string; src: string }
  | { type: 'table'; head: Inline[][]; rows: Inline[][][] }

/**
 * Reads the part of Markdown that our own guide is written in: headings, paragraphs, lists, tables, pictures that stand by themselves, **weight**,
 * `code` and [links](address). Everything else, HTML too, is text. A list item or a paragraph may go on over several lines.
 */
export function readMarkdown(source: string): Block[] {
  const paragraphs = source.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n+/).map((block) => block.split('\n').filter((line) => line.trim() !== ''))
  return paragraphs.filter((lines) => lines.length > 0).flatMap(blocksOf)
}

const heading = /^(#{1,3}) (.+)$/
const picture = /^!\[([^\]]{1,500})\]\(([^()\s]{1,300})\)$/
const bullet = /^[-*] (.+)$/
const numbered = /^\d{1,3}\. (.+)$/

function blocksOf(lines: string[]): Block[] {
  const [first = '', ...rest] = lines
  const found = heading.exec(first)
  if (found) {
    const text = found[2] ?? ''
    const level = (found[1]?.length ?? 1) as 1 | 2 | 3
    const after = rest.length > 0 ? blocksOf(rest) : []
    return [{ type: 'heading', level, id: idOf(text), inline: readInline(text) }, ...after]
  }
  const shown = rest.length === 0 ? picture.exec(first.trim()) : null
  if (shown) return [{ type: 'picture', alt: shown[1] ?? '', src: shown[2] ?? '' }]
  if (first.startsWith('|') && /^\|[\s:|-]+\|$/.test(rest[0] ?? '')) {
    return [{ type: 'table', head: cellsOf(first), rows: rest.slice(1).map(cellsOf) }]
  }
  for (const [mark, ordered] of [[bullet, false], [numbered, true]] as const) {
    if (mark.test(first)) return [{ type: 'list', ordered, items: itemsOf(lines, mark).map(readInline) }]
  }
  return [{ type: 'paragraph', inline: readInline(lines.map((line) => line.trim()).join(' ')) }]
}

const cellsOf = (line: string): Inline[][] => line.trim().replace(/^\||\|$/g, '').split('|').map((cell) => readInline(cell.trim()))

function itemsOf(lines: readonly string[], mark: RegExp): string[] {
  const items: string[] = []
  for (const line of lines) {
    const begun = mark.exec(line.trim())?.[1]
    if (begun !== undefined) items.push(begun)
    else items.push(`${items.pop() ?? ''} ${line.trim()}`)
  }
  return items
}

const marks = /\*\*([^*]{1,500})\*\*|`([^`]{1,500})`|\[([^\]]{1,500})\]\(([^()\s]{1,1000})\)/g

export function readInline(text: string): Inline[] {
  const parts: Inline[] = []
  let from = 0
  const plain = (until: number) => {
    if (until > from) parts.push({ text: text.slice(from, until) })
  }
  for (const match of text.matchAll(marks)) {
    plain(match.index)
    const [whole, strong, code, label, href] = match
    if (strong !== undefined) parts.push({ text: strong, as: 'strong' })
    else if (code !== undefined) parts.push({ text: code, as: 'code' })
    else parts.push({ text: label ?? '', href: href ?? '' })
    from = match.index + whole.length
  }
  plain(text.length)
  return parts
}

/** The words without their marks. */
export const plainText = (inline: readonly Inline[]): string => inline.map((part) => part.text).join('')

/** An address within the page, as GitHub makes it, so that links between pages hold in both places. */
export const idOf = (text: string): string =>
  plainText(readInline(text)).toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-')
