import { type Lang, languages } from '../text/texts.ts'

/** What one has chosen, else what the person's account says, else what the browser asks for, else bokmål. */
export function pickLanguage(chosen: string | undefined, own: Lang | undefined, accept: string | undefined): Lang {
  const known = (code: string | undefined): Lang | undefined => languages.find((l) => l === code)
  const asked = (accept ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .map((code) => (code === 'no' ? 'nb' : code))
  return known(chosen) ?? own ?? asked.map(known).find(Boolean) ?? 'nb'
}
