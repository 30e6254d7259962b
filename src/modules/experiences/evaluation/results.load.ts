import { hasRole, membershipsIn } from '../../../platform/access/viewer.ts'
import type { Request, WorkspaceHead } from '../../../platform/http/page.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { leading } from '../../../platform/item/kind.ts'
import { type Count, countsOf } from './asked.store.ts'
import { type Became, becameOf } from './finding.store.ts'
import type { Statement } from './form.ts'
import { type Result, resultsOf } from './results.ts'
import { closedRounds, formsOf, type Round, roundOf } from './round.store.ts'
import { fewest } from './suppress.ts'
import { talliesOf, type Word, wordsOf } from './tally.store.ts'

/** One evaluation among those that are compared over time. */
export type Earlier = { title: string; closedOn: string; results: readonly Result[] }

export type Standing = {
  round: Round | null
  count: Count
  leads: boolean
  member: boolean
  /** There when the viewer may see it: those who lead once it is closed, the other members when it is shown. */
  results: EvaluationResults | null
}

export type EvaluationResults = {
  form: readonly Statement[]
  statements: readonly Result[]
  /** Those before it that the viewer may read, and itself last. */
  over: readonly Earlier[]
  became: readonly Became[]
  /** For those who lead, when enough have answered. */
  words: readonly Word[] | null
  enough: boolean
}

/** Who may read the results: those who lead when it is closed, the other members when it is shown to them, and nobody else. */
export const mayReadResults = (round: Pick<Round, 'closedOn' | 'publishedOn'> | null, { leads, member }: { leads: boolean; member: boolean }): boolean =>
  round !== null && round.closedOn !== null && (leads || (member && round.publishedOn !== null))

/** How an evaluation stands, and its results as far as the viewer may see them. The number of statements does not grow with how many there are. */
export async function readStanding({ db, viewer }: Request, workspace: WorkspaceHead, item: Item): Promise<Standing> {
  const round = await roundOf(db, item.id)
  const [member, leads] = [membershipsIn(viewer, workspace.id).length > 0, hasRole(viewer, workspace.id, ...leading)]
  const count = round && member ? ((await countsOf(db, [item.id])).get(item.id) ?? { asked: 0, answered: 0 }) : { asked: 0, answered: 0 }
  if (!round || !mayReadResults(round, { leads, member })) return { round, count, leads, member, results: null }
  // Those that came before it, and were read by the same people.
  const rounds = (await closedRounds(db, workspace.id)).filter((one) => one.id === item.id || ((one.closedOn ?? '') <= (round.closedOn ?? '') && mayReadResults(one, { leads, member })))
  const ids = rounds.map((one) => one.id)
  const [forms, tallies, became] = [await formsOf(db, ids), await talliesOf(db, ids), await becameOf(db, viewer, item.id)]
  const of = (id: string) => resultsOf(forms.get(id) ?? [], tallies.get(id) ?? new Map())
  const enough = count.answered >= fewest
  return {
    round, count, leads, member,
    results: {
      form: forms.get(item.id) ?? [], statements: of(item.id), over: rounds.map((one) => ({ title: one.title, closedOn: one.closedOn ?? '', results: of(one.id) })), became, enough,
      words: leads && enough ? await wordsOf(db, item.id) : null,
    },
  }
}
