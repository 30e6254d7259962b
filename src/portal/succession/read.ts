import type { Reader } from '../../platform/db/database.ts'
import { type Change, changesOf, firstYearAfter, heldBy, type Held, isSplit, type Step, stepsIn, successionsHere } from '../../modules/actors/index.ts'
import { openKinds } from './open-kinds.ts'

/** Something that a workspace is to say yes to, has said yes to, or has done. */
export type Here = { change: Change; here: ReadonlySet<string>; held: Held; split: boolean; step: Step | null }

/** What changes for the partners of a workspace, earliest first. */
export async function readHere(db: Reader, workspaceId: string): Promise<{ waiting: Here[]; steps: Step[] }> {
  const [{ rows, here }, steps] = await Promise.all([successionsHere(db, workspaceId), stepsIn(db, workspaceId)])
  const changes = changesOf(rows)
  const waiting = await Promise.all(changes.map(async (change): Promise<Here> => {
    const own = new Set(change.from.filter((one) => here.has(one.id)).map((one) => one.id))
    return {
      change, here: own, split: isSplit(change, own), held: await heldBy(db, workspaceId, [...own], openKinds, { day: change.on, year: firstYearAfter(change.on) }),
      step: steps.find((step) => step.state === 'planned' && step.on === change.on && step.fromIds.some((id) => own.has(id))) ?? null,
    }
  }))
  return { waiting, steps }
}
