import { type Document } from '../document.ts'
import type { Standard } from '../pdf/pdf.ts'

/** What the press is asked for, over the channel of the process: the document as JSON. */
export type Asked = { as: 'pdf'; standard: Standard; document: string } | { as: 'docx' | 'xlsx'; document: string }
/** `memory` is what the process holds after it, in bytes. */
export type Told = { bytes: Uint8Array; pages: number; memory: number } | { fault: string }

/** Makes one document at a time, away from the web; whoever started it replaces it before it grows. The makers are read in when they are first asked for. */
async function make(asked: Asked): Promise<{ bytes: Uint8Array; pages: number }> {
  const document = JSON.parse(asked.document) as Document
  if (asked.as === 'pdf') return (await import('../pdf/pdf.ts')).makePdf(document, asked.standard)
  if (asked.as === 'docx') return { bytes: await (await import('../word/word.ts')).makeWord(document), pages: 0 }
  return { bytes: (await import('../sheet/sheet.ts')).makeXlsx(document), pages: 0 }
}

const tell = (told: Told) => process.send?.(told)

process.on('message', (asked: Asked) => {
  make(asked).then(
    ({ bytes, pages }) => tell({ bytes, pages, memory: process.memoryUsage.rss() }),
    (error: unknown) => tell({ fault: error instanceof Error ? error.message : String(error) }),
  )
})
// Whoever started it is gone.
process.on('disconnect', () => process.exit())
