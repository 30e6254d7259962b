import { type Role, roles } from '../../platform/access/viewer.ts'
import { firstText, type RawForm } from '../../platform/item/parse.ts'
import { parseDate } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { roleWords, templateOf } from '../../modules/workspaces/index.ts'
import { peopleWords } from './people.words.ts'

export type ReadRole = { role: Role; organisationId: string | null; from: string; to: string | null }

/** A date as a form sends it: none, a day, or what cannot be read. */
export function readDay(raw: RawForm, name: string): string | null | 'bad' {
  const typed = firstText(raw, name)
  if (typed === '') return null
  const read = parseDate(typed)
  return read.ok ? read.value.toString() : 'bad'
}

/** A role, whom it is for, and its days. Days must be today or later, and the last not before the first. `began` is a first day that may stand although it is past. */
export function readRole(raw: RawForm, { parties, today, began, lang }: { parties: ReadonlySet<string>; today: string; began?: string; lang: Lang }): { role: ReadRole } | { errors: Record<string, string> } {
  const w = peopleWords[lang]
  const role = roles.find((one) => one === firstText(raw, 'rolle'))
  const organisation = firstText(raw, 'organisasjon')
  const [begins, to] = [readDay(raw, 'fra'), readDay(raw, 'til')]
  const from = begins === null ? today : begins
  const errors: Record<string, string> = {}
  if (!role) errors.rolle = w.choose
  if (organisation !== '' && !parties.has(organisation)) errors.organisasjon = w.choose
  if (from === 'bad') errors.fra = w.badDate
  else if (from < today && from !== began) errors.fra = w.past
  if (to === 'bad') errors.til = w.badDate
  else if (to !== null && to < today) errors.til = w.past
  else if (to !== null && from !== 'bad' && to < from) errors.til = w.order
  if (!role || from === 'bad' || to === 'bad' || Object.keys(errors).length > 0) return { errors }
  return { role: { role, organisationId: organisation || null, from: from < today ? today : from, to } }
}

/** The roles that a workspace offers, those of its template first, each with what it may do. */
export const roleOptions = (workspace: { template: string }, lang: Lang, also?: Role) => {
  const offered = templateOf(workspace).roles
  const list = also && !offered.includes(also) ? [...offered, also] : offered
  return list.map((value) => ({ value, label: roleWords[lang][value].name, hint: roleWords[lang][value].may }))
}
