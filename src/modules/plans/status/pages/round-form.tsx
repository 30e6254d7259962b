import type { Request } from '../../../../platform/http/page.ts'
import type { Fields } from '../../../../platform/item/field.ts'
import { firstText, parseFields, type RawForm } from '../../../../platform/item/parse.ts'
import { formatMonth } from '../../../../platform/text/format.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { isPast, osloDate } from '../../../../platform/time/oslo.ts'
import { DateInput, type FormState, type Option, type OptionGroup, Select, TextArea, TextInput } from '../../../../ui/index.ts'
import { isLate, type PlanItem } from '../../one-page/plan-tree.ts'
import { isAskable } from '../asking.store.ts'
import type { Draft } from '../round.store.ts'
import { type Round, type RoundScope, scopes, usualDeadline } from '../status.ts'
import { reportWords } from './report.words.ts'
import { roundWords } from './round.words.ts'

const fields = {
  tittel: { type: 'text', max: 120, label: { nb: '', nn: '', en: '' } },
  frist: { type: 'date', label: { nb: '', nn: '', en: '' } },
  melding: { type: 'longText', max: 2_000, label: { nb: '', nn: '', en: '' } },
} as const satisfies Fields

const key = (scope: RoundScope, id: string | null) => (id === null ? scope : `${scope}:${id}`)

/** The ways to choose measures in a plan, with how many each is. */
export function choicesIn(items: readonly PlanItem[], lang: Lang, now: Temporal.Instant, only?: PlanItem): (Option | OptionGroup)[] {
  const w = roundWords[lang]
  const open = items.filter(isAskable)
  const late = open.filter((item) => isLate(item, now))
  const named = (kind: PlanItem['kind']): Option[] => items.filter((item) => item.kind === kind).map((item) => ({ value: key(kind as RoundScope, item.id), label: `${item.code ? `${item.code} ` : ''}${item.title}`.slice(0, 90) }))
  const owners = new Map(open.flatMap((item) => item.owners).map((one) => [one.id, one.name]))
  const groups = [
    { label: w.goals, options: named('goal') }, { label: w.areas, options: named('priority_area') },
    { label: w.organisations, options: [...owners].map(([id, name]) => ({ value: key('organisation', id), label: name })) },
  ]
  return [
    ...(only ? [{ value: key('measure', only.id), label: `${w.one}: ${only.title}`.slice(0, 110) }] : []), { value: 'open', label: w.all(open.length) },
    ...(late.length > 0 ? [{ value: 'late', label: w.late(late.length) }] : []), ...groups.filter((group) => group.options.length > 0),
  ]
}

/** Reads the form of a round; what is chosen must be one of the choices. */
export function readRound(raw: RawForm, { lang, now }: Request, choices: readonly (Option | OptionGroup)[]): { draft: Draft } | { errors: Record<string, string> } {
  const w = roundWords[lang]
  const { values, errors } = parseFields(fields, raw, lang)
  const { tittel: title, frist: dueOn, melding: message } = values
  const which = firstText(raw, 'hvilke')
  const known = choices.flatMap((one) => ('options' in one ? one.options : [one])).some((one) => one.value === which)
  const [name, id] = which.split(':')
  const scope = scopes.find((one) => one === name)
  const wrong = {
    ...errors, ...(!errors.tittel && title === null && { tittel: w.titleMissing }), ...(!errors.frist && (dueOn === null ? { frist: w.dueMissing } : isPast(String(dueOn), now) ? { frist: w.duePast } : {})),
    ...((!known || !scope) && { hvilke: w.whichMissing }),
  }
  if (!scope || Object.keys(wrong).length > 0) return { errors: wrong }
  return { draft: { title: String(title), dueOn: String(dueOn), message: message === null ? null : String(message), scope, scopeId: id ?? null } }
}

/** What a new round begins with, so that «next» is enough. */
export const newRound = ({ lang, now }: Request, only?: PlanItem): FormState['values'] => ({
  tittel: roundWords[lang].named(formatMonth(osloDate(now).toPlainYearMonth(), lang)), frist: usualDeadline(now), melding: roundWords[lang].usualMessage, hvilke: only ? key('measure', only.id) : 'open',
})
export const valuesOfRound = (round: Round): FormState['values'] => ({ tittel: round.title, frist: round.dueOn, melding: round.message ?? '', hvilke: key(round.scope, round.scopeId) })

/** `elsewhere` is how many open measures are kept in another system, and left out of every choice. */
export const RoundFields = ({ lang, state, choices, elsewhere }: { lang: Lang; state: FormState; choices: readonly (Option | OptionGroup)[]; elsewhere: number }) => {
  const w = roundWords[lang]
  return (
    <>
      <Select lang={lang} state={state} name="hvilke" label={w.which} {...(elsewhere > 0 && { hint: reportWords[lang].elsewhereLead(elsewhere) })} options={choices} blank={false} />
      <DateInput lang={lang} state={state} name="frist" label={w.deadline} hint={w.deadlineHint} />
      <TextArea lang={lang} state={state} name="melding" label={w.message} hint={w.messageHint} rows={3} optional />
      <TextInput lang={lang} state={state} name="tittel" label={w.name} hint={w.nameHint} />
    </>
  )
}
