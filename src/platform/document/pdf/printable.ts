import { isCovered } from './covered.ts'

/** What stands in a printed text instead of what the fonts cannot write. */
export const unwritable = '\ufffd'

/** As a text is printed: composed, without what is invisible or steers, with `unwritable` for what the fonts lack, and with places to break in endless words. */
export function printable(text: string, { cautious = false } = {}): string {
  const clean = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\x0b\x0c\x85]/g, '\n')
    .replaceAll('\t', ' ')
    // Control and direction characters, joiners and variants: they print nothing, and could turn a line around.
    .replace(/[\x00-\x09\x0b-\x1f\x7f-\x9f]|\p{Cf}|[\ufe00-\ufe0f]|\p{Co}|\p{Cn}/gu, (sign) => (sign === '\u00ad' ? sign : ''))
  let printed = ''
  let before = ''
  for (const sign of clean) {
    // Of what cannot be written one sign is enough for a whole word.
    const written = isWritten(sign, cautious) ? sign : unwritable
    if (written === unwritable && before === unwritable) continue
    printed += written
    before = written
  }
  return printed.replace(endless, (word) => (word.match(/.{1,12}/gu) ?? []).join('\u200b'))
}

/** Combining marks are written only where they have become one with their letter. */
const isWritten = (sign: string, cautious: boolean): boolean =>
  sign === '\n' || sign === '\u00ad' || (!/\p{M}/u.test(sign) && (cautious ? /^[\x20-\x7e\u00a0-\u00ff\u2013\u2014\u2018-\u201e\u2026]$/u.test(sign) : isCovered(sign.codePointAt(0) ?? 0)))

/** Longer than any word that hyphenation should have to break. */
const endless = /[^\s\u00ad-]{46,}/gu
