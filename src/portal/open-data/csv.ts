import { harmless } from '../../platform/text/csv.ts'

export type Cell = string | number | boolean | null

/**
 * A line of CSV (RFC 4180) with semicolon, as Norwegian spreadsheets open it at a press. Text is harmless, and numbers are numbers, with a comma.
 */
export const csvLine = (cells: readonly Cell[]): string =>
  `${cells.map((cell) => {
    if (cell === null) return ''
    if (typeof cell === 'boolean') return cell ? 'ja' : 'nei'
    if (typeof cell === 'number') return String(cell).replace('.', ',')
    const safe = harmless(cell)
    return /[";\r\n\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
  }).join(';')}\r\n`
