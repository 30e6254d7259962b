import { looksLikeActor } from '../values/organisations.ts'
import type { Row } from '../workbook/workbook.ts'
import { isMark, written } from './grid.ts'
import type { Grid } from './grid.ts'
import { isPlainWord, readHeading, yearIn } from './heading.ts'
import type { Heading } from './heading.ts'
import type { Role } from './words.ts'

/** A heading found: its rows from the top, and the text of each column in those rows. */
export type Header = { readonly rows: readonly number[]; readonly labels: ReadonlyMap<number, Label> }
/** The group heading above (Kostnad) and the column's own (2026). `as` says what the column is when its words alone do not. */
export type Label = { readonly group: string; readonly own: string; readonly as?: Role }

const listed = new Set(['goal', 'subgoal', 'area', 'strategy', 'measure', 'activity'])
/** Words in a group heading, over columns that are told apart in the row below. */
const grouping = new Set(['cost', 'period', 'owner', 'partner', 'ownerAndPartner', 'status', 'progress', 'indicator', 'target', 'note', 'year', 'goal', 'anchoring'])

/** Finds every heading of a sheet, from the top, repeated ones too. */
export function findHeaders(grid: Grid): Header[] {
  const known = new Map<string, Heading | undefined>()
  const read = (text: string) => {
    if (text.length > 80) return undefined
    if (!known.has(text)) known.set(text, readHeading(text))
    return known.get(text)
  }
  const sure = new Map<string, boolean>()
  // Most rows are no heading: the cheap question comes first.
  const exact = (text: string) => {
    const before = sure.get(text)
    if (before !== undefined) return before
    const heading = readHeading(text, false)
    const now = heading !== undefined && heading.role !== 'year'
    sure.set(text, now)
    return now
  }
  const headers: Header[] = []
  let taken = 0
  for (const row of grid.rows) {
    if (row.number <= taken) continue
    const known = isHeader(row, read, exact) && (headers.length === 0 || standsApart(grid, row, headers, read))
    if (!known && !headsOtherTable(grid, row, headers.at(-1), read)) continue
    const header = withNeighbours(grid, row, read, taken)
    headers.push(header)
    taken = header.rows.at(-1) ?? row.number
  }
  return headers.length > 0 ? headers : onlyColumn(grid)
}

/** A list of measures and nothing else: one column, with a heading that says so. */
function onlyColumn(grid: Grid): Header[] {
  const filled = grid.rows.filter(row => written(row).length > 0)
  const columns = new Set(filled.flatMap(row => written(row).map(cell => cell.column)))
  const at = filled.slice(0, 10).find(row => written(row).some(cell => cell.text.length <= 30 && readHeading(cell.text, false)?.role === 'measure'))
  const cell = written(at)[0]
  return columns.size === 1 && at && cell ? [{ rows: [at.number], labels: new Map([[cell.column, { group: '', own: cell.text }]]) }] : []
}

type Read = (text: string) => Heading | undefined

function isHeader(row: Row, read: Read, exact: (text: string) => boolean): boolean {
  const cells = written(row)
  if (cells.length < 2 || cells.some(cell => cell.text.length > 120 || cell.kind === 'date' || isAmount(cell.text))) return false
  if (!cells.some(cell => cell.text.length < 60 && exact(cell.text))) return false
  const found = cells.map(cell => read(cell.text))
  const known = found.filter(each => each !== undefined)
  const named = known.filter(each => each.role !== 'year')
  const distinct = new Set(named.map(each => each.role))
  const lists = named.filter(each => listed.has(each.role))
  // «Tiltak, 2026, 2027» is a heading too.
  const kinds = distinct.size + (distinct.has('measure') && known.length > named.length ? 1 : 0)
  if (lists.length === 0 || kinds < 2) return false
  if (!named.some(each => each.exact)) return false
  // In a matrix most columns are organisations.
  const actors = cells.filter((cell, index) => found[index] === undefined && looksLikeActor(cell.text)).length
  const share = (known.length + actors) / cells.length
  const measure = distinct.has('measure') || distinct.has('activity')
  const sure = measure && new Set(named.filter(each => each.exact).map(each => each.role)).size >= 2
  return share >= (sure ? 0.25 : measure ? 0.4 : 0.6) && (known.length >= 2)
}

