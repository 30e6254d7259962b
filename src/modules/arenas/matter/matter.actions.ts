import type { Outcome, Work } from '../../../platform/db/work.ts'
import { addItems, changeChildren, type ItemRefusal } from '../../../platform/item/item.actions.ts'
import { mayWriteAll, type Place } from '../../../platform/item/item.policy.ts'
import type { Item, NewItem } from '../../../platform/item/item.store.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { nextStep, type Step, stateAfter, type Wanted, type WhyNot } from './life.ts'
import { matter } from './matter.ts'
import { insertStep, stepsOf } from './matter-step.store.ts'

export type StepRefusal = ItemRefusal | WhyNot

const byOf = (work: Work) => ({ personId: work.viewer.person?.id ?? null, at: work.now.toString() })

/** Tells the arenas that a matter came or went: what they have to do with each other is asked about again. */
function tellArenas(work: Work, workspaceId: string, matterId: string, { arenaId, fromArenaId }: Pick<Step, 'arenaId' | 'fromArenaId'>): void {
  for (const id of new Set([arenaId, fromArenaId])) if (id !== null) work.record({ workspaceId, what: 'matter.moved', itemId: id, body: { matter: matterId } })
}

/**
 * Takes the next step of a matter that was read at `version`: prepared, handled, forwarded, returned, decided, closed, or taken up again. The caller has read
 * the arena and the meeting that it names, through what one may see. `may` is for those who lead the arena that has the matter.
 */
export async function takeStep(
  work: Work, workspace: Place, item: Item, version: number, wanted: Wanted, may: boolean = mayWriteAll(work.viewer, workspace, matter),
): Promise<Outcome<Step, StepRefusal>> {
  if (!may) return { refused: 'forbidden' }
  if (item.version !== version) return { refused: 'stale' }
  const next = nextStep(await stepsOf(work.tx, [item.id]), wanted, osloDate(work.now).toString())
  if ('why' in next) return { refused: next.why }
  const { step } = next
  const done = await changeChildren(work, workspace, matter, item, version, `matter_step.${step.what}`, async () => void (await insertStep(work.tx, item.id, step, byOf(work))), may, stateAfter(step.what))
  if ('refused' in done) return done
  tellArenas(work, workspace.id, item.id, step)
  return { done: step }
}

/** Raises a new matter in an arena, which the caller has read. Returns its id. */
export async function raiseMatter(work: Work, workspace: Place, made: NewItem, { arenaId, on }: { arenaId: string; on: string }): Promise<Outcome<string, StepRefusal>> {
  const next = nextStep([], { what: 'raised', toArenaId: arenaId, on }, osloDate(work.now).toString())
  if ('why' in next) return { refused: next.why }
  const added = await addItems(work, workspace, matter, [{ ...made, state: 'raised', fields: { ...made.fields, raised_on: on } }], async ([id = '']) => void (await insertStep(work.tx, id, next.step, byOf(work))))
  if ('refused' in added) return added
  const [id = ''] = added.done
  tellArenas(work, workspace.id, id, next.step)
  return { done: id }
}
