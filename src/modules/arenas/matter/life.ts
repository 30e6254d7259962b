import { plainDate } from '../../../platform/time/oslo.ts'

/** What may happen to a matter. */
export const stepKinds = ['raised', 'prepared', 'handled', 'forwarded', 'returned', 'decided', 'closed', 'reopened'] as const
export type StepKind = (typeof stepKinds)[number]

/** One thing that happened: `arenaId` has the matter after it, `fromArenaId` had it before where it changed hands. `on` is a day, YYYY-MM-DD. */
export type Step = { what: StepKind; arenaId: string | null; fromArenaId: string | null; meetingId: string | null; on: string; note: string | null }

/** Where a matter is: who has it, since which day, and what was last done. `settled` when nobody has to do anything more. */
export type Standing = { arenaId: string | null; since: string; last: StepKind; lastOn: string; settled: boolean }

const moving: readonly StepKind[] = ['raised', 'forwarded', 'returned']

/** Where the matter is after these steps, in the order they were taken; null when nothing has happened to it. */
export function standingOf(steps: readonly Step[]): Standing | null {
  const last = steps.at(-1)
  if (!last) return null
  const came = steps.findLast((step) => moving.includes(step.what)) ?? last
  return { arenaId: last.arenaId, since: came.on, last: last.what, lastOn: last.on, settled: last.what === 'decided' || last.what === 'closed' }
}

/** The state that a matter has after a step: one that is taken up again is as one that was raised. */
export const stateAfter = (what: StepKind): Exclude<StepKind, 'reopened'> => (what === 'reopened' ? 'raised' : what)

/** What may come after what has been. A decided matter may still be passed on, be closed, or be taken up again; a closed one only the last. */
export function mayFollow(steps: readonly Step[]): StepKind[] {
  const standing = standingOf(steps)
  if (!standing) return ['raised']
  if (standing.last === 'closed') return ['reopened']
  if (standing.last === 'decided') return ['forwarded', 'closed', 'reopened']
  return ['prepared', 'handled', 'forwarded', ...(cameFrom(steps) ? (['returned'] as const) : []), 'decided', 'closed']
}

/** The arena that the matter was forwarded from: where it goes when it is returned. Forwarded on and returned again, it may be returned further. */
export function cameFrom(steps: readonly Step[]): string | null {
  const way: (string | null)[] = []
  for (const step of steps) {
    if (step.what === 'raised' || step.what === 'forwarded') way.push(step.arenaId)
    if (step.what === 'returned') way.pop()
  }
  return way.at(-2) ?? null
}

/** What somebody wants to do with a matter. `toArenaId` counts when it is raised or forwarded. */
export type Wanted = { what: StepKind; toArenaId?: string | null; meetingId?: string | null; on: string; note?: string | null }
export type WhyNot = 'not-now' | 'no-arena' | 'same-arena' | 'before-last' | 'not-yet'

/** The next step, or why it cannot be taken. A step is never dated before the last one, nor after today. */
export function nextStep(steps: readonly Step[], { what, toArenaId = null, meetingId = null, on, note = null }: Wanted, today: string): { step: Step } | { why: WhyNot } {
  if (!mayFollow(steps).includes(what)) return { why: 'not-now' }
  const standing = standingOf(steps)
  if (on > today) return { why: 'not-yet' }
  if (standing && on < standing.lastOn) return { why: 'before-last' }
  const here = standing?.arenaId ?? null
  const to = what === 'raised' || what === 'forwarded' ? toArenaId : what === 'returned' ? cameFrom(steps) : here
  if ((what === 'raised' || what === 'forwarded') && to === null) return { why: 'no-arena' }
  if (what === 'forwarded' && to === here) return { why: 'same-arena' }
  const handed = what === 'forwarded' || what === 'returned'
  return { step: { what, arenaId: to, fromArenaId: handed ? here : null, meetingId, on, note } }
}

/** The time a matter was in one arena, from the day it came to the day it left or was settled (null while it is there). `days` are whole days. */
export type Stay = { arenaId: string | null; from: string; to: string | null; days: number }

/** Where it has been and for how long, in order. A matter that is settled waits nowhere; taken up again, it begins a new stay where it was. */
export function staysOf(steps: readonly Step[], today: string): Stay[] {
  const stays: Stay[] = []
  const days = (from: string, to: string) => plainDate(from).until(plainDate(to), { largestUnit: 'days' }).days
  for (const step of steps) {
    const open = stays.at(-1)
    const leaves = step.what === 'forwarded' || step.what === 'returned' || step.what === 'decided' || step.what === 'closed'
    if (open && open.to === null && (leaves || moving.includes(step.what))) Object.assign(open, { to: step.on, days: days(open.from, step.on) })
    const settles = step.what === 'decided' || step.what === 'closed'
    if (!settles && (moving.includes(step.what) || step.what === 'reopened' || stays.length === 0)) stays.push({ arenaId: step.arenaId, from: step.on, to: null, days: days(step.on, today) })
  }
  return stays
}
