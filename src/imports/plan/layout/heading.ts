import { areaLabel, goalLabel } from '../plan/labels.ts'
import { near } from './near.ts'
import { roleRules, roleWords } from './words.ts'
import type { Role } from './words.ts'

export type Unit = 1 | 1000 | 1_000_000

/** What a heading says of its column. `exact` is false for a likely misspelling. */
export type Heading = { readonly role: Role; readonly exact: boolean; readonly year?: number; readonly unit?: Unit }

/** Lower case, without numbering, punctuation, units and words in brackets. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/([a-zæøå])-\s*\n\s*(?=[a-zæøå])/g, '$1')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/\b(i|hele)\s+(1 ?000|tusen|mill\w*)( kr\w*| kroner)?/g, ' ')
    .replace(/[.:;*?!"«»“”]/g, ' ')
    .replace(/\s*[/&+]\s*/g, '/')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Years that a plan can speak of. */
export function yearIn(text: string): number | undefined {
  const found = text.match(/\b(?:19[89]\d|20[0-6]\d)\b/g)
  return found?.length === 1 ? Number(found[0]) : undefined
}

/** The money unit that a heading or a title states, if it does. */
export function unitIn(text: string): Unit | undefined {
  if (text.length > 300) return undefined
  const plain = text.toLowerCase().replace(/ /g, ' ')
  if (/\bmill(\.|\b|ion)|\bmnok\b|\bmkr\b/.test(plain)) return 1_000_000
  if (/\b1[ .]?000\b|\btusen\b|\btkr\b|\btnok\b|\bkkr\b|\bknok\b|\b000 ?kr/.test(plain)) return 1000
  if (/\bhele kroner\b|\bheile kroner\b|\bkr\b|\bnok\b|\bkroner\b/.test(plain)) return 1
  return undefined
}

/** Whether a heading is one of the commonest, word for word, and no content: «Ansvarlig», «Status». */
export function isPlainWord(text: string): boolean {
  const plain = plainHeading(text)
  return roleWords.some(([role, words]) => !contents.has(role) && role !== 'note' && words.includes(plain))
}

const contents = new Set<Role>(['goal', 'subgoal', 'area', 'strategy', 'measure', 'activity'])

/** The role that a heading text gives, or undefined when the words are unknown. */
export function readHeading(text: string, misspelt = true): Heading | undefined {
  if (text.length > 80) return undefined
  // «Mål 2: Bærekraftig transport» and «Mål A» are goals, whatever words are in them.
  if ((goalLabel(text) ?? areaLabel(text))?.number) return undefined
  const year = yearIn(text)
  const unit = unitIn(text)
  const extra = { ...(year === undefined ? {} : { year }), ...(unit === undefined ? {} : { unit }) }
  const plain = plainHeading(text)
  const bare = plain.replace(/\b(19|20)\d\d(\s*[–-]\s*(19|20)?\d\d)?\b/g, ' ').replace(/\b(pr|per)\b.*$/, '').replace(/\s+/g, ' ').trim()
  if (bare === '' || /^[-–]$/.test(bare)) return year === undefined ? undefined : { role: 'year', exact: true, ...extra }
  const long = bare.split(' ').length > 6
  for (const [role, rule] of roleRules) {
    if (!rule.test(bare)) continue
    // «Mål 1 Flere bedrifter» and «Tiltak mot frafall i skolen» are contents, not headings.
    if (contents.has(role) && (long || /\d/.test(bare) || /^\S+( \S+)?\s*[:–—]\s*\S/.test(text.trim()) || (!/^tiltak ((i|for) (plan)?perioden|med beskriv|for å nå)/.test(bare) && /^\S+ (for|mot|om|av|til|som|i|på|med) /.test(bare) && !/^\S+ (av|på|for) tiltak/.test(bare)))) return undefined
    return { role, exact: true, ...extra }
  }
  if (!misspelt || bare.length < 5 || bare.length > 30) return undefined
  for (const [role, words] of roleWords) if (words.some(word => near(bare, word))) return { role, exact: false, ...extra }
  return undefined
}
