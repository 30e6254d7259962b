import { message } from '../messages.ts'
import { meant, rowText, written } from '../layout/grid.ts'
import type { Grid } from '../layout/grid.ts'
import type { Column, SheetLayout, Table } from '../layout/layout.ts'
import { splitNumber, tidyNumber } from '../values/numbering.ts'
import type { Row } from '../workbook/workbook.ts'
import { areaLabel, goalLabel, soundsLikeGoal } from './labels.ts'
import type { Gathered } from './readPlan.ts'
import { isFigure } from './rows.ts'
import type { Banner } from './rows.ts'

type Kind = 'goal' | 'subgoal' | 'area'
const kinds: readonly Kind[] = ['goal', 'subgoal', 'area']
const isKind = (role: Column['role']): role is Kind => (kinds as readonly string[]).includes(role)

/** Knows, row by row, which goals and which area the row stands under: by headings, columns and the sheet's name. */
export function placeReader(cells: Grid, layout: SheetLayout, { goals, areas, warnings, ignored }: Gathered) {
  const sheet = layout.name
  const now: Partial<Record<Kind, string>> = {}
  /** Which kind of heading came first: the one above the other. */
  let top: Kind | undefined
  const above = new Map<number, { value: string[]; row: number }>()
  const looks: string[] = []
  let strategy = ''
  let strategyIsArea = false
  let saidFill = false

  const put = (kind: Kind, number: string | null, title: string): string => (kind === 'area' ? areas : goals).put(number, title)

  /** Headings inside the sheet stand under its name. */
  const ofSheet: Partial<Record<Kind, string>> = {}
  const forget = (kind: 'goal' | 'area') => {
    const name = ofSheet[kind]
    if (name === undefined) delete now[kind]
    else now[kind] = name
  }

  const set = (kind: Kind, id: string) => {
    strategy = ''
    top ??= kind
    if (kind === 'goal') delete now.subgoal
    if (kind === top && kind === 'goal') forget('area')
    if (kind === top && kind === 'area') {
      forget('goal')
      delete now.subgoal
    }
    now[kind] = id
    const goal = now.subgoal ?? now.goal
    if (now.area && goal) areas.tie(now.area, goal)
  }

  if (layout.nameIs) {
    const labelled = (layout.nameIs === 'goal' ? goalLabel : areaLabel)(sheet) ?? splitNumber(sheet)
    ofSheet[layout.nameIs] = now[layout.nameIs] = put(layout.nameIs, labelled.number, labelled.title)
  }

  /** The goals that a cell names: «1, 3», «Mål 1 og 2», several lines, or one goal in words. */
  const named = (kind: Kind, text: string, numberBeside: string | null): string[] => {
    const plain = text.trim()
    const references = /^((?:mål|delmål|hovedmål|innsatsområde|nr\.?)\s*)?\d+(?:\.\d+)*\.?(\s*(,|;|og|&|\+|\/|\n)\s*((?:mål|delmål|nr\.?)\s*)?\d+(?:\.\d+)*\.?)*$/i
    if (references.test(plain)) {
      return (plain.match(/\d+(?:\.\d+)*/g) ?? []).map(number => put(kind, number, kind === 'area' ? `Innsatsområde ${number}` : `Mål ${number}`))
    }
    const lines = plain.split('\n').map(line => line.trim()).filter(line => line !== '')
    const label = kind === 'area' ? areaLabel : goalLabel
    const several = lines.length > 1 && lines.every(line => (label(line) ?? splitNumber(line)).number !== null)
    return (several ? lines : [plain]).map(line => {
      const flat = line.replace(/\s+/g, ' ')
      const found = label(flat) ?? splitNumber(flat)
      return put(kind, found.number ?? numberBeside, found.title)
    })
  }

  const numberBeside = (row: Row, column: Column, table: Table): string | null => {
    const before = table.columns[table.columns.indexOf(column) - 1]
    const text = before?.role === 'goalNumber' ? cells.seen(row.number, before.index)?.text : undefined
    return text ? tidyNumber(text) : null
  }

  /** The ids in a column for a row; an empty cell means «as above» only where the layout says so. */
  const inColumn = (row: Row, column: Column, table: Table): string[] => {
    const kind = column.role
    if (!isKind(kind)) return []
    const text = meant(cells, row.number, column.index)?.text ?? ''
    if (text === '') {
      const filled = column.fill ? above.get(column.index) : undefined
      if (filled && !saidFill) {
        saidFill = true
        warnings.push(message('filledDown', { sheet, column: column.letter }))
      }
      return filled?.value ?? []
    }
    const value = named(kind, text, numberBeside(row, column, table))
    if (above.get(column.index)?.value.join() !== value.join()) {
      for (const other of table.columns) if (other.index > column.index && isKind(other.role) && !cells.seen(row.number, other.index)?.text) above.delete(other.index)
    }
    above.set(column.index, { value, row: row.number })
    return value
  }

  return {
    set(kind: 'goal' | 'area', { number, title, sub }: { number: string | null; title: string; sub: boolean }): void {
      above.clear()
      const id = put(kind, number, title)
      if (kind === 'goal' && sub && now.goal) now.subgoal = id
      else set(kind, id)
    },
    newTable(): void {
      above.clear()
    },
    /** A heading among the rows. Without a word for it, its looks and what the columns lack decide what it is. */
    banner(banner: Banner, table: Table): void {
      above.clear()
      const has = (role: Kind) => table.columns.some(column => column.role === role)
      const guessed = (): Kind => {
        if (has('goal') && !has('area')) return 'area'
        if (has('area') && !has('goal')) return 'goal'
        const level = looks.indexOf(banner.look)
        if (level < 0) looks.push(banner.look)
        const depth = level < 0 ? looks.length - 1 : level
        if (looks.length > 1) return depth === 0 ? 'area' : 'goal'
        return soundsLikeGoal(banner.title) ? 'goal' : 'area'
      }
      const kind = banner.kind ?? guessed()
      // A strategy under an area is a note on its measures: a measure has one area.
      if (/^strat/i.test(banner.word) && now.area && !strategyIsArea) {
        strategy = [banner.word, banner.number].filter(Boolean).join(' ') + `: ${banner.title}`
        return
      }
      strategyIsArea = /^strat/i.test(banner.word) || (kind === 'goal' && strategyIsArea)
      const id = put(kind, banner.number, banner.title)
      if (banner.kind === null) warnings.push(message(kind === 'goal' ? 'headingAsGoal' : 'headingAsArea', { sheet, title: banner.title }))
      if (kind === 'goal' && banner.sub && now.goal) {
        now.subgoal = id
        return
      }
      set(kind, id)
    },
    /** The goals and area of a measure's row. */
    of(row: Row, table: Table): { goals: string[]; area: string | null; strategy: string } {
      const inColumns = table.columns.filter(column => isKind(column.role)).map(column => ({ role: column.role, ids: inColumn(row, column, table) }))
      const ids = (role: Kind) => inColumns.filter(each => each.role === role).flatMap(each => each.ids)
      const goal = ids('goal').length > 0 ? ids('goal') : now.goal && !(ids('subgoal').length > 0 && now.subgoal) ? [now.goal] : now.goal ? [now.goal] : []
      const sub = ids('subgoal').length > 0 ? ids('subgoal') : now.subgoal ? [now.subgoal] : []
      const found = [...new Set([...goal, ...sub])]
      const [area, ...more] = ids('area')
      if (more.length > 0) warnings.push(message('severalAreas', { sheet, row: row.number, text: rowText(row) }))
      return { goals: found, area: area ?? now.area ?? null, strategy }
    },
    /** A row that only names a goal or area, over rows that leave the column empty. */
    hierarchyOnly(row: Row, table: Table): boolean {
      const columns = written(row).map(cell => table.columns.find(column => column.index === cell.column))
      const only = columns.every(column => column && (isKind(column.role) || column.role === 'goalNumber' || column.role === 'number'))
      if (!only || !columns.some(column => column && isKind(column.role))) return false
      this.hierarchy(row, table, undefined)
      return true
    },
    hasHierarchy: (row: Row, table: Table): boolean => written(row).some(cell => isKind(table.columns.find(column => column.index === cell.column)?.role ?? 'note')),
    /**
     * Registers the goals of a row without a measure, and lets the rows below stand under them.
     * With figures beside it, as in «Ramme | 200 000», it is a goal only when a row below needs one.
     */
    hierarchy(row: Row, table: Table, next: Row | undefined): void {
      const measure = table.columns.find(column => column.role === 'measure')
      const needed = next !== undefined && measure !== undefined && written(next).length > 1 && Boolean(cells.own(next.number, measure.index)?.text) && !this.hasHierarchy(next, table)
      if (written(row).some(isFigure) && !needed) return
      for (const column of table.columns) {
        if (!isKind(column.role) || !cells.own(row.number, column.index)?.text) continue
        const [id] = inColumn(row, column, table)
        if (id) set(column.role, id)
      }
    },
    /** A row of a table without measures: a list of goals or areas. */
    listRow(row: Row, table: Table, ignore: (code: 'textBesideGoal' | 'rowOfOtherTable') => void): void {
      if (!table.columns.some(column => isKind(column.role))) return ignore('rowOfOtherTable')
      const found = table.columns.filter(column => isKind(column.role)).flatMap(column => inColumn(row, column, table).map(id => ({ role: column.role, id })))
      for (const area of found.filter(each => each.role === 'area')) for (const goal of found.filter(each => each.role !== 'area')) areas.tie(area.id, goal.id)
      const listed = (column: Column | undefined) => column !== undefined && (isKind(column.role) || column.role === 'goalNumber')
      const rest = written(row).filter(cell => !listed(table.columns.find(column => column.index === cell.column)))
      if (found.length === 0 || rest.length > 0) ignore('textBesideGoal')
    },
    ignored,
  }
}
