import { SaxesParser } from 'saxes'
import type { Archive } from './archive.ts'
import { refuse, Unreadable } from './unreadable.ts'

/** What a reader of one part wants to hear. Names come without their prefix. */
export type Listener = {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Reads one XML part while it is inflated. A document type declaration is
 * refused: no office program writes one, and entities live there.
 */
export function readXml(archive: Archive, part: string, listener: Listener): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  let depth = 0
  parser.on('doctype', () => refuse('entities'))
  parser.on('error', () => refuse('damaged'))
  parser.on('opentag', tag => {
    if (++depth > archive.limits.depth) refuse('tooDeep')
    listener.open(local(tag.name), tag.attributes)
  })
  parser.on('closetag', tag => {
    depth--
    listener.close?.(local(tag.name))
  })
  parser.on('text', text => listener.text?.(text))
  parser.on('cdata', text => listener.text?.(text))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    archive.read(part.toLowerCase(), piece => {
      for (let at = 0; at < piece.length; at += 65536) parser.write(decoder.decode(piece.subarray(at, at + 65536), { stream: true }))
    })
    parser.write(decoder.decode())
    parser.close()
  } catch (fault) {
    // A broken stream, bytes that are not UTF-8, or XML that is not well formed: the file is damaged.
    if (fault instanceof Unreadable) throw fault
    refuse('damaged')
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** An attribute by its name without prefix, for `r:id` whatever the prefix is called. */
export function prefixed(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const key = Object.keys(attributes).find(each => each.endsWith(`:${name}`))
  return key === undefined ? undefined : attributes[key]
}