/** Figures in a heading are years, months or quarters; an amount is contents. */
const isAmount = (text: string): boolean => /^[\d .,]+$/.test(text) && yearIn(text) === undefined && Number(text.replace(/[ .,]/g, '')) > 53

/**
 * A heading further down repeats one above, or stands apart from the rows over it.
 * «Tiltak 4 | NAV | 2026» among other rows is none, though it has the words of one.
 */
function standsApart(grid: Grid, row: Row, earlier: readonly Header[], read: Read): boolean {
  const cells = written(row)
  const repeats = earlier.some(header => {
    const words = new Set([...header.labels.values()].flatMap(label => [label.own, label.group]))
    return cells.filter(cell => words.has(cell.text)).length * 2 >= cells.length
  })
  if (repeats) return true
  if (continuesColumns(grid, row)) return false
  const named = cells.map(cell => read(cell.text)).filter(each => each !== undefined && each.role !== 'year')
  if (new Set(named.map(each => each?.role)).size < 2) return false
  return written(grid.row(row.number - 1)).length <= 2 || named.length === cells.length && cells.length >= 3
}

/** How far up a row is looked for that says the same in a column. */
const rowsAbove = 40

/** A third of its cells say what stands further up in their own columns: contents, and no heading, also below an empty row and with words that a heading has. */
function continuesColumns(grid: Grid, row: Row): boolean {
  const cells = written(row)
  const above = Array.from({ length: Math.min(rowsAbove, row.number - 1) }, (_, i) => row.number - 1 - i)
  return cells.filter(cell => above.some(number => grid.own(number, cell.column)?.text === cell.text)).length * 3 >= cells.length
}

const timeOrMoney = new Set<Role>(['period', 'start', 'end', 'deadline', 'year', 'cost', 'number'])

/** Below an empty row, a row of headings that has nothing to do with measures: of risks, of contacts, of a budget. */
function headsOtherTable(grid: Grid, row: Row, before: Header | undefined, read: Read): boolean {
  const cells = written(row)
  const above = written(grid.row(row.number - 1))
  const apart = above.length === 0 || (above.length === 1 && written(grid.row(row.number - 2)).length === 0)
  if (!before || !apart || cells.length < 2 || written(grid.row(row.number + 1)).length < 2) return false
  if (cells.some(cell => cell.text.length > 40 || cell.kind === 'date' || isMark(cell.text) || (cell.kind === 'number' && yearIn(cell.text) === undefined))) return false
  const years = cells.filter(cell => yearIn(cell.text) !== undefined && cell.text.length === 4)
  const words = cells.filter(cell => !years.includes(cell) && read(cell.text)?.exact)
  if ((years.length + words.length) * 2 < cells.length) return false
  const inItsPlace = (column: number) => timeOrMoney.has(read(before.labels.get(column)?.own ?? '')?.role ?? 'note')
  if (years.length > 0) return years.length > 1 && years.some(cell => !inItsPlace(cell.column))
  return words.length >= 2 && words.some(cell => isPlainWord(cell.text))
}

const describing = /^(beskriv|innhold|innhald|tekst|tittel|navn|namn|punkt|emne|tema)/i

/**
 * A sheet where no column says tiltak, as «Nr, Beskrivelse, Ansvarlig, Frist»: what is
 * described there, with someone responsible, is the measures.
 */
export function findDescribed(grid: Grid): Header[] {
  const row = grid.rows.slice(0, 60).find(each => {
    const cells = written(each)
    const roles = new Set(cells.map(cell => (cell.text.length <= 60 ? readHeading(cell.text, false)?.role : undefined)))
    const when = (['deadline', 'period', 'start', 'end', 'status', 'cost'] as const).some(role => roles.has(role))
    return cells.length >= 3 && roles.has('owner') && when && cells.some(cell => describing.test(cell.text))
  })
  const described = written(row).find(cell => describing.test(cell.text))
  if (!row || !described) return []
  return [{ rows: [row.number], labels: new Map(written(row).map(cell => [cell.column, { group: '', own: cell.text, ...(cell === described ? { as: 'measure' as const } : {}) }])) }]
}

