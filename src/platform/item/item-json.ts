import { z } from 'zod'
import { type FieldProblem } from '../api/problem.ts'
import { pointerTo } from '../api/issues.ts'
import type { Lang } from '../text/texts.ts'
import { languages } from '../text/texts.ts'
import type { Field, Fields, FieldValue } from './field.ts'
import type { Audience, Item, ItemChange } from './item.store.ts'
import type { Kind } from './kind.ts'
import { datesOutOfOrder, parseFields, type RawForm } from './parse.ts'

/** Texts are as long as the form takes them; the form's own rules count them, so that both say the same. */
const text = (maxLength: number) => z.string().meta({ maxLength })

/** How a field is written in JSON: the same values as in the database, never the way that people type them. Files are only read. */
function writtenAs(field: Field): z.ZodType | null {
  switch (field.type) {
    case 'text': return text(field.max ?? 300).nullable()
    case 'longText': return text(field.max ?? 10_000).nullable()
    case 'url': return z.string().meta({ maxLength: 2_000, format: 'uri' }).nullable()
    case 'date': return z.iso.date().nullable()
    case 'time': return z.iso.time({ precision: -1 }).nullable()
    case 'number': return z.number().nullable()
    case 'kroner': return z.int().nullable()
    case 'yesNo': return z.boolean()
    case 'choice': return z.enum(Object.keys(field.options) as [string, ...string[]]).nullable()
    case 'person': return z.guid().nullable()
    case 'organisations': return z.array(z.guid()).max(200)
    case 'file': return null
  }
}

const readAs = (field: Field): z.ZodType => writtenAs(field) ?? z.guid().nullable()

/** The label, in the language that describes the API, stands beside each field. */
const labelled = (field: Field, schema: z.ZodType): z.ZodType => schema.meta({ description: [field.label.nb, field.hint?.nb].filter(Boolean).join('. ').replaceAll('?.', '?') })

const fieldShape = (fields: Fields, as: (field: Field) => z.ZodType | null): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, field]): [string, z.ZodType][] => {
    const schema = as(field)
    return schema ? [[name, labelled(field, schema)]] : []
  }))

const offered = ['workspace', 'public', 'roles'] as const
const stateOf = (kind: Kind) => (kind.states && !kind.stateFollows ? { state: z.enum(Object.keys(kind.states) as [string, ...string[]]).optional() } : {})

export type ItemBody = { title?: string; code?: string | null; state?: string; audience?: (typeof offered)[number]; language?: Lang; fields?: Readonly<Record<string, unknown>> }

const written = (kind: Kind) => ({
  code: text(30).nullable().optional().meta({ description: 'The plan’s own numbering, such as 1.2 or T3.' }),
  ...stateOf(kind),
  audience: z.enum(offered).optional().meta({ description: 'Who may read it: members, everybody, or leader and secretariat.' }),
  fields: z.strictObject(fieldShape(kind.fields, (field) => writtenAs(field)?.optional() ?? null)).optional(),
})

/** What makes an item of a kind, and what changes one: a field that is left out stays as it is, null empties it (RFC 7396). Unknown fields are refused. */
export const newItemSchema = (kind: Kind): z.ZodType<ItemBody> =>
  z.strictObject({ title: text(300).meta({ description: kind.words.en.titleLabel }), ...written(kind), language: z.enum(languages).optional() }).meta({ id: `${kind.name}-new` }) as unknown as z.ZodType<ItemBody>
export const changedItemSchema = (kind: Kind): z.ZodType<ItemBody> =>
  z.strictObject({ title: text(300).optional(), ...written(kind) }).meta({ id: `${kind.name}-change` }) as unknown as z.ZodType<ItemBody>

const head = {
  id: z.guid(),
  number: z.int().meta({ description: 'Its number in the workspace, as in the addresses of pages.' }),
  title: z.string(),
  code: z.string().nullable(),
  state: z.string().nullable(),
  language: z.enum(languages),
  audience: z.enum(['public', 'workspace', 'roles', 'organisation', 'author']),
  version: z.int().meta({ description: 'Rises by one at every change; the ETag is made of it.' }),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  removed: z.boolean(),
  page: z.url().meta({ description: 'The page for people.' }),
  self: z.url(),
}

/** What every item has, whatever its kind. */
export const headSchema = z.object({ kind: z.string(), ...head }).meta({ id: 'item-head' })

