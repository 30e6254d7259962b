import { message } from '../messages.ts'
import type { Message } from '../messages.ts'
import type { Column } from '../layout/layout.ts'
import { isMark } from '../layout/grid.ts'
import type { ParsedMeasure } from '../plan.ts'
import { numberAmount, readAmount } from '../values/cost.ts'
import { labelledNames, looksLikeActor, mainOf, saysNobody, splitNames } from '../values/organisations.ts'
import { readPeriod } from '../values/period.ts'
import { readStatus } from '../values/status.ts'
import { letters } from '../../../platform/document/sheet/write-xlsx.ts'
import type { Cell } from '../workbook/workbook.ts'

/** A cell of a measure: the column it is in, and whether it is shared with the measures around it. */
export type Field = { readonly column: Column; readonly cell: Cell; readonly row: number; readonly shared: boolean }

type Contents = Pick<ParsedMeasure, 'owners' | 'partners' | 'period' | 'status' | 'cost' | 'indicators' | 'anchoring' | 'notes'>

/** Everything a measure has but its title and its place. What has no place of its own becomes a note. */
export function readContents(fields: readonly Field[], sheet: string): { readonly contents: Contents; readonly warnings: readonly Message[] } {
  const notes: string[] = []
  const warnings: Message[] = []
  const note = (field: Field, text = field.cell.text) => void notes.push(`${label(field.column)}: ${text}`)
  const warn = (code: Message['code'], field: Field, params: Message['params'] = {}) =>
    void warnings.push(message(code, { sheet, row: field.row, text: field.cell.text.replace(/\s+/g, ' '), ...params }))
  const of = (...wanted: Column['role'][]) => fields.filter(field => wanted.includes(field.column.role) && field.cell.text !== '' && certain(field))

  /** Crossed-out cells and cells with an error are not taken at their word. */
  const certain = (field: Field): boolean => field.cell.struck === undefined && field.cell.kind !== 'error'
  for (const field of fields) {
    if (field.cell.comment) notes.push(`Kommentar i ${letters(field.cell.column)}${field.row}: ${field.cell.comment}`)
    if (field.cell.text === '' || ['measure', 'number', 'goal', 'subgoal', 'area', 'goalNumber'].includes(field.column.role)) continue
    if (field.cell.struck) {
      note(field, `${field.cell.text} (gjennomstreket)`)
      warn('struckCell', field)
    } else if (field.cell.kind === 'error') note(field)
  }
  const people = readPeople(of('owner', 'partner', 'ownerAndPartner', 'party'), note, warn)
  const period = readTime(fields.filter(certain), note, warn)
  const cost = readCost(of('cost', 'costYear'), note, warn)
  const [status, ...otherStatus] = distinct(of('status'))
  for (const field of otherStatus) note(field)
  for (const field of fields) {
    if (field.column.role === 'status' && field.cell.text === '' && field.cell.fill && !field.cell.fill.startsWith('theme')) {
      notes.push(`${label(field.column)} (bare farge): ${field.cell.fill}`)
      warnings.push(message('statusColour', { sheet, row: field.row }))
    }
  }
  for (const field of of('note', 'activity', 'target', 'year', 'strategy', 'progress', 'done', 'goalNumber')) if (field.column.role !== 'goalNumber') note(field)
  const list = (role: 'indicator' | 'anchoring') => [...new Set(of(role).flatMap(field => lines(field.cell.text)))]
  const statusText = status === undefined ? '' : status.cell.text
  return {
    contents: {
      ...people,
      period,
      status: { text: statusText, normalised: status ? (isMark(statusText) && /gjennomført|utført|fullført|done|completed/i.test(status.column.heading) ? 'completed' : readStatus(statusText)) : null },
      cost,
      indicators: list('indicator'),
      anchoring: list('anchoring'),
      notes: [...new Set(notes)].join('\n'),
    },
    warnings,
  }
}

type Say = (field: Field, text?: string) => void
type Warn = (code: Message['code'], field: Field, params?: Message['params']) => void

/** The heading on one line; without one, the letter. */
export function label(column: Column): string {
  return column.heading.replace(/\s+/g, ' ').replace(/:\s*$/, '').trim() || `Kolonne ${column.letter}`
}

