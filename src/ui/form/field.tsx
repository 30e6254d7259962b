import type { Child, PropsWithChildren } from 'hono/jsx'
import { texts, type Lang } from '../../platform/text/texts.ts'
import { errorOf, fieldId, type FormState } from './state.ts'

const words = texts({ nb: { optional: 'valgfritt' }, nn: { optional: 'valfritt' }, en: { optional: 'optional' } })

/** What every field takes: its value and error are looked up in `state` by `name`. */
export type FieldProps = {
  lang: Lang
  state: FormState
  name: string
  label: string
  hint?: Child
  optional?: boolean
}

/** The ids of hint and error, for `aria-describedby`; undefined when there are none. */
export function describedBy(props: Pick<FieldProps, 'state' | 'name' | 'hint'>): string | undefined {
  const id = fieldId(props.name)
  const ids = [props.hint ? `${id}-hint` : '', errorOf(props.state, props.name) ? `${id}-feil` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** The attributes that bind a control to its label, hint and error. */
export function controlAttributes(props: Pick<FieldProps, 'state' | 'name' | 'hint'>) {
  return {
    id: fieldId(props.name),
    name: props.name,
    'aria-describedby': describedBy(props),
    'aria-invalid': errorOf(props.state, props.name) ? ('true' as const) : undefined,
  }
}

export const Optional = ({ lang }: { lang: Lang }) => <span class="optional"> ({words[lang].optional})</span>

export const Hint = ({ name, children }: PropsWithChildren<{ name: string }>) => (
  <div class="hint" data-field="description" id={`${fieldId(name)}-hint`}>
    {children}
  </div>
)

export const FieldError = ({ state, name }: Pick<FieldProps, 'state' | 'name'>) => {
  const error = errorOf(state, name)
  return error ? (
    <p class="ds-validation-message" data-field="validation" id={`${fieldId(name)}-feil`}>
      {error}
    </p>
  ) : null
}

/** Label, hint and error around one control, bound on the server so that it works without JavaScript. */
export const Field = (props: PropsWithChildren<FieldProps>) => (
  <div class="ds-field">
    <label class="ds-label" for={fieldId(props.name)}>
      {props.label}
      {props.optional ? <Optional lang={props.lang} /> : null}
    </label>
    {props.hint ? <Hint name={props.name}>{props.hint}</Hint> : null}
    {props.children}
    <FieldError state={props.state} name={props.name} />
  </div>
)
