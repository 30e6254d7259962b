import type { Child } from 'hono/jsx'
import { texts } from '../../platform/text/texts.ts'
import { controlAttributes, Field, type FieldProps } from './field.tsx'
import { valueOf } from './state.ts'

const words = texts({
  nb: { choose: 'Velg', date: 'Skriv dag, måned og år, eller velg i kalenderen.' },
  nn: { choose: 'Vel', date: 'Skriv dag, månad og år, eller vel i kalenderen.' },
  en: { choose: 'Choose', date: 'Type day, month and year, or choose in the calendar.' },
})

type TextInputProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search'
  autocomplete?: string
  maxlength?: number
  /** Width in characters, when the answer has a known length. */
  size?: number
}

export const TextInput = (props: TextInputProps) => (
  <Field {...props}>
    <input
      class="ds-input"
      {...controlAttributes(props)}
      type={props.type ?? 'text'}
      value={valueOf(props.state, props.name)}
      autocomplete={props.autocomplete}
      maxlength={props.maxlength}
      size={props.size}
    />
  </Field>
)

export const TextArea = (props: FieldProps & { rows?: number; maxlength?: number }) => (
  <Field {...props}>
    <textarea class="ds-input" {...controlAttributes(props)} rows={props.rows ?? 4} maxlength={props.maxlength}>
      {/* A first line break is swallowed by the browser: this one is for it. */}
      {`\n${valueOf(props.state, props.name)}`}
    </textarea>
  </Field>
)

/** A number as text, because people write «1 200,5»; the server reads it. `unit` stands beside the field and in its label for screen readers. */
export const NumberInput = (props: FieldProps & { unit?: string; whole?: boolean; size?: number }) => (
  <Field {...props} label={props.unit ? `${props.label} (${props.unit})` : props.label}>
    <input
      class="ds-input number"
      {...controlAttributes(props)}
      type="text"
      inputmode={props.whole ? 'numeric' : 'decimal'}
      value={valueOf(props.state, props.name)}
      size={props.size ?? 12}
    />
  </Field>
)

/** A date as YYYY-MM-DD in the browser's own date field; a text in any form where the browser has none. */
export const DateInput = (props: FieldProps & { min?: string; max?: string }) => {
  const bound: FieldProps = { ...props, hint: props.hint ?? words[props.lang].date }
  return (
    <Field {...bound}>
      <input class="ds-input date" {...controlAttributes(bound)} type="date" value={valueOf(props.state, props.name)} min={props.min} max={props.max} size={14} />
    </Field>
  )
}

export type Option = { value: string; label: string; hint?: Child }
export type OptionGroup = { label: string; options: readonly Option[] }

const options = (list: readonly Option[], chosen: string) =>
  list.map(option => (
    <option value={option.value} selected={option.value === chosen}>
      {option.label}
    </option>
  ))

/** A menu. `blank` is the first, empty choice: a text, or false for none. */
export const Select = (props: FieldProps & { options: readonly (Option | OptionGroup)[]; blank?: string | false }) => {
  const chosen = valueOf(props.state, props.name)
  return (
    <Field {...props}>
      <select class="ds-input" {...controlAttributes(props)}>
        {props.blank === false ? null : <option value="">{props.blank ?? words[props.lang].choose}</option>}
        {props.options.map(entry => ('options' in entry ? <optgroup label={entry.label}>{options(entry.options, chosen)}</optgroup> : options([entry], chosen)))}
      </select>
    </Field>
  )
}
