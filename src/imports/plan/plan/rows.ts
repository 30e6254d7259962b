import type { Column, Table } from '../layout/layout.ts'
import { isMark, written } from '../layout/grid.ts'
import type { Grid } from '../layout/grid.ts'
import { depth, splitNumber } from '../values/numbering.ts'
import type { Cell, Row } from '../workbook/workbook.ts'
import { areaLabel, goalLabel } from './labels.ts'

/** What the rows of a table usually look like, to tell a heading among them. */
export type Usual = {
  readonly measure: Column
  /** Share of the measure rows that are bold, and the fills seen on them. */
  readonly bold: number
  /** Share of the measures that are written in capitals throughout. */
  readonly capitals: number
  readonly fills: ReadonlyMap<string, number>
  readonly rows: number
  /** Depth of the numbering of measures: 2 for 1.1; 0 when they have none. */
  readonly depth: number
  /** Measures are numbered a, b, c. */
  readonly lettered: boolean
  readonly company: boolean
  /** Share of the measures that are written as a sentence with a full stop. */
  readonly sentences: number
  /** Columns that have a text in every row with a measure. */
  readonly filled: ReadonlySet<number>
  /** Lone texts in the measure column are headings: one is first, and each has a full row below it. */
  readonly plainHeadings: boolean
}

const sumWord = /^(del|total|hoved)?(sum|summer|totalt?|subtotal|sum total(t)?|i alt|til sammen|tilsammen|til saman|samlet|samla|grand total)\b[ :]*$/i
const sumOf = /^(herav|derav|av dette|sum|delsum|totalt?|til sammen|til saman|samlet sum|subtotal)\b/i

/** A row of sums: a word for sum, and otherwise only numbers. */
export function isSum(row: Row, columns: readonly Column[]): boolean {
  const cells = written(row)
  const words = cells.filter(cell => !isFigure(cell))
  const [first] = words
  if (!first) return false
  if (words.every(cell => sumWord.test(cell.text))) return true
  if (cells.length === 1 && /^(totalt?|sum|antall?|antal|i alt|til sammen|til saman)[: ]+\d/i.test(first.text)) return true
  if (words.length > 1 || !sumOf.test(first.text)) return false
  return cells.length > words.length && cells.every(cell => cell === first || isFigure(cell)) && columns.some(column => column.role === 'cost' || column.role === 'costYear')
}

/** A row with amounts and nothing else. */
export function isBareSum(row: Row, columns: readonly Column[]): boolean {
  const money = new Set(columns.filter(column => column.role === 'cost' || column.role === 'costYear').map(column => column.index))
  const cells = written(row)
  return cells.length > 0 && cells.every(cell => money.has(cell.column) && isFigure(cell))
}

export function isFigure(cell: Cell): boolean {
  return cell.kind === 'number' || cell.text.length <= 40 && /^[-–]?\s*(kr\.?\s*)?[\d .,]+(\s*(kr|mill|%|,-)\.?)?$/i.test(cell.text)
}

/** Explanations under or beside the table, which are no part of the plan. */
export function isRemark(row: Row): boolean {
  const cells = written(row)
  const text = cells[0]?.text ?? ''
  if (cells.length > 3) return false
  if (/^(\*+|\d\)|[¹²³])\s*\S/.test(text) && !/^\d\)/.test(text)) return true
  if (/^(merk|nb|note|fotnote|kilde|kjelde|forklaring|tegnforklaring|teiknforklaring|fargekode|fargeforklaring|forkortelser?|forkortingar|sist (oppdatert|endret|revidert)|oppdatert|utarbeidet av|vedtatt|vedteke|politisk behandling|behandlet|behandla|saksnummer|arkivsak|revidert|versjon|legend|source|notes?|last updated|abbreviations?)\b\s*[:.\d(]/i.test(text)) return true
  if (/^(tegnforklaring|teiknforklaring|fargekoder?|forkortelser|forkortingar|forklaring|legend|fotnoter|merknader|kilder)\s*:?$/i.test(text)) return true
  if (cells.length === 1 && /^(utarbeidet av|utarbeida av|sist (oppdatert|endret|revidert)|vedtatt (i|av)|vedteke (i|av)|godkjent av|revidert (i|av))\b/i.test(text)) return true
  if (/^(side|page) \d+(\s*(av|of|\/)\s*\d+)?$/i.test(text) && cells.length === 1) return true
  return /^(grønn|grøn|gul|rød|raud|grå|blå|green|yellow|red)\b\s*($|[=:–-])/i.test(text)
}

/** «Dato: … Signatur: …» under the table. */
export function isSignature(row: Row): boolean {
  const labels = written(row).filter(cell => /^(dato|sted|stad|signatur|underskrift|signert|utfylt av|godkjent av|godkjend av|navn|namn|kontakt(person)?|telefon|tlf|e-post|epost|date|signature|contact)\b[^:]{0,20}:/i.test(cell.text))
  return labels.length > 0 && labels.length * 2 >= written(row).length
}

