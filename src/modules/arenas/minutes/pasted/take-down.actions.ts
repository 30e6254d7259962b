import type { Outcome, Work } from '../../../../platform/db/work.ts'
import type { WorkspaceHead } from '../../../../platform/http/page.ts'
import type { Item, ItemHead } from '../../../../platform/item/item.store.ts'
import { addText, decide, type MinutesRefusal, takeOn } from '../minutes.actions.ts'
import type { Reviewed } from './review.ts'

/**
 * Writes minutes that were made elsewhere into these: text below what stands, and what was ticked as decisions and tasks, each as if it was taken down
 * in the meeting. All of it, or nothing. `by` is who decided, and `about` what points are about.
 */
export async function takeDown(
  work: Work, workspace: WorkspaceHead, item: Item, { texts, takings }: Reviewed, { by, about }: { by: string; about: ReadonlyMap<string, ItemHead> },
): Promise<Outcome<{ decisions: number; tasks: number }, MinutesRefusal | 'long'>> {
  const added = await addText(work, workspace, item, texts)
  if ('refused' in added) return added
  for (const one of takings) {
    const done = one.as === 'decision'
      ? await decide(work, workspace, item, one.point, { title: one.title, by, about: about.get(one.point?.aboutId ?? '') ?? null, wording: one.whole })
      : await takeOn(work, workspace, item, one.point, { title: one.title, personId: one.personId, organisationId: one.organisationId, dueOn: one.dueOn, description: one.whole })
    if ('refused' in done) return done
  }
  const decisions = takings.filter((one) => one.as === 'decision').length
  return { done: { decisions, tasks: takings.length - decisions } }
}
