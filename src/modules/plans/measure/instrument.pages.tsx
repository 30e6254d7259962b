import { type FieldErrors, firstText, type RawForm } from '../../../platform/item/parse.ts'
import { formatKroner, formatNumber } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { NumberInput, type Option, RadioGroup, Select, TextInput } from '../../../ui/index.ts'
import { organisationsById, partiesByName, partiesOf } from '../../actors/index.ts'
import { type RowScope, rowPages } from '../../thread/index.ts'
import { dateOf } from '../structure/structure.ts'
import { instrumentStates, instrumentTypes, type InstrumentType, isCounted, type Line, linesOf, readAmount, yearsOf } from './instrument.ts'
import { mayState, mayStateAny, mayStateFor } from './instrument.policy.ts'
import { deleteLine, instrumentsOf, writeLine } from './instrument.store.ts'
import { instrumentWords } from './instrument.words.ts'
import { measure } from './measure.ts'

/** A line as the form has it: the organisation may be one that is not known yet. */
type FormLine = Line & { newOrganisation: string | null }
type Extra = { organisations: readonly Option[]; all: boolean }

const yearField = (year: number | null) => `ar-${year ?? 'uten'}`

const yearsIn = ({ item, row }: RowScope<FormLine>, now: Temporal.Instant): number[] =>
  yearsOf({ starts: dateOf(item, 'starts_on'), ends: dateOf(item, 'ends_on') }, osloDate(now), row ? [...row.years.keys()] : [])

const typedAmount = (amount: number | null, lang: Lang) => (amount === null ? instrumentWords[lang].yes : formatNumber(amount, lang))

const amountError = (why: 'kroner' | 'man-years' | 'not-counted', lang: Lang) =>
  instrumentWords[lang][({ kroner: 'kroner', 'man-years': 'manYears', 'not-counted': 'notCounted' } as const)[why]]

/** Reads all years at once; what is wrong stands beside its year. */
export function readYears(type: InstrumentType, raw: RawForm, years: readonly (number | null)[], lang: Lang): { years: Map<number | null, number | null>; errors: FieldErrors } {
  const read = new Map<number | null, number | null>()
  const errors: FieldErrors = {}
  for (const year of years) {
    const found = readAmount(type, firstText(raw, yearField(year)))
    if ('why' in found) errors[yearField(year)] = amountError(found.why, lang)
    else if (!('empty' in found)) read.set(year, found.amount)
  }
  return { years: read, errors }
}

