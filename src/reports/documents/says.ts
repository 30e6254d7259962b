import type { Line, Mark, Piece } from '../../platform/document/index.ts'
import type { FieldValue } from '../../platform/item/field.ts'
import type { Kind } from '../../platform/item/kind.ts'
import type { Lang } from '../../platform/text/texts.ts'

/** What people have written, marked where it is in another language than the document. */
export const said = (text: string, language: Lang, lang: Lang, more: Omit<Piece, 'text' | 'lang'> = {}): Piece => ({ text, ...(language !== lang && { lang: language }), ...more })

/** A title with the number that the plan gives it. */
export const titled = (item: { title: string; code: string | null; language: Lang }, lang: Lang, more: Omit<Piece, 'text' | 'lang'> = {}): Piece[] =>
  [...(item.code ? [{ text: `${item.code} `, ...more }] : []), said(item.title, item.language, lang, more)]

const shapes: ReadonlySet<string> = new Set(['not_started', 'in_progress', 'delayed', 'completed', 'cancelled'])

/** A state in its kind's own words, with its shape; nothing when there is none. */
export function stateOf(kind: Kind, state: string | null, lang: Lang): Line {
  const declared = state ? kind.states?.[state] : undefined
  if (!declared || !state) return ''
  return [{ text: declared.text[lang], mark: (shapes.has(state) ? state : declared.tone) as Mark }]
}

/** A value that a spreadsheet can reckon with: a number or a day. */
export const reckoned = (type: string, value: FieldValue): number | { day: string } | undefined =>
  value === null || value === '' ? undefined : type === 'date' ? { day: String(value) } : type === 'number' || type === 'kroner' ? Number(value) : undefined
