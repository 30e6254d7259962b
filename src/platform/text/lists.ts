import { formatNumber } from './numbers.ts'
import type { Lang } from './texts.ts'

const joints: Record<Lang, { and: string; or: string }> = {
  nb: { and: 'og', or: 'eller' },
  nn: { and: 'og', or: 'eller' },
  en: { and: 'and', or: 'or' },
}

/** «A, B og C», "A, B or C"; an empty list is an empty text. */
export function formatList(parts: readonly string[], lang: Lang, joint: 'and' | 'or' = 'and'): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${joints[lang][joint]} ${last}`
}

/** The form of a word that fits a number: only exactly one takes the singular, in all three languages. */
export function plural(n: number, one: string, many: string): string {
  return n === 1 ? one : many
}

/** A number with its word: «1 mål», «1 234 svar», "3 measures". */
export function formatCount(n: number, one: string, many: string, lang: Lang): string {
  return `${formatNumber(n, lang)} ${plural(n, one, many)}`
}

/** A capital first letter, for a date or a list that begins a sentence. */
export function capitalised(text: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase('nb') + text.slice(first.length)
}
