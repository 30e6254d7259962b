import type { Reader } from '../../../platform/db/database.ts'
import { asking } from '../../workspaces/index.ts'
import { sentIn, type Stated } from './statement.store.ts'
import { type Change, changesBetween, type Match, matchAll, type Told } from './match.ts'
import { repliesIn, type Replied } from './reply.store.ts'
import { releasedBefore } from './round.store.ts'
import type { Round } from './round.ts'
import { type Kind } from './statement.ts'

export type Said = Stated & { fromId: string; roundId: string }
/** One expectation, how it stands, what is offered of its kind, and what was replied. */
export type Row = { said: Said; match: Match; offers: Said[]; replied: Replied | null }

/** A round whose answers are shown: everything that was sent in it, held together. */
export type Shown = {
  answers: asking.Answer[]
  /** What organisations are called, those of the round before too. */
  names: ReadonlyMap<string, string>
  rows: Row[]
  offers: Said[]
  needs: Said[]
  /** What changed since the round before; null when this is the first. */
  changes: Change[] | null
  before: Round | null
}

/** Reads a round whose answers are shown, with the one before it (`known` where it was read already). Refuses (null) one whose answers are not: nobody reads those. */
export async function readShown(db: Reader, round: Round, known?: Round | null): Promise<Shown | null> {
  if (round.state !== 'released') return null
  const before = known === undefined ? await releasedBefore(db, round) : known
  const ids = [round.id, ...(before ? [before.id] : [])]
  const [all, said, replies] = [await asking.answersInRounds(db, 'expectation', ids), await sentIn(db, ids), await repliesIn(db, ids)]
  const answers = all.filter((one) => one.roundId === round.id)
  const of = (roundId: string) => rowsOf(said.filter((one) => one.roundId === roundId), replies)
  const rows = of(round.id)
  return {
    answers, rows, before, names: new Map(all.map((one) => [one.organisationId, one.organisation])),
    offers: said.filter((one) => one.roundId === round.id && one.what === 'offers'), needs: said.filter((one) => one.roundId === round.id && one.what === 'needs'),
    changes: before ? changesBetween(told(of(before.id)), told(rows)) : null,
  }
}

const kindOf = (one: Stated): Kind => one.kind ?? 'other'

function rowsOf(said: readonly Said[], replies: ReadonlyMap<string, Replied>): Row[] {
  const byId = new Map(said.map((one) => [one.id, one]))
  const matches = matchAll(
    said.filter((one) => one.what === 'expects').map((one) => ({ id: one.id, fromId: one.fromId, aboutId: one.aboutId, kind: kindOf(one), reply: replies.get(one.id)?.reply ?? null })),
    said.filter((one) => one.what === 'offers').map((one) => ({ id: one.id, fromId: one.fromId, kind: kindOf(one) })),
  )
  return said.flatMap((one) => {
    const match = matches.get(one.id)
    return match ? [{ said: one, match, offers: match.offers.flatMap((id) => byId.get(id) ?? []), replied: replies.get(one.id) ?? null }] : []
  })
}

const told = (rows: readonly Row[]): Told[] => rows.map(({ said, match }) => ({ fromId: said.fromId, aboutId: said.aboutId, kind: kindOf(said), standing: match.standing }))
