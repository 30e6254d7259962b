import type { FieldErrors, RawForm } from '../../platform/item/parse.ts'
import { allTexts, firstText } from '../../platform/item/parse.ts'
import { type MailChoice, perWeekChoices } from '../../platform/mail/mail.ts'
import { parseDate } from '../../platform/text/format.ts'
import { type Lang, languages } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { mailChoiceWords } from './mail-choice.words.ts'

export type ChosenForm = { choice: MailChoice; language: Lang }
type Place = { id: string; title: string }

/** Whether mail is counted, gathered or unwanted: one choice to the reader. */
const howMany = (choice: MailChoice): string => (choice.nothing ? 'ingen' : choice.gathered ? 'samlet' : String(choice.perWeek))

/** What the form starts from. */
export const valuesOfChoice = (choice: MailChoice, language: Lang, workspaces: readonly Place[]) => ({
  antall: howMany(choice),
  pause: choice.pausedUntil ?? '',
  oppsummering: choice.digest ? 'ja' : '',
  nyheter: choice.news ? workspaces.filter((one) => !choice.muted.includes(one.id)).map((one) => one.id) : [],
  sprak: language,
})

/**
 * Reads the form. With workspaces, no news from any is no news at all; without, the choice of news stands as it was. A pause that has ended is none.
 */
export function readChoice(raw: RawForm, before: MailChoice, workspaces: readonly Place[], lang: Lang, now: Temporal.Instant): ChosenForm | { errors: FieldErrors } {
  const w = mailChoiceWords[lang]
  const errors: FieldErrors = {}
  const many = firstText(raw, 'antall')
  const perWeek = perWeekChoices.find((n) => String(n) === many)
  if (perWeek === undefined && many !== 'samlet' && many !== 'ingen') errors.antall = w.choose
  const language = languages.find((one) => one === firstText(raw, 'sprak'))
  if (!language) errors.sprak = w.choose
  const typed = firstText(raw, 'pause')
  const day = typed === '' ? null : parseDate(typed)
  const until = day?.ok ? day.value : null
  const today = osloDate(now)
  if (day && !day.ok) errors.pause = w.pauseBad
  else if (until && Temporal.PlainDate.compare(until, today) < 0) errors.pause = w.pausePast
  else if (until && Temporal.PlainDate.compare(until, today.add({ years: 1 })) > 0) errors.pause = w.pauseLong
  if (Object.keys(errors).length > 0 || !language) return { errors }
  const wanted = new Set(allTexts(raw, 'nyheter'))
  const places = workspaces.map((one) => one.id)
  const none = places.length > 0 && !places.some((id) => wanted.has(id))
  return {
    language,
    choice: {
      perWeek: perWeek ?? before.perWeek, gathered: many === 'samlet', nothing: many === 'ingen', pausedUntil: until?.toString() ?? null,
      digest: firstText(raw, 'oppsummering') === 'ja',
      news: places.length === 0 ? before.news : !none,
      // Those that one is no longer in are forgotten.
      muted: none ? [] : places.filter((id) => !wanted.has(id)),
    },
  }
}
