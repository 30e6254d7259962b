import type { Work } from '../../../platform/db/work.ts'
import { addItems } from '../../../platform/item/item.actions.ts'
import { readHeads } from '../../../platform/item/item.store.ts'
import { nameKey } from '../../../modules/actors/index.ts'
import { planDocument } from '../../../modules/plans/index.ts'
import type { NewLink } from '../../../modules/thread/index.ts'
import type { Workspace } from '../../../modules/workspaces/index.ts'
import { type Anchor, anchorIn } from '../compare/documents.ts'

/** The links from measures to the plans that their texts name, with the plan documents that are missing made. The texts stay as written. */
export async function anchorLinks(work: Work, workspace: Workspace, measures: readonly { id: string; anchoring: string }[], not: readonly string[]): Promise<NewLink[]> {
  const found = measures.flatMap(({ id, anchoring }) => anchoring.split('\n').flatMap((line) => {
    const anchor = anchorIn(line)
    return anchor && !not.includes(anchor.key) ? [{ id, anchor }] : []
  }))
  if (found.length === 0) return []
  const standing = await readHeads(work.tx, work.viewer, { workspaceId: workspace.id, kinds: [planDocument.name] })
  const ids = new Map(standing.map((head) => [nameKey(head.title), head.id]))
  const fresh = new Map<string, Anchor>(found.flatMap(({ anchor }) => (ids.has(anchor.key) ? [] : [[anchor.key, anchor] as const])))
  const added = await addItems(work, workspace, planDocument, [...fresh.values()].map(({ title }) => ({ title, language: workspace.language })))
  if ('refused' in added) return []
  ;[...fresh.keys()].forEach((key, i) => ids.set(key, added.done[i] ?? ''))
  // One link for each measure and plan: several chapters stand in its note.
  const ties = Map.groupBy(found, ({ id, anchor }) => `${id} ${ids.get(anchor.key) ?? ''}`)
  return [...ties.values()].flatMap((each) => {
    const [first] = each
    const chapters = [...new Set(each.flatMap(({ anchor }) => anchor.chapter ?? []))]
    return first ? [{ relation: 'anchored_in', fromId: first.id, fromKind: 'measure', toId: ids.get(first.anchor.key) ?? '', toKind: planDocument.name, note: chapters.join(', ') || null }] : []
  })
}
