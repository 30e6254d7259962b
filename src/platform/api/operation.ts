import type { z } from 'zod'
import type { Outcome, Work } from '../db/work.ts'
import type { Access, Params, Request, Scope } from '../http/page.ts'
import type { Text } from '../text/texts.ts'
import type { FieldProblem, ProblemName } from './problem.ts'

export type Method = 'get' | 'post' | 'patch' | 'delete'

/** What an operation answers. Its version becomes the ETag; `next` the address of the next page, told in the body and in `Link`. */
export type ApiAnswer = {
  body: unknown
  status?: 200 | 201 | 204
  version?: number
  /** Where the next page begins; null on the last one. */
  next?: string | null
  /** Of what was made. */
  location?: string
}

/** Why a change was not made. */
export type ApiRefusal = ProblemName | { errors: readonly FieldProblem[] }

export type ApiInput<Q, B> = {
  query: Q
  body: B
  /** The version that the sender has seen; there when the operation is `versioned`. */
  version: number
}

type Common<S extends Scope, Q, B> = {
  /** One word, for those who make clients of the description. */
  id: string
  /** Under `/api/v1`, with `:name` for parameters. */
  path: string
  method: Method
  /** The same policy as the page of the same thing. */
  access: Access<S>
  /** The heading it stands under, and in which order, in the description. */
  group: string
  summary: Text
  about?: Text
  /** The kind of item that it is about: a key that is limited to others does not find it. */
  kind?: string
  query?: z.ZodType<Q>
  body?: z.ZodType<B>
  example?: { body?: unknown; answer?: unknown }
  answer: { status: 200 | 201 | 204; schema?: z.ZodType }
  /** A list in pages: takes `limit` and `after`. */
  paged?: true
}

export type ReadSpec<S extends Scope, Q, B> = Common<S, Q, B> & {
  method: 'get'
  read(request: Request, scope: S, input: ApiInput<Q, B>, params: Params): Promise<ApiAnswer | null>
}
export type ChangeSpec<S extends Scope, Q, B> = Common<S, Q, B> & {
  method: 'post' | 'patch' | 'delete'
  /** The sender says which version it has seen, in If-Match: nothing is overwritten unseen. */
  versioned?: true
  change(work: Work, args: ApiInput<Q, B> & { request: Request; scope: S; params: Params }): Promise<Outcome<ApiAnswer, ApiRefusal>>
}

/** An operation with its types closed over, as the router, the description and the access matrix read it. */
export type Operation = (Omit<ReadSpec<Scope, unknown, unknown>, 'change'> & { change?: undefined; versioned?: undefined }) | (ChangeSpec<Scope, unknown, unknown> & { read?: undefined })

/** Declares an operation that reads. Operations are data, like pages: routes, the description and the access matrix are read from them. */
export const reading = <S extends Scope, Q = Record<string, never>>(spec: Omit<ReadSpec<S, Q, never>, 'method'>): Operation => ({ ...spec, method: 'get' }) as unknown as Operation

/** Declares an operation that changes: load through what the key may see → may → decide → save → record, in the transaction that it is handed. */
export const changing = <S extends Scope, B = Record<string, never>, Q = Record<string, never>>(spec: ChangeSpec<S, Q, B>): Operation => spec as unknown as Operation

export const apiRoot = '/api/v1'
