import { describedBy, FieldError, Hint, Optional, type FieldProps } from './field.tsx'
import type { Option } from './inputs.tsx'
import { errorOf, fieldId, valuesOf } from './state.ts'

type ChoicesProps = FieldProps & { options: readonly Option[] }

/** A group of choices; the first control has the field's id, so that the error summary leads to it. */
const Choices = (props: ChoicesProps & { type: 'radio' | 'checkbox' }) => {
  const chosen = valuesOf(props.state, props.name)
  const id = fieldId(props.name)
  return (
    <fieldset class="ds-fieldset" aria-describedby={describedBy(props)}>
      <legend class="ds-label">
        {props.label}
        {props.optional ? <Optional lang={props.lang} /> : null}
      </legend>
      {props.hint ? <Hint name={props.name}>{props.hint}</Hint> : null}
      <div class="choices">
        {props.options.map((option, index) => {
          const optionId = index === 0 ? id : `${id}-${index + 1}`
          return (
            <div class="ds-field">
              <input
                class="ds-input"
                type={props.type}
                id={optionId}
                name={props.name}
                value={option.value}
                checked={chosen.includes(option.value)}
                aria-invalid={errorOf(props.state, props.name) ? 'true' : undefined}
                aria-describedby={option.hint ? `${optionId}-om` : undefined}
              />
              <label class="ds-label" for={optionId}>
                {option.label}
              </label>
              {option.hint ? (
                <div class="hint" id={`${optionId}-om`}>
                  {option.hint}
                </div>
              ) : null}
            </div>
          )
        })}
      </div>
      <FieldError state={props.state} name={props.name} />
    </fieldset>
  )
}

export const RadioGroup = (props: ChoicesProps) => <Choices {...props} type="radio" />
export const CheckboxGroup = (props: ChoicesProps) => <Choices {...props} type="checkbox" />

/** One yes-or-no choice. Sent as `value` ('ja' unless told) when ticked, and not at all otherwise. */
export const Checkbox = (props: FieldProps & { value?: string }) => {
  const value = props.value ?? 'ja'
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type="checkbox"
        id={fieldId(props.name)}
        name={props.name}
        value={value}
        checked={valuesOf(props.state, props.name).includes(value)}
        aria-describedby={describedBy(props)}
        aria-invalid={errorOf(props.state, props.name) ? 'true' : undefined}
      />
      <label class="ds-label" for={fieldId(props.name)}>
        {props.label}
      </label>
      {props.hint ? <Hint name={props.name}>{props.hint}</Hint> : null}
      <FieldError state={props.state} name={props.name} />
    </div>
  )
}
