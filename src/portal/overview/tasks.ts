import { isLate, type PlanItem, type StatusNow } from '../../modules/plans/index.ts'

/** What there is to do, most pressing first; each with how many, and the one it is about when it is only one. */
export type ToDo = { what: 'decide' | 'unanswered' | 'late' | 'unowned' | 'loose'; count: number; only: PlanItem | null }

/** The list that a workspace begins with. Loose threads come last: they are the rest, and most of them are no hurry. */
export function toDo(items: readonly PlanItem[], decisionsNeeded: number, looseThreads: number, now: Temporal.Instant, status: StatusNow | null = null): ToDo[] {
  const open = items.filter((item) => item.kind === 'measure' && item.state !== 'completed' && item.state !== 'cancelled')
  const one = (list: readonly PlanItem[]) => (list.length === 1 ? (list[0] ?? null) : null)
  const waiting = open.filter((item) => item.needsDecision !== null)
  const late = open.filter((item) => isLate(item, now))
  const unowned = open.filter((item) => item.owners.length === 0)
  const list: ToDo[] = [
    { what: 'decide', count: waiting.length + decisionsNeeded, only: decisionsNeeded === 0 ? one(waiting) : null },
    { what: 'unanswered', count: status?.count.waiting ?? 0, only: null },
    { what: 'late', count: late.length, only: one(late) },
    { what: 'unowned', count: unowned.length, only: one(unowned) },
    { what: 'loose', count: looseThreads, only: null },
  ]
  return list.filter((task) => task.count > 0)
}
