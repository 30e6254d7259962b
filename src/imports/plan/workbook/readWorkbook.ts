import { UnreadableArchive } from '../../../platform/office/unreadable.ts'
import { message } from '../messages.ts'
import { readCsv } from './csv.ts'
import { limits } from './limits.ts'
import { Refused, refuse } from './refuse.ts'
import type { Refusal, Workbook } from './workbook.ts'
import { readXlsx } from './xlsx.ts'

/**
 * Reads an .xlsx or .csv file into sheets. The name and the content must agree,
 * and a file that cannot be read within the limits is refused with its reason.
 */
export function readWorkbook(bytes: Uint8Array, fileName: string): Workbook | Refusal {
  try {
    if (bytes.length === 0) refuse('emptyFile')
    if (bytes.length > limits.fileBytes) refuse('fileTooLarge', { megabytes: limits.fileBytes / 1024 / 1024 })
    const extension = /\.([^.\\/]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
    const found = sniff(bytes)
    if (found === 'zip' && extension === 'xlsx') return readXlsx(bytes, fileName)
    if (found === 'text' && (extension === 'csv' || extension === 'tsv' || extension === 'txt')) return readCsv(bytes, fileName)
    return { refused: wrongType(found, extension) }
  } catch (fault) {
    if (fault instanceof Refused) return { refused: fault.said }
    if (fault instanceof UnreadableArchive) return { refused: message(fault.why) }
    throw fault
  }
}

type Found = 'zip' | 'oldExcel' | 'encrypted' | 'pdf' | 'markup' | 'binary' | 'text'

/** The first bytes tell what a file is, whatever it is called. */
function sniff(bytes: Uint8Array): Found {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  if (head.startsWith('PK')) return 'zip'
  if (head.startsWith('\xd0\xcf\x11\xe0')) return encryptedPackage(bytes) ? 'encrypted' : 'oldExcel'
  if (head.startsWith('%PDF')) return 'pdf'
  if (/^(\xef\xbb\xbf)?\s*<(\?xml|!doctype|html|table|workbook)/i.test(head)) return 'markup'
  if (head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff')) return 'text'
  return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(head) ? 'binary' : 'text'
}

/** A file with a password is an old kind of archive with a stream of this name, in UTF-16. */
function encryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

function wrongType(found: Found, extension: string) {
  if (found === 'encrypted') return message('encrypted')
  if (found === 'oldExcel') return message('oldExcel')
  if (extension === 'xlsm' || extension === 'xltm') return message('macros')
  if (extension === 'xlsb') return message('binaryWorkbook')
  if (extension === 'ods') return message('openDocument')
  if (extension === 'xlsx' || extension === 'csv') return message('nameAndContent', { extension })
  return message('notAPlanFile')
}