function readPeople(fields: readonly Field[], note: Say, warn: Warn) {
  const owners: string[] = []
  const partners: string[] = []
  const take = (into: string[], text: string, field: Field) => {
    if (/^[\d\s.,:%/-]+$/.test(text)) return note(field)
    const { names, unsure } = splitNames(text)
    if (unsure) warn('namesKept', field)
    if (names.length === 0 && text.trim() !== '') note(field)
    into.push(...names)
  }
  for (const field of distinct(fields)) {
    const { text } = field.cell
    const { role } = field.column
    const labelled = labelledNames(text) ?? bracketed(field)
    if (role === 'party') readMark(field, owners, partners, note, warn)
    else if (saysNobody(text)) note(field)
    else if (labelled) {
      if (labelled.rest !== '') take(role === 'partner' ? partners : owners, labelled.rest, field)
      if (labelled.owners !== '') take(owners, labelled.owners, field)
      if (labelled.partners !== '') take(partners, labelled.partners, field)
    } else if (/\((?:hoved|hovud)?ansvar|\((?:lead|main)/i.test(text) && mainOf(splitNames(text).names)) {
      // Under «Ansvarlig» the others are responsible too; elsewhere they take part.
      const { names, unsure } = splitNames(text)
      const { main, others } = mainOf(names) ?? { main: names, others: [] }
      owners.push(...main)
      ;(role === 'owner' ? owners : partners).push(...others)
      if (others.length > 0) note(field)
      if (unsure) warn('namesKept', field)
    } else if (role === 'ownerAndPartner') {
      const { names } = splitNames(text)
      owners.push(names.length === 1 ? (names[0] ?? text) : text.replace(/\s+/g, ' ').trim())
      if (names.length !== 1) warn('ownersOrPartners', field)
    } else {
      if (role === 'owner' && text.length > 120 && !looksLikeActor(text)) warn('namesKept', field)
      take(role === 'partner' ? partners : owners, text, field)
    }
  }
  return { owners: [...new Set(owners)], partners: [...new Set(partners)] }
}

/** Under «Ansvarlig (samarbeidspartnere)» the names in brackets are partners. */
function bracketed({ column, cell }: Field): { owners: string; partners: string; rest: string } | undefined {
  if (column.role !== 'owner' || !/\([^)]*(samarb|partn|delta|medvirk|medverk|bidrag)/i.test(column.heading)) return undefined
  const found = /^([^()]+)\(([^()]+)\)$/.exec(cell.text.trim())
  return found ? { owners: found[1] ?? '', partners: found[2] ?? '', rest: '' } : undefined
}

function readMark(field: Field, owners: string[], partners: string[], note: Say, warn: Warn): void {
  const name = field.column.heading.split(' – ').at(-1) ?? field.column.heading
  if (isMark(field.cell.text) && field.column.marks === 'owner') owners.push(name)
  else if (isMark(field.cell.text) && field.column.marks === 'partner') partners.push(name)
  else {
    note(field)
    if (isMark(field.cell.text)) warn('markUnclear', field, { party: name })
  }
}

function readTime(fields: readonly Field[], note: Say, warn: Warn): ParsedMeasure['period'] {
  const given = fields.filter(field => field.cell.text !== '')
  const [start, end, deadline, period] = (['start', 'end', 'deadline', 'period'] as const).map(role => given.filter(field => field.column.role === role))
  const marks = given.filter(field => field.column.role === 'yearMark')
  const several = [start, end, deadline, period].find(each => distinct(each ?? []).length > 1)
  if (several) {
    // Rows of the same measure with different times: no one of them is the measure's.
    const [first, ...rest] = distinct(several)
    for (const field of rest) note(field)
    if (first) warn('severalPeriods', first)
    return { text: distinct(several).map(field => field.cell.text).join('; '), kind: 'unknown', start: null, end: null }
  }
  const [from, to, due, whole] = [start?.[0], end?.[0], deadline?.[0], period?.[0]]
  for (const field of marks) if (!isMark(field.cell.text) || from || to || due || whole) note(field)
  const years = marks.filter(field => isMark(field.cell.text)).flatMap(field => field.column.year ?? []).sort((a, b) => a - b)
  const made = (): ParsedMeasure['period'] => {
    const last = to ?? (from ? due : undefined)
    if (due && last !== due && (from || to || whole)) note(due)
    if (whole && (from || to)) note(whole)
    if (from && last) return fromTo(from, last, warn)
    if (from) return readPeriod(from.cell.text, 'start')
    if (to) return readPeriod(to.cell.text, 'end')
    if (whole) return readPeriod(whole.cell.text, timeColumn(whole))
    if (due) return readPeriod(due.cell.text, 'deadline')
    if (years.length > 0) return { text: years.join(', '), kind: 'years', start: `${years[0]}-01-01`, end: `${years.at(-1)}-12-31` }
    return { text: '', kind: 'unknown', start: null, end: null }
  }
  const read = made()
  const field = from ?? to ?? whole ?? due
  if (whole && due && !from && !to) note(due)
  if (field && read.start === null && read.end === null && ['unknown', 'deadline', 'start', 'period'].includes(read.kind)) warn('periodUnclear', field)
  return read
}

/** «Oppstart og ferdig» in one heading is a period; a heading that says frist is a deadline. */
const timeColumn = (field: Field) => (/frist|innen|deadline/i.test(field.column.heading) ? 'deadline' : 'period')

function fromTo(from: Field, to: Field, warn: Warn): ParsedMeasure['period'] {
  const text = `${from.cell.text} – ${to.cell.text}`
  const first = readPeriod(from.cell.text, 'start')
  const last = readPeriod(to.cell.text, 'end')
  if (first.start && last.end && first.start <= last.end) return { text, kind: 'period', start: first.start, end: last.end }
  if (first.start && last.end) {
    warn('periodUnclear', to)
    return { text, kind: 'unknown', start: null, end: null }
  }
  if (first.start && ['ongoing', 'recurring', 'conditional', 'asneeded'].includes(last.kind)) return { text, kind: last.kind, start: first.start, end: null }
  if (first.start) return { text, kind: 'start', start: first.start, end: null }
  if (last.end) return { text, kind: 'deadline', start: null, end: last.end }
  return { text, kind: first.kind === last.kind ? first.kind : 'unknown', start: null, end: null }
}

function readCost(fields: readonly Field[], note: Say, warn: Warn): ParsedMeasure['cost'] {
  const byYear: Record<string, number> = {}
  let total: number | null = null
  let complete = true
  const rows = new Set(fields.map(field => `${field.column.index}`))
  for (const field of fields) {
    const { cell, column } = field
    const repeated = fields.length > rows.size && fields.filter(each => each.column === column).length > 1
    const number = cell.kind === 'number' && cell.number !== undefined && !/[a-zæøå]/i.test(cell.text) ? numberAmount(cell.number, column.unit) : undefined
    const amount = number === undefined ? readAmount(cell.text, column.unit) : { kroner: number, keepText: false, unitSaid: false }
    const unclear = amount !== undefined && column.unitUnclear === true && column.unit === undefined && !amount.unitSaid && amount.kroner !== 0
    if (field.shared || repeated || unclear || amount === undefined) {
      note(field, field.shared ? `${cell.text} (felles for flere tiltak)` : cell.text)
      if (!/^[-–]$/.test(cell.text.trim())) complete = false
      if (field.shared) warn('sharedCost', field)
      else if (unclear) warn('unitUnclear', field)
      else if (repeated || /\d/.test(cell.text)) warn('costUnclear', field)
      continue
    }
    if (amount.keepText) note(field)
    if (column.role === 'costYear' && column.year !== undefined) byYear[column.year] = (byYear[column.year] ?? 0) + amount.kroner
    else total = amount.kroner
  }
  const years = Object.values(byYear)
  const sum = years.reduce((all, each) => all + each, 0)
  if (total === null && complete && years.length > 0) total = sum
  const first = fields[0]
  if (total !== null && years.length > 0 && complete && sum !== total && first) warn('costDiffers', first, { total, sum })
  return { total, byYear }
}

/** Fields with the same text count once. */
function distinct(fields: readonly Field[]): Field[] {
  return fields.filter((field, index) => fields.findIndex(each => each.cell.text === field.cell.text && each.column === field.column) === index)
}

/** Lines, bullets and semicolons part a list; commas are part of sentences. */
function lines(text: string): string[] {
  return text.split(/\n|;|•|●|▪/).map(line => line.replace(/^\s*[-–*]\s+/, '').trim()).filter(line => line !== '')
}
