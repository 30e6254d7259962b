import { capitalised } from '../../../../platform/text/format.ts'
import { fold } from '../../../../platform/search/index.ts'
import { dueIn } from './due.ts'

export type Outcome = 'decision' | 'task'

/** What a line is taken to be, as it would be taken down: the sentence, who has it as they are called here, and the last day. */
export type Suggestion = { as: Outcome; title: string; who: string | null; due: string | null }

/** What the reader of lines knows: who is meant of those who may be asked, as they are called, and the day of the meeting ('YYYY-MM-DD'). */
export type Known = { named(said: string): string | null; day: string }

const wordsOf = (text: string): string[] => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean)

/** Knows these names: the one that is meant is said by the whole name, or by words of it that only one has. */
export function knowing(names: readonly string[], day: string): Known {
  const all = names.map((name) => { const words = wordsOf(name); return { name, whole: words.join(' '), words: new Set(words) } })
  return {
    day,
    named(said) {
      const wanted = wordsOf(said)
      if (wanted.length === 0) return null
      const whole = all.find((one) => one.whole === wanted.join(' '))
      if (whole) return whole.name
      const some = all.filter((one) => wanted.every((word) => one.words.has(word)))
      return some.length === 1 ? (some[0]?.name ?? null) : null
    },
  }
}

const colon = '\\s*(?:[:–—]|-\\s)\\s*'
const decisionLabel = new RegExp(`^(?:(?:enstemmig|samrøystes)\\s+)?(?:vedtak(?:\\s+i\\s+sak\\s+[\\w/-]+)?|vedtatt|vedteke|vedtekne|beslutning(?:er|ar)?|besluttet|beslutta|avgjerd|avgjørelse|decisions?|decided|resolved|resolution)${colon}`, 'i')
const decisionSentence = /^(?:(?:det|dette)\s+(?:ble|blei|vart)\s+(?:enstemmig\s+|samrøystes\s+)?(?:vedtatt|vedteke|besluttet|beslutta|bestemt)|(?:vi|utvalget|utvalet|styret|styringsgruppa|arbeidsutvalget|partnerskapet|møtet)\s+(?:har\s+)?(?:vedtok|vedtatt|vedteke|besluttet|beslutta|bestemte)|(?:it was|we) (?:decided|resolved))[\s,]+(?:(?:at|that)\s+)?(?:(?:å|to)\s+)?/i
const taskLabel = new RegExp(`^(?:oppfølg(?:n)?ing(?:spunkt)?|oppgave|oppgåve|aksjon(?:spunkt)?|handlingspunkt|gjøremål|gjeremål|neste steg|next step|action(?: item| point)?|follow[- ]?up(?: task)?|task|to[- ]?do)${colon}`, 'i')

/** A line that stands over a list: what is under it is of this sort until something else begins. */
const listOf: readonly { as: Outcome; label: RegExp }[] = [
  { as: 'decision', label: /^(?:vedtak|beslutninger|beslutningar|avgjerder|avgjørelser|decisions?(?: made)?|key decisions)$/i },
  { as: 'task', label: /^(?:oppfølg(?:n)?ing(?:er|ar|spunkt|spunkter)?|oppgaver|oppgåver|aksjoner|aksjonspunkt(?:er)?|aksjonsliste|handlingspunkt(?:er)?|gjøremål|gjeremål|neste steg|action items?|action points?|follow[- ]?ups?|follow[- ]?up tasks?|tasks?|next steps?|to[- ]?dos?)$/i },
]

