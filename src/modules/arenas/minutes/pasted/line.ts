/** A line of minutes that came from elsewhere: what is said, and how it stood. `n` is its place among all lines, from 0, and never changes. */
export type Line = { n: number; text: string; heading: boolean; bullet: boolean; /** An empty line stood before it. */ apart: boolean }

/** More than this is no minutes of one meeting. */
export const mostLines = 1_500
export const longestPasted = 200_000

const bullet = /^(?:[-*•·▪◦‣–—]|\uf0b7|o(?=\t))\s+/

/**
 * The lines of a text as it was pasted, empty ones aside: from Teams, an e-mail or Word, with or without the marks of Markdown. Nothing of what is
 * said is left out.
 */
export function linesOf(pasted: string): Line[] {
  const lines: Line[] = []
  let apart = false
  for (const [n, raw] of pasted.toWellFormed().replaceAll('\0', '').replace(/\r\n?|[\u2028\u2029]/g, '\n').split('\n').entries()) {
    const bare = raw.replace(/[\u200b-\u200f\u2060\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' ').trim()
    const [, hashes = '', rest = ''] = /^(#{1,6}\s+)?(.*)$/.exec(bare) ?? []
    const isBullet = hashes === '' && bullet.test(raw.trim())
    const said = isBullet ? rest.replace(bullet, '').replace(/^\[[ xX]?\]\s+/, '') : rest
    const bold = /^(?:\*\*|__)(.+?)(?:\*\*|__)\s*:?$/.test(said)
    const text = said.replace(/\*\*|__/g, '').trim()
    if (text === '') {
      apart = true
      continue
    }
    lines.push({ n, text, heading: hashes !== '' || bold, bullet: isBullet, apart: apart && lines.length > 0 })
    apart = false
  }
  return lines
}

/** How a line stands in the text of the minutes: lists as lists. */
export const written = ({ text, bullet: isBullet }: Pick<Line, 'text' | 'bullet'>): string => (isBullet ? `- ${text}` : text)
