/** Breaks long lines between words, so that plain text is easy to read anywhere. Addresses and words too long stay whole; a line of their own. */
export function wrapText(text: string, width = 72): string {
  return text.split('\n').map((line) => (line.length <= width || /^\s*https?:\/\//.test(line) ? line : wrapLine(line, width))).join('\n')
}

function wrapLine(line: string, width: number): string {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current)
      current = word
    } else current = current === '' ? word : `${current} ${word}`
  }
  return [...lines, current].join('\n')
}
