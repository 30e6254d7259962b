import { fieldsOf } from './form.ts'

/** What somebody typed in a form that could not be taken in: text fields in order. Files cannot be handed back. */
export type Unsent = { fields: readonly (readonly [name: string, value: string])[]; hadFiles: boolean }

/** More than any form without files holds; files could not be handed back anyway. */
const mostBytes = 4 * 1024 * 1024
/** Nothing is read whose end is not known: what bounds a form may not have had its turn yet. */
const isBounded = ({ headers }: Request): boolean => !headers.has('transfer-encoding') && Number(headers.get('content-length') ?? 0) <= mostBytes

/** What the form held, from what was read of it already or else now; null when it was no form, or can no longer be read. */
export async function unsentForm(raw: Request, sent: FormData | undefined): Promise<Unsent | null> {
  if (raw.method !== 'POST') return null
  const data = sent ?? (isBounded(raw) ? await fieldsOf(raw).catch(() => null) : null)
  if (!data) return null
  const entries = [...data.entries()]
  return {
    fields: entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
    hadFiles: entries.some(([, value]) => typeof value !== 'string' && value.size > 0),
  }
}
