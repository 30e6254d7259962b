import { message } from '../messages.ts'
import type { Message } from '../messages.ts'
import type { ParsedMeasure, Remark } from '../plan.ts'

/** The same measure listed under several goals becomes one measure with those goals; other look-alikes are pointed out. */
export function joinRepeated(measures: readonly ParsedMeasure[]): { measures: ParsedMeasure[]; ignored: Remark[]; warnings: Message[] } {
  const kept: ParsedMeasure[] = []
  const ignored: Remark[] = []
  const warnings: Message[] = []
  const seen = new Map<string, number[]>()
  for (const each of measures) {
    const title = each.title.toLowerCase().slice(0, 300)
    const places = seen.get(title) ?? []
    const same = places.slice(0, 20).find(place => kept[place] && isSame(kept[place], each))
    const before = same === undefined ? undefined : kept[same]
    if (same !== undefined && before) {
      kept[same] = { ...before, goals: [...new Set([...before.goals, ...each.goals])] }
      ignored.push({ sheet: each.source.sheet, row: each.source.row, why: message('sameMeasure', { row: before.source.row, sheet: before.source.sheet, title: each.title }) })
      continue
    }
    const first = places[0] === undefined ? undefined : kept[places[0]]
    if (first) warnings.push(message('alikeMeasures', { title: each.title, row: each.source.row, other: first.source.row, sheet: each.source.sheet }))
    seen.set(title, [...places, kept.length])
    kept.push(each)
  }
  return { measures: kept, ignored, warnings }
}

/** Alike in everything but the goals, and the goals differ. */
function isSame(a: ParsedMeasure, b: ParsedMeasure): boolean {
  const rest = ({ goals: _, source: __, ...others }: ParsedMeasure) => JSON.stringify(others)
  return a.goals.length > 0 && b.goals.length > 0 && !b.goals.every(goal => a.goals.includes(goal)) && rest(a) === rest(b)
}