/** What an organisation puts into a measure, all years at once; and changing or removing it. */
export const instrumentPages = rowPages<FormLine, Extra>({
  kind: measure,
  segment: 'virkemidler',
  event: 'instrument',
  anchor: 'virkemidler',
  words: instrumentWords,
  find: async (db, itemId) => linesOf(await instrumentsOf(db, [itemId])).map((line) => ({ ...line, newOrganisation: null })),
  may: (viewer, workspace, item, row) => {
    const stating = mayState(viewer, workspace, item)
    return row === null ? mayStateAny(stating) : mayStateFor(stating, row.organisationId)
  },
  extra: async (request, { workspace, item, row }) => {
    const stating = mayState(request.viewer, workspace, item)
    const known = await partiesOf(request.db, workspace.id)
    // One that is no longer a party still stands where it stood.
    const former = row?.organisationId && !known.some((o) => o.id === row.organisationId) ? [...(await organisationsById(request.db, [row.organisationId])).values()] : []
    const own = stating === 'all' ? [] : [...(await organisationsById(request.db, stating.filter((id) => !known.some((o) => o.id === id)))).values()]
    const offered = [...known, ...former, ...own].filter((o) => mayStateFor(stating, o.id))
    return { organisations: offered.map((o) => ({ value: o.id, label: o.name })), all: stating === 'all' }
  },
  start: (row, { request: { lang }, extra }) => ({
    organisation: row?.organisationId ?? (extra.all ? '' : (extra.organisations[0]?.value ?? '')),
    type: row?.type ?? 'money',
    state: row?.state ?? 'promised',
    note: row?.note ?? '',
    ...Object.fromEntries([...(row?.years ?? [])].filter(([year, amount]) => year !== null || amount !== null || (row?.years.size ?? 0) > 1).map(([year, amount]) => [yearField(year), typedAmount(amount, lang)])),
  }),
  read: (raw, { request, scope, extra }) => {
    const { lang } = request
    const w = instrumentWords[lang]
    const errors: FieldErrors = {}
    const organisation = firstText(raw, 'organisation')
    const newOrganisation = extra.all ? firstText(raw, 'organisation.ny').replaceAll('\0', '').slice(0, 200) || null : null
    const type = instrumentTypes.find((t) => t === firstText(raw, 'type'))
    const state = instrumentStates.find((s) => s === firstText(raw, 'state'))
    const note = firstText(raw, 'note').replaceAll('\0', '').toWellFormed().slice(0, 500) || null
    if (organisation && newOrganisation) errors.organisation = w.chooseOne
    else if (organisation ? !extra.organisations.some((o) => o.value === organisation) : !newOrganisation && !extra.all) errors.organisation = w.chooseOrganisation
    if (!type) errors.type = w.type
    if (!state) errors.state = w.state
    const amounts = type ? readYears(type, raw, [...yearsIn(scope, request.now), null], lang) : null
    Object.assign(errors, amounts?.errors)
    if (!type || !state || !amounts || Object.keys(errors).length > 0) return { errors }
    return { row: { ids: [], organisationId: organisation || null, newOrganisation, type, state, note, years: amounts.years } }
  },
  settle: async (work, workspace, row) => {
    if (row.newOrganisation === null) return row
    const made = await partiesByName(work.tx, workspace.id, [row.newOrganisation])
    return { ...row, organisationId: made.get(row.newOrganisation) ?? null }
  },
  write: (work, item, row, before) => writeLine(work.tx, item.id, row, before),
  remove: (work, item, row) => deleteLine(work.tx, item.id, row),
  summary: (row, { request: { lang }, extra }) => {
    const w = instrumentWords[lang]
    const who = extra.organisations.find((o) => o.value === row.organisationId)?.label ?? w.noOrganisation
    const amounts = [...row.years].map(([year, amount]) => `${year ?? w.noYear}: ${amount === null ? w.yes : row.type === 'money' ? formatKroner(amount, lang) : formatNumber(amount, lang)}`)
    return [who, w.types[row.type], w.states[row.state], ...amounts, row.note].filter(Boolean).join('. ')
  },
  fields: (state, { request: { lang, now }, scope, extra }) => {
    const w = instrumentWords[lang]
    return (
      <>
        {extra.all ? null : <p class="hint">{w.onlyOwn}</p>}
        <Select lang={lang} state={state} name="organisation" label={w.organisation} options={extra.organisations} blank={extra.all ? w.noOrganisation : false} />
        {extra.all ? <TextInput lang={lang} state={state} name="organisation.ny" label={w.newOrganisation} hint={w.newOrganisationHint} optional /> : null}
        <RadioGroup lang={lang} state={state} name="type" label={w.type} options={instrumentTypes.map((value) => ({ value, label: w.types[value], hint: w.typeHints[value] }))} />
        <RadioGroup lang={lang} state={state} name="state" label={w.state} options={instrumentStates.map((value) => ({ value, label: w.states[value], hint: w.stateHints[value] }))} />
        <fieldset class="ds-fieldset">
          <legend class="ds-label">{w.years}</legend>
          <p class="hint">{w.yearsHint}</p>
          <div class="year-fields">
            {[...yearsIn(scope, now), null].map((year) => <NumberInput lang={lang} state={state} name={yearField(year)} label={year === null ? w.noYear : String(year)} />)}
          </div>
        </fieldset>
        <TextInput lang={lang} state={state} name="note" label={w.note} hint={w.noteHint} maxlength={500} optional />
      </>
    )
  },
})

/** An amount in a table whose heading has the unit. */
export const amountText = (type: InstrumentType, amount: number | null, lang: Lang): string =>
  amount === null || !isCounted(type) ? instrumentWords[lang].yes : formatNumber(amount, lang)
