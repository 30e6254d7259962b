import { soundsLikeGoal } from '../plan/labels.ts'
import { depth } from '../values/numbering.ts'
import { readPeriod } from '../values/period.ts'
import { readAmount } from '../values/cost.ts'
import type { Cell } from '../workbook/workbook.ts'
import { letters } from '../../../platform/document/sheet/write-xlsx.ts'
import { isMark, written } from './grid.ts'
import type { Grid } from './grid.ts'
import type { Header, Label } from './header.ts'
import { readHeading, unitIn, yearIn } from './heading.ts'
import type { Unit } from './heading.ts'
import type { Column } from './layout.ts'
import type { Role } from './words.ts'

type Draft = { index: number; label: Label; heading: string; role: Role | 'goalNumber' | 'unknown'; year?: number; unit?: Unit; marks?: 'owner' | 'partner' | 'note'; fill?: boolean; values: readonly Cell[] }

/** Decides what each column of a table is: first from its words, then from what stands under them. */
export function readColumns(grid: Grid, header: Header, lastRow: number, titleUnit: Unit | undefined): Column[] {
  const first = (header.rows.at(-1) ?? 0) + 1
  const body = grid.rows.filter(row => row.number >= first && row.number <= lastRow)
  const values = new Map<number, Cell[]>()
  for (const row of body) for (const cell of written(row)) {
    const list = values.get(cell.column)
    if (list) list.push(cell)
    else values.set(cell.column, [cell])
  }
  const indexes = new Set([...header.labels.keys(), ...values.keys()])
  const drafts = [...indexes].sort((a, b) => a - b).map(index => draft(index, header.labels.get(index), values.get(index) ?? []))
  for (const each of drafts) byValues(each)
  headingOverTwo(drafts)
  chooseMeasure(drafts)
  nameUnnamed(drafts)
  chooseAreas(drafts)
  nextBest(drafts)
  chooseRest(drafts)
  chooseNumbers(drafts)
  for (const each of drafts) {
    if (['cost', 'costYear'].includes(each.role)) each.unit ??= titleUnit
    if (['goal', 'subgoal', 'area', 'measure'].includes(each.role)) each.fill = fillsDown(grid, each, first, lastRow, drafts)
  }
  // Where a goal is written in every row, an empty area to the right of it is an empty area, unless each goal starts with one.
  const listed = drafts.filter(each => ['goal', 'subgoal', 'area'].includes(each.role))
  listed.forEach((each, index) => {
    if (listed.slice(0, index).some(left => repeats(left.values) && !startsWith(grid, left, each, first, lastRow))) each.fill = false
  })
  const money = drafts.filter(each => ['cost', 'costYear'].includes(each.role))
  const amounts = money.filter(each => each.unit === undefined).flatMap(each => each.values.map(cell => cell.number ?? readAmount(cell.text, undefined)?.kroner ?? 0))
  const unclear = amounts.some(amount => amount > 0) && amounts.every(amount => amount < 1000)
  return drafts.map(({ index, heading, role, year, unit, marks, fill }) => ({
    index, letter: letters(index), heading, role: role === 'unknown' ? 'note' : role,
    ...(year === undefined ? {} : { year }), ...(unit === undefined ? {} : { unit }), ...(unclear && unit === undefined && ['cost', 'costYear'].includes(role) ? { unitUnclear: true } : {}),
    ...(marks === undefined ? {} : { marks }), ...(fill ? { fill } : {}),
  }))
}

function draft(index: number, label: Label = { group: '', own: '' }, values: readonly Cell[]): Draft {
  const heading = [label.group, label.own].filter(each => each !== '').join(' – ').replace(/\s+/g, ' ')
  const own = readHeading(label.own)
  const group = label.group === '' ? undefined : readHeading(label.group)
  const year = own?.year ?? group?.year
  const unit = own?.unit ?? group?.unit ?? unitIn(label.group)
  // Under «Ansvar»: «Hoved» and «Med».
  const shared = group?.role === 'owner' && /^(med|med-|delt|andre|øvrige|andre aktørar|bidrar)$/i.test(label.own.trim()) ? ('partner' as const) : undefined
  return { index, label, heading, values, role: label.as ?? shared ?? combine(own?.role, group?.role), ...(year === undefined ? {} : { year }), ...(unit === undefined ? {} : { unit }) }
}

