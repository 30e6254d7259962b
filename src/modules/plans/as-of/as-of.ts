import type { Lang } from '../../../platform/text/texts.ts'
import { endOfOsloDay, osloDate } from '../../../platform/time/oslo.ts'
import type { Snapshot } from '../../thread/index.ts'
import { measureElsewhere } from '../measure/elsewhere.ts'
import type { Named, PlanItem, PlanKind } from '../one-page/plan-tree.ts'

const planKinds: ReadonlySet<string> = new Set<PlanKind>(['goal', 'priority_area', 'measure'])

type Money = { type: string; state: string; amount: number | null }

/** A day that was asked for: what it means, or why it cannot be shown. Future days have not been yet. */
export type AskedDay = { day: Temporal.PlainDate } | { why: 'unreadable' | 'future'; day: Temporal.PlainDate }

/** Reads the day of an address; without one it is a month before today. */
export function askedDay(text: string | null, now: Temporal.Instant): AskedDay {
  const today = osloDate(now)
  if (!text?.trim()) return { day: today.subtract({ months: 1 }) }
  try {
    const day = Temporal.PlainDate.from(text.trim())
    return Temporal.PlainDate.compare(day, today) > 0 ? { why: 'future', day: today } : { day }
  } catch {
    return { why: 'unreadable', day: today }
  }
}

/** The last instant of a day in Oslo: the plan as it stood when the day was over; never later than now. */
export function momentOf(day: Temporal.PlainDate, now: Temporal.Instant): Temporal.Instant {
  const end = endOfOsloDay(day).subtract({ microseconds: 1 })
  return Temporal.Instant.compare(end, now) < 0 ? end : now
}

/** Goals, areas and measures from what was kept of them, in the plan's own order; the same shape as the plan of today. */
export function planItemsFrom(snapshots: ReadonlyMap<string, Snapshot>, name: (organisationId: string) => string, language: (id: string) => Lang): PlanItem[] {
  const named = (ids: readonly string[]): Named[] => ids.map((id) => ({ id, name: name(id) }))
  return [...snapshots]
    .filter(([, { kind }]) => planKinds.has(kind))
    .toSorted(([, a], [, b]) => a.place - b.place || a.number - b.number)
    .map(([id, body]) => ({
      id, kind: body.kind as PlanKind, number: body.number, title: body.title, code: body.code, state: body.state, language: language(id),
      owners: named(body.owner), partners: named(body.partner),
      startsOn: text(body.fields.starts_on), endsOn: text(body.fields.ends_on ?? body.fields.reached_by), periodText: text(body.fields.period_text), needsDecision: text(body.fields.needs_decision),
      money: moneyOf(body.instrument), keptIn: measureElsewhere(body.fields)?.system ?? null,
    }))
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function moneyOf(rows: unknown): number | null {
  const sums = (Array.isArray(rows) ? (rows as Money[]) : []).flatMap((row) => (row.type === 'money' && row.state !== 'wished' && row.amount !== null ? [row.amount] : []))
  return sums.length > 0 ? sums.reduce((a, b) => a + b, 0) : null
}

export type Since = { id: string; before: Snapshot | null; after: Snapshot | null }

/** What is different between two days: new, gone and changed, each in the plan's order of the later day (or of the earlier, for what is gone). */
export function since(then: ReadonlyMap<string, Snapshot>, now: ReadonlyMap<string, Snapshot>): { added: Since[]; gone: Since[]; changed: Since[] } {
  const order = (map: ReadonlyMap<string, Snapshot>) => [...map].toSorted(([, a], [, b]) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.place - b.place || a.number - b.number))
  return {
    added: order(now).flatMap(([id, after]) => (then.has(id) ? [] : [{ id, before: null, after }])),
    gone: order(then).flatMap(([id, before]) => (now.has(id) ? [] : [{ id, before, after: null }])),
    changed: order(now).flatMap(([id, after]) => {
      const before = then.get(id)
      return before && contents(before) !== contents(after) ? [{ id, before, after }] : []
    }),
  }
}

/** What counts as a change: everything that people write, not its place in the list. */
const contents = ({ title, code, state, fields, owner, partner, milestone, instrument, measurement }: Snapshot) =>
  JSON.stringify([title, code, state, fields, owner, partner, milestone ?? [], instrument ?? [], measurement ?? []])
