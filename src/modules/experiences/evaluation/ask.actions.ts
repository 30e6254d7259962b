import type { Outcome, Work } from '../../../platform/db/work.ts'
import { changeChildren, type ItemRefusal } from '../../../platform/item/item.actions.ts'
import type { Place } from '../../../platform/item/item.policy.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Linking } from '../../../platform/platform.ts'
import { isPast } from '../../../platform/time/oslo.ts'
import { askedIn, insertAsked } from './asked.store.ts'
import type { Candidate } from './candidates.store.ts'
import { evaluation } from './evaluation.ts'
import type { Statement } from './form.ts'
import { formOf, insertRound, openTally, roundOf, writeForm } from './round.store.ts'
import { reached, writeTo } from './write-to.ts'

/** Chooses the statements of a form that is not sent. */
export async function chooseForm(work: Work, workspace: Place, item: Item, version: number, form: readonly Statement[]): Promise<Outcome<true, ItemRefusal | 'empty'>> {
  if (form.length === 0) return { refused: 'empty' }
  if (item.state !== 'draft') return { refused: 'stale' }
  return changeChildren(work, workspace, evaluation, item, version, 'evaluation.form-chosen', () => writeForm(work.tx, item.id, form))
}

export type SendRefusal = ItemRefusal | 'past' | 'nobody'

/**
 * Sends an evaluation: its form stands from now on, and each of these who can be reached gets one mail with one link. The event says how many were asked, not
 * who: that stands in a table of its own, and goes with it.
 */
export async function sendEvaluation(work: Work, linking: Linking, workspace: Place & { title: string }, item: Item, version: number, dueOn: string, people: readonly Candidate[]): Promise<Outcome<{ people: number }, SendRefusal>> {
  if (isPast(dueOn, work.now)) return { refused: 'past' }
  const toAsk = people.filter((one) => one.email !== null)
  if (toAsk.length === 0) return { refused: 'nobody' }
  if (item.state !== 'draft') return { refused: 'stale' }
  const form = await formOf(work.tx, item.id)
  const sent = await changeChildren(work, workspace, evaluation, item, version, 'evaluation.asked', async () => {
    await insertRound(work.tx, item.id, { dueOn, askedBy: work.viewer.person?.id ?? null, at: work.now.toString() })
    await writeForm(work.tx, item.id, form)
    await openTally(work.tx, item.id, form, toAsk.map((one) => one.type))
    await insertAsked(work.tx, item.id, toAsk)
  }, undefined, 'open')
  if ('refused' in sent) return sent
  const round = await roundOf(work.tx, item.id)
  if (round) await writeTo(work, linking, workspace, round, (await askedIn(work.tx, item.id)).filter(reached).map((asked) => ({ asked, about: { is: asked.type === 'left' ? 'left' : 'question' } })))
  return { done: { people: toAsk.length } }
}
