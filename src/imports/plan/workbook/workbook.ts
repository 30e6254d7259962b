import type { Message } from '../messages.ts'

/** A day, month or year; the precision says how much of the date the sheet shows. */
export type CellDate = { readonly iso: string; readonly precision: 'day' | 'month' | 'year' }

/** A cell with content, or with colour alone (then `text` is empty). */
export type Cell = {
  /** Counted from 0: A is 0. */
  readonly column: number
  /** As it is shown to a Norwegian reader. */
  readonly text: string
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'empty'
  readonly number?: number
  readonly date?: CellDate
  readonly bold?: boolean
  /** Fill colour as six hex digits, when the file says it outright. */
  readonly fill?: string
  readonly struck?: 'all' | 'part'
  readonly comment?: string
  readonly formula?: boolean
}

export type Row = {
  /** As Excel counts: from 1. */
  readonly number: number
  readonly hidden: boolean
  readonly cells: readonly Cell[]
}

/** Rows from 1, columns from 0, both ends included. */
export type Range = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

export type Sheet = {
  readonly name: string
  readonly hidden: boolean
  /** Rows with cells, in order. A hidden sheet is not opened, so it has none. */
  readonly rows: readonly Row[]
  readonly merged: readonly Range[]
  readonly hiddenColumns: readonly number[]
}

export type Workbook = {
  readonly fileName: string
  readonly kind: 'xlsx' | 'csv'
  readonly sheets: readonly Sheet[]
  readonly warnings: readonly Message[]
}

/** A file that is not read, and why. */
export type Refusal = { readonly refused: Message }

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value
}
