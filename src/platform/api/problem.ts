import type { Lang } from '../text/texts.ts'
import { problemWords } from './problem.words.ts'

/** What is wrong with one field; `pointer` says where it stands in what was sent (RFC 6901), or names a part of the query. */
export type FieldProblem = { pointer: string; detail: string }

export type ProblemName = keyof typeof problems

/** Every kind of problem that the API tells of, with its status. Each is explained under its name on the page about the API. */
export const problems = {
  'key-missing': 401, 'key-unknown': 401, 'key-reads-only': 403, forbidden: 403, missing: 404, method: 405, stale: 412, exists: 409, archived: 409, 'too-large': 413, 'media-type': 415,
  json: 400, query: 400, 'idempotency-key': 400, 'idempotency-other': 422, input: 422, 'not-allowed': 422, 'version-missing': 428, 'too-many': 429, fault: 500, away: 503,
} as const satisfies Record<string, number>

export const problemNames = Object.keys(problems) as ProblemName[]

export const isProblem = (value: unknown): value is ProblemName => typeof value === 'string' && Object.hasOwn(problems, value)

export type Problem = { type: string; title: string; status: number; detail: string; instance: string; errors?: readonly FieldProblem[] }

/** A problem in words (RFC 9457). `instance` is the number of the request, by which it is found in the log. */
export function problemOf(name: ProblemName, { baseUrl, lang, requestId, detail, errors }: { baseUrl: string; lang: Lang; requestId: string; detail?: string; errors?: readonly FieldProblem[] }): Problem {
  const words = problemWords[lang][name]
  return { type: `${baseUrl}/api#${name}`, title: words.title, status: problems[name], detail: detail ?? words.detail, instance: `urn:uuid:${requestId}`, ...(errors && { errors }) }
}
