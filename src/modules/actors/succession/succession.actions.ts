import { undoJournal } from '../../../platform/db/journal/index.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import { recordMoved } from '../../../platform/item/moved.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { type GoingOn, successionsFrom, successionsHere } from './affected.store.ts'
import { carryOut } from './carry-out.ts'
import { builtOn, holdStep, insertStep, markDone, markUndone, type Step, strandedIn } from './step.store.ts'
import { changesOf, type Choices } from './succession.ts'

type Kinds = ReadonlyMap<string, Kind>

/** Confirms what is to be done in a workspace: at once when the day has come, and else on the day. Who may is asked before. */
export async function confirmSuccession(
  work: Work, kinds: Kinds, going: GoingOn, given: { workspaceId: string; on: string; fromId: string; choices: Choices },
): Promise<Outcome<'planned' | 'done', 'missing'>> {
  const { rows, here } = await successionsHere(work.tx, given.workspaceId)
  const change = changesOf(rows).find((one) => one.on === given.on && one.from.some((from) => from.id === given.fromId && here.has(from.id)))
  if (!change) return { refused: 'missing' }
  const fromIds = change.from.filter((one) => here.has(one.id)).map((one) => one.id)
  const id = v7()
  await insertStep(work.tx, { id, workspaceId: given.workspaceId, on: given.on, fromIds, choices: given.choices, at: work.now.toString(), by: work.viewer.person?.id ?? null })
  if (given.on > osloDate(work.now).toString()) {
    work.record({ workspaceId: given.workspaceId, what: 'organisation.succession.planned', body: { step: id, before: fromIds, after: change.to.map((one) => one.id), on: given.on } })
    return { done: 'planned' }
  }
  const done = await carryOutStep(work, kinds, going, id)
  return 'done' in done ? { done: 'done' } : { refused: 'missing' }
}

/** Does what was confirmed. Nothing when it is done already or taken back, or when the register no longer says so. */
export async function carryOutStep(work: Work, kinds: Kinds, going: GoingOn, id: string): Promise<Outcome<true, 'missing'>> {
  const step = await holdStep(work.tx, id)
  if (step?.state !== 'planned') return { refused: 'missing' }
  const rows = await successionsFrom(work.tx, step.fromIds, step.on)
  if (rows.length === 0) return { refused: 'missing' }
  const from = [...new Map(rows.map((row) => [row.fromId, { id: row.fromId, name: row.from }])).values()]
  const to = [...new Map(rows.map((row) => [row.toId, { id: row.toId, name: row.to }])).values()]
  await carryOut(work.tx, id, step.workspaceId, { on: step.on, from, to, pairs: rows.map((row) => ({ from: row.fromId, to: row.toId })) }, step.choices, going)
  await markDone(work.tx, id, work.now.toString())
  await recordMoved(work, kinds, id, 'item.succeeded')
  work.record({ workspaceId: step.workspaceId, what: 'organisation.succeeded', body: { step: id, before: from.map((one) => one.id), after: to.map((one) => one.id), on: step.on } })
  return { done: true }
}

/** Takes a step back: a planned one is forgotten, one that was done is undone, unless something builds on it by now. */
export async function undoSuccession(work: Work, kinds: Kinds, workspaceId: string, id: string): Promise<Outcome<true, 'missing' | 'built on'>> {
  const step = await holdStep(work.tx, id)
  if (!step || step.workspaceId !== workspaceId || step.state === 'undone') return { refused: 'missing' }
  const by = work.viewer.person?.id ?? null
  if (step.state === 'done') {
    const successors = [...new Set((await successionsFrom(work.tx, step.fromIds, step.on)).map((row) => row.toId))]
    if (await builtOn(work.tx, step as Step, successors)) return { refused: 'built on' }
    const { left } = await undoJournal(work.tx, id)
    // A refusal rolls back what was undone: it is all or nothing.
    if (left > 0 || (await strandedIn(work.tx, workspaceId, successors)).length > 0) return { refused: 'built on' }
    await recordMoved(work, kinds, id, 'item.succeeded')
  }
  await markUndone(work.tx, id, work.now.toString(), by)
  work.record({ workspaceId, what: step.state === 'done' ? 'organisation.restituted' : 'organisation.succession.dropped', body: { step: id, before: step.fromIds, on: step.on } })
  return { done: true }
}
