import { fold } from '../../../../platform/search/index.ts'
import { type Line, linesOf, written } from './line.ts'
import { isFactOnly, type Known, labelOf, marked, type Outcome, type Suggestion, suggested } from './suggest.ts'

/** A line that is read by itself, with those that only say who or when of it; and what it is taken to be. */
export type Row = { n: number; lines: Line[]; suggestion: Suggestion | null; /** It is a heading: who and when under it are not of it. */ title: boolean; /** The heading over decisions or tasks that it stands under. */ under: Line | null }

/** What belongs together: to a point of the agenda, or to the meeting. `heading` is the line that is the point's own title, and is written there already. */
export type Section = { point: number | null; heading: Line | null; /** Headings over decisions or tasks, which go with what stands under them. */ labels: Line[]; rows: Row[] }

/** A point of the agenda: `number` never changes, and `at` is where it stands, from 1. */
export type AgendaPlace = { number: number; at: number; title: string }

/** What somebody has said that lines are, by `n`. */
export type Marks = ReadonlyMap<number, Outcome | 'text'>

const plain = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
const numbering = /^(?:(?:sak|punkt|pkt|item|agenda item|point)\.?\s*(?:nr\.?\s*)?)?(\d{1,3})(?:\/\d{2,4})?\s*[.):–—-]*\s+(.*)$/i
const named = /^(?:sak|punkt|pkt|item|agenda item|point)\b/i

type Found = { point: AgendaPlace; /** The line says nothing but what the point is called. */ same: boolean }

/** The point that a line is the heading of: by its title, or by its number where the line is a heading or says «Sak 2». */
export function pointOf({ text, heading, bullet }: Line, points: readonly AgendaPlace[]): Found | null {
  const [, digits, after] = numbering.exec(text) ?? []
  const titles = [plain(text), ...(after === undefined ? [] : [plain(after)])]
  const same = points.find((one) => titles.includes(plain(one.title)))
  if (same) return { point: same, same: true }
  // The number of a case in a year («Sak 3/27») is no place on the agenda.
  if (digits === undefined || after === undefined || bullet || text.length > 200 || /^\S*\s*\d+\/\d/.test(text)) return null
  const numbered = points.find((one) => one.at === Number(digits))
  return numbered && (heading || named.test(text) || alike(plain(after), plain(numbered.title))) ? { point: numbered, same: false } : null
}

/** Whether two titles say much the same: half of the words of the shorter stand in the other. */
function alike(one: string, other: string): boolean {
  const words = (text: string) => new Set(text.split(' ').filter((word) => word.length > 2))
  const [a, b] = [words(one), words(other)]
  const shared = [...a].filter((word) => b.has(word)).length
  return shared > 0 && shared * 2 >= Math.min(a.size, b.size)
}

/**
 * Reads minutes that were made elsewhere: which point each part belongs to, and what of it looks like decisions and tasks. Every line is in one
 * place: the heading or a label of its section, or in one row. Guesses nothing about who and when but what is said.
 */
export function sectionsOf(pasted: string, points: readonly AgendaPlace[], known: Known, marks: Marks = new Map()): Section[] {
  const sections: Section[] = []
  let here: Section = { point: null, heading: null, labels: [], rows: [] }
  let label: { line: Line; as: Outcome } | null = null
  const begin = (section: Section) => {
    if (here.rows.length > 0 || here.labels.length > 0 || here.heading) sections.push(here)
    here = section
    label = null
  }
  for (const line of linesOf(pasted)) {
    const said = marks.get(line.n)
    const found = said ? null : pointOf(line, points)
    const over = said || found ? null : labelOf(line.text)
    if (found) {
      begin({ point: found.point.number, heading: found.same ? line : null, labels: [], rows: [] })
      if (!found.same) here.rows.push({ n: line.n, lines: [line], suggestion: null, title: true, under: null })
    } else if (over) {
      label = { line, as: over }
      here.labels.push(line)
    } else {
      // A list under a heading ends with it: a paragraph that stands apart is about something else.
      if (label && (line.heading || (line.apart && !line.bullet && here.rows.at(-1)?.under === label.line))) label = null
      const above = here.rows.at(-1)
      if (!said && above && !above.title && isFactOnly(line.text) && above.suggestion?.as !== 'decision' && marks.get(above.n) !== 'text') {
        above.lines.push(line)
        above.suggestion = marked(above.lines.map((one) => one.text).join('. '), 'task', known)
      } else here.rows.push({ n: line.n, lines: [line], suggestion: suggestionFor(line, said, label?.as ?? null, known), title: line.heading, under: label?.line ?? null })
    }
  }
  begin({ point: null, heading: null, labels: [], rows: [] })
  return sections
}

function suggestionFor(line: Line, said: Outcome | 'text' | undefined, under: Outcome | null, known: Known): Suggestion | null {
  if (said === 'text') return null
  return said ? marked(line.text, said, known) : line.heading || isFactOnly(line.text) ? null : suggested(line.text, under, known)
}

/** The text of a section without those rows that are taken down (`taken`, by `n`): paragraphs as they stood, and a label where something of it is left. Null when nothing is. */
export function textOf({ labels, rows }: Section, taken: ReadonlySet<number>): string | null {
  const left = rows.filter((row) => !taken.has(row.n))
  const standing = labels.filter((label) => left.some((row) => row.under === label) || !rows.some((row) => row.under === label))
  const lines = [...standing, ...left.flatMap((row) => row.lines)].toSorted((a, b) => a.n - b.n)
  return lines.length === 0 ? null : lines.map((line, i) => `${i === 0 ? '' : line.apart || line.heading ? '\n\n' : '\n'}${written(line)}`).join('')
}
