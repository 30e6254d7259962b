import type { Fields } from '../../../platform/item/field.ts'
import { type FieldErrors, firstText, parseFields, type RawForm } from '../../../platform/item/parse.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { type FormState, NumberInput, Select, TextArea, TextInput } from '../../../ui/index.ts'
import { meetingWords } from '../meeting/meeting.words.ts'
import { type Point, pointKinds, type Written } from './agenda.store.ts'
import { agendaWords } from './agenda.words.ts'
import type { MatterChoice } from './suggestion.store.ts'

const none = { nb: '', nn: '', en: '' }
const fields: Fields = {
  title: { type: 'text', required: true, label: none },
  minutes: { type: 'number', label: none },
  note: { type: 'longText', max: 2_000, label: none },
}

/** What the menus of a point are made of. */
export type PointChoices = { people: readonly { value: string; label: string }[]; matters: readonly MatterChoice[] }

/** Reads the form of a point. Who is responsible is one of the workspace's people; a matter is one that can be seen. */
export function readPoint(raw: RawForm, choices: PointChoices, lang: Lang, before: Point | null = null): { row: Written } | { errors: FieldErrors } {
  const { values, errors } = parseFields(fields, raw, lang)
  const minutes = values.minutes as number | null | undefined
  if (typeof minutes === 'number' && (!Number.isInteger(minutes) || minutes < 1 || minutes > 600)) errors.minutes = agendaWords[lang].minutesWrong
  if (Object.keys(errors).length > 0) return { errors }
  const person = firstText(raw, 'ansvarlig')
  return {
    row: {
      title: String(values.title), minutes: minutes ?? null, note: (values.note as string | null) ?? null,
      kind: pointKinds.find((one) => one === firstText(raw, 'slag')) ?? 'discussion',
      responsibleId: choices.people.some((one) => one.value === person) || person === before?.responsibleId ? person || null : null,
      matterId: choices.matters.find((one) => String(one.number) === firstText(raw, 'sak'))?.id ?? null, aboutId: before?.aboutId ?? null,
    },
  }
}

export const pointStart = (point: Point, matters: readonly MatterChoice[]): FormState['values'] => ({
  title: point.title, slag: point.kind, minutes: point.minutes === null ? '' : String(point.minutes), ansvarlig: point.responsibleId ?? '', note: point.note ?? '',
  sak: String(matters.find((one) => one.id === point.matterId)?.number ?? ''),
})

export const PointFields = ({ lang, state, choices }: { lang: Lang; state: FormState; choices: PointChoices }) => {
  const w = agendaWords[lang]
  const common = { lang, state }
  return (
    <>
      <TextInput {...common} name="title" label={w.point} />
      <Select {...common} name="slag" label={w.kind} blank={false} options={pointKinds.map((value) => ({ value, label: meetingWords[lang].kinds[value] }))} />
      <NumberInput {...common} name="minutes" label={w.minutes} whole size={4} optional />
      <Select {...common} name="ansvarlig" label={w.responsible} blank={w.nobody} options={choices.people} optional />
      {choices.matters.length > 0 ? <Select {...common} name="sak" label={w.matter} blank={w.noMatter} options={choices.matters.map((one) => ({ value: String(one.number), label: one.title }))} optional /> : null}
      <TextArea {...common} name="note" label={w.note} hint={w.noteHint} optional rows={2} />
    </>
  )
}
