/** Whether two words are the same but for a slip of the keyboard: one in five letters, two in nine. */
export function near(a: string, b: string): boolean {
  const allowed = b.length >= 9 ? 2 : b.length >= 5 ? 1 : 0
  if (Math.abs(a.length - b.length) > allowed) return false
  return distance(a, b) <= allowed
}

/** Damerau–Levenshtein distance with neighbouring letters swapped (optimal string alignment). */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
