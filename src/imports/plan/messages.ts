import type { Lang } from '../../platform/text/texts.ts'
import { wordings } from './wordings.ts'

/** What is to be said, apart from the language it is said in. */
export type Message = { readonly code: MessageCode; readonly params: Readonly<Record<string, string | number>> }
export type MessageCode = keyof typeof wordings

/** Makes a message; `describe` says it. */
export function message(code: MessageCode, params: Message['params'] = {}): Message {
  return { code, params }
}

/** The message as one line in a language. */
export function describe(said: Message, lang: Lang): string {
  const line = wordings[said.code][lang].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = said.params[name]
    return value === undefined ? whole : String(value)
  })
  return line.replace(/\s+/g, ' ').trim()
}