/** «Kostnad» over «2026» is a cost of that year; a word that says what it is needs no group. */
function combine(own: Role | undefined, group: Role | undefined): Role | 'unknown' {
  if (own !== undefined && own !== 'year' && !(own === 'note' && group !== undefined)) return own
  if (own === 'year') {
    if (group === 'cost') return 'costYear'
    if (group === 'status' || group === 'progress') return 'status'
    if (group === undefined || group === 'period') return 'year'
    return group === 'goal' ? 'target' : group
  }
  if (own === 'note') return 'note'
  if (group === 'cost' || group === 'period' || group === undefined) return 'unknown'
  return group
}

const share = (values: readonly Cell[], test: (cell: Cell) => boolean): number =>
  values.length === 0 ? 0 : values.filter(test).length / values.length
const isMoney = (cell: Cell): boolean => cell.kind === 'number' || readAmount(cell.text, undefined) !== undefined || /^(avklares|[-–])$/i.test(cell.text)

function byValues(each: Draft): void {
  const { values } = each
  const marked = share(values, cell => isMark(cell.text))
  if (each.role === 'cost' && each.year !== undefined) each.role = 'costYear'
  if (each.role === 'year') {
    if (values.length === 0 || marked >= 0.5) each.role = 'yearMark'
    else each.role = share(values, isMoney) >= 0.5 && (each.unit !== undefined || values.some(cell => (cell.number ?? 0) >= 1000 || /\d[ .]\d{3}|mill|kr/.test(cell.text))) ? 'costYear' : 'unknown'
    if (each.role === 'unknown' && each.unit !== undefined) each.role = 'costYear'
  }
  if (each.role === 'progress') {
    const timed = share(values, cell => cell.kind === 'date' || !['unknown', 'ongoing'].includes(readPeriod(cell.text).kind))
    each.role = timed > 0.4 ? 'period' : 'status'
  }
  if (each.role === 'goal' && each.year !== undefined && share(values, cell => cell.kind === 'number' || /^[<>≥≤]?\s*\d/.test(cell.text)) > 0.5) each.role = 'target'
  if (each.role === 'done') each.role = share(values, cell => cell.kind === 'date') > 0.5 ? 'end' : 'status'
  const party = each.role === 'owner' || each.role === 'partner'
  if ((party && each.label.group !== '') || each.role === 'unknown') {
    if (values.length > 0 && marked >= 0.8 && each.label.own !== '' && yearIn(each.label.own) === undefined) {
      each.marks = each.role === 'owner' || each.role === 'partner' ? each.role : 'note'
      each.role = 'party'
    } else if (party && each.label.group !== '' && readHeading(each.label.own) === undefined && values.length === 0) each.role = 'note'
  }
}

const find = (drafts: Draft[], ...roles: Draft['role'][]): Draft[] => drafts.filter(each => roles.includes(each.role))

function chooseMeasure(drafts: Draft[]): void {
  const measures = find(drafts, 'measure')
  const [best] = measures.toSorted((a, b) => b.values.length - a.values.length || a.index - b.index)
  const plain = measures.find(each => /^(\S+ )?(tiltak\S*|measures?|actions?)$/i.test(each.label.own.trim()) && each.values.length * 2 >= (best?.values.length ?? 0))
  const chosen = plain ?? best
  for (const each of measures) if (each !== chosen) each.role = 'note'
  const activities = find(drafts, 'activity')
  if (chosen) {
    if (chosen.values.length === 0 && activities[0]) {
      chosen.role = 'note'
      activities[0].role = 'measure'
    }
  } else {
    const hasWork = find(drafts, 'owner', 'period', 'deadline', 'status', 'ownerAndPartner', 'end', 'start', 'party', 'cost', 'costYear', 'partner').length > 0
    const [activity] = activities
    const strategy = find(drafts, 'strategy').at(-1)
    if (activity) activity.role = 'measure'
    else if (strategy && hasWork) strategy.role = 'measure'
  }
}

