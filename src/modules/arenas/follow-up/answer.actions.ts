import { actingFor } from '../../../platform/access/viewer.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { FieldValues } from '../../../platform/item/field.ts'
import { changeItem } from '../../../platform/item/item.actions.ts'
import type { Place } from '../../../platform/item/item.policy.ts'
import type { Item, ItemChange } from '../../../platform/item/item.store.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { type Channel, type FollowUpAnswer, isHeldBy, lackingIn, ownersAfter, stateAfter } from './answer.ts'
import { findTask, insertAnswer, memberOf, wasSaid } from './answer.store.ts'
import { followUp } from './follow-up.ts'

export type AnswerRefusal = 'missing' | 'stale' | 'gone' | 'lacking' | 'stranger'

/**
 * Answers for a task that is the viewer's: it is kept as it was given, and the task is changed as any change of it is, with the version that
 * the answer began from. What is no longer theirs they cannot answer; what is given on to somebody must be to one who is here. The same answer
 * sent twice at once is one.
 */
export async function answerTask(work: Work, place: Place, about: { itemId: string; version: number; channel: Channel }, answer: FollowUpAnswer): Promise<Outcome<true, AnswerRefusal>> {
  if (lackingIn(answer)) return { refused: 'lacking' }
  if (place.state !== 'active') return { refused: 'gone' }
  const item = await findTask(work.tx, work.viewer, place.id, about.itemId)
  if (!item) return { refused: 'missing' }
  const twice = () => wasSaid(work.tx, { itemId: item.id, personId: work.viewer.person?.id ?? null, said: answer.said, note: answer.note, itemVersion: about.version + 1 })
  if (item.version > about.version && (await twice())) return { done: true }
  if (!isHeldBy(work.viewer, item)) return { refused: 'gone' }
  const change = await changeOf(work, place, item, answer)
  if (!change) return { refused: 'stranger' }
  const changed = await changeItem(work, place, followUp, item, about.version, change, true)
  if ('refused' in changed) return (await twice()) ? { done: true } : { refused: 'stale' }
  await insertAnswer(work.tx, {
    ...answer, itemId: item.id, channel: about.channel, personId: work.viewer.person?.id ?? null, organisationId: actingFor(work.viewer, place.id), itemVersion: about.version + 1, at: work.now.toString(),
  })
  return { done: true }
}

async function changeOf(work: Work, place: Place, item: Item, answer: FollowUpAnswer): Promise<ItemChange | null> {
  const state = stateAfter(answer)
  const said: FieldValues = answer.note === null ? {} : { answer: answer.note }
  if (answer.said !== 'not_mine') return { state, fields: said }
  const receiver = answer.givenTo?.personId ?? null
  // Nobody here got it: those who lead find somebody, and see whom the one who had it thought of.
  if (receiver === null) return { state, fields: { ...said, responsible_id: null } }
  const member = await memberOf(work.tx, place.id, receiver, osloDate(work.now).toString())
  if (!member) return null
  const owners = Array.isArray(item.fields.owner) ? item.fields.owner : []
  return { state, fields: { ...said, responsible_id: receiver, owner: ownersAfter(owners, actingFor(work.viewer, place.id), member.organisationId) } }
}
