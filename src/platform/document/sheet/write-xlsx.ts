import { strToU8, zipSync } from 'fflate'

/** A text, a number, or a day ('YYYY-MM-DD') that is shown as the reader's own program writes dates. */
export type WrittenCell = string | number | { readonly day: string }
/** The first row is the heading. `widths` are in characters, one for each column; 24 where nothing is said. */
export type WrittenSheet = { readonly name: string; readonly rows: readonly (readonly WrittenCell[])[]; readonly widths?: readonly number[] }

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * Writes sheets as an .xlsx file with a bold first row that stays in sight. Text is always a text cell and never a formula, whatever it begins
 * with, also after it has been edited in Excel. The one writer of spreadsheets in the house.
 */
export function writeXlsx(sheets: readonly WrittenSheet[]): Uint8Array {
  const names = sheetNames(sheets.map((sheet) => sheet.name))
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(`${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`),
    '_rels/.rels': strToU8(`${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    'xl/workbook.xml': strToU8(`${head}<workbook xmlns="${main}" xmlns:r="${rel}"><sheets>${names.map((name, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${rel}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${rel}/styles" Target="styles.xml"/></Relationships>`),
    'xl/styles.xml': strToU8(`${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="3" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="14" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" horizontal="left"/></xf><xf quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`),
  }
  sheets.forEach((sheet, index) => (files[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(sheetXml(sheet))))
  return zipSync(files, { level: 6, mtime: new Date(Date.UTC(2000, 0, 1)) })
}

function sheetXml({ rows, widths = [] }: WrittenSheet): string {
  const body = rows.map((row, at) => {
    const cells = row.map((value, column) => (value === '' ? '' : cell(`${letters(column)}${at + 1}`, value, at === 0)))
    return `<row r="${at + 1}">${cells.join('')}</row>`
  })
  const pane = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const columns = [...widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`), `<col min="${widths.length + 1}" max="${widths.length + 100}" width="24" customWidth="1"/>`]
  return `${head}<worksheet xmlns="${main}">${pane}<cols>${columns.join('')}</cols><sheetData>${body.join('')}</sheetData></worksheet>`
}

/** What a spreadsheet would take for the beginning of a formula, in narrow and in full-width letters. */
const formulaLike = /^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/

function cell(reference: string, value: WrittenCell, heading: boolean): string {
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${reference}" s="2"><v>${value}</v></c>` : ''
  if (typeof value === 'object') {
    const serial = serialOf(value.day)
    return serial === null ? cell(reference, value.day, heading) : `<c r="${reference}" s="3"><v>${serial}</v></c>`
  }
  return `<c r="${reference}" s="${heading ? 1 : formulaLike.test(value) ? 4 : 0}" t="inlineStr"><is><t xml:space="preserve">${escape(value.slice(0, longest))}</t></is></c>`
}

/** Excel opens no file with a longer text in a cell. */
const longest = 32_767

/** The number of a day as spreadsheets count, right from March 1900 on; nothing for what is no day or older. */
function serialOf(day: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || day < '1900-03-01') return null
  return Temporal.PlainDate.from('1899-12-30').until(day, { largestUnit: 'days' }).days
}

/** Names as spreadsheets allow them: 31 signs without []:*?/\\, no two alike. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const plain = name.replace(/[\p{Cc}[\]:*?/\\]/gu, ' ').replace(/^'+|'+$/g, '').trim() || 'Ark'
    for (let n = 1; ; n++) {
      const ending = n === 1 ? '' : ` ${n}`
      const tried = [...plain].slice(0, 31 - ending.length).join('').trimEnd() + ending
      if (taken.has(tried.toLowerCase())) continue
      taken.add(tried.toLowerCase())
      return tried
    }
  })
}

/** Column letters: 0 is A, 26 is AA. */
export function letters(column: number): string {
  let name = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) name = String.fromCharCode(65 + (rest % 26)) + name
  return name
}

/** XML, with the characters that XML cannot hold written as Excel does: _x0007_. */
export function escape(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, sign => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
