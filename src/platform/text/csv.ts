/** What spreadsheet programs take for a formula, also where it is written full width. */
const formula = /^[=+\-@\t\r＝＋－＠]/

/** Text that no spreadsheet carries out: what looks like a formula gets an apostrophe in front. */
export const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** One line of a comma-separated file (RFC 4180): every value quoted, and none that a spreadsheet would carry out. */
export const csvLine = (values: readonly string[]): string => `${values.map((value) => `"${harmless(value).replaceAll('"', '""')}"`).join(',')}\r\n`

/** Put first in a file, so that Excel reads æ, ø and å as they are. */
export const byteOrderMark = '\uFEFF'