/** Takes in the row below, when it divides a group, or the row above, when it names groups. */
function withNeighbours(grid: Grid, row: Row, read: Read, taken: number): Header {
  const below = grid.row(row.number + 1)
  if (below && dividesGroups(grid, row, below, read)) return { rows: [row.number, below.number], labels: labels(grid, row.number, below.number) }
  const above = row.number - 1 > taken ? grid.row(row.number - 1) : undefined
  if (above && namesGroups(grid, above, row, read)) return { rows: [above.number, row.number], labels: labels(grid, above.number, row.number, read) }
  return { rows: [row.number], labels: new Map(written(row).map(cell => [cell.column, { group: '', own: cell.text }])) }
}

function dividesGroups(grid: Grid, top: Row, below: Row, read: Read): boolean {
  const cells = written(below)
  if (cells.length === 0) return false
  const lists = written(top).filter(cell => listed.has(read(cell.text)?.role ?? ''))
  if (lists.some(cell => grid.own(below.number, cell.column)?.text)) return false
  let divided = 0
  for (const cell of cells) {
    const unit = /^\(.*\)$/.test(cell.text)
    const group = groupOver(grid, top.number, cell.column)
    const heading = read(cell.text)
    if (group === undefined && !unit) return false
    if (cell.text.length > 40 || isMark(cell.text) || (cell.kind === 'number' && yearIn(cell.text) === undefined)) return false
    if (group !== undefined && (heading !== undefined || grouping.has(read(group)?.role ?? ''))) divided++
  }
  return divided >= 1
}

/** The text over a column: its own merged range, or the nearest text to the left with empty cells between. */
function groupOver(grid: Grid, row: number, column: number): string | undefined {
  const range = grid.mergeAt(row, column)
  if (range) return range.bottom > row ? undefined : grid.own(range.top, range.left)?.text
  if (grid.own(row, column)?.text) {
    const next = grid.own(row, column + 1)?.text
    return next || grid.mergeAt(row, column + 1) ? undefined : grid.own(row, column)?.text
  }
  for (let left = column - 1; left >= 0 && left >= column - 30; left--) {
    if (grid.mergeAt(row, left)) return undefined
    const text = grid.own(row, left)?.text
    if (text) return text
  }
  return undefined
}

function namesGroups(grid: Grid, above: Row, row: Row, read: Read): boolean {
  const cells = written(above)
  const [first] = cells
  if (!first) return false
  // One text over the whole table, or over its first column, is its title.
  const width = written(row)
  const over = grid.mergeAt(above.number, first.column)
  if (cells.length === 1 && !over && first.column === width[0]?.column) return false
  if (cells.length === 1 && over && over.bottom === above.number && over.left <= (width[0]?.column ?? 0) && over.right >= (width.at(-1)?.column ?? 0)) return false
  return cells.every(cell => {
    const role = read(cell.text)?.role
    const range = grid.mergeAt(above.number, cell.column)
    if (range && range.bottom > above.number) return true
    const under = grid.own(row.number, cell.column)?.text
    if (!under || role === undefined || !grouping.has(role)) return false
    return range !== undefined || !grid.own(above.number, cell.column + 1)?.text
  })
}

function labels(grid: Grid, top: number, bottom: number, read?: Read): Map<number, Label> {
  const found = new Map<number, Label>()
  const columns = new Set([...written(grid.row(top)), ...written(grid.row(bottom))].map(cell => cell.column))
  for (const column of [...columns].sort((a, b) => a - b)) {
    const own = grid.own(bottom, column)?.text ?? ''
    const above = grid.own(top, column)?.text ?? ''
    if (own === '') found.set(column, { group: '', own: above })
    else {
      const group = above || groupOver(grid, top, column) || ''
      const alone = read?.(own)
      // A group named above reaches only over columns that are nothing by themselves.
      const reaches = above !== '' || grid.mergeAt(top, column) !== undefined || alone === undefined || alone.role === 'year'
      found.set(column, { group: reaches ? group : '', own })
    }
  }
  return found
}
