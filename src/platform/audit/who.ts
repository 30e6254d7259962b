import { type Lang, texts } from '../text/texts.ts'
import { keyNameOf } from './via.ts'

const words = texts({
  nb: { key: (name: string) => `Nøkkelen «${name}»`, for: (name: string) => `på vegne av ${name}` },
  nn: { key: (name: string) => `Nøkkelen «${name}»`, for: (name: string) => `på vegner av ${name}` },
  en: { key: (name: string) => `The key “${name}”`, for: (name: string) => `for ${name}` },
})

/** Who did it, as history tells: a person, a key of another system, said to be one (it may be called anything, also as a person), or what stands for neither. */
export function whoDid({ who, via }: { who: string | null; via: string }, nobody: string, lang: Lang): string {
  const key = keyNameOf(via)
  return who ?? (key === null ? nobody : words[lang].key(key))
}

/** For which organisation it was done. */
export const actedFor = (name: string, lang: Lang): string => words[lang].for(name)
