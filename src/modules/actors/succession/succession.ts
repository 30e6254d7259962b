/** Organisations that become others on a day. With one successor each it is a merger or a new name, with several a split. */
export type Change = { on: string; from: readonly Named[]; to: readonly Named[]; pairs: readonly { from: string; to: string }[] }
export type Named = { id: string; name: string }

export type SuccessionRow = { on: string; fromId: string; from: string; toId: string; to: string }

/** Rows of one day that hang together are one change: «Lia og Vassøy blir Lia og Vassøy», «Viken blir Østfold, Akershus og Buskerud». Earliest first. */
export function changesOf(rows: readonly SuccessionRow[]): Change[] {
  const found: Change[] = []
  for (const together of Map.groupBy(rows, (row) => row.on).values()) {
    const left = new Set(together)
    for (const first of left) {
      const group = new Set([first])
      for (let grew = true; grew;) {
        grew = false
        for (const row of left) {
          if (group.has(row) || ![...group].some((one) => one.fromId === row.fromId || one.toId === row.toId)) continue
          group.add(row)
          grew = true
        }
      }
      for (const row of group) left.delete(row)
      const named = (list: readonly Named[]) => [...new Map(list.map((one) => [one.id, one])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
      const all = [...group]
      found.push({ on: first.on, from: named(all.map((r) => ({ id: r.fromId, name: r.from }))), to: named(all.map((r) => ({ id: r.toId, name: r.to }))), pairs: all.map((r) => ({ from: r.fromId, to: r.toId })) })
    }
  }
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** Whether it must be asked who takes over: one of those that are here has several successors. */
export const isSplit = (change: Change, here: ReadonlySet<string>): boolean => [...here].some((id) => change.pairs.filter((pair) => pair.from === id).length > 1)

/** Who takes over what, as the workspace has said. */
export type Choices = {
  /** Which successors go on as parties. */
  parties: readonly string[]
  /** For what is not named below. */
  default: string | null
  items: Readonly<Record<string, string>>
  people: Readonly<Record<string, string>>
}

/** The successor of an organisation for one thing: the only one, or the one chosen for it, or else the one chosen for the rest. */
export function successorFor(change: Change, choices: Choices, fromId: string, chosen: string | undefined): string | null {
  const to = change.pairs.filter((pair) => pair.from === fromId).map((pair) => pair.to)
  if (to.length <= 1) return to[0] ?? null
  if (chosen && to.includes(chosen)) return chosen
  return choices.default && to.includes(choices.default) ? choices.default : null
}

/** The first year whose money is the successor's: the one that begins that day, or else the next. */
export const firstYearAfter = (on: string): number => {
  const day = Temporal.PlainDate.from(on)
  return day.dayOfYear === 1 ? day.year : day.year + 1
}

export const dayBefore = (on: string): string => Temporal.PlainDate.from(on).subtract({ days: 1 }).toString()
