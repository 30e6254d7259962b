import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { Database } from '../../platform/db/database.ts'
import { cleanName } from '../../platform/files/name.ts'
import { filesAbout, rowsAbout, type Subject } from '../../platform/personal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { byteOrderMark, csvLine } from '../../platform/text/csv.ts'
import { escapeHtml } from '../../platform/text/escape.ts'
import { formatDateTime } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { personalData } from './classification.ts'
import { columnCalled, isReadable, readable } from './column-words.ts'
import { personalDataWords } from './personal-data.words.ts'

type Row = Record<string, unknown>

/** Something in the archive: its name, and its contents a piece at a time. */
type Entry = { name: string; packed: boolean; pieces: AsyncIterable<string | Uint8Array> }

async function* asJson(parts: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
  let first = true
  yield '['
  for await (const rows of parts) for (const row of rows) {
    yield `${first ? '' : ','}\n${JSON.stringify(row)}`
    first = false
  }
  yield '\n]\n'
}

async function* asCsv(parts: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
  let columns: string[] | null = null
  for await (const rows of parts) {
    if (!columns) {
      columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
      yield byteOrderMark + csvLine(columns)
    }
    for (const row of rows) {
      const value = (column: string) => (typeof row[column] === 'object' && row[column] !== null ? JSON.stringify(row[column]) : String(row[column] ?? ''))
      yield csvLine(columns.map(value))
    }
  }
}

const tables = Object.keys(personalData).filter((table) => personalData[table]?.title)

/** One page to read, without anything that has to be fetched. */
async function* asPage(db: Database, subject: Subject, lang: Lang, now: Temporal.Instant): AsyncGenerator<string> {
  const w = personalDataWords[lang]
  yield `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(w.file)}</title></head><body><h1>${escapeHtml(w.file)}</h1><p>${escapeHtml(w.made(formatDateTime(now, lang)))}</p>`
  for (const table of tables) {
    let began = false
    for await (const rows of rowsAbout(db, personalData, subject, table)) for (const row of rows) {
      if (!began) yield `<h2>${escapeHtml(personalData[table]?.title?.[lang] ?? table)}</h2>`
      began = true
      yield `<dl>${Object.entries(row).filter(([key, value]) => isReadable(key, value)).map(([key, value]) => `<dt>${escapeHtml(columnCalled(key, lang))}</dt><dd>${escapeHtml(readable(value, lang, w))}</dd>`).join('')}</dl><hr>`
    }
  }
  yield '</body></html>\n'
}

async function* entriesOf({ db, files }: Platform, subject: Subject, lang: Lang, now: Temporal.Instant): AsyncGenerator<Entry> {
  yield { name: 'les-meg.html', packed: true, pieces: asPage(db, subject, lang, now) }
  for (const table of tables) {
    const rows = () => rowsAbout(db, personalData, subject, table)
    if ((await rows().next()).done) continue
    yield { name: `json/${table}.json`, packed: true, pieces: asJson(rows()) }
    yield { name: `csv/${table}.csv`, packed: true, pieces: asCsv(rows()) }
  }
  const uploaded = await filesAbout(db, subject)
  for (const [i, file] of uploaded.entries()) {
    const content = await files.read(file.sha256)
    if (content) yield { name: `filer/${String(i + 1).padStart(3, '0')}-${cleanName(file.name)}`, packed: false, pieces: content }
  }
}

/** Everything on somebody as a zip file, made while it is sent: nothing of it is kept here, and it may be large. */
export function exportOf(platform: Platform, subject: Subject, lang: Lang, now: Temporal.Instant): ReadableStream<Uint8Array> {
  const entries = entriesOf(platform, subject, lang, now)
  const text = new TextEncoder()
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const { name, packed, pieces } of entries) {
      const file = packed ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name)
      zip.add(file)
      for await (const piece of pieces) {
        file.push(typeof piece === 'string' ? text.encode(piece) : piece)
        yield* ready
        ready = []
      }
      file.push(new Uint8Array(0), true)
    }
    zip.end()
    yield* ready
  }
  const source = bytes()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await source.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    async cancel() {
      await source.return(undefined)
    },
  })
}
