import type { Document } from './document.ts'
import type { Standard } from './pdf/pdf.ts'
import { press } from './press/press.ts'

export * from './document.ts'
export { closePress, NotMade } from './press/press.ts'
export type { Standard } from './pdf/pdf.ts'
export { type WrittenCell, type WrittenSheet, writeXlsx } from './sheet/write-xlsx.ts'

/**
 * The document as a tagged PDF with its language, title, headings, lists and tables with header cells: PDF/UA-1 for people, or PDF/A-2a for archives
 * (`{ standard: 'a-2a' }`). A4; fonts are in the file. The same document gives the same bytes. `pages` says how many it became.
 * It is made in a process of its own, at most two at a time; throws `NotMade` when it takes more than a minute, too much memory, or cannot be made.
 * Characters that the fonts lack (such as emoji and Chinese) are printed as «�».
 */
export async function toPdf(document: Document, { standard = 'ua-1' }: { standard?: Standard } = {}): Promise<{ bytes: Uint8Array; pages: number }> {
  return await press({ as: 'pdf', standard, document: JSON.stringify(document) })
}

/** The document as Word (.docx): headings, lists, tables whose header row comes again on each page, language and title. Made as PDFs are; see `toPdf`. */
export async function toWord(document: Document): Promise<Uint8Array> {
  return (await press({ as: 'docx', document: JSON.stringify(document) })).bytes
}

/** The tables of the document as a spreadsheet (.xlsx), a sheet each. Text is text and never a formula; amounts and days are numbers and dates. Made as PDFs are; see `toPdf`. */
export async function toXlsx(document: Document): Promise<Uint8Array> {
  return (await press({ as: 'xlsx', document: JSON.stringify(document) })).bytes
}
