import type { Kind } from './kind.ts'

/** Where an item is kept when that is in another system: what the system is called, and a link into it. */
export type Elsewhere = { system: string; href: string | null }

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Where it is kept; null for what is kept here, and for kinds that always are. A link without a name is called by where it leads. */
export function elsewhereOf({ keptElsewhere: kept }: Pick<Kind, 'keptElsewhere'>, fields: Readonly<Record<string, unknown>>): Elsewhere | null {
  const [system, href] = kept ? [text(fields[kept.system]), text(fields[kept.link])] : [null, null]
  if (system === null && href === null) return null
  return { system: system ?? (URL.canParse(href ?? '') ? new URL(href ?? '').hostname : (href ?? '')), href }
}

/** Whether a field says what the other system knows: of an item that is kept there it is neither asked for nor shown. */
export const isKeptThere = (kind: Pick<Kind, 'keptElsewhere'>, field: string): boolean => kind.keptElsewhere?.instead.includes(field) ?? false
