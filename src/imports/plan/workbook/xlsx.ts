import { message } from '../messages.ts'
import type { Message } from '../messages.ts'
import { limits } from './limits.ts'
import { refuse } from './refuse.ts'
import { readSharedStrings, richTextReader } from './sharedStrings.ts'
import { readStyles } from './styles.ts'
import { readSheet } from './worksheet.ts'
import type { Budget } from './worksheet.ts'
import type { Sheet, Workbook } from './workbook.ts'
import { openArchive } from '../../../platform/office/archive.ts'
import type { Archive } from '../../../platform/office/archive.ts'
import { prefixed, readXml } from '../../../platform/office/xml.ts'

/** Reads the visible sheets of an xlsx file; hidden ones are named and left closed. Throws `Refused`. */
export function readXlsx(bytes: Uint8Array, fileName: string): Workbook {
  const archive = openArchive(bytes, limits)
  refuseOtherTypes(archive)
  const root = relations(archive, '')
  const main = root.find(each => each.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  if (!archive.has(main.toLowerCase())) refuse('damaged')
  const { sheets, from1904 } = readWorkbookPart(archive, main)
  if (sheets.length === 0) refuse('damaged')
  if (sheets.length > limits.sheets) refuse('tooManySheets')

  const related = relations(archive, main)
  const partOf = (type: string) => related.find(each => each.type.endsWith(type))?.target
  const strings = partOf('/sharedStrings')
  const styles = partOf('/styles')
  const book = {
    archive,
    from1904,
    strings: strings && archive.has(strings.toLowerCase()) ? readSharedStrings(archive, strings) : [],
    styles: styles && archive.has(styles.toLowerCase()) ? readStyles(archive, styles) : [],
  }
  const warnings: Message[] = []
  if (archive.names.some(name => name.startsWith('xl/externallinks/'))) warnings.push(message('externalLinks'))
  if (archive.names.some(name => name.startsWith('xl/embeddings/'))) warnings.push(message('embedded'))
  const budget: Budget = { cells: limits.cells, characters: limits.characters }
  const read = sheets.map(({ name, hidden, id }): Sheet => {
    const target = related.find(each => each.id === id)?.target
    const empty: Sheet = { name, hidden, rows: [], merged: [], hiddenColumns: [] }
    if (hidden) return empty
    if (!target || !archive.has(target.toLowerCase())) refuse('damaged')
    if (/\/(chartsheets|dialogsheets|macrosheets)\//i.test(`/${target}`)) return empty
    const note = relations(archive, target).find(each => each.type.endsWith('/comments'))?.target
    const comments = note && archive.has(note.toLowerCase()) ? readComments(archive, note) : new Map<string, string>()
    return readSheet(book, target, name, comments, budget, warnings)
  })
  return { fileName, kind: 'xlsx', sheets: read, warnings }
}

/** Word, PowerPoint, LibreOffice, binary and macro files are archives too. */
function refuseOtherTypes(archive: Archive): void {
  if (archive.has('xl/vbaproject.bin')) refuse('macros')
  if (archive.has('xl/workbook.bin')) refuse('binaryWorkbook')
  if (archive.has('word/document.xml') || archive.has('ppt/presentation.xml')) refuse('otherOffice')
  if (archive.has('mimetype') && archive.has('content.xml')) refuse('openDocument')
  if (!archive.has('[content_types].xml')) refuse('plainArchive')
}

type Relation = { readonly id: string; readonly type: string; readonly target: string }

/** What a part points to, with addresses from the top of the archive. Targets outside the file are left out. */
function relations(archive: Archive, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`
  const found: Relation[] = []
  if (!archive.has(file.toLowerCase())) return found
  readXml(archive, file, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return
      found.push({ id: Id, type: Type, target: resolve(folder, Target) })
    },
  })
  return found
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function readWorkbookPart(archive: Archive, part: string) {
  const sheets: { name: string; hidden: boolean; id: string }[] = []
  let from1904 = false
  readXml(archive, part, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
      sheets.push({ name: attributes.name ?? '', hidden, id: prefixed(attributes, 'id') ?? '' })
    },
  })
  return { sheets, from1904 }
}

function readComments(archive: Archive, part: string): Map<string, string> {
  const comments = new Map<string, string>()
  const reader = richTextReader()
  let cell = ''
  readXml(archive, part, {
    open(name, attributes) {
      if (name === 'comment') cell = attributes.ref ?? ''
      reader.open(name, attributes)
    },
    text: reader.text,
    close(name) {
      reader.close(name)
      if (name !== 'comment') return
      const { text } = reader.take()
      if (comments.size < limits.rows) comments.set(cell, text.trim())
    },
  })
  return comments
}
