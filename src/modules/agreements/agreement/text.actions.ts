import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { changeChildren, changeItem, type ItemRefusal } from '../../../platform/item/item.actions.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { agreement } from './agreement.ts'
import { mayComment, mayWrite } from './agreement.policy.ts'
import { insertComment, setResolved } from './comment.store.ts'
import { draftOf, type Material } from './template.ts'
import { type NotAgreed, whyNotAgreed, writingOf } from './text.ts'
import { deleteSection, editionsOf, holdVersion, insertEdition, insertSections, markAgreed, mostSections, orderSections, type Section, sectionsOf, updateSection, type Written } from './text.store.ts'

export type TextRefusal = ItemRefusal | 'missing' | 'agreed' | 'full' | NotAgreed

/** The edition that is being written, held until the transaction is over; or why there is none. */
async function held(work: Work, item: Item): Promise<{ version: number; edition: number } | { refused: 'missing' | 'agreed' }> {
  const version = await holdVersion(work.tx, item.id)
  const { current, agreed } = writingOf(await editionsOf(work.tx, item.id))
  return current ? { version, edition: current.number } : { refused: agreed ? 'agreed' : 'missing' }
}

const write = (work: Work, workspace: WorkspaceHead, item: Item, version: number, what: string, does: () => Promise<void>) =>
  changeChildren(work, workspace, agreement, item, version, `agreement.text.${what}`, does, mayWrite(work.viewer, workspace, item))

/** Makes the first draft of the text from what is there; refuses where one has been begun. */
export async function draftText(work: Work, workspace: WorkspaceHead, item: Item, material: Material): Promise<Outcome<true, TextRefusal>> {
  if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
  const version = await holdVersion(work.tx, item.id)
  if ((await editionsOf(work.tx, item.id)).length > 0) return { refused: 'stale' }
  return await write(work, workspace, item, version, 'drafted', async () => {
    await insertEdition(work.tx, item.id, { number: 1, reason: null, openedOn: osloDate(work.now).toString() })
    await insertSections(work.tx, item.id, 1, draftOf(material, workspace.language))
  })
}

/** Writes a section that was read at `revision`: somebody who wrote in another section meanwhile is not in the way. */
export async function writeSection(work: Work, workspace: WorkspaceHead, item: Item, section: Section, revision: number, written: Omit<Written, 'key'>): Promise<Outcome<true, TextRefusal>> {
  if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
  const here = await held(work, item)
  if ('refused' in here) return here
  if (here.edition !== section.edition) return { refused: 'stale' }
  let fresh = true
  const done = await write(work, workspace, item, here.version, 'changed', async () => {
    fresh = await updateSection(work.tx, section.id, revision, written)
  })
  return fresh ? done : { refused: 'stale' }
}

/** A section of one's own, last or after another. */
export async function addSection(work: Work, workspace: WorkspaceHead, item: Item, written: Omit<Written, 'key'>, afterId: string | null): Promise<Outcome<true, TextRefusal>> {
  if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
  const here = await held(work, item)
  if ('refused' in here) return here
  const sections = await sectionsOf(work.tx, item.id, here.edition)
  if (sections.length >= mostSections) return { refused: 'full' }
  return await write(work, workspace, item, here.version, 'section-added', async () => {
    await insertSections(work.tx, item.id, here.edition, [{ key: crypto.randomUUID(), ...written }], sections.length)
    const last = (await sectionsOf(work.tx, item.id, here.edition)).map((one) => one.id)
    const own = last.find((id) => !sections.some((one) => one.id === id)) ?? ''
    const order = sections.map((one) => one.id)
    const at = order.indexOf(afterId ?? '')
    await orderSections(work.tx, order.toSpliced(at === -1 ? order.length : at + 1, 0, own))
  })
}

/** Moves a section one place towards the beginning (-1) or the end (1). */
export async function moveSection(work: Work, workspace: WorkspaceHead, item: Item, section: Section, by: -1 | 1): Promise<Outcome<true, TextRefusal>> {
  if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
  const here = await held(work, item)
  if ('refused' in here) return here
  const order = (await sectionsOf(work.tx, item.id, here.edition)).map((one) => one.id)
  const at = order.indexOf(section.id)
  const to = at + by
  if (at === -1 || to < 0 || to >= order.length) return { refused: 'stale' }
  return await write(work, workspace, item, here.version, 'moved', () => orderSections(work.tx, order.toSpliced(at, 1).toSpliced(to, 0, section.id)))
}

/** Takes a section out of what is being written; what was agreed before keeps it. */
export async function removeSection(work: Work, workspace: WorkspaceHead, item: Item, section: Section, revision: number): Promise<Outcome<true, TextRefusal>> {
  if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
  const here = await held(work, item)
  if ('refused' in here) return here
  if (here.edition !== section.edition) return { refused: 'stale' }
  let fresh = true
  const done = await write(work, workspace, item, here.version, 'section-removed', async () => {
    fresh = await deleteSection(work.tx, section.id, revision)
  })
  return fresh ? done : { refused: 'stale' }
}

/** Says that the text is agreed, as it was read at `version`: what somebody changed meanwhile is not agreed on by accident. */
export async function agreeOnText(work: Work, workspace: WorkspaceHead, item: Item, version: number, agreed: { on: string; note: string | null }): Promise<Outcome<true, TextRefusal>> {
  if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
  const here = await held(work, item)
  if ('refused' in here) return here
  const why = whyNotAgreed(await sectionsOf(work.tx, item.id, here.edition))
  if (why) return { refused: why }
  const by = work.viewer.person?.id ?? null
  if (item.state !== 'draft') return await write(work, workspace, item, version, 'agreed', () => markAgreed(work.tx, item.id, here.edition, { ...agreed, by }))
  await markAgreed(work.tx, item.id, here.edition, { ...agreed, by })
  return await changeItem(work, workspace, agreement, item, version, { state: 'agreed' }, mayWrite(work.viewer, workspace, item))
}

/** Opens a new edition, which begins as the last one reads: what was agreed stands until the new one is. */
export async function openEdition(work: Work, workspace: WorkspaceHead, item: Item, reason: string): Promise<Outcome<true, TextRefusal>> {
  if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
  const version = await holdVersion(work.tx, item.id)
  const { current, agreed } = writingOf(await editionsOf(work.tx, item.id))
  if (!agreed) return { refused: 'missing' }
  if (current) return { refused: 'stale' }
  const sections = await sectionsOf(work.tx, item.id, agreed.number)
  return await write(work, workspace, item, version, 'opened', async () => {
    await insertEdition(work.tx, item.id, { number: agreed.number + 1, reason, openedOn: osloDate(work.now).toString() })
    await insertSections(work.tx, item.id, agreed.number + 1, sections.map(({ key, heading, body }) => ({ key, heading, body })))
  })
}

/** What a member says about a section. It is no part of the agreement, and changes no version. */
export async function comment(work: Work, workspace: WorkspaceHead, item: Item, sectionId: string, text: string): Promise<Outcome<true, TextRefusal>> {
  if (!mayComment(work.viewer, workspace)) return { refused: 'forbidden' }
  const here = await held(work, item)
  if ('refused' in here) return here
  if (!(await sectionsOf(work.tx, item.id, here.edition)).some((one) => one.id === sectionId)) return { refused: 'stale' }
  await insertComment(work.tx, { itemId: item.id, sectionId, personId: work.viewer.person?.id ?? null, text, at: work.now.toString() })
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