/** How measures of a table are numbered, coloured and set. */
export function usual(cells: Grid, table: Table, rows: readonly Row[], measure: Column, company: boolean): Usual {
  const found = rows.flatMap(row => {
    const cell = cells.own(row.number, measure.index)
    return cell && cell.text !== '' && written(row).length >= 3 ? [{ cell, row }] : []
  })
  const fills = new Map<string, number>()
  for (const { cell } of found) fills.set(cell.fill ?? '', (fills.get(cell.fill ?? '') ?? 0) + 1)
  const numberColumn = table.columns.find(column => column.role === 'number')
  const numbers = found.flatMap(({ cell, row }) => {
    const own = numberColumn ? cells.own(row.number, numberColumn.index)?.text : undefined
    const number = own || splitNumber(cell.text, company).number
    return number ? [number] : []
  })
  const depths = numbers.map(depth)
  const counted = depths.length >= found.length * 0.6 ? depths.toSorted((a, b) => a - b)[Math.floor(depths.length / 2)] : undefined
  const capitals = found.filter(({ cell }) => isCapitals(cell.text)).length / Math.max(1, found.length)
  const filled = new Set(table.columns.map(column => column.index).filter(index => found.length > 1 && found.every(({ row }) => cells.seen(row.number, index)?.text)))
  const sentences = found.filter(({ cell }) => isSentence(cell.text)).length / Math.max(1, found.length)
  return { measure, capitals, filled, sentences, bold: found.filter(({ cell }) => cell.bold).length / Math.max(1, found.length), fills, rows: found.length, depth: counted ?? 0, lettered: numbers.filter(number => !/\d/.test(number)).length > numbers.length / 2, company, plainHeadings: plainHeadings(rows, measure) }
}

export const isSentence = (text: string): boolean => /^\p{Lu}.*[\p{Ll})]\.$/su.test(text) && text.split(/\s+/).length >= 4

const isCapitals = (text: string): boolean => text === text.toUpperCase() && /[A-ZÆØÅ]{4}/.test(text)

/** «Videreførte tiltak», «Nye tiltak 2026:» alone in a row: a heading over measures, and no goal or area. */
export function isKindOfMeasures(row: Row): boolean {
  const [cell, ...more] = written(row)
  return cell !== undefined && more.length === 0 && /^(nye|videreførte|vidareførte|pågående|pågåande|løpende|løpande|avsluttede|avslutta|gjennomførte|fullførte|ferdige|utsatte|utsette|utgåtte|andre|øvrige|prioriterte|planlagte|foreslåtte|kortsiktige|langsiktige|eksisterende|eksisterande|mulige|moglege|fremtidige|framtidige|generelle|felles) tiltak(a|ene)?( (i|for|fra|frå) \S+)?( 20\d\d)?( ?[–-] ?20\d\d)?\s*:?$/iu.test(cell.text)
}

/** Without colours, as in a text file, the order tells: a lone text first of all, then more of them, and never two without full rows between. */
function plainHeadings(rows: readonly Row[], measure: Column): boolean {
  const full = rows.filter(row => written(row).length > 0)
  const lone = full.map(row => written(row).length === 1 && written(row)[0]?.column === measure.index)
  const count = lone.filter(Boolean).length
  if (!lone[0] || count < 2 || count > full.length / 3) return false
  const looks = new Set(full.flatMap((row, index) => (lone[index] ? `${written(row)[0]?.fill ?? ''}/${written(row)[0]?.bold ?? false}` : [])))
  if (looks.size > 1) return false
  // Where headings say «Mål 1», those that do not are measures without an owner.
  if (full.some((row, index) => lone[index] && (goalLabel(written(row)[0]?.text ?? '') ?? areaLabel(written(row)[0]?.text ?? '')))) return false
  return lone.every((alone, index) => !alone || (full[index + 1] !== undefined && written(full[index + 1]).length >= 3))
}

function numberIn(cells: Grid, row: Row | undefined, table: Table, usual: Usual): string | null {
  if (!row) return null
  const column = table.columns.find(each => each.role === 'number')
  const own = column ? cells.own(row.number, column.index)?.text : undefined
  return own || splitNumber(cells.own(row.number, usual.measure.index)?.text ?? '', usual.company).number
}

/** A heading among the rows: its kind if it says so, its words, and what it looks like. */
export type Banner = { readonly kind: 'goal' | 'area' | null; readonly sub: boolean; readonly number: string | null; readonly title: string; readonly look: string; readonly figures: boolean; readonly word: string }

/**
 * Whether a row is a heading over the rows below it, as «Mål 1: …» or a coloured line
 * across the table. A text alone in the measure column is a heading only when its
 * looks, place or numbering say so: a measure must not be lost.
 */
