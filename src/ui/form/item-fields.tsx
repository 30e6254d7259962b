import type { Field as ItemField, Fields, FieldValue, FieldValues } from '../../platform/item/field.ts'
import { formatNumber } from '../../platform/text/format.ts'
import { type Lang, texts } from '../../platform/text/texts.ts'
import { Details } from '../content/details.tsx'
import { Checkbox, CheckboxGroup } from './choices.tsx'
import { FileInput } from './file-input.tsx'
import { DateInput, NumberInput, type Option, Select, TextArea, TextInput } from './inputs.tsx'
import type { FormState } from './state.ts'

const words = texts({
  nb: { others: 'Andre organisasjoner', othersHint: 'Skriv navnet. Skill flere med semikolon.', choose: 'Velg organisasjoner' },
  nn: { others: 'Andre organisasjonar', othersHint: 'Skriv namnet. Skil fleire med semikolon.', choose: 'Vel organisasjonar' },
  en: { others: 'Other organisations', othersHint: 'Write the name. Separate several with semicolons.', choose: 'Choose organisations' },
})

/** The field beside a choice of organisations where one writes the name of a new one. */
export const newOrganisationsField = (name: string): string => `${name}.ny`

/** What a field's menus are made of. */
export type Choices = { organisations: readonly Option[]; people: readonly Option[]; fileNames: ReadonlyMap<string, string> }

type Props = { lang: Lang; fields: Fields; state: FormState; choices: Choices }

/** The inputs of a kind's fields, in the order that they are declared. */
export const ItemFields = ({ lang, fields, state, choices }: Props) => (
  <>
    {Object.entries(fields).map(([name, field]) => (
      <OneField lang={lang} name={name} field={field} state={state} choices={choices} />
    ))}
  </>
)

const OneField = ({ lang, name, field, state, choices }: { lang: Lang; name: string; field: ItemField; state: FormState; choices: Choices }) => {
  const common = { lang, state, name, label: field.label[lang], hint: field.hint?.[lang], optional: !field.required }
  switch (field.type) {
    case 'text':
    case 'time':
      return <TextInput {...common} />
    case 'url':
      return <TextInput {...common} type="url" />
    case 'longText':
      return <TextArea {...common} />
    case 'date':
      return <DateInput {...common} />
    case 'number':
    case 'kroner':
      return <NumberInput {...common} />
    case 'yesNo':
      return <Checkbox {...common} />
    case 'choice':
      return <Select {...common} options={Object.entries(field.options).map(([value, text]) => ({ value, label: text[lang] }))} />
    case 'person':
      return <Select {...common} options={choices.people} />
    case 'file': {
      const token = String(state.values[name] ?? '')
      const kept = choices.fileNames.get(token)
      return <FileInput {...common} {...(kept && { kept: { name: kept, token } })} />
    }
    case 'organisations': {
      const other = { lang, state, name: newOrganisationsField(name), label: words[lang].others, hint: words[lang].othersHint, optional: true }
      if (choices.organisations.length === 0) return <TextInput {...other} label={common.label} />
      return (
        <div class="organisations">
          {choices.organisations.length > 8 ? (
            <Details summary={`${common.label}: ${words[lang].choose}`} open={chosen(state, name).length > 0}>
              <CheckboxGroup {...common} options={choices.organisations} />
            </Details>
          ) : (
            <CheckboxGroup {...common} options={choices.organisations} />
          )}
          <TextInput {...other} />
        </div>
      )
    }
  }
}

const chosen = (state: FormState, name: string): readonly string[] => {
  const value = state.values[name]
  return Array.isArray(value) ? value : value ? [String(value)] : []
}

/** A stored value as one types it. */
export function typedValue(field: ItemField, value: FieldValue, lang: Lang): string | string[] {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return [...value]
  if (typeof value === 'boolean') return value ? 'ja' : ''
  if (typeof value === 'number') return field.type === 'kroner' || field.type === 'number' ? formatNumber(value, lang, { decimals: 6 }) : String(value)
  return String(value)
}

/** The state of a form that shows what stands, or what came back from a person. */
export const formStateOf = (fields: Fields, values: FieldValues, lang: Lang, head: Readonly<Record<string, string>> = {}): FormState => ({
  values: { ...head, ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, typedValue(field, values[name] ?? null, lang)])) },
  errors: {},
})
