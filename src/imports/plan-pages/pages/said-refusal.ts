import { type Lang, texts } from '../../../platform/text/texts.ts'
import { describe, type Message } from '../../plan/index.ts'
import type { Why } from '../read/read-in-worker.ts'

const words = texts({
  nb: {
    tooSlow: 'Filen tok for lang tid å lese. Ta bort ark og tomme rader som ikke hører til planen, og prøv igjen.',
    tooHeavy: 'Filen er for tung å lese. Ta bort ark og tomme rader som ikke hører til planen, og prøv igjen.',
  },
  nn: {
    tooSlow: 'Fila tok for lang tid å lese. Ta bort ark og tomme rader som ikkje høyrer til planen, og prøv igjen.',
    tooHeavy: 'Fila er for tung å lese. Ta bort ark og tomme rader som ikkje høyrer til planen, og prøv igjen.',
  },
  en: {
    tooSlow: 'The file took too long to read. Remove sheets and empty rows that are not part of the plan, and try again.',
    tooHeavy: 'The file is too heavy to read. Remove sheets and empty rows that are not part of the plan, and try again.',
  },
})

/** Why a file was not read, in words. */
export function sayWhy(why: Why, lang: Lang): string {
  if (isOurs(why)) return words[lang][why.code]
  return describe(why, lang)
}

const isOurs = (why: Why): why is Exclude<Why, Message> => why.code === 'tooSlow' || why.code === 'tooHeavy'
