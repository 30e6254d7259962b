import type { Item } from '../../../platform/item/item.store.ts'
import { formatPercent } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import type { StateKind } from '../../../ui/index.ts'
import { indicatorWords } from './indicator.words.ts'
import type { Measurement } from './measurement.store.ts'
import { type Course, expectedOf, latestOf, type Obstacle, obstaclesOf, progressOf, type Standing, standingOf } from './progress.ts'

/** An indicator as it stands today, worked out once for its page, the overview and whoever else tells of it. */
export type Told = {
  inWords: boolean
  unit: string | null
  course: Course
  latest: (Measurement & { value: number }) | null
  progress: number | null
  expected: number | null
  standing: Standing
  obstacles: readonly Obstacle[]
}

const number = (value: unknown) => (typeof value === 'number' ? value : null)
const text = (value: unknown) => (typeof value === 'string' ? value : null)

export function tell(indicator: Item, measurements: readonly Measurement[], today: Temporal.PlainDate): Told {
  const { fields } = indicator
  const course: Course = { baseline: number(fields.baseline), baselineOn: text(fields.baseline_on), target: number(fields.target), targetOn: text(fields.target_on) }
  const inWords = fields.qualitative === true
  const latest = inWords ? null : latestOf(measurements, today)
  const progress = inWords ? null : progressOf(latest?.value ?? null, course)
  const expected = expectedOf(today, course)
  const direction = fields.direction === 'up' || fields.direction === 'down' ? fields.direction : null
  return {
    inWords, course, latest, progress, expected, unit: text(fields.unit),
    standing: standingOf(progress, expected),
    obstacles: inWords ? [] : obstaclesOf(course, direction, latest?.value ?? null),
  }
}

export const standingShapes: Readonly<Record<Standing, StateKind>> = { reached: 'completed', ahead: 'holds', onCourse: 'in_progress', behind: 'watch', unknown: 'neutral' }

/** One plain sentence on how it goes; nothing when it cannot be told. */
export function sentenceOf({ progress, expected, standing }: Told, lang: Lang): string | null {
  const w = indicatorWords[lang]
  const share = (part: number) => formatPercent(part, lang, { decimals: 0 })
  if (progress === null) return null
  if (standing === 'reached') return w.beyond
  if (progress < 0) return expected === null ? w.backwardsOnly : w.backwards(share(expected))
  return expected === null ? w.progressOnly(share(progress)) : w.sentence(share(progress), share(expected))
}
