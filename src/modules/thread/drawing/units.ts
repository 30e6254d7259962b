import type { Face } from './face.ts'
import { bundleFace, labelFace, nodeFace, type } from './face.ts'
import type { Picture, PictureNode } from './picture.ts'
import { restGroup } from './picture.ts'
import type { Scope } from './scope.ts'
import { isLoose } from './ways.ts'
import type { End, Ways } from './ways.ts'
import { words } from './words.ts'

type Common = {
  readonly key: string
  readonly column: number
  readonly band: number
  readonly face: Face
  readonly height: number
  readonly whole: boolean
  readonly dim: boolean
  readonly ends: { readonly before: End; readonly after: End }
}

/** What stands in a column: one item, many items of a closed group, or the name of the group without a goal. */
export type Unit =
  | (Common & { readonly kind: 'node'; readonly node: PictureNode; readonly weak: readonly string[]; readonly match: boolean })
  | (Common & {
      readonly kind: 'bundle'
      readonly group: string
      readonly members: readonly PictureNode[]
      readonly loose: number
      readonly wholes: number
      /** Width of its ribbon in pixels. */
      readonly rope: number
    })
  | (Common & { readonly kind: 'label'; readonly text: string })

/** Room under a group's name for the link that opens or closes it. */
export const toggleHeight = 24

/** Notes of the threads to each item that do not hold. */
export function weakNotes(ways: Ways, lang: Picture['lang']): Map<string, string[]> {
  const notes = new Map<string, string[]>()
  for (const { to, holds, note } of ways.threads) if (!holds) notes.set(to, [...(notes.get(to) ?? []), note ?? words[lang].weak])
  return notes
}

type Plan = { picture: Picture; ways: Ways; scope: Scope }

/** Decides which items stand alone and which are bundled. Every item in the scope is in exactly one unit. */
export function partition({ picture, ways, scope }: Plan) {
  const bundles = new Map<string, { column: number; band: number; group: string; members: PictureNode[] }>()
  const band = new Map(scope.groups.map(({ id }, i) => [id, i]))
  const open = new Map(scope.groups.map(({ id, open }) => [id, open]))
  const anchors = new Set(scope.groups.flatMap(({ anchor }) => anchor?.id ?? []))
  const alone: { node: PictureNode; column: number; band: number }[] = []
  for (const node of scope.nodes) {
    const group = scope.groupOf.get(node.id) ?? restGroup
    const place = { column: ways.column(node), band: band.get(group) ?? 0 }
    if (open.get(group) || anchors.has(node.id)) alone.push({ node, ...place })
    else {
      const key = `${place.band}:${place.column}`
      const bundle = bundles.get(key) ?? { ...place, group, members: [] }
      bundle.members.push(node)
      bundles.set(key, bundle)
    }
  }
  for (const [key, { members, column, band }] of bundles) {
    if (members.length > 1) continue
    for (const node of members) alone.push({ node, column, band })
    bundles.delete(key)
  }
  const rest = scope.groupBy !== 'none' && band.has(restGroup)
  const label = rest ? { column: picture.steps.findIndex(({ id }) => id === scope.groupBy), band: band.get(restGroup) ?? 0 } : undefined
  return { alone, bundles: [...bundles.values()], label }
}

/** Pixels of ribbon for each item, one scale for the whole picture, so that widths can be compared. */
const ribbonScale = ({ bundles }: ReturnType<typeof partition>) =>
  Math.min(1.25, 18 / Math.max(1, ...bundles.map(({ members }) => members.length)))

/** Gives every item, bundle and label its face in a column of the given width. Sorted by band, then in reading order. */
export function unitsOf(plan: Plan, parts: ReturnType<typeof partition>, widthOf: (column: number) => number): Unit[] {
  const { picture, ways, scope } = plan
  const { lang } = picture
  const weak = weakNotes(ways, lang)
  const scale = ribbonScale(parts)
  const reading = new Map(scope.nodes.map(({ id }, i) => [id, i]))
  const grouped = scope.groupBy !== 'none'
  const anchors = new Set(scope.groups.flatMap(({ anchor }) => anchor?.id ?? []))

  const nodes = parts.alone.map(({ node, column, band }): Unit => {
    const whole = ways.whole.has(node.id)
    const notes = weak.get(node.id) ?? []
    const face = nodeFace(node, widthOf(column), lang, { weak: notes, lines: anchors.has(node.id) ? 4 : 3 })
    return {
      kind: 'node', key: node.id, node, column, band, face, whole, weak: notes,
      height: face.height + (anchors.has(node.id) ? toggleHeight : 0),
      dim: scope.context.has(node.id) || (scope.matches !== undefined && !scope.matches.has(node.id)),
      match: scope.matches?.has(node.id) ?? false,
      ends: ways.ends(node),
    }
  })
  const bundles = parts.bundles.map(({ column, band, group, members }): Unit => {
    const step = picture.steps[column]?.id ?? 'measure'
    const loose = members.filter((node) => isLoose(node, ways)).length
    const wholes = members.filter(({ id }) => ways.whole.has(id)).length
    const hits = members.filter(({ id }) => scope.matches?.has(id)).length
    const rope = Math.max(type.thread, members.length * scale)
    const face = bundleFace(step, members.length, loose, hits, widthOf(column), rope, lang)
    const side = (end: 'before' | 'after'): End => {
      const all = members.map((node) => ways.ends(node)[end])
      return all.includes('frayed') ? 'frayed' : all.includes('joined') ? 'joined' : (all[0] ?? 'open')
    }
    return {
      kind: 'bundle', key: `${group}/${step}`, group, members, column, band, face, loose, wholes, rope,
      height: face.height, whole: wholes > 0,
      dim: scope.matches !== undefined && hits === 0,
      ends: { before: side('before'), after: side('after') },
    }
  })
  const text = scope.groupBy === 'priorityArea' ? words[lang].restArea : words[lang].restGoal
  const labels = (parts.label ? [parts.label] : []).map(({ column, band }): Unit => {
    const face = labelFace(text, widthOf(column))
    return {
      kind: 'label', key: `label/${restGroup}`, text, column, band, face, whole: false, dim: false,
      height: face.height + (grouped ? toggleHeight : 0), ends: { before: 'outermost', after: 'outermost' },
    }
  })
  const place = (unit: Unit) => (unit.kind === 'node' ? (reading.get(unit.key) ?? 0) : 0)
  return [...nodes, ...bundles, ...labels].sort((a, b) => a.band - b.band || a.column - b.column || place(a) - place(b))
}
