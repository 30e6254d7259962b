import { limits } from './limits.ts'
import { refuse } from './refuse.ts'
import { readXml } from '../../../platform/office/xml.ts'
import type { Archive } from '../../../platform/office/archive.ts'

/** A text, and whether all or part of it is crossed out. */
export type RichText = { readonly text: string; readonly struck?: 'all' | 'part' }

/** Collects the runs of a text, in shared strings, in cells and in comments alike. */
export function richTextReader() {
  let text = ''
  let struckLength = 0
  let runStruck = false
  let phonetic = 0
  let inText = false
  return {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === 'r') runStruck = false
      if (name === 'strike' && attributes.val !== '0' && attributes.val !== 'false') runStruck = true
      if (name === 'rPh') phonetic++
      if (name === 't') inText = phonetic === 0
    },
    text(piece: string) {
      if (!inText) return
      text += piece
      if (text.length > limits.cellCharacters) refuse('textTooLong')
      if (runStruck) struckLength += piece.trim().length
    },
    close(name: string) {
      if (name === 't') inText = false
      if (name === 'rPh') phonetic--
    },
    /** The text so far; starts on the next. */
    take(): RichText {
      const whole = unescape(text)
      const struck = struckLength === 0 ? undefined : struckLength >= whole.trim().length ? 'all' : 'part'
      text = ''
      struckLength = 0
      runStruck = false
      return struck === undefined ? { text: whole } : { text: whole, struck }
    },
  }
}

/** Characters that XML cannot hold are written _x000D_ (ECMA-376 part 1, 22.9.2.19). */
export function unescape(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

export function readSharedStrings(archive: Archive, part: string): readonly RichText[] {
  const strings: RichText[] = []
  const reader = richTextReader()
  let characters = 0
  readXml(archive, part, {
    open: reader.open,
    text: reader.text,
    close(name) {
      reader.close(name)
      if (name !== 'si') return
      const string = reader.take()
      characters += string.text.length
      if (strings.length >= limits.sharedStrings || characters > limits.characters) refuse('tooMuchText')
      strings.push(string)
    },
  })
  return strings
}
