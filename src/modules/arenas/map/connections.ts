import { plainDate } from '../../../platform/time/oslo.ts'
import type { ArenaTie } from '../arena/arena-tie.ts'

/** Matters that really went from one arena to another: how many, the last day, and the median number of days that they had been in the first. */
export type Travel = { from: string; to: string; count: number; last: string; medianDays: number }
/** Meetings that two arenas have held together. */
export type Joint = { one: string; other: string; count: number; last: string }
/** Those who are members of both now. */
export type Shared = { one: string; other: string; count: number }

export type Facts = { arenas: readonly { id: string; state: string | null }[]; ties: readonly Omit<ArenaTie, 'note' | 'id'>[]; travels: readonly Travel[]; joints: readonly Joint[]; shared: readonly Shared[] }

/**
 * How it stands between two arenas. Agreed: `holds`, `new` (agreed, and not late yet), `missing` (never any contact, and late), `overdue` (contact, but too long ago).
 * Not agreed: `unplanned` (they have contact all the same), `known` (nothing but members in common).
 */
export type Standing = 'holds' | 'new' | 'missing' | 'overdue' | 'unplanned' | 'known'

export type Connection = {
  one: string
  other: string
  ties: Facts['ties']
  /** Matters from `one` to `other`, and back. */
  out: Travel | null
  back: Travel | null
  joint: Joint | null
  shared: number
  /** The last day a matter went between them, or they met. */
  lastContact: string | null
  /** At most so many days between contacts, where contact is agreed. */
  everyDays: number | null
  /** Days past the day when there should have been contact. */
  overdueBy: number
  standing: Standing
  /** What they have agreed goes one way only, or the wrong way: matters travel, and never as agreed. */
  oneWay: boolean
}

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)
const latest = (days: readonly (string | undefined)[]): string | null => days.filter((day) => day !== undefined).toSorted().at(-1) ?? null

/** Everything that connects arenas two by two, each pair once. `standardDays` counts where a tie says nothing itself. Arenas that are ended are left out, and ties to what is not among the arenas. */
export function connectionsOf(facts: Facts, today: string, standardDays: number): Connection[] {
  const among = new Set(facts.arenas.filter((arena) => arena.state !== 'ended').map((arena) => arena.id))
  const active = new Set(facts.arenas.filter((arena) => arena.state === 'active').map((arena) => arena.id))
  const pairs = new Map<string, { one: string; other: string }>()
  const note = (one: string, other: string | null) => {
    if (other !== null && one !== other && among.has(one) && among.has(other) && !pairs.has(pairKey(one, other))) pairs.set(pairKey(one, other), { one, other })
  }
  for (const tie of facts.ties) note(tie.itemId, tie.otherId)
  for (const { from, to } of facts.travels) note(from, to)
  for (const { one, other } of [...facts.joints, ...facts.shared]) note(one, other)
  const by = <T,>(list: readonly T[], ends: (of: T) => [string, string | null]) => Map.groupBy(list, (of) => { const [a, b] = ends(of); return pairKey(a, b ?? '') })
  const [ties, travels, joints, shared] = [by(facts.ties, (t) => [t.itemId, t.otherId]), by(facts.travels, (t) => [t.from, t.to]), by(facts.joints, (j) => [j.one, j.other]), by(facts.shared, (s) => [s.one, s.other])]
  return [...pairs].map(([key, { one, other }]) => {
    const agreed = ties.get(key) ?? []
    const travelled = travels.get(key) ?? []
    const out = travelled.find((travel) => travel.from === one) ?? null
    const back = travelled.find((travel) => travel.from === other) ?? null
    const joint = joints.get(key)?.[0] ?? null
    const lastContact = latest([out?.last, back?.last, joint?.last])
    // Nobody is late with what is planned, or rests.
    const { everyDays, overdueBy } = lateness(agreed, lastContact, active.has(one) && active.has(other) ? today : null, standardDays)
    const standing: Standing = agreed.length === 0 ? (lastContact === null ? 'known' : 'unplanned') : overdueBy > 0 ? (lastContact === null ? 'missing' : 'overdue') : lastContact === null ? 'new' : 'holds'
    return { one, other, ties: agreed, out, back, joint, shared: shared.get(key)?.[0]?.count ?? 0, lastContact, everyDays, overdueBy, standing, oneWay: joint === null && agreed.some((tie) => goesWrong(tie, one, out, back)) }
  })
}

/** By how many days the contact that was promised most often is late. It is counted from the last contact, or from when it was agreed if that was later. */
function lateness(ties: Facts['ties'], lastContact: string | null, today: string | null, standardDays: number): { everyDays: number | null; overdueBy: number } {
  if (ties.length === 0) return { everyDays: null, overdueBy: 0 }
  const late = today === null ? [] : ties.map((tie) => {
    const from = lastContact !== null && lastContact > tie.since ? lastContact : tie.since
    return plainDate(from).until(plainDate(today), { largestUnit: 'days' }).days - (tie.everyDays ?? standardDays)
  })
  return { everyDays: Math.min(...ties.map((tie) => tie.everyDays ?? standardDays)), overdueBy: Math.max(0, ...late) }
}

/** Two that are to exchange, and only one gives; or one that is to prepare or report, and only gets. */
function goesWrong(tie: Facts['ties'][number], one: string, out: Travel | null, back: Travel | null): boolean {
  if (tie.type === 'exchanges') return (out === null) !== (back === null)
  const [forth, against] = tie.itemId === one ? [out, back] : [back, out]
  return forth === null && against !== null
}

/** Arenas in use that nothing is agreed with and that have no contact with any other, where there are others. Members in common are no connection: the same few sit in most of them. */
export function isolatedIn(facts: Facts, connections: readonly Connection[]): Set<string> {
  const active = facts.arenas.filter((arena) => arena.state === 'active')
  if (active.length < 2) return new Set()
  const connected = new Set(connections.filter((one) => one.standing !== 'known').flatMap(({ one, other }) => [one, other]))
  return new Set(active.filter((arena) => !connected.has(arena.id)).map((arena) => arena.id))
}

/** Members in common, by organisation or person, on a day: each counts once for each pair. */
export function sharedMembers(members: readonly { itemId: string; organisationId: string | null; personId: string | null }[]): Shared[] {
  const arenasOf = new Map<string, Set<string>>()
  for (const { itemId, organisationId, personId } of members) for (const who of [organisationId, organisationId === null ? personId : null]) if (who !== null) arenasOf.set(who, (arenasOf.get(who) ?? new Set()).add(itemId))
  const found = new Map<string, Shared>()
  for (const arenas of arenasOf.values()) {
    const list = [...arenas].toSorted()
    for (const [i, one] of list.entries()) for (const other of list.slice(i + 1)) {
      const pair = found.get(pairKey(one, other)) ?? { one, other, count: 0 }
      found.set(pairKey(one, other), { ...pair, count: pair.count + 1 })
    }
  }
  return [...found.values()]
}

/** What to look at first: missing, overdue, one-way, then what is not agreed, what holds, and members in common last; the longest late first. */
export const byConcern = (a: Connection, b: Connection): number => concern(a) - concern(b) || b.overdueBy - a.overdueBy || (pairKey(a.one, a.other) < pairKey(b.one, b.other) ? -1 : 1)
const order: readonly Standing[] = ['missing', 'overdue', 'unplanned', 'new', 'holds', 'known']
const concern = (of: Connection): number => (of.oneWay && of.standing !== 'missing' && of.standing !== 'overdue' ? 1.5 : order.indexOf(of.standing))
