import type { Section } from '../../modules/thread/index.ts'
import type { Fetched } from './report-text.store.ts'

/**
 * A section against what the workspace says now. `untouched`: nobody has written in it, and the draft is another. `written`: people have written in it,
 * and the draft is another than it was; `was` is the draft that they started from. `same`: nothing new to read.
 */
export type News = { key: string; heading: string; body: string; was: string; drafted: string; is: 'same' | 'untouched' | 'written' }

/** What has changed for each section that comes from the workspace. Sections that people made themselves, or took out, are not among them. */
export function newsOf(sections: readonly Section[], before: ReadonlyMap<string, Pick<Fetched, 'drafted'>>, fetched: readonly Pick<Fetched, 'key' | 'drafted'>[]): News[] {
  const now = new Map(fetched.map((one) => [one.key, one.drafted]))
  return sections.flatMap(({ key, heading, body }) => {
    const drafted = now.get(key)
    if (drafted === undefined) return []
    const was = before.get(key)?.drafted ?? ''
    return [{ key, heading, body, was, drafted, is: drafted === was || drafted === body ? 'same' : body === was ? 'untouched' : 'written' }]
  })
}
