import { registerId } from '../../modules/actors/index.ts'

/** A change of codes as SSB Klass tells it: who had `oldCode` until the day, has `newCode` from it, or went into it. */
export type CodeChange = { oldCode: string; newCode: string; newName: string; on: string }
export type Begun = { id: string; number: string; name: string; from: string }
export type Folded = {
  begun: Begun[]
  ended: { id: string; lastDay: string }[]
  renumbered: { id: string; oldNumber: string; newNumber: string; from: string }[]
  successions: { fromId: string; toId: string; on: string; kind: 'merge' | 'split' }[]
}
/** Numbers that the changes cannot explain: nothing may be written then. */
export type Unexplained = { unexplained: string[] }

/**
 * From who holds which number, through the changes, to the numbers of today. A number that went alone to a number that came from
 * nobody else is the same organisation with a new number; several into one is a merger, one into several a split; one that went
 * into a number that stood there already joined it; one that still has its number gave some of itself away.
 */
export function foldChanges(holders: ReadonlyMap<string, string>, changes: readonly CodeChange[], today: ReadonlySet<string>): Folded | Unexplained {
  const held = new Map(holders)
  const folded: Folded = { begun: [], ended: [], renumbered: [], successions: [] }
  const unexplained = new Set<string>()
  const days = Map.groupBy(changes.filter((change) => change.oldCode !== change.newCode), (change) => change.on)
  for (const [on, edges] of [...days].sort(([a], [b]) => a.localeCompare(b))) {
    const lastDay = Temporal.PlainDate.from(on).subtract({ days: 1 }).toString()
    const into = Map.groupBy(edges, (edge) => edge.newCode)
    const from = Map.groupBy(edges, (edge) => edge.oldCode)
    const before = new Map([...from.keys()].map((code) => [code, held.get(code)]))
    for (const [code, id] of before) if (id === undefined) unexplained.add(code)
    const keeps = (code: string) => today.has(code) && !into.has(code)
    for (const code of from.keys()) if (!keeps(code)) held.delete(code)
    const renumbered = new Set<string>()
    for (const [code, sources] of into) {
      const olds = [...new Set(sources.map((edge) => edge.oldCode))]
      const [only = ''] = olds
      if (!held.has(code) && olds.length === 1 && !keeps(only) && new Set(from.get(only)?.map((edge) => edge.newCode)).size === 1) {
        const id = before.get(only)
        if (id === undefined) continue
        renumbered.add(only)
        held.set(code, id)
        folded.renumbered.push({ id, oldNumber: only, newNumber: code, from: on })
        continue
      }
      const id = held.get(code) ?? newId(code, on, held)
      if (!held.has(code)) folded.begun.push({ id, number: code, name: sources[0]?.newName ?? code, from: on })
      held.set(code, id)
      for (const old of olds) {
        const fromId = before.get(old)
        const split = keeps(old) || new Set(from.get(old)?.map((edge) => edge.newCode)).size > 1
        if (fromId !== undefined && fromId !== id) folded.successions.push({ fromId, toId: id, on, kind: split ? 'split' : 'merge' })
      }
    }
    for (const [code, id] of before) if (id !== undefined && !keeps(code) && !renumbered.has(code)) folded.ended.push({ id, lastDay })
  }
  for (const code of today) if (!held.has(code)) unexplained.add(code)
  for (const code of held.keys()) if (!today.has(code)) unexplained.add(code)
  return unexplained.size > 0 ? { unexplained: [...unexplained].sort() } : folded
}

/** The register's own id of a number that nobody had before; one that was somebody else's gets the day too. */
function newId(code: string, on: string, held: ReadonlyMap<string, string>): string {
  const id = registerId(code)
  return [...held.values()].includes(id) ? registerId(`${code} ${on}`) : id
}
