/** Longest name kept, in bytes of UTF-8: what every file system of the reader can hold. */
const longest = 180

/**
 * A name as it may be kept and shown: no folders, no control or direction-changing characters, not endless. The ending is
 * kept. Never empty.
 */
export function cleanName(name: string): string {
  const last = name.slice(-1000).split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    // After what stood between a letter and its accent is gone.
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '')
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,5})?$/su.exec(clean) ?? []
  return `${cut(stem, longest - ending.length).trim() || 'fil'}${ending}`
}

/** The beginning of a text that fits in this many bytes, without half a character. */
function cut(text: string, bytes: number): string {
  let room = bytes
  let kept = ''
  for (const character of text) {
    room -= Buffer.byteLength(character)
    if (room < 0) break
    kept += character
  }
  return kept
}

/**
 * The header that names a file (RFC 6266): a plain ASCII name for old readers and the real one in UTF-8. Nothing in the
 * name can end the header or start another.
 */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const clean = cleanName(name)
  const letters: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a', Æ: 'Ae', Ø: 'O', Å: 'A' }
  const ascii = clean
    .replace(/[æøåÆØÅ]/g, (letter) => letters[letter] ?? '_')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ !#$&+\-.^_`{}~()A-Za-z0-9,]/g, '_')
  const encoded = encodeURIComponent(clean).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
