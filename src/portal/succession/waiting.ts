import type { Reader } from '../../platform/db/database.ts'
import { formatDate, formatList } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { type Change, changesOf, stepsIn, successionsHere } from '../../modules/actors/index.ts'
import { successionWords } from './succession.words.ts'

/** «Lia kommune og Vassøy kommune blir Lia og Vassøy kommune 1. januar 2028». */
export function sentenceOf({ change }: { change: Change }, lang: Lang, now: Temporal.Instant): string {
  const w = successionWords[lang]
  return w.sentence(formatList(change.from.map((one) => one.name), lang), formatList(change.to.map((one) => one.name), lang), formatDate(change.on, lang), change.on <= osloDate(now).toString())
}

/** What those who lead a workspace have yet to say yes to. */
export async function waitingHere(db: Reader, workspaceId: string): Promise<{ change: Change }[]> {
  const [{ rows, here }, steps] = await Promise.all([successionsHere(db, workspaceId), stepsIn(db, workspaceId)])
  const planned = (change: Change) => steps.some((step) => step.state === 'planned' && step.on === change.on && change.from.some((one) => here.has(one.id) && step.fromIds.includes(one.id)))
  return changesOf(rows).filter((change) => !planned(change)).map((change) => ({ change }))
}
