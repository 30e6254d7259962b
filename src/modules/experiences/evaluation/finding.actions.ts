import type { Outcome, Work } from '../../../platform/db/work.ts'
import { addItems } from '../../../platform/item/item.actions.ts'
import type { Place } from '../../../platform/item/item.policy.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { matter, raiseMatter } from '../../arenas/index.ts'
import { challenge } from '../../plans/index.ts'
import { tieAll } from '../../thread/index.ts'
import { lesson } from '../lesson/lesson.ts'
import { evaluation } from './evaluation.ts'
import { type Finding, insertFinding } from './finding.store.ts'

/** What a finding may become. */
export const becomings = ['lesson', 'challenge', 'matter'] as const
export type Becoming = (typeof becomings)[number]
export const kindOf = { lesson, challenge, matter } as const
const ties = { lesson: 'learned_from', challenge: 'comes_from', matter: 'handles' } as const

/** What is made of a finding: what it is called, what stands behind it, and for a matter the arena that takes it up. */
export type Making = { becomes: Becoming; title: string; background: string | null; arenaId: string | null; language: Lang }

/** Makes something of a finding, and ties it to the evaluation that it comes from. Refuses those who may not make such a thing. */
export async function takeFurther(work: Work, workspace: Place, item: Item, finding: Finding, { becomes, title, background, arenaId, language }: Making): Promise<Outcome<string, 'forbidden' | 'arena'>> {
  const made = await make()
  if ('refused' in made) return made
  await tieAll(work, workspace.id, [{ relation: ties[becomes], fromId: made.done, fromKind: becomes, toId: item.id, toKind: evaluation.name }])
  await insertFinding(work.tx, item.id, made.done, finding)
  return made

  async function make(): Promise<Outcome<string, 'forbidden' | 'arena'>> {
    if (becomes === 'matter') {
      if (arenaId === null) return { refused: 'arena' }
      const raised = await raiseMatter(work, workspace, { title, language, fields: { background } }, { arenaId, on: osloDate(work.now).toString() })
      return 'refused' in raised ? { refused: 'forbidden' } : raised
    }
    const added = await addItems(work, workspace, kindOf[becomes], [{ title, language, fields: becomes === 'lesson' ? { what_happened: background } : { description: background } }])
    return 'refused' in added ? { refused: 'forbidden' } : { done: added.done[0] ?? '' }
  }
}