/** «Mål» over two columns, the first with numbers: the second has the words. */
function headingOverTwo(drafts: Draft[]): void {
  drafts.forEach((each, at) => {
    const next = drafts[at + 1]
    if (!['goal', 'subgoal', 'area', 'measure'].includes(each.role) || next?.role !== 'unknown' || next.label.own !== '' || next.index !== each.index + 1) return
    if (share(each.values, isNumbering) < 0.8 || share(next.values, isNumbering) > 0.2 || next.values.length === 0) return
    Object.assign(next, { role: each.role, heading: each.heading })
    each.role = each.role === 'measure' ? 'number' : 'goalNumber'
  })
}

const isNumbering = (cell: Cell): boolean => /^[A-ZÆØÅ]{0,3}-?\d+([.,]\d+)*[a-z]?\.?$/.test(cell.text)

/** A column without a heading to the left of the measures, with a few texts that go over several of them. */
function nameUnnamed(drafts: Draft[]): void {
  const measure = find(drafts, 'measure')[0]
  if (!measure || find(drafts, 'goal', 'subgoal', 'area', 'strategy').length > 0) return
  for (const each of drafts) {
    if (each.index >= measure.index || each.role !== 'unknown' || each.label.own !== '' || each.values.length < 2) continue
    if (each.values.length >= measure.values.length || share(each.values, cell => /\p{L}{3}/u.test(cell.text) && cell.text.length < 200) < 1) continue
    each.role = share(each.values, cell => soundsLikeGoal(cell.text)) > 0.5 ? 'goal' : 'area'
    return
  }
}

/** One area for each measure: the innsatsområde before a theme, and a strategy only where nothing else is. */
function chooseAreas(drafts: Draft[]): void {
  const areas = find(drafts, 'area')
  const chosen = areas.findLast(each => /innsats|satsings|satsnings|priority area/i.test(each.heading)) ?? areas.at(-1)
  for (const each of areas) if (each !== chosen) each.role = 'note'
  const strategies = find(drafts, 'strategy')
  if (!chosen && strategies[0]) strategies[0].role = 'area'
  for (const each of find(drafts, 'strategy')) each.role = 'note'
  const [goal, second] = find(drafts, 'goal')
  if (goal && second && find(drafts, 'subgoal').length === 0) second.role = 'subgoal'
  for (const each of find(drafts, 'goal').slice(1)) each.role = 'note'
  for (const each of find(drafts, 'subgoal').slice(1)) each.role = 'note'
}

/** Where no column says who, when or how much, the one that comes nearest does. */
function nextBest(drafts: Draft[]): void {
  const spare = (heading: RegExp, ...roles: Draft['role'][]) => find(drafts, ...roles).find(each => heading.test(each.label.own.trim()) && each.values.length > 0)
  if (find(drafts, 'owner', 'ownerAndPartner', 'party').length === 0) {
    const actors = spare(/^(involverte |sentrale |aktuelle )?(aktør|aktører|aktørar)$/i, 'partner')
    const unit = spare(/^(avdeling|enhet|eining|seksjon|etat|virksomhet|verksemd)(en|a)?$/i, 'unknown', 'note')
    if (actors) actors.role = 'ownerAndPartner'
    else if (unit) unit.role = 'owner'
  }
  if (find(drafts, 'period', 'start', 'end', 'deadline', 'yearMark').length === 0) {
    const date = spare(/^(dato|date)$/i, 'note')
    if (date) date.role = 'period'
  }
  if (find(drafts, 'cost', 'costYear').length === 0) {
    const funding = spare(/^finansiering$|^funding$/i, 'note')
    const said = funding?.values.filter(cell => !/^[-–0]$/.test(cell.text)) ?? []
    const money = (cell: Cell) => (cell.number ?? 0) >= 1000 || (readAmount(cell.text, undefined)?.unitSaid ?? false) || /\d[ .]\d{3}\b/.test(cell.text)
    if (funding && share(said, money) >= 0.5) funding.role = 'cost'
  }
}

const part = /^(inv\.?|investering(er|ar)?|drift(s\S*)?|lønn|løn|innkjøp)$/i

