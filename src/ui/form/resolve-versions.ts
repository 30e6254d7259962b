import type { FormState } from './state.ts'

type Value = string | readonly string[]
type Values = Readonly<Record<string, Value>>

export const choicePrefix = 'valg:'
export const minePrefix = 'min:'
export const theirsPrefix = 'lagret:'

const list = (value: Value | undefined): readonly string[] => (value === undefined ? [] : typeof value === 'string' ? [value] : value)

/** The same text or the same choices in the same order; line endings and space at the ends do not count. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  const plain = (value: Value | undefined) =>
    list(value)
      .map(text => text.replace(/\r\n?/g, '\n').trim())
      .filter(text => text !== '')
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

/**
 * What the page with both versions sends back, turned into the values of the form: for each field the person's own
 * (`min:`) or the saved one (`lagret:`), as chosen; fields that were alike come as they are. A field without a choice
 * keeps the person's own, because nothing may be lost silently.
 */
export function resolveVersions(sent: Values): FormState['values'] {
  const values = new Map<string, Value>()
  const chosen = new Set<string>()
  for (const [key, value] of Object.entries(sent)) if (key.startsWith(choicePrefix) && list(value)[0] === 'lagret') chosen.add(key.slice(choicePrefix.length))
  for (const [key, value] of Object.entries(sent)) {
    if (key.startsWith(choicePrefix)) continue
    if (key.startsWith(minePrefix)) {
      if (!chosen.has(key.slice(minePrefix.length))) values.set(key.slice(minePrefix.length), value)
    } else if (key.startsWith(theirsPrefix)) {
      if (chosen.has(key.slice(theirsPrefix.length))) values.set(key.slice(theirsPrefix.length), value)
    } else values.set(key, value)
  }
  return Object.fromEntries(values)
}

/** Whether what was sent comes from the page with both versions. */
export const isResolution = (sent: Values): boolean => Object.keys(sent).some(key => key.startsWith(choicePrefix))
