import { parseDate, parseKroner, parseNumber, parseTime, type Typed } from '../text/format.ts'
import { isId } from './id.ts'
import { type Lang, texts } from '../text/texts.ts'
import type { Field, Fields, FieldValue } from './field.ts'

/** What a browser sent: every field as text, several where it was repeated. */
export type RawForm = Readonly<Record<string, string | readonly string[]>>
export type FieldErrors = Record<string, string>
export type Parsed = { values: Record<string, FieldValue>; errors: FieldErrors }

export const firstText = (raw: RawForm, name: string): string => {
  const value = raw[name]
  return (typeof value === 'string' ? value : value?.[0])?.trim() ?? ''
}
export const allTexts = (raw: RawForm, name: string): string[] => {
  const value = raw[name]
  return (typeof value === 'string' ? [value] : (value ?? [])).map((v) => v.trim()).filter((v) => v !== '')
}

/** Reads a form for these fields; each error says what to write instead. */
export function parseFields(fields: Fields, raw: RawForm, lang: Lang): Parsed {
  const values: Record<string, FieldValue> = {}
  const errors: FieldErrors = {}
  for (const [name, field] of Object.entries(fields)) {
    const parsed = parseField(field, raw, name, lang)
    if ('error' in parsed) errors[name] = parsed.error
    else values[name] = parsed.value
  }
  return { values, errors }
}

/** What has a beginning and an end does not end first. */
export function datesOutOfOrder({ starts_on: starts, ends_on: ends }: Readonly<Record<string, FieldValue | undefined>>, lang: Lang): FieldErrors {
  return typeof starts === 'string' && typeof ends === 'string' && ends < starts ? { ends_on: words[lang].endsFirst } : {}
}

type Outcome = { value: FieldValue } | { error: string }

function parseField(field: Field, raw: RawForm, name: string, lang: Lang): Outcome {
  const w = words[lang]
  if (field.type === 'organisations') {
    const ids = [...new Set(allTexts(raw, name))]
    if (ids.some((id) => !isId(id))) return { error: w.choose }
    return field.required && ids.length === 0 ? { error: w.choose } : { value: ids }
  }
  // PostgreSQL stores no NUL, and a lone surrogate is no letter.
  const text = firstText(raw, name).replaceAll('\0', '').toWellFormed()
  if (field.type === 'yesNo') return { value: text === 'ja' }
  if (text === '') return field.required ? { error: w.required } : { value: null }
  switch (field.type) {
    case 'text':
      return withinLength(text.replace(/\s+/g, ' '), field.max ?? 300, lang)
    case 'longText':
      return withinLength(text.replace(/\r\n?/g, '\n'), field.max ?? 10_000, lang)
    case 'url':
      if (field.secure) return secureAddress(text, lang)
      return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? withinLength(text, 2_000, lang) : { error: w.url }
    case 'date':
      return typed(parseDate(text), w.date)
    case 'time':
      return typed(parseTime(text), w.time)
    case 'number':
      return typed(parseNumber(text), w.number)
    case 'kroner':
      return typed(parseKroner(text), w.kroner)
    case 'choice':
      return Object.hasOwn(field.options, text) ? { value: text } : { error: w.choose }
    case 'file':
    case 'person':
      return isId(text) ? { value: text } : { error: w.choose }
  }
}

const typed = (read: Typed<number | string | Temporal.PlainDate, string>, error: string): Outcome =>
  read.ok ? { value: typeof read.value === 'object' ? read.value.toString() : read.value } : { error }

/** An address as the web writes it, so that one that is written in capitals is the same. */
function secureAddress(text: string, lang: Lang): Outcome {
  const url = URL.canParse(text) ? new URL(text) : null
  const outside = url?.protocol === 'https:' && url.username === '' && url.password === '' && /\.(?!\d+$)[\p{L}\d-]{2,}$/u.test(url.hostname)
  return url && outside ? withinLength(url.href, 2_000, lang) : { error: words[lang].secureUrl }
}

const withinLength = (text: string, max: number, lang: Lang): Outcome =>
  text.length <= max ? { value: text } : { error: words[lang].tooLong(text.length, max) }

export const words = texts({
  nb: {
    endsFirst: 'Fristen er før oppstarten. Rett en av dem.',
    required: 'Fyll ut dette feltet.',
    choose: 'Velg fra lista.',
    time: 'Skriv klokkeslettet med timer og minutter, for eksempel 09.30.',
    date: 'Skriv datoen som dag.måned.år, for eksempel 31.12.2027.',
    number: 'Skriv et tall, for eksempel 12,5.',
    kroner: 'Skriv beløpet i kroner, for eksempel 500 000 eller 1,2 mill.',
    url: 'Skriv hele adressen, for eksempel https://www.ssb.no.',
    secureUrl: 'Skriv hele adressen slik den står i nettleseren, med https:// først.',
    tooLong: (length: number, max: number) => `Teksten er på ${length} tegn. Kort den ned til ${max}.`,
  },
  nn: {
    endsFirst: 'Fristen er før oppstarten. Rett éin av dei.',
    required: 'Fyll ut dette feltet.',
    choose: 'Vel frå lista.',
    time: 'Skriv klokkeslettet med timar og minutt, til dømes 09.30.',
    date: 'Skriv datoen som dag.månad.år, til dømes 31.12.2027.',
    number: 'Skriv eit tal, til dømes 12,5.',
    kroner: 'Skriv beløpet i kroner, til dømes 500 000 eller 1,2 mill.',
    url: 'Skriv heile adressa, til dømes https://www.ssb.no.',
    secureUrl: 'Skriv heile adressa slik ho står i nettlesaren, med https:// først.',
    tooLong: (length: number, max: number) => `Teksten er på ${length} teikn. Kort han ned til ${max}.`,
  },
  en: {
    endsFirst: 'The deadline is before the start. Correct one of them.',
    required: 'Fill in this field.',
    choose: 'Choose from the list.',
    time: 'Write the time in hours and minutes, for example 09.30.',
    date: 'Write the date as day.month.year, for example 31.12.2027.',
    number: 'Write a number, for example 12.5.',
    kroner: 'Write the amount in kroner, for example 500 000 or 1.2 mill.',
    url: 'Write the whole address, for example https://www.ssb.no.',
    secureUrl: 'Write the whole address as it stands in the browser, with https:// first.',
    tooLong: (length: number, max: number) => `The text has ${length} characters. Shorten it to ${max}.`,
  },
})
