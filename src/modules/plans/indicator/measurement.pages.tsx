import type { Fields } from '../../../platform/item/field.ts'
import { parseFields } from '../../../platform/item/parse.ts'
import { formatDate, formatNumber } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { DateInput, NumberInput, TextArea, TextInput } from '../../../ui/index.ts'
import { rowPages } from '../../thread/index.ts'
import { indicator } from './indicator.ts'
import { indicatorWords } from './indicator.words.ts'
import { deleteMeasurement, insertMeasurement, type Measurement, measurementsOf, updateMeasurement } from './measurement.store.ts'

const { nb, nn, en } = indicatorWords
const fields: Fields = {
  on_date: { type: 'date', required: true, label: { nb: nb.date, nn: nn.date, en: en.date } },
  value: { type: 'number', label: { nb: nb.value, nn: nn.value, en: en.value } },
  text: { type: 'longText', max: 2_000, label: { nb: nb.text, nn: nn.text, en: en.text } },
  source: { type: 'text', label: { nb: nb.source, nn: nn.source, en: en.source } },
}

/** A new measurement, and changing or removing one. An indicator that is followed in words has no value. */
export const measurementPages = rowPages<Measurement, null>({
  kind: indicator,
  segment: 'malinger',
  event: 'measurement',
  anchor: 'malinger',
  words: indicatorWords,
  find: (db, itemId) => measurementsOf(db, [itemId]),
  extra: async () => null,
  start: (row, { request }) => ({
    on_date: row?.onDate ?? (row ? '' : osloDate(request.now).toString()),
    value: row?.value == null ? '' : formatNumber(row.value, request.lang, { decimals: 6 }),
    text: row?.text ?? '',
    source: row?.source ?? '',
  }),
  read: (raw, { request, scope }) => {
    const { values, errors } = parseFields(fields, raw, request.lang)
    const inWords = scope.item.fields.qualitative === true
    const value = inWords ? null : ((values.value as number | null) ?? null)
    const text = (values.text as string | null) ?? null
    if (value === null && text === null && !errors.value && !errors.text) errors[inWords ? 'text' : 'value'] = indicatorWords[request.lang].needOne
    if (Object.keys(errors).length > 0) return { errors }
    return { row: { itemId: scope.item.id, onDate: String(values.on_date), value, text, source: (values.source as string | null) ?? null } }
  },
  write: async (work, item, row, before) => void (await (before ? updateMeasurement(work.tx, item.id, before.id, row) : insertMeasurement(work.tx, item.id, row))),
  remove: async (work, item, row) => void (await deleteMeasurement(work.tx, item.id, row.id)),
  summary: (row, { request: { lang } }) => [formatDate(row.onDate, lang), row.value === null ? null : formatNumber(row.value, lang), row.text, row.source].filter(Boolean).join(', '),
  fields: (state, { request: { lang }, scope: { item } }) => {
    const w = indicatorWords[lang]
    const unit = typeof item.fields.unit === 'string' ? item.fields.unit : null
    const inWords = item.fields.qualitative === true
    return (
      <>
        <DateInput lang={lang} state={state} name="on_date" label={w.date} hint={w.dateHint} />
        {inWords ? null : <NumberInput lang={lang} state={state} name="value" label={w.value} {...(unit && { unit })} />}
        <TextArea lang={lang} state={state} name="text" label={inWords ? w.text : w.note} hint={w.textHint} optional={!inWords} />
        <TextInput lang={lang} state={state} name="source" label={w.source} hint={w.sourceHint} optional />
      </>
    )
  },
})
