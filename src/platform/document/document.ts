import type { Lang } from '../text/texts.ts'

/** A document as data that JSON can hold: what is said, never how a file format says it. Each writer escapes by construction, so that no text can become markup, a field or a formula. */

/** The shape that stands before a word of status, the same as on pages; always beside the word. */
export type Mark = 'holds' | 'watch' | 'loose' | 'notUsed' | 'neutral' | 'not_started' | 'in_progress' | 'delayed' | 'completed' | 'cancelled'

/** A part of a line. `lang` where it is in another language than the document; `href` is a whole http(s) or mailto address, others are left out. */
export type Piece = { text: string; lang?: Lang; strong?: boolean; quiet?: boolean; mark?: Mark; href?: string }

/** Running text. `\n` is a line break. */
export type Line = string | readonly (string | Piece)[]

/** `width` is a share of the line, 1 when nothing is said. `value` columns hold numbers, amounts or days that a spreadsheet can reckon with. */
export type Column = { header: string; width?: number; align?: 'number' }

/** What a cell says; `value` is the same as a number or a day ('YYYY-MM-DD'), for spreadsheets. */
export type Cell = { line: Line; value?: number | { day: string } | undefined }

/** A row of cells, one for each column; or a line across them all, that names the rows under it. */
export type Row = readonly Cell[] | { group: Line }

/** A table. The caption is left out only where the heading right above says the same. `name` is what its sheet is called in a spreadsheet. */
export type Table = { is: 'table'; caption?: string; name?: string; columns: readonly Column[]; rows: readonly Row[] }

/** A place on the thread: how many there are, and how it stands there. */
export type Stop = { label: string; count: string; mark: 'holds' | 'loose' | 'notUsed' | 'neutral'; note: string }

export type Block =
  | { is: 'heading'; level: 2 | 3 | 4; text: Line }
  | { is: 'paragraph'; text: Line; tone?: 'lead' | 'quiet' }
  | { is: 'list'; items: readonly Line[]; ordered?: boolean }
  | { is: 'facts'; facts: readonly { term: string; value: Line }[] }
  | Table
  /** Parts of a whole with a bar each: in all formats a table of two columns. */
  | { is: 'bars'; caption: string; of: string; number: string; bars: readonly { label: Piece; count: number }[] }
  /** The thread from knowledge to lesson. */
  | { is: 'thread'; caption: string; stops: readonly Stop[] }
  /** A drawing. `alt` says in words all that it shows. Word has the words alone. */
  | { is: 'picture'; svg: string; alt: string }
  | { is: 'note'; mark: Mark; text: Line }
  /** Where figures come from, and of which day. */
  | { is: 'source'; text: string }
  | { is: 'contents'; title: string }
  | { is: 'pageBreak' }
  /** Two columns beside each other, read one after the other. */
  | { is: 'beside'; left: readonly Block[]; right: readonly Block[] }

export type Document = {
  title: Line
  /** The language that it is read in; parts in others are marked where they stand. */
  lang: Lang
  /** Whose it is, above the title: the name of the workspace. */
  owner?: Line
  /** The day that it tells about, and was made: 'YYYY-MM-DD'. */
  on: string
  /** A line at the foot of each page, before the page number. */
  foot: string
  /** Wide tables lie on their side. */
  landscape?: boolean
  /** Smaller, and without the room that a title page takes: for what shall be one sheet. */
  oneSheet?: boolean
  blocks: readonly Block[]
}

/** A line as plain text. */
export const plainText = (line: Line): string => (typeof line === 'string' ? line : line.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join(''))

/** The address when it leads to the web or to a mailbox; nothing for all that could run, or leads into the reader's own machine. */
export const safeHref = (href: string | undefined): string | undefined => (href !== undefined && /^(https?:\/\/|mailto:)[\x21-\x7e]+$/i.test(href) ? href : undefined)

/** What people have written, as blocks: paragraphs and plain lists. */
export function prose(text: string, lang?: Lang): Block[] {
  const line = (said: string): Line => (lang ? [{ text: said, lang }] : said)
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((block) => block.split('\n').filter((one) => one.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines): Block => (lines.every((one) => bullet.test(one)) ? { is: 'list', items: lines.map((one) => line(one.replace(bullet, ''))) } : { is: 'paragraph', text: line(lines.join('\n')) }))
}
const bullet = /^\s*[-*•]\s+/

/** All tables of the document, those that stand beside each other too, in reading order. */
export const tablesIn = (blocks: readonly Block[]): Table[] =>
  blocks.flatMap((block) => (block.is === 'table' ? [block] : block.is === 'beside' ? [...tablesIn(block.left), ...tablesIn(block.right)] : []))
