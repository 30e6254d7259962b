import type { Lang } from '../../../platform/text/texts.ts'
import type { Picture, StepId } from './picture.ts'
import { isLoose, waysOf } from './ways.ts'
import type { Ways } from './ways.ts'
import { countOf, manyOf, words } from './words.ts'

/** One step in short: how many items, how many of them loose, how many on an unbroken way. */
export type StepCount = {
  readonly id: StepId
  readonly name: string
  readonly inUse: boolean
  readonly notUsedText?: string
  readonly count: number
  readonly loose: number
  readonly whole: number
  readonly href?: string
}

/** Loose threads between two steps that follow each other among those in use. */
export type Gap = { readonly from: StepId; readonly to: StepId; readonly loose: number }

/** The whole picture in numbers. `ThreadStrip` draws it; it can also be made from counts without loading any items. */
export type Overview = { readonly steps: readonly StepCount[]; readonly gaps: readonly Gap[] }

/** Counts a picture; a step that has items counts as in use, so that nothing is hidden. */
export function overviewOf(picture: Picture, ways: Ways = waysOf(picture)): Overview {
  const ends = new Map(ways.nodes.map((node) => [node.id, ways.ends(node)]))
  const steps = picture.steps.map(({ id, name, inUse, notUsedText }): StepCount => {
    const own = ways.nodes.filter((node) => node.step === id)
    return {
      id,
      name,
      notUsedText,
      inUse: inUse || own.length > 0,
      count: own.length,
      loose: own.filter((node) => isLoose(node, ways)).length,
      whole: own.filter((node) => ways.whole.has(node.id)).length,
    }
  })
  const used = steps.filter((step) => step.inUse)
  const at = new Map(ways.nodes.map((node) => [node.id, node.step]))
  const gaps = used.slice(1).map((to, i): Gap => {
    const from = used[i] as StepCount
    const frayed = ways.nodes.filter(
      ({ id, step }) => (step === from.id && ends.get(id)?.after === 'frayed') || (step === to.id && ends.get(id)?.before === 'frayed'),
    ).length
    const weak = ways.threads.filter((thread) => !thread.holds && at.get(thread.from) === from.id && at.get(thread.to) === to.id).length
    return { from: from.id, to: to.id, loose: frayed + weak }
  })
  return { steps, gaps }
}

const lower = (name: string) => name.slice(0, 1).toLocaleLowerCase('nb') + name.slice(1)

/** The gap with most loose threads; the first of them when several are alike. */
export const thinnestGap = ({ gaps }: Overview): Gap | undefined =>
  gaps.reduce<Gap | undefined>((most, gap) => (gap.loose > (most?.loose ?? 0) ? gap : most), undefined)

/** The picture in one or two sentences: how many measures hang together all the way, and where it is thinnest. */
export function summaryOf(overview: Overview, lang: Lang): string {
  const w = words[lang]
  const used = overview.steps.filter((step) => step.inUse)
  const first = used[0]
  const last = used.at(-1)
  if (!first || !last || first === last) return ''
  const told = used.find((step) => step.id === 'measure' && step.count) ?? used.find((step) => step.id === 'goal' && step.count) ?? last
  const name = (id: StepId) => lower(overview.steps.find((step) => step.id === id)?.name ?? manyOf(lang, id))
  const thin = thinnestGap(overview)
  const whole = w.wholeWay(told.whole, countOf(lang, told.id, told.count), lower(first.name), lower(last.name))
  return `${whole} ${thin ? w.thinnest(name(thin.from), name(thin.to), thin.loose) : w.noneLoose}`
}
