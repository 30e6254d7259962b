import { open } from 'node:fs/promises'
import type { Database } from '../db/database.ts'
import { formatFileSize, formatList } from '../text/format.ts'
import { texts, type Lang } from '../text/texts.ts'
import type { ContentStore } from './content.ts'
import { keepFile, type StoredFile } from './file.store.ts'
import { contentMatches, kindByName, mediaTypeOf, type FileKind } from './kinds.ts'

export type UploadRule = {
  allowed: readonly FileKind[]
  maxBytes: number
  /** Whoever reads the file says what is wrong with it, better than we can by its first bytes. */
  readerJudges?: true
}
export type UploadRefusal = 'empty' | 'too-large' | 'type-not-allowed' | 'content-not-as-named'
export type Upload = { ok: true; file: StoredFile } | { ok: false; why: UploadRefusal }

/** How long an upload waits for the form it belongs to. */
const stagedHours = 24

/**
 * Receives an upload and stages it: what was chosen is kept when the form has to be shown again. The form carries the id;
 * `adoptFile` takes it into use in the transaction that saves the form.
 */
export async function stageUpload(
  db: Database,
  store: ContentStore,
  rule: UploadRule,
  upload: { name: string; body: AsyncIterable<Uint8Array>; uploadedBy: string | null; now: Temporal.Instant },
): Promise<Upload> {
  const kind = kindByName(upload.name, rule.allowed)
  if (!kind) return { ok: false, why: 'type-not-allowed' }
  const receipt = await store.receive(upload.body, rule.maxBytes)
  if (!receipt.ok) return receipt
  const { received } = receipt
  try {
    const handle = await open(received.temporary, 'r')
    try {
      if (!rule.readerJudges && !(await contentMatches(kind, handle, received.size))) return { ok: false, why: 'content-not-as-named' }
    } finally {
      await handle.close()
    }
    const stagedUntil = upload.now.add({ hours: stagedHours })
    const file = await db.transaction().execute((tx) =>
      keepFile(tx, store, received, { name: upload.name, mediaType: mediaTypeOf(kind), uploadedBy: upload.uploadedBy, now: upload.now, stagedUntil }),
    )
    return { ok: true, file }
  } finally {
    // Kept content has been moved away, and this does nothing.
    await store.discard(received)
  }
}

const words = texts({
  nb: {
    empty: 'Filen er tom. Velg en fil med innhold.',
    'too-large': (max: string) => `Filen er for stor. Den kan være på høyst ${max}.`,
    'type-not-allowed': (kinds: string) => `Velg en fil av typen ${kinds}.`,
    'content-not-as-named': 'Innholdet er ikke det filnavnet sier. Åpne filen, lagre den på nytt i riktig format, og velg den igjen.',
  },
  nn: {
    empty: 'Fila er tom. Vel ei fil med innhald.',
    'too-large': (max: string) => `Fila er for stor. Ho kan vere på høgst ${max}.`,
    'type-not-allowed': (kinds: string) => `Vel ei fil av typen ${kinds}.`,
    'content-not-as-named': 'Innhaldet er ikkje det filnamnet seier. Opne fila, lagre ho på nytt i rett format, og vel ho igjen.',
  },
  en: {
    empty: 'The file is empty. Choose a file with content.',
    'too-large': (max: string) => `The file is too large. It can be ${max} at most.`,
    'type-not-allowed': (kinds: string) => `Choose a file of type ${kinds}.`,
    'content-not-as-named': 'The content is not what the file name says. Open the file, save it again in the right format, and choose it again.',
  },
})

/** A refusal in plain words, for the message beside the field. */
export function uploadMessage(why: UploadRefusal, rule: UploadRule, lang: Lang): string {
  const w = words[lang]
  if (why === 'too-large') return w['too-large'](formatFileSize(rule.maxBytes, lang))
  if (why === 'type-not-allowed') return w['type-not-allowed'](formatList(rule.allowed, lang, 'or'))
  return w[why]
}
