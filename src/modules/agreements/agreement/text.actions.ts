import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { changeItem } from '../../../platform/item/item.actions.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { type TextRefusal, type WrittenText, writtenActions } from '../../thread/index.ts'
import { agreement } from './agreement.ts'
import { mayComment, mayWrite } from './agreement.policy.ts'
import { insertComment, setResolved } from './comment.store.ts'
import { draftOf, type Material } from './template.ts'
import { agreementText, sectionsOf } from './text.store.ts'

/** The text of an agreement, as the pages and actions of texts in sections need to know it. */
export const text: WrittenText = { kind: agreement, store: agreementText, event: 'agreement.text', mayWrite }
const actions = writtenActions(text)
export const { writeSection, openEdition } = actions

/** Makes the first draft of the text from what is there; refuses where one has been begun. */
export const draftText = (work: Work, workspace: WorkspaceHead, item: Item, material: Material): Promise<Outcome<true, TextRefusal>> =>
  actions.draft(work, workspace, item, draftOf(material, workspace.language))

/** Says that the text is agreed, as it was read at `version`: what somebody changed meanwhile is not agreed on by accident. */
export const agreeOnText = (work: Work, workspace: WorkspaceHead, item: Item, version: number, agreed: { on: string; note: string | null }): Promise<Outcome<true, TextRefusal>> =>
  actions.agree(work, workspace, item, agreed, async (mark) => {
    if (item.state !== 'draft') return await actions.write(work, workspace, item, version, 'agreed', mark)
    await mark()
    return await changeItem(work, workspace, agreement, item, version, { state: 'agreed' }, mayWrite(work.viewer, workspace, item))
  })

/** What a member says about a section. It is no part of the agreement, and changes no version. */
export async function comment(work: Work, workspace: WorkspaceHead, item: Item, sectionId: string, said: string): Promise<Outcome<true, TextRefusal>> {
  if (!mayComment(work.viewer, workspace)) return { refused: 'forbidden' }
  const here = await actions.held(work, item)
  if ('refused' in here) return here
  if (!(await sectionsOf(work.tx, item.id, here.edition)).some((one) => one.id === sectionId)) return { refused: 'stale' }
  await insertComment(work.tx, { itemId: item.id, sectionId, personId: work.viewer.person?.id ?? null, text: said, at: work.now.toString() })
  work.record({ workspaceId: workspace.id, what: 'agreement.commented', body: { agreement: item.number } })
  return { done: true }
}

/** Says that a comment has been dealt with, or that it has not after all. */
export async function resolve(work: Work, workspace: WorkspaceHead, item: Item, commentId: string, resolved: boolean): Promise<Outcome<true, TextRefusal>> {
  if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
  if (!(await setResolved(work.tx, item.id, commentId, resolved ? { at: work.now.toString(), by: work.viewer.person?.id ?? null } : null))) return { refused: 'stale' }
  work.record({ workspaceId: workspace.id, what: resolved ? 'agreement.comment-resolved' : 'agreement.comment-reopened', body: { agreement: item.number } })
  return { done: true }
}
