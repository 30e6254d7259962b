import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { type Item, readItems } from '../../../platform/item/item.store.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { type MatterAbout, mattersAbout } from '../../arenas/index.ts'
import { type Instrument, sumKnown } from '../measure/instrument.ts'
import { instrumentsOf } from '../measure/instrument.store.ts'
import { elsewhereIn, type KeptElsewhere } from '../measure/elsewhere.store.ts'
import { isKeptElsewhere } from '../measure/elsewhere.ts'
import { measure } from '../measure/measure.ts'
import { type Milestone, milestonesOf } from '../measure/milestone.store.ts'
import { answersIn, type EarlierWord, earlierWords, type RoundAnswer } from './answer.store.ts'
import { type Introduction, introductionsOf } from './introduction.store.ts'
import { milestonesIn, mostHeldAgainst, tallyOf, type Verdict, verdictOf } from './report.ts'
import { findRound, roundsOf } from './round.store.ts'
import type { Round } from './status.ts'

/** What is put into a measure, without what is only wished: whole kroner, man-years, and what the plan says in words. */
export type Puts = { money: number | null; people: number | null; words: string | null }

/** A measure as a round tells of it. */
export type ReportRow = { item: Item; answer: RoundAnswer; verdict: Verdict; last: EarlierWord | null; puts: Puts; milestones: { passed: Milestone[]; missed: Milestone[] }; matters: readonly MatterAbout[] }

/** A round as it is told to those who were not in it. `before` is the round that most of it is held against. */
export type RoundReport = {
  round: Round
  before: Round | null
  introductions: Introduction[]
  rows: ReportRow[]
  tally: Record<Verdict, number>
  /** Open measures that are kept in another system: nobody was asked about them. */
  elsewhere: KeptElsewhere[]
}

const wordOf = ({ sending }: RoundAnswer) => (sending ? { state: sending.state, disowned: sending.notOurs } : null)

function putsOf(item: Item, instruments: readonly Instrument[]): Puts {
  const sum = (type: Instrument['type']) => sumKnown(instruments.filter((one) => one.type === type && one.state !== 'wished').map((one) => one.amount))
  return { money: sum('money'), people: sum('people'), words: typeof item.fields.cost_text === 'string' ? item.fields.cost_text : null }
}

/**
 * The report of a round that is under way or over, of what the viewer may see in it; null for a draft, which has asked nobody. Each measure is held
 * against the last answer about it in an earlier round, whichever that was.
 */
export async function readRoundReport(db: Reader, viewer: Viewer, workspaceId: string, number: number): Promise<RoundReport | null> {
  const round = await findRound(db, workspaceId, number)
  if (!round || round.state === 'draft') return null
  const answers = await answersIn(db, [round.id])
  const ids = answers.map((one) => one.itemId)
  const [items, last, introductions, rounds, instruments, milestones, matters, elsewhere] = await Promise.all([
    readItems(db, viewer, measure, { workspaceId, ids }), earlierWords(db, workspaceId, number, ids), introductionsOf(db, round.id), roundsOf(db, workspaceId), instrumentsOf(db, ids), milestonesOf(db, ids),
    mattersAbout(db, viewer, ids), elsewhereIn(db, viewer, workspaceId),
  ])
  const byId = new Map(items.map((item) => [item.id, item]))
  // Only measures that this viewer may see: audience may have been narrowed since it was asked about.
  const seen = answers.flatMap((answer) => { const item = byId.get(answer.itemId); return item ? [{ item, answer }] : [] })
  const against = mostHeldAgainst(seen.flatMap(({ item }) => last.get(item.id)?.round ?? []))
  const before = rounds.find((one) => one.number === against) ?? null
  const period = { since: before?.dueOn ?? null, until: round.closedAt ? osloDate(round.closedAt).toString() : round.dueOn }
  const [putIn, byMeasure] = [Map.groupBy(instruments, (one) => one.measureId), Map.groupBy(milestones, (one) => one.itemId)]
  const rows = seen.map(({ item, answer }): ReportRow => ({
    item, answer, last: last.get(item.id) ?? null, verdict: verdictOf(wordOf(answer), last.get(item.id) ?? null), matters: matters.get(item.id) ?? [], milestones: milestonesIn(byMeasure.get(item.id) ?? [], period),
    // What is kept elsewhere since it was asked about has its money there.
    puts: isKeptElsewhere(item.fields) ? { money: null, people: null, words: null } : putsOf(item, putIn.get(item.id) ?? []),
  }))
  return { round, before, introductions, rows, tally: tallyOf(rows.map((row) => row.verdict)), elsewhere }
}
