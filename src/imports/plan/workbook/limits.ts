/**
 * How much a file may ask of us. A plan of 5,000 measures in twenty columns uses
 * about a tenth of each; beyond these a file is refused, whoever made it.
 */
export const limits = {
  /** Bytes of the file as it was sent. */
  fileBytes: 20 * 1024 * 1024,
  /** Parts (files) inside the xlsx archive. */
  parts: 2_000,
  /** Bytes of one part after inflating: both what it declares and what comes out. */
  partBytes: 48 * 1024 * 1024,
  /** Bytes of all parts after inflating. */
  totalBytes: 120 * 1024 * 1024,
  /** Compressed bytes inflated at a time; deflate can at most grow a thousand times. */
  inflateStep: 8 * 1024,
  sheets: 200,
  /** Rows in one sheet, empty ones too. */
  rows: 50_000,
  /** Cells with content or colour in the whole file. */
  cells: 1_000_000,
  /** Columns with content in one sheet. */
  columns: 2_000,
  merged: 100_000,
  sharedStrings: 500_000,
  /** Characters of all texts, repeated shared strings counted once. */
  characters: 40_000_000,
  /** Excel itself stops at 32,767. */
  cellCharacters: 40_000,
  styles: 70_000,
  /** Elements inside one another in the XML; a sheet needs about eight. */
  depth: 64,
} as const
