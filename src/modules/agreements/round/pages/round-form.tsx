import type { Request } from '../../../../platform/http/page.ts'
import type { Fields } from '../../../../platform/item/field.ts'
import { firstText, parseFields, type RawForm } from '../../../../platform/item/parse.ts'
import { formatMonth } from '../../../../platform/text/format.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { isPast, osloDate } from '../../../../platform/time/oslo.ts'
import { DateInput, type FormState, RadioGroup, TextArea, TextInput } from '../../../../ui/index.ts'
import type { Draft } from '../round.store.ts'
import { audiences, type Round, usualDeadline } from '../round.ts'
import { roundWords } from './round.words.ts'

const fields = {
  tittel: { type: 'text', max: 120, label: { nb: '', nn: '', en: '' } },
  frist: { type: 'date', label: { nb: '', nn: '', en: '' } },
  melding: { type: 'longText', max: 2_000, label: { nb: '', nn: '', en: '' } },
} as const satisfies Fields

/** Reads the form of a round. */
export function readRound(raw: RawForm, { lang, now }: Pick<Request, 'lang' | 'now'>): { draft: Draft } | { errors: Record<string, string> } {
  const w = roundWords[lang]
  const { values, errors } = parseFields(fields, raw, lang)
  const { tittel: title, frist: dueOn, melding: message } = values
  const shownTo = audiences.find((one) => one === firstText(raw, 'vises'))
  const wrong = {
    ...errors, ...(!errors.tittel && title === null && { tittel: w.titleMissing }), ...(!errors.frist && (dueOn === null ? { frist: w.dueMissing } : isPast(String(dueOn), now) ? { frist: w.duePast } : {})), ...(!shownTo && { vises: w.choose }),
  }
  if (!shownTo || Object.keys(wrong).length > 0) return { errors: wrong }
  return { draft: { title: String(title), dueOn: String(dueOn), message: message === null ? null : String(message), shownTo } }
}

/** What a new round begins with, so that «next» is enough. */
export const newRound = ({ lang, now }: Request): FormState['values'] => ({
  tittel: roundWords[lang].named(formatMonth(osloDate(now).toPlainYearMonth(), lang)), frist: usualDeadline(now), melding: roundWords[lang].usualMessage, vises: 'asked',
})
export const valuesOfRound = (round: Round): FormState['values'] => ({ tittel: round.title, frist: round.dueOn, melding: round.message ?? '', vises: round.shownTo })

export const RoundFields = ({ lang, state }: { lang: Lang; state: FormState }) => {
  const w = roundWords[lang]
  return (
    <>
      <DateInput lang={lang} state={state} name="frist" label={w.deadline} hint={w.deadlineHint} />
      <RadioGroup lang={lang} state={state} name="vises" label={w.shownTo} hint={w.shownToHint} options={audiences.map((value) => ({ value, label: w.audiences[value] }))} />
      <TextArea lang={lang} state={state} name="melding" label={w.message} hint={w.messageHint} rows={3} optional />
      <TextInput lang={lang} state={state} name="tittel" label={w.name} hint={w.nameHint} />
    </>
  )
}
