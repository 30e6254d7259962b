import type { Outcome, Work } from '../../../platform/db/work.ts'
import { adoptFile } from '../../../platform/files/file.store.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { changeChildren, changeItem, type ItemRefusal } from '../../../platform/item/item.actions.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { holdVersion, writingOf } from '../../thread/index.ts'
import { passBy, stoppedBy } from '../readiness/readiness.actions.ts'
import { agreement } from './agreement.ts'
import { mayAnchor, mayWrite } from './agreement.policy.ts'
import { type AgreementParty, deleteParty, insertParties, partiesTo, setAnchored, setLeft, setSigned } from './party.store.ts'
import { standingOf } from './standing.ts'
import { insertAnswer, successorAnswersOf, successorQuestions, type SuccessorAnswer } from './succession.store.ts'
import { editionsOf } from './text.store.ts'

export type PartyRefusal = ItemRefusal | 'early' | 'unsettled' | 'bound' | 'unbound' | 'unsigned' | 'answered'

/** Before it is in force, the way to an agreement says what comes first. */
export const isUnderWay = (item: Pick<Item, 'state'>): boolean => item.state !== 'in_force' && item.state !== 'ended'

const personOf = (work: Work) => work.viewer.person?.id ?? null

/** Changes one party that was read at `revision`; the agreement gets a new version, whatever was done to other parties meanwhile. */
async function changeParty(
  work: Work, workspace: WorkspaceHead, item: Item, revision: number, what: string, write: (revision: number) => Promise<boolean>, may: boolean,
): Promise<Outcome<true, PartyRefusal>> {
  if (!may) return { refused: 'forbidden' }
  const version = await holdVersion(work.tx, item.id)
  let fresh = true
  const done = await changeChildren(work, workspace, agreement, item, version, `agreement.${what}`, async () => void (fresh = await write(revision)), may)
  return fresh ? done : { refused: 'stale' }
}

/** Makes these parties of the agreement: from the start, or from the day they joined. One that had left is back. */
export async function joinParties(work: Work, workspace: WorkspaceHead, item: Item, parties: readonly { organisationId: string; joinedOn: string | null }[]): Promise<Outcome<true, PartyRefusal>> {
  const may = mayWrite(work.viewer, workspace, item)
  if (!may) return { refused: 'forbidden' }
  const version = await holdVersion(work.tx, item.id)
  const today = osloDate(work.now).toString()
  const here = new Set((await partiesTo(work.tx, item.id)).filter((one) => one.leftOn === null || one.leftOn >= today).map((one) => one.organisationId))
  const fresh = parties.filter((one) => !here.has(one.organisationId))
  if (fresh.length === 0) return { done: true }
  return await changeChildren(work, workspace, agreement, item, version, 'agreement.joined', () => insertParties(work.tx, item.id, fresh), may)
}

/** That the agreement is anchored with a party's leadership; null takes it back. */
export const anchor = (work: Work, workspace: WorkspaceHead, item: Item, party: AgreementParty, revision: number, anchored: { body: string; on: string; caseNumber: string | null } | null) =>
  changeParty(work, workspace, item, revision, anchored ? 'anchored' : 'not-anchored', (at) => setAnchored(work.tx, party.id, at, anchored && { ...anchored, by: personOf(work) }), mayAnchor(work.viewer, workspace, item, party))

/**
 * That somebody signed for a party. Before the text is agreed, or before it is settled who takes part, it is refused unless it is said why; what is said is
 * kept with the signature, or with the step that was passed by. Who joins one that is in force is asked for nothing of the sort.
 */
export async function sign(work: Work, workspace: WorkspaceHead, item: Item, party: AgreementParty, revision: number, signed: { name: string; on: string; fileId: string | null; early: string | null }): Promise<Outcome<true, PartyRefusal>> {
  if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
  const { agreed } = writingOf(await editionsOf(work.tx, item.id))
  const stopped = isUnderWay(item) ? await stoppedBy(work, workspace.id, item.id, 'signed') : null
  if ((!agreed || stopped) && !signed.early) return { refused: agreed ? 'unsettled' : 'early' }
  if (stopped && signed.early) await passBy(work, workspace.id, item.id, stopped, signed.early)
  const uploaded = signed.fileId && signed.fileId !== party.signedFileId ? await adoptFile(work.tx, signed.fileId, { personId: personOf(work), now: work.now }) : null
  const fileId = uploaded?.id ?? party.signedFileId
  return await changeParty(work, workspace, item, revision, 'signed', (at) =>
    setSigned(work.tx, party.id, at, { name: signed.name, on: signed.on, edition: agreed?.number ?? null, fileId, early: agreed ? null : signed.early, by: personOf(work) }), true)
}

