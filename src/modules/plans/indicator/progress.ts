import { plainDate } from '../../../platform/time/oslo.ts'

/**
 * How far an indicator has come. Formulas after the IATI guidance on results: progress (A−B)/(T−B) and expected
 * (t−t₀)/(t₁−t₀), where B is the baseline, T the target, A the latest actual value, t₀ the day of the baseline, t₁ the day
 * of the target and t today. The formula needs no direction: a target below the baseline turns it by itself.
 */
export type Course = { baseline: number | null; baselineOn: string | null; target: number | null; targetOn: string | null }

/** (A−B)/(T−B); null when something is missing, and undefined in the mathematical sense (null here) when T = B. */
export function progressOf(actual: number | null, { baseline, target }: Pick<Course, 'baseline' | 'target'>): number | null {
  if (actual === null || baseline === null || target === null || target === baseline) return null
  const progress = (actual - baseline) / (target - baseline)
  // Adding nought turns minus nought into nought.
  return Number.isFinite(progress) ? progress + 0 : null
}

/** (t−t₀)/(t₁−t₀), held within 0 and 1; null without both days, or when the target's day is not after the baseline's. */
export function expectedOf(today: Temporal.PlainDate, { baselineOn, targetOn }: Pick<Course, 'baselineOn' | 'targetOn'>): number | null {
  if (baselineOn === null || targetOn === null) return null
  const [from, to] = [plainDate(baselineOn), plainDate(targetOn)]
  const whole = from.until(to, { largestUnit: 'days' }).days
  if (whole <= 0) return null
  return Math.min(1, Math.max(0, from.until(today, { largestUnit: 'days' }).days / whole))
}

export type Standing = 'reached' | 'ahead' | 'onCourse' | 'behind' | 'unknown'

/** Within this much of what was expected is «i rute»: ten per cent of the way. */
export const leeway = 0.1

/** Progress against what was to be expected by today. A target that is reached is reached, whatever the day. */
export function standingOf(progress: number | null, expected: number | null): Standing {
  if (progress === null) return 'unknown'
  if (progress >= 1) return 'reached'
  if (expected === null) return 'unknown'
  const lead = Math.round((progress - expected) * 1e6) / 1e6
  return lead > leeway ? 'ahead' : lead < -leeway ? 'behind' : 'onCourse'
}

/** What keeps progress from being told; each is said in words. */
export type Obstacle = 'noBaseline' | 'noTarget' | 'noMeasurement' | 'targetIsBaseline' | 'targetAgainstDirection' | 'noDates'

export function obstaclesOf(course: Course, direction: 'up' | 'down' | null, actual: number | null): Obstacle[] {
  const { baseline, target } = course
  const found: Obstacle[] = []
  if (baseline === null) found.push('noBaseline')
  if (target === null) found.push('noTarget')
  if (actual === null) found.push('noMeasurement')
  if (baseline !== null && target !== null) {
    if (target === baseline) found.push('targetIsBaseline')
    else if (direction !== null && target > baseline !== (direction === 'up')) found.push('targetAgainstDirection')
  }
  if (course.baselineOn === null || course.targetOn === null || course.targetOn <= course.baselineOn) found.push('noDates')
  return found
}

export type Point = { onDate: string; value: number | null }

/** The latest measured value on or before a day, with its day. Of several on one day the one written last counts. */
export function latestOf<P extends Point>(measurements: readonly P[], today: Temporal.PlainDate): (P & { value: number }) | null {
  let latest: (P & { value: number }) | null = null
  for (const one of measurements) {
    if (one.value === null || one.onDate > today.toString()) continue
    if (!latest || one.onDate >= latest.onDate) latest = { ...one, value: one.value }
  }
  return latest
}

/** Older than this is told, because an old number says little of today. */
export const isOld = (onDate: string, today: Temporal.PlainDate): boolean => onDate < today.subtract({ months: 15 }).toString()
