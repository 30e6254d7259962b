import { z } from 'zod'
import type { Lang } from '../text/texts.ts'
import { apiRoot, type Operation } from './operation.ts'
import { type ProblemName, problems } from './problem.ts'
import { problemWords } from './problem.words.ts'

type Schema = { [name: string]: unknown }
export type OpenApi = { openapi: string; paths: Record<string, Record<string, Schema>>; components: { schemas: Record<string, Schema> } & Schema } & Schema

const param = /:(\w+)(?:\{[^}]*\})?/g
const pathOf = (operation: Operation): string => operation.path.replace(param, '{$1}')
const paramsOf = (operation: Operation): string[] => [...operation.path.matchAll(param)].map((match) => match[1] ?? '')

/** What each parameter of an address is. */
const addressed: Readonly<Record<string, Schema>> = {
  workspace: { type: 'string', description: 'slug' },
  number: { type: 'string', pattern: '^([1-9][0-9]*|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$' },
  link: { type: 'string', format: 'uuid' },
}

/** Schemas by name, gathered as they are met; each is written once and pointed at. */
function collector() {
  const schemas: Record<string, Schema> = {}
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
      if (name === '$schema' || name === '$defs' || (name === 'id' && typeof inner === 'string')) return []
      return [[name, name === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '#/components/schemas/') : moved(inner)]]
    }))
  }
  return {
    schemas,
    add(schema: z.ZodType, io: 'input' | 'output'): Schema {
      const json = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema
      for (const [name, inner] of Object.entries((json.$defs ?? {}) as Record<string, Schema>)) schemas[name] ??= moved(inner) as Schema
      const own = z.globalRegistry.get(schema)?.id
      if (own === undefined) return moved(json) as Schema
      schemas[own] ??= moved(json) as Schema
      return { $ref: `#/components/schemas/${own}` }
    },
  }
}

const problemsOf = (operation: Operation): ProblemName[] => [
  'query', 'key-missing', 'missing', 'too-many', 'fault',
  ...(operation.change ? (['key-reads-only', 'input', 'archived'] as const) : []),
  ...(operation.change && operation.versioned ? (['stale', 'version-missing'] as const) : []),
  ...(operation.body ? (['too-large', 'media-type'] as const) : []),
]

/**
 * The API as OpenAPI 3.1 describes it, made from the same declarations and the same schemas that guard it: what is refused is what is
 * described as not allowed.
 */
export function openApiOf(operations: readonly Operation[], { baseUrl, version, lang, title, description }: { baseUrl: string; version: string; lang: Lang; title: string; description: string }): OpenApi {
  const { schemas, add } = collector()
  const paths: OpenApi['paths'] = {}
  for (const operation of operations) {
    const query = operation.query ? (z.toJSONSchema(operation.query, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, Schema>; required?: string[] }) : {}
    const header = (name: string, schema: Schema, required: boolean) => ({ name, in: 'header', required, schema })
    const parameters = [
      ...paramsOf(operation).map((name) => ({ name, in: 'path', required: true, schema: addressed[name] ?? { type: 'string' } })),
      ...Object.entries(query.properties ?? {}).map(([name, { description: told, default: usual, ...schema }]) => ({ name, in: 'query', required: false, ...(told !== undefined && { description: told }), schema: { ...schema, ...(usual !== undefined && { default: String(usual) }) } })),
      ...(operation.change && operation.versioned ? [header('If-Match', { type: 'string', pattern: '^(W/)?"[0-9]+"$' }, true)] : []),
      ...(operation.change ? [header('Idempotency-Key', { type: 'string', minLength: 8, maxLength: 200 }, false)] : [header('If-None-Match', { type: 'string' }, false)]),
    ]
    const { status, schema } = operation.answer
    const headers = { ...(operation.paged && { Link: { schema: { type: 'string' } } }), ...(status !== 204 && { ETag: { schema: { type: 'string' } } }), ...(status === 201 && { Location: { schema: { type: 'string', format: 'uri' } } }) }
    const refusals = Map.groupBy(problemsOf(operation), (name) => String(problems[name]))
    paths[pathOf(operation)] = {
      ...paths[pathOf(operation)],
      [operation.method]: {
        operationId: operation.id, tags: [operation.group], summary: operation.summary[lang], ...(operation.about && { description: operation.about[lang] }),
        ...(parameters.length > 0 && { parameters }),
        ...(operation.body && { requestBody: { required: true, content: { [operation.method === 'patch' ? 'application/merge-patch+json' : 'application/json']: { schema: add(operation.body, 'input'), ...(operation.example?.body !== undefined && { example: operation.example.body }) } } } }),
        responses: {
          [status]: { description: operation.summary[lang], ...(Object.keys(headers).length > 0 && { headers }), ...(schema && { content: { 'application/json': { schema: add(schema, 'output') } } }) },
          ...(operation.read && { 304: { description: 'ETag' } }),
          ...Object.fromEntries([...refusals].map(([code, names]) => [code, { description: names.map((name) => problemWords[lang][name].title).join('. '), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } } }])),
        },
      },
    }
  }
  schemas.problem = {
    type: 'object', required: ['type', 'title', 'status', 'detail', 'instance'],
    properties: {
      type: { type: 'string', format: 'uri' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' }, instance: { type: 'string', format: 'uri' },
      errors: { type: 'array', items: { type: 'object', required: ['pointer', 'detail'], properties: { pointer: { type: 'string' }, detail: { type: 'string' } } } },
    },
  }
  return {
    openapi: '3.1.1',
    info: { title, version, description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: `${baseUrl}${apiRoot}` }],
    security: [{ key: [] }],
    tags: [...new Set(operations.map((one) => one.group))].map((name) => ({ name })),
    paths,
    components: { schemas, securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'tradverk_…' } } },
  }
}