const whoLabel = /(?:^|[\s.,;(–—-])(?:(?:ansvar(?:lig|leg)?(?:\s+person)?|owner|responsible|assignee|eier|eigar)\s*:|assigned to\s*:?\s)\s*([^.,;:()|]+)\)?/i
const dueLabel = /(?:^|[\s.,;(–—-])(?:(?:tids)?frist|deadline|due(?:\s+date)?)\s*:/i
const onlyFacts = /^(?:ansvar(?:lig|leg)?(?:\s+person)?|owner|responsible|assigned to|assignee|eier|eigar|(?:tids)?frist|deadline|due(?:\s+date)?)\s*:/i

/** Whether a line is a heading over decisions or tasks, and nothing else. */
export function labelOf(text: string): Outcome | null {
  const bare = text.replace(/\s*:$/, '').trim()
  const said = listOf.find(({ label }) => label.test(bare))?.as
  return said ?? (text.replace(decisionLabel, '') === '' ? 'decision' : text.replace(taskLabel, '') === '' ? 'task' : null)
}

/** A line that only says who or when, of what stands over it. */
export const isFactOnly = (text: string): boolean => onlyFacts.test(text)

/** What a line says of itself; null where it is only told. Under a heading over decisions or tasks (`under`), it is one of those. */
export function suggested(text: string, under: Outcome | null, known: Known): Suggestion | null {
  const found = read(text, under, known)
  return found?.title === '' ? null : found
}

function read(text: string, under: Outcome | null, known: Known): Suggestion | null {
  if (decisionLabel.test(text)) return decided(text.replace(decisionLabel, ''))
  if (decisionSentence.test(text)) return decided(text.replace(decisionSentence, ''))
  if (taskLabel.test(text)) return taskFrom(text.replace(taskLabel, ''), known)
  if ((whoLabel.test(text) || dueLabel.test(text)) && under !== 'decision') return taskFrom(text, known)
  return under === 'decision' ? decided(text) : under === 'task' ? taskFrom(text, known) : null
}

/** A line that somebody has marked, as what they say it is. */
export function marked(text: string, as: Outcome, known: Known): Suggestion {
  const own = suggested(text, as, known)
  const made = own?.as === as ? own : as === 'decision' ? decided(text) : taskFrom(text, known)
  return { ...made, title: made.title || text }
}

const tidy = (text: string): string => capitalised(text.replace(/\s+/g, ' ').replace(/\(\s*\)/g, '').replace(/\s+([.,;:])/g, '$1').replace(/^[\s.,;:–—-]+/, '').replace(/[\s,;:–—-]+$/, ''))

const decided = (text: string): Suggestion => ({ as: 'decision', title: tidy(text), who: null, due: null })

function taskFrom(text: string, known: Known): Suggestion {
  const due = dueIn(text, known.day)
  const rest = due ? text.replace(due.said, ' ') : text
  const { who, said } = whoIn(rest, known)
  // What is left when somebody and something is taken out of a sentence does not end as one.
  const title = tidy((said === '' ? rest : rest.replace(said, ' ')).replace(/([.,;])(?:\s*[.,;])+/g, '$1')).replace(/[\s.]+$/, '')
  return { as: 'task', title: title === '' ? tidy(text) : title, who, due: due?.on ?? null }
}

/** Who has it, by a label, in brackets last, or first in the line; only somebody who is known here. `said` is what told it. */
function whoIn(text: string, { named }: Known): { who: string | null; said: string } {
  const labelled = whoLabel.exec(text)
  const inLabel = labelled && named(labelled[1] ?? '')
  if (labelled) return inLabel ? { who: inLabel, said: labelled[0] } : { who: null, said: '' }
  const bracketed = /\(([^()]+)\)\s*\.?$/.exec(text)
  const [inBrackets, first] = [bracketed && named(bracketed[1] ?? ''), /^@?([\p{L}][\p{L}\s.'’-]{1,60}?)(?:\s*[:–—]\s*|\s+-\s+|\s+(?:skal|to|will)\s+(?=\p{L}))/u.exec(text)]
  if (bracketed && inBrackets) return { who: inBrackets, said: bracketed[0] }
  const leading = first && named(first[1] ?? '')
  return first && leading ? { who: leading, said: first[0] } : { who: null, said: '' }
}
