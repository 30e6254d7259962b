export type Cell = string | number | boolean | null

/** What a spreadsheet would take for a formula, also written with full-width signs. */
const formula = /^[=+\-@\t\r＝＋－＠]/u

/**
 * A line of CSV (RFC 4180) with semicolon, as Norwegian spreadsheets open it at a press. Text that a spreadsheet would run as a formula
 * gets an apostrophe in front; numbers are numbers, with a comma.
 */
export const csvLine = (cells: readonly Cell[]): string =>
  `${cells.map((cell) => {
    if (cell === null) return ''
    if (typeof cell === 'boolean') return cell ? 'ja' : 'nei'
    if (typeof cell === 'number') return String(cell).replace('.', ',')
    const safe = formula.test(cell) ? `'${cell}` : cell
    return /[";\r\n\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
  }).join(';')}\r\n`

/** So that Excel reads UTF-8 as UTF-8. */
export const byteOrderMark = '\ufeff'
