import type { FileHandle } from 'node:fs/promises'
import { readAt, readZipNames } from './zip-names.ts'

export const fileKinds = ['xlsx', 'csv', 'pdf', 'docx', 'png', 'jpeg', 'txt', 'zip'] as const
export type FileKind = (typeof fileKinds)[number]

type Rule = { extensions: readonly string[]; mediaType: string; matches(file: FileHandle, size: number): Promise<boolean> }

const startsWith = (signature: string) => async (file: FileHandle) => {
  const wanted = Buffer.from(signature, 'latin1')
  return (await readAt(file, 0, wanted.length))?.equals(wanted) ?? false
}

/** Office files are zips; a part with macros, or a name that points out of the archive, makes it another thing. */
const office = (mainPart: string) => async (file: FileHandle, size: number) => {
  if (!(await startsWith('PK\x03\x04')(file))) return false
  const names = await readZipNames(file, size)
  if (!names) return false
  const strange = names.some((name) => /vbaProject\.bin$/i.test(name) || /^[/\\]|(^|[/\\])\.\.([/\\]|$)|\0/.test(name))
  return !strange && names.includes('[Content_Types].xml') && names.includes(mainPart)
}

/** Text has no control characters but tab, line feeds and end-of-file; UTF-16 is known by its mark. */
async function plainText(file: FileHandle, size: number): Promise<boolean> {
  const mark = await readAt(file, 0, Math.min(2, size))
  if (mark && mark.length === 2 && (mark.readUInt16BE(0) === 0xfffe || mark.readUInt16BE(0) === 0xfeff)) return size % 2 === 0
  if (await startsWith('%PDF-')(file)) return false
  const bytes = Buffer.alloc(65_536)
  for (let at = 0; at < size;) {
    const { bytesRead } = await file.read(bytes, 0, bytes.length, at)
    if (bytesRead === 0) break
    for (let i = 0; i < bytesRead; i++) {
      const byte = bytes[i] ?? 0
      if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26)) return false
    }
    at += bytesRead
  }
  return true
}

const rules: Record<FileKind, Rule> = {
  xlsx: {
    extensions: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    matches: office('xl/workbook.xml'),
  },
  docx: {
    extensions: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    matches: office('word/document.xml'),
  },
  csv: { extensions: ['csv'], mediaType: 'text/csv', matches: plainText },
  txt: { extensions: ['txt'], mediaType: 'text/plain', matches: plainText },
  pdf: { extensions: ['pdf'], mediaType: 'application/pdf', matches: startsWith('%PDF-') },
  png: { extensions: ['png'], mediaType: 'image/png', matches: startsWith('\x89PNG\r\n\x1a\n') },
  zip: { extensions: ['zip'], mediaType: 'application/zip', matches: async (file, size) => (await readZipNames(file, size)) !== null },
  jpeg: { extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg', matches: startsWith('\xff\xd8\xff') },
}

/** What a file claims to be by its name; null when its ending is none of the allowed. The browser's own claim is never used. */
export function kindByName(name: string, allowed: readonly FileKind[]): FileKind | null {
  const extension = /\.([a-z]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return allowed.find((kind) => rules[kind].extensions.includes(extension)) ?? null
}

export const mediaTypeOf = (kind: FileKind): string => rules[kind].mediaType

/** The value of `accept` on a file field. */
export const acceptOf = (allowed: readonly FileKind[]): string =>
  allowed.flatMap((kind) => rules[kind].extensions.map((extension) => `.${extension}`)).join(',')

/** Whether the content is what the name claims. Reads the signature, a zip's directory or, for text, every byte. */
export const contentMatches = (kind: FileKind, file: FileHandle, size: number): Promise<boolean> => rules[kind].matches(file, size)
