import type { RawBuilder } from 'kysely'
import type { Database } from '../db/database.ts'
import type { ContentStore } from '../files/content.ts'
import type { Text } from '../text/texts.ts'

/**
 * What is kept, why and how long: read by the job of the night, by the administrators' page, and by the page on data protection, so that none of them
 * says otherwise than the others.
 */
export type Retention = {
  name: string
  title: Text
  why: Text
  /** How long, in words; {n} is the number of days, where there is one. */
  long: Text
  /** Days, and between what an administrator may choose; the same three times where the program itself depends on it. None is kept until something else happens. */
  days?: { usual: number; least: number; most: number }
  /** How many have been kept too long, as one expression of SQL. `before` is the instant that what is older is past. */
  waiting?: (before: Temporal.Instant) => RawBuilder<number>
  /** Removes what has been kept too long, in statements over sets; says how many. */
  sweep?: (house: { db: Database; files: ContentStore }, before: Temporal.Instant, now: Temporal.Instant) => Promise<number>
  /** People are told of it on the page on data protection. */
  told: boolean
}

export const settingName = (retention: Pick<Retention, 'name'>): string => `retention.${retention.name}`

/** The days that hold: what an administrator has chosen, within what may be chosen. */
export function daysOf(retention: Retention, settings: ReadonlyMap<string, unknown>): number | null {
  if (!retention.days) return null
  const { usual, least, most } = retention.days
  const chosen = settings.get(settingName(retention))
  return typeof chosen === 'number' && Number.isInteger(chosen) ? Math.min(most, Math.max(least, chosen)) : usual
}

export const longWords = (retention: Retention, days: number | null, lang: keyof Text): string => retention.long[lang].replaceAll('{n}', String(days ?? ''))

export const beforeFrom = (now: Temporal.Instant, days: number): Temporal.Instant => now.subtract({ hours: 24 * days })