function chooseRest(drafts: Draft[]): void {
  const status = find(drafts, 'status').toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0) || a.index - b.index)
  for (const each of status.slice(1)) each.role = 'note'
  const costs = find(drafts, 'cost')
  const total = costs.find(each => /sum|total|samla|samlet/i.test(each.label.own)) ?? costs[0]
  for (const each of costs) if (each !== total) each.role = 'note'
  for (const [year, same] of Map.groupBy(find(drafts, 'costYear'), each => each.year)) {
    // «Investering» and «Drift» of a year are added; of other columns for one year the one that says so is its cost.
    if (year !== undefined && same.every(each => part.test(each.label.own))) continue
    const cost = same.length === 1 ? same[0] : (same.find(each => /sum|total|samla|samlet/i.test(each.label.own)) ?? same.find(each => /kost|budsjett|beløp|ramme|cost|budget/i.test(each.label.own)))
    for (const each of same) if (year === undefined || each !== cost) each.role = 'note'
  }
  for (const role of ['deadline', 'start', 'end', 'period'] as const) for (const each of find(drafts, role).slice(1)) each.role = 'note'
  if (find(drafts, 'indicator').length === 0) {
    for (const each of find(drafts, 'target')) if (share(each.values, cell => cell.kind === 'text') > 0.7) each.role = 'indicator'
  }
}

/** The number beside the measure is the measure's; one beside the goal is the goal's, unless it follows every measure. */
function chooseNumbers(drafts: Draft[]): void {
  const measure = find(drafts, 'measure')[0]
  if (!measure) {
    for (const each of find(drafts, 'number')) if (['goal', 'subgoal', 'area'].includes(drafts[drafts.indexOf(each) + 1]?.role ?? '')) each.role = 'goalNumber'
    return
  }
  const before = drafts[drafts.indexOf(measure) - 1]
  if (before?.role === 'unknown' && before.label.own === '' && share(before.values, isNumbering) > 0.7) before.role = 'number'
  const numbers = find(drafts, 'number')
  const follows = (each: Draft) => each.values.length >= measure.values.length * 0.6
  const chosen = numbers.find(each => each === before) ?? numbers.filter(follows).toSorted((a, b) => deepest(b) - deepest(a))[0]
  for (const each of numbers) {
    if (each === chosen) continue
    const next = drafts[drafts.indexOf(each) + 1]
    each.role = next && ['goal', 'subgoal', 'area'].includes(next.role) ? 'goalNumber' : 'note'
  }
}

const deepest = (each: Draft): number => Math.max(0, ...each.values.slice(0, 50).map(cell => depth(cell.text)))

/**
 * Whether an empty cell under a goal means the same goal. It does when goals are
 * written once and never repeated row after row, and nothing in the column is merged.
 */
function fillsDown(grid: Grid, each: Draft, first: number, last: number, drafts: Draft[]): boolean {
  const merged = grid.sheet.merged.some(range => range.left <= each.index && each.index <= range.right && range.bottom > range.top && range.top >= first && range.bottom <= last)
  if (merged) return false
  if (each.role === 'measure' && find(drafts, 'activity').length === 0) return false
  const measure = find(drafts, 'measure')[0]
  if (measure && each !== measure) {
    // Rows without a measure, as sums, say nothing of this.
    const own = grid.rows.filter(row => row.number >= first && row.number <= last && grid.own(row.number, measure.index)?.text)
    const texts = own.map(row => grid.own(row.number, each.index)?.text ?? '')
    const filled = texts.filter(text => text !== '').length
    // The same text in two rows that follow each other: whoever writes so leaves no cell empty for «as above».
    const repeated = texts.some((text, index) => text !== '' && text === texts[index - 1])
    return own.length > filled && each.values.length > 0 && !repeated
  }
  if (each.values.length >= Math.max(...drafts.map(other => other.values.length))) return false
  return !repeats(each.values)
}

/** Whether every new text in the left column has one beside it in the other. */
function startsWith(grid: Grid, left: Draft, each: Draft, first: number, last: number): boolean {
  let now = ''
  return grid.rows.every(row => {
    const text = row.number >= first && row.number <= last ? (grid.own(row.number, left.index)?.text ?? '') : ''
    if (text === '' || text === now || written(row).length < 3) return true
    now = text
    return Boolean(grid.own(row.number, each.index)?.text)
  })
}

const repeats = (values: readonly Cell[]): boolean => values.some((cell, index) => cell.text === values[index - 1]?.text)
