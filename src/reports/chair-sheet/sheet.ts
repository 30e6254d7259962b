import { isPast } from '../../platform/time/oslo.ts'
import { isLate, isOverdue, type Difference, type Milestone, type PlanItem } from '../../modules/plans/index.ts'

/** How many lines there is room for: the sheet is one page whatever the size of the plan, and says how much it leaves out. */
export const room = { goals: 5, decisions: 3, next: 3, loose: 3, late: 4, month: 2 } as const

/** A text that fits on two lines of half a page; cut between words, and marked. */
export function clip(text: string, max = 80): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > max * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`
}

export type Few<T> = { shown: readonly T[]; more: number }
export const few = <T>(list: readonly T[], max: number): Few<T> => ({ shown: list.slice(0, max), more: Math.max(0, list.length - max) })

/** What is late, the longest overdue first; what only says so, last. */
export const lateFirst = (items: readonly PlanItem[], now: Temporal.Instant): PlanItem[] =>
  items.filter((item) => isLate(item, now)).toSorted((a, b) => rank(a, now).localeCompare(rank(b, now)))
const rank = (item: PlanItem, now: Temporal.Instant) => (isOverdue(item, now) ? `0${item.endsOn}` : `1${item.endsOn ?? '9'}`)

export type Month = { completed: string[]; results: string[]; decided: string[]; newMeasures: number; gone: number; postponed: number }

/** What the last month brought, from how the workspace stood then and stands now. */
export function monthOf({ added, gone, changed }: Difference): Month {
  const measures = changed.filter((one) => one.after?.kind === 'measure')
  const titles = (list: typeof changed) => list.flatMap((one) => one.after?.title ?? [])
  const became = (kind: string, state: string) => titles([...added, ...changed].filter((one) => one.after?.kind === kind && one.after.state === state && one.before?.state !== state))
  const deadline = (fields: Record<string, unknown> | undefined) => (typeof fields?.ends_on === 'string' ? fields.ends_on : null)
  return {
    completed: became('measure', 'completed'),
    results: titles(added.filter((one) => one.after?.kind === 'result')),
    decided: became('decision', 'decided'),
    newMeasures: added.filter((one) => one.after?.kind === 'measure').length,
    gone: gone.filter((one) => one.before?.kind === 'measure').length,
    postponed: measures.filter((one) => {
      const [was, is] = [deadline(one.before?.fields), deadline(one.after?.fields)]
      return was !== null && is !== null && is > was
    }).length,
  }
}

/** What is due next: deadlines of measures that are not over, and milestones that are not reached; the nearest first. */
export function comingOf({ items, milestones }: { items: readonly PlanItem[]; milestones: readonly Milestone[] }, now: Temporal.Instant): { title: string; on: string; of: string }[] {
  const open = new Map(items.filter((item) => item.kind === 'measure' && item.state !== 'completed' && item.state !== 'cancelled').map((item) => [item.id, item]))
  return [
    ...[...open.values()].flatMap((item) => (item.endsOn ? [{ title: item.title, on: item.endsOn, of: '' }] : [])),
    ...milestones.flatMap(({ title, dueOn, doneOn, itemId }) => (dueOn && !doneOn && open.has(itemId) ? [{ title, on: dueOn, of: open.get(itemId)?.title ?? '' }] : [])),
  ].filter(({ on }) => !isPast(on, now)).toSorted((a, b) => a.on.localeCompare(b.on))
}
