import { type Archive, openArchive } from './archive.ts'
import { Unreadable, UnreadableArchive } from './unreadable.ts'
import { readXml } from './xml.ts'

/** What a Word file is read within. Minutes of a long day use a hundredth of it. */
export const wordLimits = {
  fileBytes: 10 * 1024 * 1024, parts: 2_000, partBytes: 24 * 1024 * 1024, totalBytes: 60 * 1024 * 1024, inflateStep: 8 * 1024, depth: 200,
  /** Elements in the text, and letters. */
  elements: 300_000, characters: 400_000,
} as const

/** A paragraph, a point of a list, a heading, or a row of a table. Empty paragraphs are there: they part what is apart. */
export type WordLine = { text: string; is: 'text' | 'heading' | 'bullet' }

/** Thrown to leave a text that is longer than any minutes. */
class TooLong extends Unreadable {}

/**
 * The text of a Word file (.docx) line by line, as it stands when changes are accepted: without headers, footnotes, comments and what was deleted. A table
 * is read row by row, with the heading of its column before each cell but the first. Refuses what is no Word file, is damaged, or asks for too much.
 */
export function readWord(bytes: Uint8Array): { lines: WordLine[] } | { refused: 'unreadable' | 'too-long' } {
  try {
    if (bytes.length === 0 || bytes.length > wordLimits.fileBytes) return { refused: 'unreadable' }
    const archive = openArchive(bytes, wordLimits)
    const main = mainPart(archive)
    return main === null ? { refused: 'unreadable' } : { lines: linesIn(archive, main) }
  } catch (fault) {
    if (fault instanceof TooLong) return { refused: 'too-long' }
    if (fault instanceof UnreadableArchive || fault instanceof RangeError) return { refused: 'unreadable' }
    throw fault
  }
}

/** The part with the text, as the file itself says. */
function mainPart(archive: Archive): string | null {
  let target = 'word/document.xml'
  if (archive.has('_rels/.rels')) {
    readXml(archive, '_rels/.rels', {
      open(name, { Type = '', Target = '', TargetMode }) {
        if (name === 'Relationship' && TargetMode !== 'External' && Type.endsWith('/officeDocument')) target = Target.replace(/^\//, '')
      },
    })
  }
  return archive.has('[content_types].xml') && archive.has(target.toLowerCase()) ? target : null
}

/** Styles of headings by what they are called in Word, in English and Norwegian; a style of one's own says so by its level instead. */
const headingStyle = /^(heading|overskrift|title|tittel)/i

type Row = string[][]

/** Elements whose text is no part of what is read: what was moved away, what stands twice, and what floats beside. */
const skipped = new Set(['moveFrom', 'Fallback', 'del'])

function linesIn(archive: Archive, part: string): WordLine[] {
  const lines: WordLine[] = []
  // A paragraph in a text box stands inside another: each has its own.
  const paragraphs: { text: string; is: WordLine['is'] }[] = []
  // A table in a cell is read as the paragraphs of the cell.
  let [tables, inText, skip, elements, characters]: [number, boolean, number, number, number] = [0, false, 0, 0, 0]
  let rows: Row[] = []
  const add = (text: string) => {
    const here = paragraphs.at(-1)
    if (!here || skip > 0) return
    if ((characters += text.length) > wordLimits.characters) throw new TooLong()
    here.text += text
  }
  readXml(archive, part, {
    open(name, attributes) {
      if (++elements > wordLimits.elements) throw new TooLong()
      if (skipped.has(name)) skip++
      const value = attributes['w:val']
      const here = paragraphs.at(-1)
      if (name === 'p') paragraphs.push({ text: '', is: 'text' })
      else if (name === 't') inText = true
      else if (name === 'tab') add(' ')
      else if (name === 'br' || name === 'cr') add('\n')
      else if (name === 'noBreakHyphen') add('-')
      else if (here && name === 'pStyle' && headingStyle.test(value ?? '')) here.is = 'heading'
      else if (here && name === 'outlineLvl' && Number(value) < 9) here.is = 'heading'
      else if (here && name === 'numPr' && here.is === 'text') here.is = 'bullet'
      else if (name === 'tbl' && tables++ === 0) rows = []
      else if (name === 'tr' && tables === 1) rows.push([])
      else if (name === 'tc' && tables === 1) rows.at(-1)?.push([])
    },
    text(text) {
      if (inText) add(text)
    },
    close(name) {
      if (skipped.has(name)) skip--
      if (name === 't') inText = false
      else if (name === 'tbl' && --tables === 0) lines.push(...rowLines(rows))
      else if (name === 'p') {
        const paragraph = paragraphs.pop()
        if (!paragraph) return
        const own = paragraph.text.split('\n').map((text): WordLine => ({ text: text.replace(/\s+/g, ' ').trim(), is: paragraph.is }))
        if (tables > 0) rows.at(-1)?.at(-1)?.push(...own.map((line) => line.text).filter(Boolean))
        else lines.push(...own)
      }
    },
  })
  return lines
}

const longestHeader = 40

/** The rows of a table as lines: one for each, or one for each paragraph where the table only sets out a page. */
function rowLines(rows: readonly Row[]): WordLine[] {
  const header = (rows[0] ?? []).map((cell) => cell.join(' '))
  const headed = rows.length > 1 && header.length > 1 && header.every((text) => text !== '' && text.length <= longestHeader)
  return [empty, ...rows.flatMap((cells, i): WordLine[] => {
    if (cells.some((cell) => cell.length > 1)) return cells.flatMap((cell) => cell.map((text): WordLine => ({ text, is: 'text' })))
    const filled = cells.map((cell, at) => ({ text: cell.join(' '), at })).filter(({ text }) => text !== '')
    if (filled.length === 0) return []
    const [first, ...rest] = filled.map(({ text, at }) => (headed && i > 0 && at > 0 ? `${header[at] ?? ''}: ${text}` : text))
    return [{ text: headed && i > 0 ? [first?.replace(/[.;]$/, ''), ...rest].join('. ') : [first, ...rest].join(' | '), is: headed && i > 0 ? 'bullet' : 'text' }]
  }), empty]
}

const empty: WordLine = { text: '', is: 'text' }
