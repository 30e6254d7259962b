import type { Kind } from './statement.ts'

/** How an expectation stands against what is offered and what was replied. Worst first. */
export const standings = ['contradicted', 'unanswered', 'partly', 'met'] as const
export type Standing = (typeof standings)[number]

export const replies = ['accepted', 'adjusted', 'declined'] as const
export type Reply = (typeof replies)[number]

/** `aboutId` null is the partnership as a whole. */
export type Expectation = { id: string; fromId: string; aboutId: string | null; kind: Kind; reply: Reply | null }
export type Offer = { id: string; fromId: string; kind: Kind }

/** Why it stands so. `mutual`: both expect the same of each other, and neither has offered it. `promised`: a yes, with nothing offered yet. */
export type Why = 'declined' | 'mutual' | 'silent' | 'offered' | 'adjusted' | 'promised' | 'agreed'
export type Match = { standing: Standing; why: Why; offers: readonly string[] }

const standingOf: Record<Why, Standing> = {
  declined: 'contradicted', mutual: 'contradicted', silent: 'unanswered', offered: 'partly', adjusted: 'partly', promised: 'partly', agreed: 'met',
}

/**
 * Holds every expectation against what is offered. A reply counts before anything else: no is a contradiction, yes with a change is met in
 * part, and yes is met when something of the kind is offered by the one who said it (what is of no kind needs no offer). Without
 * a reply, an offer of the kind meets it in part, and two who expect the same of each other with nothing offered contradict each other.
 * What is expected of the partnership as a whole is offered by any other than the one who expects it. What somebody expects of
 * itself is left out. The order of what comes in changes nothing.
 */
export function matchAll(expectations: readonly Expectation[], offers: readonly Offer[]): Map<string, Match> {
  const byKind = Map.groupBy(offers.filter((one) => one.kind !== 'other'), (one) => one.kind)
  const others = expectations.filter((one) => one.fromId !== one.aboutId)
  const open = new Set(others.flatMap((one) => (one.reply === null && one.aboutId !== null && one.kind !== 'other' ? [`${one.fromId} ${one.aboutId} ${one.kind}`] : [])))
  const offeredBy = ({ fromId, aboutId, kind }: Expectation) => (byKind.get(kind) ?? []).filter((one) => (aboutId === null ? one.fromId !== fromId : one.fromId === aboutId))
  return new Map(others.map((one) => {
    const offered = offeredBy(one)
    const mutual = one.aboutId !== null && open.has(`${one.aboutId} ${one.fromId} ${one.kind}`) && !(byKind.get(one.kind) ?? []).some((offer) => offer.fromId === one.fromId)
    const why = whyOf(one, offered.length > 0, mutual)
    return [one.id, { standing: standingOf[why], why, offers: offered.map((offer) => offer.id).toSorted() }]
  }))
}

function whyOf({ reply, kind }: Expectation, offered: boolean, mutual: boolean): Why {
  if (reply === 'declined') return 'declined'
  if (reply === 'adjusted') return 'adjusted'
  if (reply === 'accepted') return offered || kind === 'other' ? 'agreed' : 'promised'
  if (offered) return 'offered'
  return mutual ? 'mutual' : 'silent'
}

/** The worst of several; null of none. */
export const worstOf = (all: readonly Standing[]): Standing | null => standings.find((one) => all.includes(one)) ?? null

/** What is told of a round that is compared with another: who expects what kind of thing of whom, and how it stands. */
export type Told = { fromId: string; aboutId: string | null; kind: Kind; standing: Standing }

export const moves = ['new', 'worse', 'better', 'same', 'gone'] as const
export type Move = (typeof moves)[number]
export type Change = { fromId: string; aboutId: string | null; kind: Kind; move: Move; before: Standing | null; now: Standing | null }

/** What changed from one round to the next, for each that expects a kind of thing of somebody: several are told by the worst of them. */
export function changesBetween(before: readonly Told[], now: readonly Told[]): Change[] {
  const key = (one: Told) => `${one.fromId} ${one.aboutId ?? ''} ${one.kind}`
  const [then, here] = [Map.groupBy(before, key), Map.groupBy(now, key)]
  return [...new Set([...here.keys(), ...then.keys()])].flatMap((at): Change[] => {
    const [old, fresh] = [then.get(at) ?? [], here.get(at) ?? []]
    const [first] = [...fresh, ...old]
    if (!first) return []
    const [was, is] = [worstOf(old.map((one) => one.standing)), worstOf(fresh.map((one) => one.standing))]
    return [{ fromId: first.fromId, aboutId: first.aboutId, kind: first.kind, move: moveOf(was, is), before: was, now: is }]
  })
}

function moveOf(was: Standing | null, is: Standing | null): Move {
  if (is === null) return 'gone'
  if (was === null) return 'new'
  const step = standings.indexOf(is) - standings.indexOf(was)
  return step > 0 ? 'better' : step < 0 ? 'worse' : 'same'
}
