import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { projectRoot } from '../../project-root.ts'
import type { Document } from '../document.ts'
import { paperOf } from './paper.ts'

/** `ua-1` is for people, whatever they read with (PDF/UA-1); `a-2a` is for archives, tagged as well (PDF/A-2a). */
export type Standard = 'ua-1' | 'a-2a'

const folder = join(projectRoot, 'src/platform/document/pdf')
const template = readFileSync(join(folder, 'paper.typ'), 'utf8')

// Only the fonts that the compiler brings; it may read nothing but the folder of the template.
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: [] }] })

/** Sets and prints a document in this process. Throws when the compiler finds fault with it. */
export function makePdf(document: Document, standard: Standard): { bytes: Uint8Array; pages: number } {
  try {
    return print(paperOf(document), standard)
  } catch (error) {
    // A combination of characters that no font has together: once more, with plain western letters.
    if (!String(error).includes('could not be displayed')) throw error
    return print(paperOf(document, { cautious: true }), standard)
  }
}

function print(paper: string, standard: Standard): { bytes: Uint8Array; pages: number } {
  try {
    const compiled = compiler.compile({ mainFileContent: template, inputs: { document: paper } })
    if (!compiled.result) throw new Error(`The template was not set: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`)
    return { bytes: new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: standard })), pages: compiled.result.numOfPages }
  } finally {
    compiler.evictCache(0)
  }
}
