import type { Reader } from '../../../platform/db/database.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import { readHeads } from '../../../platform/item/item.store.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { evaluation } from './evaluation.ts'
import { statementText, formWords } from './form.words.ts'
import { resultsOf } from './results.ts'
import { closedRounds, formsOf } from './round.store.ts'
import { fewest } from './suppress.ts'
import { talliesOf } from './tally.store.ts'

/** One statement, how many took a stand on it, and the share of them that agrees. */
export type ShownResult = { statement: string; answered: number; agree: number }

/** What the evaluations that were shown to everybody in a workspace between two days (YYYY-MM-DD, both counted) say, statement by statement; only what enough have taken a stand on. */
export async function shownResults(db: Reader, viewer: Viewer, workspaceId: string, period: { from: string; to: string }, lang: Lang): Promise<ShownResult[]> {
  const shown = (await closedRounds(db, workspaceId)).filter(({ publishedOn }) => publishedOn !== null && publishedOn >= period.from && publishedOn <= period.to)
  const heads = await readHeads(db, viewer, { workspaceId, kinds: [evaluation.name], ids: shown.map((one) => one.id) })
  const ids = heads.filter((head) => head.audience === 'workspace' || head.audience === 'public').map((head) => head.id)
  const [forms, tallies] = await Promise.all([formsOf(db, ids), talliesOf(db, ids)])
  return ids.flatMap((id) => resultsOf(forms.get(id) ?? [], tallies.get(id) ?? new Map()).flatMap(({ statement, figures }) =>
    figures && figures.answered >= fewest ? [{ statement: statementText(statement, formWords[lang]), answered: figures.answered, agree: figures.agree }] : []))
}
