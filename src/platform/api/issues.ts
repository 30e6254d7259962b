import type { z } from 'zod'
import type { Lang } from '../text/texts.ts'
import type { FieldProblem } from './problem.ts'
import { inputWords } from './problem.words.ts'

type Issue = z.core.$ZodIssue

/** Where something stands, as RFC 6901 writes it in an address: `#/fields/ends_on`. */
export const pointerTo = (...path: readonly PropertyKey[]): string => ['#', ...path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/')

/** What zod found wrong, in words that say what to write. One per field. */
export function fieldProblems(error: z.ZodError, lang: Lang): FieldProblem[] {
  const found = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({ pointer: pointerTo(...issue.path, name), detail: inputWords[lang].unknown }))
      : [{ pointer: pointerTo(...issue.path), detail: detailOf(issue, lang) }])
  return [...new Map(found.toReversed().map((one) => [one.pointer, one])).values()].reverse().slice(0, 100)
}

function detailOf(issue: Issue, lang: Lang): string {
  const w = inputWords[lang]
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined && !('format' in issue)) return w.required
      return issue.expected === 'record' ? w.types.object : w.types[Object.hasOwn(w.types, issue.expected) ? (issue.expected as 'string') : 'other']
    case 'invalid_value':
      return w.choose(issue.values.map(String).join(', '))
    case 'too_big':
      return w.tooLong(Number(issue.maximum))
    case 'too_small':
      return w.tooShort(Number(issue.minimum))
    case 'invalid_format':
      return issue.format === 'date' ? w.date : issue.format === 'datetime' ? w.instant : issue.format === 'uuid' ? w.id : w.pattern
    case 'invalid_union':
      return w.id
    default:
      return w.wrong
  }
}