export const unsign = (work: Work, workspace: WorkspaceHead, item: Item, party: AgreementParty, revision: number) =>
  changeParty(work, workspace, item, revision, 'not-signed', (at) => setSigned(work.tx, party.id, at, null), mayWrite(work.viewer, workspace, item))

/** A party leaves after a day, with or without a word on why; null takes it back. */
export const leave = (work: Work, workspace: WorkspaceHead, item: Item, party: AgreementParty, revision: number, left: { on: string; why: string | null } | null) =>
  changeParty(work, workspace, item, revision, left ? 'left' : 'back', (at) => setLeft(work.tx, party.id, at, left), mayWrite(work.viewer, workspace, item))

/** Takes away one that was put there by mistake; refuses one that has anchored or signed, which can leave. */
export async function dropParty(work: Work, workspace: WorkspaceHead, item: Item, party: AgreementParty, revision: number): Promise<Outcome<true, PartyRefusal>> {
  if (party.anchoredOn !== null || party.signedOn !== null) return { refused: 'bound' }
  return await changeParty(work, workspace, item, revision, 'dropped', (at) => deleteParty(work.tx, party.id, at), mayWrite(work.viewer, workspace, item))
}

/**
 * Whether the one that a party became takes over the agreement. The old party is out from the day; the new one is in, bound where it took over, and yet to
 * anchor and sign where it is negotiated anew. Asked once for each pair.
 */
export async function answerSuccessor(work: Work, workspace: WorkspaceHead, item: Item, pair: { fromId: string; toId: string }, answer: SuccessorAnswer, note: string | null): Promise<Outcome<true, PartyRefusal>> {
  const may = mayWrite(work.viewer, workspace, item)
  if (!may) return { refused: 'forbidden' }
  const version = await holdVersion(work.tx, item.id)
  const today = osloDate(work.now).toString()
  const question = (await successorQuestions(work.tx, [item.id], today)).find((one) => one.fromId === pair.fromId && one.toId === pair.toId)
  if (!question) return { refused: 'answered' }
  const parties = await partiesTo(work.tx, item.id)
  const [old, already] = [question.fromId, question.toId].map((id) => parties.find((one) => one.organisationId === id))
  return await changeChildren(work, workspace, agreement, item, version, 'agreement.succeeded', async () => {
    await insertAnswer(work.tx, item.id, { ...pair, answer, note, on: today, by: personOf(work) })
    if (old && old.leftOn === null) await setLeft(work.tx, old.id, old.revision, { on: Temporal.PlainDate.from(question.on).subtract({ days: 1 }).toString(), why: null })
    if (answer !== 'not' && !already) await insertParties(work.tx, item.id, [{ organisationId: question.toId, joinedOn: question.on, succeedsId: question.fromId }])
  }, may)
}

/**
 * Says that the agreement is in force: when the text is agreed and all who are parties have signed, or before that with a reason, which is kept as that
 * step being passed by.
 */
export async function putInForce(work: Work, workspace: WorkspaceHead, item: Item, version: number, reason: string | null = null): Promise<Outcome<true, PartyRefusal>> {
  if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
  const today = osloDate(work.now).toString()
  const [editions, parties, answers] = [await editionsOf(work.tx, item.id), await partiesTo(work.tx, item.id), await successorAnswersOf(work.tx, item.id)]
  const standing = standingOf({ state: item.state, renewBy: null, editions, parties, answers, questions: 0, replaced: false, today })
  if (!isUnderWay(item) || !standing.agreed || standing.parties === 0) return { refused: 'unbound' }
  const stopped = standing.next.includes('force') ? null : await stoppedBy(work, workspace.id, item.id, 'accession')
  if (stopped && reason === null) return { refused: 'unsigned' }
  if (stopped && reason !== null) await passBy(work, workspace.id, item.id, stopped, reason)
  return await changeItem(work, workspace, agreement, item, version, { state: 'in_force', ...(item.fields.starts_on === null && { fields: { starts_on: today } }) })
}
