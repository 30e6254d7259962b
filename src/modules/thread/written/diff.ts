/** A stretch of words that stands in both texts, was taken out of the first, or put into the second. */
export type Stretch = { is: 'same' | 'gone' | 'new'; text: string }

/** Above this many pairs of words the middle is told as replaced: it bounds time and memory (a byte or two for each pair). */
const mostPairs = 4_000_000

/** Words with the space behind them, so that put together again they are the text. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? []

/**
 * The differences between two texts, word by word: the longest common run of words (LCS) after what is alike at both ends. «same» and «gone» put together are
 * `before`, «same» and «new» are `after`; stretches beside each other are never of the same sort, and what is gone stands before what is new.
 */
export function differencesBetween(before: string, after: string): Stretch[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end))
  return joined([...told('same', a.slice(0, start)), ...middle, ...told('same', a.slice(a.length - end))])
}

const told = (is: Stretch['is'], words: readonly string[]): Stretch[] => (words.length === 0 ? [] : [{ is, text: words.join('') }])

function between(a: readonly string[], b: readonly string[]): Stretch[] {
  if (a.length === 0 || b.length === 0 || a.length * b.length > mostPairs) return [...told('gone', a), ...told('new', b)]
  // How long the longest common run is from here to the end, for each pair of places.
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const found: Stretch[] = []
  for (let [i, j] = [0, 0]; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push({ is: 'same', text: a[i++] ?? '' })
      j++
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) found.push({ is: 'gone', text: a[i++] ?? '' })
    else found.push({ is: 'new', text: b[j++] ?? '' })
  }
  return found
}

/** Neighbours of one sort as one; between two that are the same, what is gone first. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = []
  let [gone, fresh] = ['', '']
  const settle = () => {
    if (gone) found.push({ is: 'gone', text: gone })
    if (fresh) found.push({ is: 'new', text: fresh })
    ;[gone, fresh] = ['', '']
  }
  for (const { is, text } of stretches) {
    if (is === 'gone') gone += text
    else if (is === 'new') fresh += text
    else {
      settle()
      const last = found.at(-1)
      if (last?.is === 'same') last.text += text
      else found.push({ is, text })
    }
  }
  settle()
  return found
}

/** The first text out of the differences, and the second. */
export const beforeOf = (stretches: readonly Stretch[]): string => stretches.filter((one) => one.is !== 'new').map((one) => one.text).join('')
export const afterOf = (stretches: readonly Stretch[]): string => stretches.filter((one) => one.is !== 'gone').map((one) => one.text).join('')

export type Part = { key: string; heading: string; body: string }
export type PartDifference = { key: string; heading: Stretch[]; body: Stretch[]; is: 'same' | 'changed' | 'gone' | 'new' }

/** Two editions section by section, in the order of the second; what was taken out stands where it stood. */
export function compareParts(before: readonly Part[], after: readonly Part[]): PartDifference[] {
  const [was, is] = [new Map(before.map((one) => [one.key, one])), new Map(after.map((one) => [one.key, one]))]
  const order = after.map((one) => one.key)
  for (const [i, { key }] of before.entries()) {
    if (is.has(key)) continue
    const previous = before.slice(0, i).findLast((one) => order.includes(one.key))
    order.splice(previous ? order.indexOf(previous.key) + 1 : 0, 0, key)
  }
  return order.map((key) => {
    const [a, b] = [was.get(key), is.get(key)]
    const heading = differencesBetween(a?.heading ?? '', b?.heading ?? '')
    const body = differencesBetween(a?.body ?? '', b?.body ?? '')
    const alike = [...heading, ...body].every((one) => one.is === 'same')
    return { key, heading, body, is: !a ? 'new' : !b ? 'gone' : alike ? 'same' : 'changed' }
  })
}
