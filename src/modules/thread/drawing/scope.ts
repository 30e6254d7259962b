import { groupAbove, restGroup } from './picture.ts'
import type { Picture, PictureNode } from './picture.ts'
import { isLoose, reached } from './ways.ts'
import type { Ways } from './ways.ts'

/** One group in a grouped picture: a goal or priority area with all that belongs to it, open or closed. */
export type Group = { readonly id: string; readonly anchor?: PictureNode; readonly open: boolean }

/** What of the picture is shown: which items, which of them step back, and how they are grouped. */
export type Scope = {
  readonly nodes: readonly PictureNode[]
  readonly context: ReadonlySet<string>
  readonly matches?: ReadonlySet<string>
  readonly groupBy: 'goal' | 'priorityArea' | 'none'
  readonly groups: readonly Group[]
  readonly groupOf: ReadonlyMap<string, string>
}

const plain = (text: string) => text.toLocaleLowerCase('nb').normalize('NFC')

function shownOf(picture: Picture, ways: Ways): { nodes: readonly PictureNode[]; context: Set<string> } {
  const { focus } = picture
  const all = ways.nodes
  if (focus !== undefined && ways.before.has(focus)) {
    const kept = new Set([focus, ...reached(focus, ways.before), ...reached(focus, ways.after)])
    return { nodes: all.filter(({ id }) => kept.has(id)), context: new Set() }
  }
  if (!picture.onlyLoose) return { nodes: all, context: new Set() }
  const loose = new Set(all.filter((node) => isLoose(node, ways)).map(({ id }) => id))
  const around = new Set([...loose].flatMap((id) => ways.before.get(id) ?? []).filter((id) => !loose.has(id)))
  return { nodes: all.filter(({ id }) => loose.has(id) || around.has(id)), context: around }
}

/** Each item's group: the one it says, or the first goal (area) that its thread reaches. */
function groupsOf(nodes: readonly PictureNode[], anchors: readonly PictureNode[], ways: Ways): Map<string, string> {
  const rank = new Map(anchors.map(({ id }, i) => [id, i]))
  const middle = anchors[0] ? ways.column(anchors[0]) : 0
  const found = new Map<string, number>(rank)
  const own = (node: PictureNode) => (node.group === undefined ? undefined : rank.get(node.group))
  const settle = (node: PictureNode, towards: readonly string[]) => {
    const ranks = towards.flatMap((id) => found.get(id) ?? [])
    const best = own(node) ?? (ranks.length ? Math.min(...ranks) : undefined)
    if (best !== undefined) found.set(node.id, best)
  }
  for (const node of nodes) if (ways.column(node) > middle) settle(node, ways.before.get(node.id) ?? [])
  for (const node of [...nodes].reverse()) if (ways.column(node) < middle) settle(node, ways.after.get(node.id) ?? [])
  return new Map(nodes.map(({ id }) => [id, anchors[found.get(id) ?? -1]?.id ?? restGroup]))
}

/** Chooses what is shown and how it is grouped: focus before "only loose" before all; many items are grouped. */
export function scopeOf(picture: Picture, ways: Ways): Scope {
  const { nodes, context } = shownOf(picture, ways)
  const query = plain(picture.query?.trim() ?? '')
  const hit = (node: PictureNode) => plain(`${node.number ?? ''} ${node.title} ${node.kindName}`).includes(query)
  const matches = query ? new Set(nodes.filter(hit).map(({ id }) => id)) : undefined

  const anchorsBy = (step: 'goal' | 'priorityArea') => nodes.filter((node) => node.step === step)
  const automatic = nodes.length > groupAbove ? (anchorsBy('goal').length ? 'goal' : 'priorityArea') : 'none'
  const wanted = picture.groupBy ?? automatic
  const anchors = wanted === 'none' ? [] : anchorsBy(wanted)
  const groupBy = anchors.length ? wanted : 'none'
  if (groupBy === 'none') {
    const groupOf = new Map(nodes.map(({ id }) => [id, restGroup]))
    return { nodes, context, matches, groupBy, groups: [{ id: restGroup, open: true }], groupOf }
  }
  const groupOf = groupsOf(nodes, anchors, ways)
  const open = new Set(picture.open ?? [])
  const rest = [...groupOf.values()].includes(restGroup) ? [{ id: restGroup, open: open.has(restGroup) }] : []
  const groups = [...anchors.map((anchor) => ({ id: anchor.id, anchor, open: open.has(anchor.id) })), ...rest]
  return { nodes, context, matches, groupBy, groups, groupOf }
}
