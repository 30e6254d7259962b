import type { Lang } from '../../../platform/text/texts.ts'
import type { Figures } from './figures.ts'
import { formWords, scoreText } from './form.words.ts'
import type { Earlier } from './results.load.ts'
import type { Result } from './results.ts'
import { resultWords } from './results.words.ts'

/** A score in words; one between two is both. */
export const inWords = (score: number, lang: Lang): string => {
  const f = formWords[lang]
  return Number.isInteger(score) ? scoreText(score, f) : resultWords[lang].half(scoreText(Math.floor(score), f), scoreText(Math.ceil(score), f))
}

/** The middle of the answers, and how far the middle half of them reaches, in whole steps of the scale. */
export function saidOf({ median, from, to }: Figures, lang: Lang): string {
  const [w, f] = [resultWords[lang], formWords[lang]]
  const [low, high] = [scoreText(Math.floor(from), f).toLowerCase(), scoreText(Math.ceil(to), f).toLowerCase()]
  return `${w.middle(inWords(median, lang).toLowerCase())} ${low === high ? w.halfAlike(low) : w.halfBetween(low, high)}`
}

/** The share that agreed with the same statement, in the same words, at another time; null where it was not asked, or is not shown. */
export const agreedIn = ({ statement }: Result, { results }: Earlier): number | null =>
  results.find((then) => then.statement.name === statement.name && then.statement.text === statement.text)?.figures?.agree ?? null

/** How the share that agrees has moved since the evaluation before, in percentage points. Nothing where there is none to compare with. */
export function sinceLast(one: Result, last: Earlier | undefined, lang: Lang): string {
  const w = resultWords[lang]
  const before = last ? agreedIn(one, last) : null
  if (!one.figures || before === null) return ''
  const points = Math.round(one.figures.agree * 100) - Math.round(before * 100)
  return points > 0 ? w.more(points) : points < 0 ? w.less(-points) : w.same
}
