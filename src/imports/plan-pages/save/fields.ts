import type { FieldValues } from '../../../platform/item/field.ts'
import { formatKroner } from '../../../platform/text/format.ts'
import { cutTitle } from '../compare/standing.store.ts'
import type { Said, SaidField } from '../compare/said.ts'

/** What the fields of a measure become by what a file says, for the fields that are asked for. Goals, area and cost by year stand elsewhere. */
export function fieldsOf(said: Said, which: readonly SaidField[]): FieldValues {
  const fields: Record<string, FieldValues[string]> = {}
  for (const field of which) {
    if (field === 'owners') fields.owner = said.owners
    if (field === 'partners') fields.partner = said.partners
    if (field === 'period') {
      fields.starts_on = said.period.start
      fields.ends_on = said.period.end
      fields.period_text = oneLine(said.period.text)
      fields.recurrence = said.period.again
    }
    if (field === 'status') fields.status_note = said.status.note
    if (field === 'cost') fields.cost_text = said.cost.total === null ? null : formatKroner(said.cost.total, 'nb')
    if (field === 'indicators') fields.indicator_text = said.indicators || null
    if (field === 'anchoring') fields.anchoring_text = said.anchoring || null
    if (field === 'notes') fields.notes = said.notes || null
  }
  return fields
}

const oneLine = (text: string): string | null => text.replace(/\s+/g, ' ').trim() || null

/** A title that is too long for one stands whole in the description. */
export const titleOf = (said: Said): { title: string; fields: FieldValues } => {
  const title = cutTitle(said.title)
  return { title, fields: title === said.title ? {} : { description: said.title } }
}
