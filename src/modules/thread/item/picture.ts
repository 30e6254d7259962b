import type { WorkspaceHead } from '../../../platform/http/page.ts'
import type { ItemHead } from '../../../platform/item/item.store.ts'
import { stepIds, type StepId } from '../../../platform/item/kind.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { capitalised } from '../../../platform/text/format.ts'
import { type Lang, texts } from '../../../platform/text/texts.ts'
import type { Picture, PictureNode, Thread } from '../drawing/index.ts'
import type { Link } from '../link/link.store.ts'
import { itemPath } from './context.ts'

export const stepWords = texts({
  nb: { knowledge: 'Kunnskap', challenge: 'Utfordring', goal: 'Mål', priorityArea: 'Innsatsområde', measure: 'Tiltak', result: 'Resultat', effect: 'Effekt', lesson: 'Læring' },
  nn: { knowledge: 'Kunnskap', challenge: 'Utfordring', goal: 'Mål', priorityArea: 'Innsatsområde', measure: 'Tiltak', result: 'Resultat', effect: 'Effekt', lesson: 'Læring' },
  en: { knowledge: 'Knowledge', challenge: 'Challenge', goal: 'Goal', priorityArea: 'Priority area', measure: 'Measure', result: 'Result', effect: 'Effect', lesson: 'Lesson' },
})

/** The steps in the order that this plan has them: areas stand under goals, or above. */
export function stepOrder(areasAboveGoals: boolean): readonly StepId[] {
  if (!areasAboveGoals) return stepIds
  return stepIds.map((step) => (step === 'goal' ? 'priorityArea' : step === 'priorityArea' ? 'goal' : step))
}

/** A loose end of an item in the viewer's words. */
export type LooseWord = { word: string; why?: string; end?: 'before' | 'after' }

/**
 * What is drawn: items that have a step are nodes, relations in the thread are threads, decisions are knots.
 * A thread runs from the earlier step to the later, whichever way its relation is written; weakening evidence does not hold.
 */
export function pictureOf(input: {
  workspace: WorkspaceHead
  catalogue: Catalogue
  items: readonly ItemHead[]
  links: readonly Link[]
  loose: ReadonlyMap<string, readonly LooseWord[]>
  lang: Lang
  hrefFor: Picture['hrefFor']
}): Picture {
  const { workspace, catalogue, items, links, loose, lang, hrefFor } = input
  const order = stepOrder(workspace.areasAboveGoals)
  const byId = new Map(items.map((item) => [item.id, item]))
  const knots = Map.groupBy(links.filter((link) => link.relation === 'decides'), (link) => link.to_id)
  const hrefOf = (item: ItemHead) => {
    const kind = catalogue.kinds.get(item.kind)
    return kind ? itemPath(workspace, kind, item) : '#'
  }
  const nodes: PictureNode[] = items.flatMap((item) => {
    const kind = catalogue.kinds.get(item.kind)
    if (!kind?.step) return []
    const state = item.state ? kind.states?.[item.state] : undefined
    return [{
      id: item.id,
      step: kind.step,
      title: item.title,
      href: hrefOf(item),
      ...(item.code && { number: item.code }),
      kindName: capitalised(kind.words[lang].one),
      ...(state && { state: { word: state.text[lang], tone: state.tone === 'neutral' ? 'calm' as const : state.tone } }),
      loose: loose.get(item.id) ?? [],
      knots: (knots.get(item.id) ?? []).flatMap((link) => {
        const decision = byId.get(link.from_id)
        return decision ? [{ title: decision.title, href: hrefOf(decision) }] : []
      }),
    }]
  })
  const stepOf = new Map(nodes.map((node) => [node.id, order.indexOf(node.step)]))
  const inThread = new Map(catalogue.relations.map((relation) => [relation.name, relation]))
  const threads: Thread[] = links.flatMap((link) => {
    const relation = inThread.get(link.relation)
    const from = stepOf.get(link.from_id)
    const to = stepOf.get(link.to_id)
    if (from === undefined || to === undefined || from === to || (!relation?.inThread && link.relation !== 'weakens')) return []
    const [a, b] = from < to ? [link.from_id, link.to_id] : [link.to_id, link.from_id]
    return [{ from: a, to: b, holds: link.relation !== 'weakens', ...(link.relation === 'weakens' && { note: relation?.words[lang].forward ?? '' }) }]
  })
  const inUse = new Set(workspace.partsInUse)
  const steps = order.map((id) => ({ id, name: stepWords[lang][id], inUse: inUse.has(id) || nodes.some((node) => node.step === id) }))
  return { lang, steps, nodes, threads, hrefFor }
}
