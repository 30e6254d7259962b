import { type FieldErrors, firstText, parseFields, type RawForm } from '../../../../platform/item/parse.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import type { Point } from '../../agenda/agenda.store.ts'
import type { Brought } from './brought.load.ts'
import { type Row, textOf } from './sections.ts'

export const longestTitle = 300
const none = { nb: '', nn: '', en: '' }

export const names = {
  section: (i: number) => `del-${i}`, take: (n: number) => `ta-${n}`, title: (n: number) => `tittel-${n}`, person: (n: number) => `hvem-${n}`, organisation: (n: number) => `org-${n}`, due: (n: number) => `frist-${n}`,
}

/** A title that can be read alone: one that is longer than a title is cut, and the whole of it goes with it. */
export const shortened = (title: string): string => (title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1).trimEnd()}…`)

/** Something to take down, at the point that its section belongs to. `whole` is there when the title is not all of it. */
export type Taking = { point: Point | null; title: string; whole: string | null } & ({ as: 'decision' } | { as: 'task'; personId: string | null; organisationId: string | null; dueOn: string | null })

export type Reviewed = { texts: { pointId: string | null; text: string }[]; takings: Taking[] }

/** What the form begins with: each section where it belongs, and all that was recognised ticked. */
export function startOf({ sections, people, organisations }: Brought): Record<string, string> {
  const valueOf = (options: Brought['people'], label: string | null) => options.find((one) => one.label === label)?.value ?? ''
  return Object.fromEntries((sections ?? []).flatMap((section, i) => [
    [names.section(i), section.point === null ? '' : String(section.point)],
    ...section.rows.flatMap(({ n, suggestion }) => (suggestion === null ? [] : [
      [names.take(n), 'ja'], [names.title(n), shortened(suggestion.title)], [names.person(n), valueOf(people, suggestion.who)], [names.organisation(n), valueOf(organisations, suggestion.who)], [names.due(n), suggestion.due ?? ''],
    ])),
  ]))
}

/** Reads what somebody looked over. What is not ticked is text; who is asked is one of those who may be. */
export function readReview({ sections, whole, people, organisations }: Brought, raw: RawForm, lang: Lang): Reviewed | { errors: FieldErrors } {
  const errors: FieldErrors = {}
  const [texts, takings]: [Reviewed['texts'], Taking[]] = [[], []]
  const one = (name: string, of: Brought['people']) => of.find(({ value }) => value === firstText(raw, name))?.value ?? null
  const taking = (row: Row, point: Point | null): Taking | null => {
    const { n, suggestion } = row
    if (suggestion === null) return null
    const fields = parseFields({ [names.title(n)]: { type: 'text', required: true, max: longestTitle, label: none }, [names.due(n)]: { type: 'date', label: none } }, raw, lang)
    Object.assign(errors, fields.errors)
    const base = { point, title: String(fields.values[names.title(n)] ?? ''), whole: suggestion.title.length > longestTitle ? suggestion.title : null }
    if (suggestion.as === 'decision') return { ...base, as: 'decision' }
    return { ...base, as: 'task', personId: one(names.person(n), people), organisationId: one(names.organisation(n), organisations), dueOn: (fields.values[names.due(n)] as string | null | undefined) ?? null }
  }
  for (const [i, section] of (sections ?? []).entries()) {
    const point = whole.points.find(({ number }) => String(number) === firstText(raw, names.section(i))) ?? null
    const taken = section.rows.filter((row) => firstText(raw, names.take(row.n)) === 'ja')
    takings.push(...taken.flatMap((row) => taking(row, point) ?? []))
    const left = textOf(section, new Set(taken.filter((row) => row.suggestion !== null).map((row) => row.n)))
    // The title of a point is written there; where somebody moves what stood under it, it goes along.
    const text = section.heading && section.point !== (point?.number ?? null) ? [section.heading.text, left].filter(Boolean).join('\n') : left
    if (text !== null) texts.push({ pointId: point?.id ?? null, text })
  }
  return Object.keys(errors).length > 0 ? { errors } : { texts, takings }
}
