/**
 * Widths of a common system sans, in hundredths of the type size, rounded up so that a
 * text fits in Segoe UI, San Francisco, Roboto and Arial alike. The server has no fonts to measure with.
 */
const wide = new Set('mwMWÆæŒ@%—')
const narrow = new Set("iljtfrI.,:;!|'’()[]- ")
const letterWidth = (letter: string) =>
  wide.has(letter) ? 90 : narrow.has(letter) ? 34 : letter >= 'A' && letter <= 'Z' ? 69 : letter > '\u2e7f' ? 105 : 57

/** Approximate width of a text in pixels. */
export function textWidth(text: string, size: number): number {
  let sum = 0
  for (const letter of text) sum += letterWidth(letter)
  return (sum * size) / 100
}

function cut(word: string, width: number, size: number, mark: string): string {
  const room = width - textWidth(mark, size)
  let sum = 0
  let kept = ''
  for (const letter of word) {
    sum += (letterWidth(letter) * size) / 100
    if (sum > room && kept) break
    kept += letter
  }
  const left = word.length - kept.length
  return mark === '-' && left > 0 && left < 3 && kept.length > 4 ? kept.slice(0, left - 3) : kept
}

/**
 * Breaks a text into at most `most` lines of `width` pixels. Long compounds are divided with a hyphen,
 * and what does not fit ends in an ellipsis (the whole title is always in the link's name).
 */
export function wrap(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  const words = text.split(/\s+/u).filter(Boolean)
  while (words.length) {
    const word = words.shift() as string
    const joined = line ? `${line} ${word}` : word
    if (textWidth(joined, size) <= width) {
      line = joined
    } else if (line) {
      lines.push(line)
      line = ''
      words.unshift(word)
    } else {
      const part = cut(word, width, size, '-')
      lines.push(part.length < word.length ? `${part}-` : part)
      if (part.length < word.length) words.unshift(word.slice(part.length))
      line = ''
    }
    if (lines.length > most) break
  }
  if (line) lines.push(line)
  if (lines.length <= most) return lines
  const shown = lines.slice(0, most)
  const last = shown[most - 1] as string
  const fits = textWidth(`${last}…`, size) <= width
  // Half a word is not what the name of the link says, to those who say it aloud.
  const part = fits ? last : cut(last, width, size, '…')
  const whole = fits || last[part.length] === ' ' || !part.includes(' ') ? part : part.slice(0, part.lastIndexOf(' '))
  shown[most - 1] = `${whole.replace(/[\s\-,.]+$/u, '')}…`
  return shown
}
