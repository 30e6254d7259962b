/** What a person has filled in, and what was wrong with it. Field names are keys; several choices are an array. */
export type FormState = {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly errors: Readonly<Record<string, string>>
}

export const emptyForm: FormState = { values: {}, errors: {} }

/** The value of a field as one text; empty when not filled in. */
export function valueOf(state: FormState, name: string): string {
  const value = Object.hasOwn(state.values, name) ? state.values[name] : undefined
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** All values of a field, for checkboxes and repeated fields. */
export function valuesOf(state: FormState, name: string): readonly string[] {
  const value = Object.hasOwn(state.values, name) ? state.values[name] : undefined
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

export const errorOf = (state: FormState, name: string): string | undefined => (Object.hasOwn(state.errors, name) ? state.errors[name] : undefined)

export const hasErrors = (state: FormState): boolean => Object.keys(state.errors).length > 0

/** The id of a field's control: the error summary links to it. */
export const fieldId = (name: string): string => `felt-${name.replace(/[^\p{L}\p{N}_-]/gu, '-')}`

/** The state of a form that is shown: what came back with errors, or else what it starts from. */
export const formState = (
  returned: { raw: FormState['values']; errors: FormState['errors'] } | null,
  start: FormState['values'] = {},
): FormState => (returned ? { values: returned.raw, errors: returned.errors } : { values: start, errors: {} })
