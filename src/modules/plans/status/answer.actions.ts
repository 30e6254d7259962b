import type { Channel } from '../../workspaces/index.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { changeItem } from '../../../platform/item/item.actions.ts'
import { type Item, readItems } from '../../../platform/item/item.store.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import { measure } from '../measure/measure.ts'
import { insertSending, lockAnswer, type RoundAnswer, saidInVersion, saveDraft } from './answer.store.ts'
import { mergeAnswer, type Merged, type Said } from './merge.ts'
import { type Answer, missingIn, type Round, sameAnswer } from './status.ts'

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
/** What a measure says of its own status now. */
export const saidOf = (item: Item): Said => ({ state: item.state, note: text(item.fields.status_note), decision: text(item.fields.needs_decision) })

export type Told = { answer: RoundAnswer; version: number; seenVersion: number; draft: Answer }

/**
 * Keeps what somebody is writing, if the answer is as they saw it. The same words again change nothing, so that a form that is sent
 * twice, or saved by the page and by the button, is well either way. Nothing reaches the plan. Returns the answer's version.
 */
export async function keepDraft(work: Work, { answer, version, seenVersion, draft }: Told): Promise<Outcome<number, 'stale'>> {
  if (answer.version !== version) return sameAnswer(answer.draft, draft) ? { done: answer.version } : { refused: 'stale' }
  if (answer.savedAt !== null && sameAnswer(answer.draft, draft)) return { done: answer.version }
  const saved = await saveDraft(work.tx, answer.id, version, draft, { personId: work.viewer.person?.id ?? null, at: work.now.toString(), seenVersion })
  return saved === null ? { refused: 'stale' } : { done: saved }
}

/** By whom and how an answer comes. */
export type Sender = { askedId: string | null; channel: Channel; organisationId: string | null; toldBy: string | null; toldOn: string | null }

export type SendRefusal = 'state' | 'whyNot' | 'missing'

/**
 * Sends what is written: from here it counts, and the measure is changed as any change of it is, with its version and its event.
 * What somebody else changed meanwhile is kept beside it. An answer that is sent already, as it stands, is not sent again.
 */
export async function sendAnswer(work: Work, about: { workspace: WorkspaceHead; round: Round; reader: Viewer }, answerId: string, sender: Sender): Promise<Outcome<{ sent: boolean }, SendRefusal>> {
  const { workspace, round, reader } = about
  const answer = await lockAnswer(work.tx, answerId)
  if (!answer) return { refused: 'missing' }
  const lacking = missingIn(answer.draft)
  if (lacking) return { refused: lacking }
  if (answer.sending?.answerVersion === answer.version && answer.sending.channel === sender.channel) return { done: { sent: false } }
  const changed = answer.draft.notOurs ? { itemVersion: null, kept: null } : await bringToPlan(work, workspace, reader, answer)
  if (!changed) return { refused: 'missing' }
  await insertSending(work.tx, {
    answerId, askedId: sender.askedId, answer: answer.draft, answerVersion: answer.version, channel: sender.channel, personId: work.viewer.person?.id ?? null,
    organisationId: sender.organisationId, toldBy: sender.toldBy, toldOn: sender.toldOn, at: work.now.toString(), ...changed,
  })
  work.record({ workspaceId: workspace.id, what: 'status.answered', body: { round: round.id, number: round.number, item: answer.itemId, channel: sender.channel, notOurs: answer.draft.notOurs } })
  return { done: { sent: true } }
}

const tries = 5

/** Compare and swap on the measure: when somebody comes between, it is read again and both are kept. Null when it is gone. */
async function bringToPlan(work: Work, workspace: WorkspaceHead, reader: Viewer, answer: RoundAnswer): Promise<{ itemVersion: number | null; kept: Merged['kept'] } | null> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const [item] = await readItems(work.tx, reader, measure, { workspaceId: workspace.id, ids: [answer.itemId] })
    if (!item) return null
    const now = saidOf(item)
    const seen = item.version === answer.seenVersion ? now : ((await saidInVersion(work.tx, workspace.id, item.id, answer.seenVersion)) ?? now)
    const { change, kept } = mergeAnswer(seen, now, answer.draft)
    if (Object.keys(change).length === 0) return { itemVersion: item.version, kept }
    const { state, ...fields } = change
    const done = await changeItem(work, workspace, measure, item, item.version, {
      ...(state && { state }),
      fields: { ...('note' in fields && { status_note: fields.note ?? null }), ...('decision' in fields && { needs_decision: fields.decision ?? null }) },
    }, true)
    if ('done' in done) return { itemVersion: item.version + 1, kept }
  }
  throw new Error('The measure changes faster than an answer can be brought to it')
}
