import type { Fields } from '../../../platform/item/field.ts'
import { isId } from '../../../platform/item/id.ts'
import { datesOutOfOrder, firstText, parseFields, words as parseWords } from '../../../platform/item/parse.ts'
import { formatDate } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { DateInput, type Option, RadioGroup, Select, TextInput } from '../../../ui/index.ts'
import { partiesOf } from '../../actors/index.ts'
import { rowPages } from '../../thread/index.ts'
import { governanceModel } from './governance.ts'
import { deleteInfluence, deleteSeat, influenceOf, seatsOf, writeInfluence, writeSeat } from './governance.store.ts'
import { influenceWords, seatWords } from './governance.words.ts'
import { type Influence, influenceState, means, type Means, type Seat, type SeatRole, seatRoles } from './influence.ts'

const optionsOf = <K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>): Option[] => keys.map((value) => ({ value, label: words[value] }))
const seatLabel = (key: 'holder' | 'from' | 'to') => ({ nb: seatWords.nb[key], nn: seatWords.nn[key], en: seatWords.en[key] })
const seatFields: Fields = { holder: { type: 'text', max: 200, label: seatLabel('holder') }, starts_on: { type: 'date', label: seatLabel('from') }, ends_on: { type: 'date', label: seatLabel('to') } }

/** Who leads, stands in and is the secretariat, with terms. */
export const seatPages = rowPages<Seat, readonly Option[]>({
  kind: governanceModel,
  segment: 'ledelse',
  event: 'governance-seat',
  anchor: 'ledelse',
  words: seatWords,
  find: seatsOf,
  extra: async (request, { workspace }) => (await partiesOf(request.db, workspace.id)).map((one) => ({ value: one.id, label: one.name })),
  start: (row) => ({ role: row?.role ?? 'chair', organisation: row?.organisationId ?? '', holder: row?.holder ?? '', starts_on: row?.fromOn ?? '', ends_on: row?.toOn ?? '' }),
  read: (raw, { request: { lang }, scope: { row }, extra }) => {
    const { values, errors } = parseFields(seatFields, raw, lang)
    const role = seatRoles.find((one) => one === firstText(raw, 'role'))
    const organisation = firstText(raw, 'organisation')
    const known = organisation === '' || organisation === row?.organisationId || (isId(organisation) && extra.some((one) => one.value === organisation))
    const wrong = { ...errors, ...datesOutOfOrder(values, lang), ...(!role && { role: parseWords[lang].choose }), ...(!known && { organisation: parseWords[lang].choose }) }
    if (!role || Object.keys(wrong).length > 0) return { errors: wrong }
    return { row: { role, organisationId: organisation || null, organisation: null, holder: values.holder as string | null, fromOn: values.starts_on as string | null, toOn: values.ends_on as string | null } }
  },
  write: (work, item, row, before) => writeSeat(work.tx, item.id, row, before?.id ?? null),
  remove: async (work, item, row) => void (await deleteSeat(work.tx, item.id, row.id)),
  summary: (row, { request: { lang } }) => [seatWords[lang].roles[row.role], row.organisation, row.holder].filter(Boolean).join(', '),
  fields: (state, { request: { lang }, extra }) => {
    const w = seatWords[lang]
    return (
      <>
        <RadioGroup lang={lang} state={state} name="role" label={w.role} options={optionsOf<SeatRole>(seatRoles, w.roles)} />
        <Select lang={lang} state={state} name="organisation" label={w.organisation} options={extra} blank={w.noOrganisation} optional />
        <TextInput lang={lang} state={state} name="holder" label={w.holder} hint={w.holderHint} maxlength={200} optional />
        <DateInput lang={lang} state={state} name="starts_on" label={w.from} optional />
        <DateInput lang={lang} state={state} name="ends_on" label={w.to} optional />
      </>
    )
  },
})

const influenceLabel = (key: 'body' | 'due' | 'done' | 'note') => ({ nb: influenceWords.nb[key], nn: influenceWords.nn[key], en: influenceWords.en[key] })
const influenceFields: Fields = {
  body: { type: 'text', max: 200, required: true, label: influenceLabel('body') }, due_on: { type: 'date', label: influenceLabel('due') }, done_on: { type: 'date', label: influenceLabel('done') }, note: { type: 'text', max: 500, label: influenceLabel('note') },
}

/** By which means, to whom and when politics has influence. */
export const influencePages = rowPages<Influence, null>({
  kind: governanceModel,
  segment: 'innflytelse',
  event: 'governance-influence',
  anchor: 'innflytelse',
  words: influenceWords,
  find: influenceOf,
  extra: async () => null,
  start: (row) => ({ means: row?.means ?? '', body: row?.body ?? '', due_on: row?.dueOn ?? '', done_on: row?.doneOn ?? '', note: row?.note ?? '' }),
  read: (raw, { request: { lang, now } }) => {
    const { values, errors } = parseFields(influenceFields, raw, lang)
    const mean = means.find((one) => one === firstText(raw, 'means'))
    const wrong = { ...(typeof values.done_on === 'string' && values.done_on > osloDate(now).toString() && { done_on: influenceWords[lang].doneLater }), ...(!mean && { means: parseWords[lang].choose }), ...errors }
    if (!mean || Object.keys(wrong).length > 0) return { errors: wrong }
    return { row: { means: mean, body: String(values.body), dueOn: values.due_on as string | null, doneOn: values.done_on as string | null, note: values.note as string | null } }
  },
  write: (work, item, row, before) => writeInfluence(work.tx, item.id, row, before?.id ?? null),
  remove: async (work, item, row) => void (await deleteInfluence(work.tx, item.id, row.id)),
  summary: (row, { request: { lang, now } }) => [influenceWords[lang].all[row.means], row.body, row.dueOn && formatDate(row.dueOn, lang), influenceWords[lang].states[influenceState(row, osloDate(now).toString())]].filter(Boolean).join(', '),
  fields: (state, { request: { lang } }) => {
    const w = influenceWords[lang]
    return (
      <>
        <RadioGroup lang={lang} state={state} name="means" label={w.means} options={optionsOf<Means>(means, w.all)} />
        <TextInput lang={lang} state={state} name="body" label={w.body} hint={w.bodyHint} maxlength={200} />
        <DateInput lang={lang} state={state} name="due_on" label={w.due} optional />
        <DateInput lang={lang} state={state} name="done_on" label={w.done} optional />
        <TextInput lang={lang} state={state} name="note" label={w.note} maxlength={500} optional />
      </>
    )
  },
})