/** An item as it is read. */
export const itemSchema = (kind: Kind): z.ZodType =>
  z.object({
    kind: z.literal(kind.name), ...head,
    ...(kind.states && { state: z.enum(Object.keys(kind.states) as [string, ...string[]]).nullable() }),
    fields: z.object(fieldShape(kind.fields, readAs)),
    ...(kind.children && { rows: z.object(Object.fromEntries(Object.entries(kind.children).map(([table, label]) => [table, z.array(z.looseObject({ id: z.guid() })).meta({ description: label.en })]))) }),
  }).meta({ id: kind.name })

export type ChildRows = Readonly<Record<string, readonly Record<string, unknown>[]>>

/** Addresses of an item, for people and for programs. */
export type Addresses = { page: string; self: string }

export const headJson = (item: Omit<Item, 'fields'>, { page, self }: Addresses): Record<string, unknown> => ({
  kind: item.kind, id: item.id, number: item.number, title: item.title, code: item.code, state: item.state, language: item.language, audience: item.audience, version: item.version,
  createdAt: item.created_at.toString(), changedAt: item.changed_at.toString(), removed: item.removed_at !== null, page, self,
})

export const itemJson = (kind: Kind, item: Item, rows: ChildRows, at: Addresses): Record<string, unknown> => ({ ...headJson(item, at), fields: item.fields, ...(kind.children && { rows }) })

/** As a form would have sent it, where the form's rules are those of the text itself. */
const asTyped = (value: unknown): string | readonly string[] => (Array.isArray(value) ? value.map(String) : value === null || value === undefined ? '' : String(value))

/**
 * Reads what was sent for a kind by the rules of its form: lengths, dates that exist, addresses, choices, what must be there. Numbers and yes or no
 * are taken as they are. `item` is what stands, when it is changed: what is left out stays, and rules that look at two fields see both.
 */
export function readItemJson(kind: Kind, body: ItemBody, lang: Lang, item: Item | null): { change: ItemChange & { fields: Record<string, FieldValue> } } | { errors: FieldProblem[] } {
  const sent = body.fields ?? {}
  // A new item is asked for everything that must be there; a change for what it brings.
  const concerned = Object.fromEntries(Object.entries(kind.fields).filter(([name, field]) => field.type !== 'file' && (item === null || Object.hasOwn(sent, name))))
  const asItIs = (field: Field | undefined) => field?.type === 'number' || field?.type === 'kroner' || field?.type === 'yesNo'
  const raw: RawForm = Object.fromEntries(Object.keys(concerned).map((name) => [name, asTyped(sent[name])]))
  const parsed = parseFields(Object.fromEntries(Object.entries(concerned).filter(([, field]) => !asItIs(field))), raw, lang)
  const values: Record<string, FieldValue> = { ...parsed.values }
  for (const [name, field] of Object.entries(concerned)) if (asItIs(field)) values[name] = (sent[name] ?? (field.type === 'yesNo' ? false : null)) as FieldValue
  const missing = parseFields(Object.fromEntries(Object.entries(concerned).filter(([name, field]) => asItIs(field) && field.type !== 'yesNo' && field.required && values[name] === null)), {}, lang)
  const heads: Fields = { title: { type: 'text', required: true, label: none }, code: { type: 'text', max: 30, label: none } }
  const own = Object.fromEntries(Object.entries(heads).filter(([name]) => Object.hasOwn(body, name)))
  const headed = parseFields(own, { title: asTyped(body.title), code: asTyped(body.code) }, lang)
  const errors = [
    ...Object.entries(headed.errors).map(([name, detail]) => ({ pointer: pointerTo(name), detail })),
    ...Object.entries({ ...parsed.errors, ...missing.errors, ...datesOutOfOrder({ ...item?.fields, ...values }, lang) }).map(([name, detail]) => ({ pointer: pointerTo('fields', name), detail })),
  ]
  if (errors.length > 0) return { errors }
  return {
    change: {
      ...(body.title !== undefined && { title: String(headed.values.title) }),
      ...(body.code !== undefined && { code: (headed.values.code as string | null) ?? null }),
      ...(body.state !== undefined && { state: body.state }),
      ...(body.audience && { audience: body.audience as Audience, audienceRoles: body.audience === 'roles' ? ['leader', 'secretariat'] : [] }),
      fields: values,
    },
  }
}

const none = { nb: '', nn: '', en: '' }