export function readBanner(cells: Grid, row: Row, table: Table, usual: Usual, next: Row | undefined): Banner | undefined {
  const all = written(row)
  const words = all.filter(cell => !isFigure(cell) && !isMark(cell.text))
  const numberColumns = new Set(table.columns.filter(column => column.role === 'number' || column.role === 'goalNumber').map(column => column.index))
  const numberCell = all.find(cell => numberColumns.has(cell.column) && (isFigure(cell) || /^[A-ZÆØÅ]?\d*(\.\d+)*\.?$/.test(cell.text)))
  const spoken = words.filter(cell => cell !== numberCell)
  const [cell, beside] = spoken
  const named = cell && beside && spoken.length === 2 ? labelAndTitle(cell, beside) : undefined
  if (named) return { ...named, look: `${cell?.fill ?? ''}/${cell?.bold ? 'b' : ''}`, figures: false }
  if (!cell || new Set(spoken.map(each => each.text)).size !== 1) return undefined
  const column = table.columns.find(each => each.index === cell.column)
  const role = column?.role
  const figures = all.some(each => each !== numberCell && isFigure(each))
  // Where headings are numbered, their depth tells them apart as well as their looks.
  const level = usual.depth > 2 ? depth(splitNumber(cell.text, true).number ?? numberCell?.text ?? '') : ''
  const look = `${cell.fill ?? ''}/${cell.bold ? 'b' : ''}${level}`
  const goal = goalLabel(cell.text)
  const area = areaLabel(cell.text)
  const made = (kind: Banner['kind'], labelled: { number: string | null; title: string; sub?: boolean; word?: string }): Banner => ({
    word: labelled.word ?? '', kind, number: labelled.number, title: labelled.title, sub: labelled.sub ?? false, look, figures,
  })
  // In its own column a goal is not a heading: it is followed by its measures in the same table layout.
  const listedRole = role === 'goal' || role === 'subgoal' || role === 'area'
  const range = cells.mergeAt(row.number, cell.column)
  const across = range !== undefined && range.right > range.left
  // «Mål 2: …» alone in the column of areas is a goal.
  const other = spoken.length === 1 && !figures && role !== undefined && ((goal && role === 'area') || (area && !goal && (role === 'goal' || role === 'subgoal')))
  // In a column that every measure fills in itself, a text alone is a heading over them, whatever the column is.
  const stray = spoken.length === 1 && all.length === 1 && listedRole && !column?.fill && usual.filled.has(cell.column) && Boolean(next && cells.own(next.number, usual.measure.index)?.text && cells.own(next.number, cell.column)?.text)
  if (listedRole && !across && !other && !stray) return undefined
  if (goal) return made('goal', goal)
  if (area) return made('area', area)
  if (figures && !across) return undefined
  const text = cell.text.replace(/\s+/g, ' ')
  const own = splitNumber(text, usual.company)
  const number = own.number ?? (numberCell ? numberCell.text.replace(/[.):]+$/, '') : null)
  const wide = across && range.right >= usual.measure.index
  if (listedRole) return made(stray || wide ? null : role === 'area' ? 'area' : 'goal', { number, title: own.title })
  if (!next || text.length > 200 || isRemark(row)) return undefined
  const inMeasure = cell.column === usual.measure.index
  const loose = splitNumber(text, true)
  const nextNumber = numberIn(cells, next, table, usual)
  const over = loose.number !== null && nextNumber?.startsWith(`${loose.number}.`) === true
  const shallow = number !== null && usual.depth > depth(number) && !(nextNumber !== null && !nextNumber.startsWith(`${number}.`) && !number.includes('.'))
  const fromLeft = range !== undefined && range.left <= usual.measure.index && across
  const boldest = cell.bold === true && usual.bold < 0.2
  const coloured = cell.fill !== undefined && usual.rows > 0 && (usual.fills.get(cell.fill) ?? 0) <= usual.rows * 0.1
  const capitals = usual.capitals < 0.2 && isCapitals(text)
  const followed = written(next).length >= 3 && !written(next).every(isFigure)
  // «B» over 4, 5, 6 is a level above them.
  const deepEnough = usual.depth > 0 && number !== null && depth(number) >= usual.depth && (usual.lettered || /\d/.test(number))
  if (fromLeft && range.right - range.left >= 1 && !deepEnough) return made(null, { number, title: own.title })
  if (over && all.length <= 2) return made(null, loose)
  if (shallow) return made(null, { number, title: own.title })
  if (deepEnough) return undefined
  if (!inMeasure) {
    if (['period', 'start', 'end', 'deadline', 'status'].includes(role ?? '')) return undefined
    const noted = ['note', 'owner', 'partner', 'status', 'indicator', 'anchoring', 'deadline', 'period', 'party'].includes(role ?? '') && cell.column > usual.measure.index
    return noted || !(followed || boldest || coloured) ? undefined : made(null, { number, title: own.title })
  }
  const plain = usual.plainHeadings && all.length === 1 && followed
  return boldest || coloured || capitals || plain ? made(null, { number, title: own.title }) : undefined
}

/** «Mål 1» in one cell and its words in the next. */
export function labelAndTitle(cell: Cell, beside: Cell): Pick<Banner, 'kind' | 'sub' | 'number' | 'title' | 'word'> | undefined {
  const goal = goalLabel(cell.text)
  const found = goal ?? areaLabel(cell.text)
  const alone = found !== undefined && found.number !== null && found.title === cell.text.replace(/\s+/g, ' ').trim()
  return alone ? { kind: goal ? 'goal' : 'area', sub: found.sub, number: found.number, title: beside.text.replace(/\s+/g, ' '), word: found.word } : undefined
}
