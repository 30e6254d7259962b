import { expect, test } from 'vitest'
import { openApiOf, type OpenApi } from '../../platform/api/openapi.ts'
import { operations } from '../../app/app.ts'

const description = JSON.parse(JSON.stringify(openApiOf(operations, { baseUrl: 'https://tradverk.example', version: '1', lang: 'en', title: 'x', description: 'y' }))) as OpenApi

/** Every value in it, with where it stands. */
function* walk(value: unknown, at = '#'): Generator<[string, unknown]> {
  yield [at, value]
  if (value !== null && typeof value === 'object') for (const [name, inner] of Object.entries(value)) yield* walk(inner, `${at}/${name}`)
}

test('every reference leads to something, and no schema stands outside the list', () => {
  const lost = [...walk(description)].flatMap(([at, value]) => {
    const ref = (value as { $ref?: unknown } | null)?.$ref
    if (typeof ref !== 'string') return []
    const found = ref.split('/').slice(1).reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], description)
    return found ? [] : [`${at}: ${ref}`]
  })
  expect(lost).toEqual([])
  expect([...walk(description)].filter(([at]) => at.endsWith('/$defs') || at.endsWith('/$schema'))).toEqual([])
  expect(Object.keys(description.components.schemas)).toContain('measure')
})

test('every operation is described once, with its parameters, its answers and a summary; every example is one that is taken', () => {
  const told = Object.entries(description.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, one]) => ({ path, method, one })))
  expect(told.length).toBe(operations.length)
  expect(new Set(told.map(({ one }) => one.operationId)).size).toBe(operations.length)
  for (const { path, one } of told) {
    const inPath = (one.parameters as { name: string; in: string }[] | undefined ?? []).filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name)
    expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))
    expect(String(one.summary).length).toBeGreaterThan(3)
    expect(Object.keys(one.responses as object)).toContain('401')
  }
  for (const operation of operations) {
    if (operation.body) expect([operation.id, operation.body.safeParse(operation.example?.body).success]).toEqual([operation.id, true])
    for (const lang of ['nb', 'nn', 'en'] as const) expect(operation.summary[lang]).not.toBe('')
  }
})

test('fields of a kind stand in its schema, and unknown ones are described as refused', () => {
  const made = description.components.schemas['measure-new'] as { additionalProperties: boolean; required: string[]; properties: { fields: { additionalProperties: boolean; properties: Record<string, unknown> } } }
  expect([made.additionalProperties, made.properties.fields.additionalProperties, made.required]).toEqual([false, false, ['title']])
  expect(Object.keys(made.properties.fields.properties)).toContain('ends_on')
})
