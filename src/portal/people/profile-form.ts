import { type FieldErrors, firstText, parseFields, type RawForm } from '../../platform/item/parse.ts'
import type { Fields } from '../../platform/item/field.ts'
import { type Lang, languages } from '../../platform/text/texts.ts'
import { type Consent, consentAudiences, type ProfileChange, profileParts, type ShownTo, withoutName } from '../../modules/actors/index.ts'
import { personWords } from './people.words.ts'

const label = { nb: '', nn: '', en: '' }
const fields: Fields = { navn: { type: 'text', max: 120, required: true, label }, telefon: { type: 'text', max: 30, label }, hjelp: { type: 'longText', max: 2_000, label }, emner: { type: 'text', max: 600, label } }

/** Reads what a person writes of themselves. A telephone number may have spaces, brackets and a plus; topics stand between commas. */
export function readProfileForm(raw: RawForm, lang: Lang): { change: ProfileChange } | { errors: FieldErrors } {
  const w = personWords[lang]
  const { values, errors } = parseFields(fields, raw, lang)
  if (!firstText(raw, 'navn')) errors.navn = w.nameMissing
  const phone = (values.telefon as string | null) ?? null
  if (phone && !/^\+?[\d ()-]{5,30}$/.test(phone)) errors.telefon = w.phoneBad
  const topics = [...new Set(String(values.emner ?? '').split(/[,;]/).map((topic) => topic.trim()).filter(Boolean))]
  if (topics.length > 12 || topics.some((topic) => topic.length > 40)) errors.emner = w.topicLong
  const language = languages.find((one) => one === firstText(raw, 'sprak'))
  if (!language) errors.sprak = w.choose
  if (Object.keys(errors).length > 0 || !language) return { errors }
  return { change: { name: String(values.navn), phone, help: (values.hjelp as string | null) ?? null, topics, language } }
}

/** Reads where each part is to be shown; nothing is guessed for what was not chosen. */
export function readConsentForm(raw: RawForm, lang: Lang): { consent: Consent } | { errors: FieldErrors } {
  const w = personWords[lang]
  const chosen = profileParts.map((part) => [part, consentAudiences.find((one) => one === firstText(raw, `vis-${part}`))] as const)
  const missing = chosen.filter(([, to]) => !to)
  if (missing.length > 0) return { errors: Object.fromEntries(missing.map(([part]) => [`vis-${part}`, w.choose])) }
  const consent = Object.fromEntries(chosen) as Record<string, ShownTo> as Consent
  const unnamed = withoutName(consent)
  return unnamed.length > 0 ? { errors: Object.fromEntries(unnamed.map((part) => [`vis-${part}`, w.withoutName])) } : { consent }
}

const periodFields: Fields = { tittel: { type: 'text', max: 120, label }, fra: { type: 'date', label }, til: { type: 'date', label } }

/** Reads title and dates of a period in an organisation. */
export function readPeriodForm(raw: RawForm, lang: Lang): { title: string | null; from: string | null; to: string | null } | { errors: FieldErrors } {
  const { values, errors } = parseFields(periodFields, raw, lang)
  const { tittel, fra, til } = values as Record<string, string | null>
  if (fra && til && til < fra) errors.til = personWords[lang].endsBefore
  return Object.keys(errors).length > 0 ? { errors } : { title: tittel ?? null, from: fra ?? null, to: til ?? null }
}
