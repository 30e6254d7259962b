import type { Message } from '../messages.ts'
import type { Unit } from './heading.ts'
import type { Role } from './words.ts'

/** A column and what it holds. `role` may be changed by a person; all of this is plain JSON. */
export type Column = {
  /** From 0. */
  readonly index: number
  readonly letter: string
  readonly heading: string
  readonly role: Role | 'goalNumber'
  /** For costs, statuses and marks that belong to one year. */
  readonly year?: number
  /** Kroner for each whole number in the column. */
  readonly unit?: Unit
  /** No unit is stated and every amount is under 1,000: kroner or thousands? Give it a `unit` to settle it. */
  readonly unitUnclear?: boolean
  /** For columns with one organisation each, marked with x: what the mark makes it. */
  readonly marks?: 'owner' | 'partner' | 'note'
  /** For goals, areas and measures: whether an empty cell means «as above». */
  readonly fill?: boolean
}

/** One run of rows under one heading. A sheet may have several. */
export type Table = {
  /** The rows of the heading, from the top, and the rows where it is repeated. The body goes on to the next table or the end of the sheet. */
  readonly headerRows: readonly number[]
  readonly columns: readonly Column[]
}

export type SheetLayout = {
  readonly name: string
  readonly include: boolean
  /** Why it is left out, or null. */
  readonly why: Message | null
  readonly tables: readonly Table[]
  /** What the sheet's name is in the plan, where each sheet is one goal or area. */
  readonly nameIs: 'goal' | 'area' | null
}

export type Layout = { readonly version: 1; readonly sheets: readonly SheetLayout[] }

export function hasMeasure(table: Table): boolean {
  return table.columns.some(column => column.role === 'measure')
}
