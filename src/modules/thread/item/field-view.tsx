import { formatDate, formatKroner, formatNumber } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { elsewhereOf, isKeptThere } from '../../../platform/item/elsewhere.ts'
import type { Field, FieldValue, FieldValues } from '../../../platform/item/field.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import { type Fact, Facts, Prose, State, type StateKind } from '../../../ui/index.ts'
import { organisationLink } from '../../actors/index.ts'
import type { Names } from './context.ts'
import { itemWords } from './item.words.ts'

/** A value as text, for tables, history and comparison; empty when there is none. */
export function valueText(field: Field, value: FieldValue, lang: Lang, names: Names): string {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return ''
  switch (field.type) {
    case 'date':
      return formatDate(Temporal.PlainDate.from(String(value)), lang)
    case 'number':
      return formatNumber(Number(value), lang, { decimals: 4 })
    case 'kroner':
      return formatKroner(Number(value), lang)
    case 'yesNo':
      return value ? { nb: 'Ja', nn: 'Ja', en: 'Yes' }[lang] : { nb: 'Nei', nn: 'Nei', en: 'No' }[lang]
    case 'choice':
      return field.options[String(value)]?.[lang] ?? String(value)
    case 'organisations':
      return (value as readonly string[]).map((id) => names.organisations.get(id) ?? '?').join(', ')
    case 'file':
      return names.files.get(String(value)) ?? ''
    case 'person':
      return names.people?.get(String(value)) ?? ''
    default:
      return String(value)
  }
}

/** «No» to a yes-or-no question is nothing to tell. */
const isFilled = (field: Field, value: FieldValue): boolean => (field.type === 'yesNo' ? value === true : !(value === null || value === '' || (Array.isArray(value) && value.length === 0)))

const FieldView = ({ field, value, lang, names, language }: { field: Field; value: FieldValue; lang: Lang; names: Names; language: Lang }) => {
  if (field.type === 'longText') return <Prose text={String(value)} lang={language === lang ? undefined : language} />
  if (field.type === 'url') return <a href={String(value)} rel="noopener noreferrer">{String(value)}</a>
  if (field.type === 'file') return <a href={`/filer/${String(value)}`}>{valueText(field, value, lang, names)}</a>
  if (field.type === 'organisations') return <>{(value as readonly string[]).map((id, i) => <>{i > 0 ? ', ' : ''}<a href={organisationLink(id)}>{names.organisations.get(id) ?? '?'}</a></>)}</>
  return <>{valueText(field, value, lang, names)}</>
}

/** What is filled in, in the kind's order. Of what is not, only what lists show is said to be missing; the rest stays out of the way. */
export const FieldFacts = ({ kind, item, lang, names }: { kind: Kind; item: Item; lang: Lang; names: Names }) => {
  const elsewhere = elsewhereOf(kind, item.fields)
  const own = Object.entries(kind.fields).filter(([name]) => elsewhere === null || (!isKeptThere(kind, name) && name !== kind.keptElsewhere?.system && name !== kind.keptElsewhere?.link))
  const rest: Fact[] = own
    .filter(([name, field]) => field.inLists || isFilled(field, item.fields[name] ?? null))
    .filter(([name, field]) => field.type !== 'person' || valueText(field, item.fields[name] ?? null, lang, names) !== '')
    .map(([name, field]) => ({ term: field.label[lang], value: !isFilled(field, item.fields[name] ?? null) ? <span class="hint">{itemWords[lang].none}</span> : <FieldView field={field} value={item.fields[name] ?? null} lang={lang} names={names} language={item.language} /> }))
  const facts = [...(elsewhere ? [{ term: itemWords[lang].elsewhere, value: elsewhere.href ? <a href={elsewhere.href} rel="noopener noreferrer">{elsewhere.system}</a> : elsewhere.system }] : []), ...rest]
  return facts.length > 0 ? <Facts facts={facts} /> : null
}

const shapes: ReadonlySet<string> = new Set(['not_started', 'in_progress', 'delayed', 'completed', 'cancelled'])

/** The state of an item in its kind's own words, with a shape; with its fields, of one that is kept in another system, where that is. */
export const ItemState = ({ kind, state, lang, fields }: { kind: Kind; state: string | null; lang: Lang; fields?: FieldValues }) => {
  const elsewhere = fields && elsewhereOf(kind, fields)
  if (elsewhere) return <State lang={lang} kind="neutral">{itemWords[lang].keptIn(elsewhere.system)}</State>
  const declared = state ? kind.states?.[state] : undefined
  if (!declared || !state) return null
  const shape = (shapes.has(state) ? state : declared.tone) as StateKind
  return <State lang={lang} kind={shape}>{declared.text[lang]}</State>
}
