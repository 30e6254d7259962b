import type { RawForm } from '../item/parse.ts'
import type { Request } from './page.ts'

/** Form fields by name, or that the form was larger than the page takes. */
export type ReadForm = { form: RawForm } | { tooBig: true }

const maxFields = 20_000

/**
 * Reads a form as text fields. Files are staged before anything else is looked at, and turn into the id of the staged file,
 * so that a form that comes back with an error keeps them.
 */
export async function readForm(request: Request, raw: globalThis.Request): Promise<ReadForm> {
  let data: FormData
  try {
    data = await raw.formData()
  } catch (error) {
    if (error instanceof TypeError) return { form: {} }
    throw error
  }
  const form: Record<string, string | string[]> = Object.create(null)
  let count = 0
  for (const [name, value] of data.entries()) {
    if (++count > maxFields) return { tooBig: true }
    const text = typeof value === 'string' ? value : await stage(request, value)
    if (text === null) continue
    const before = form[name]
    form[name] = before === undefined ? text : Array.isArray(before) ? [...before, text] : [before, text]
  }
  return { form }
}

/** The id of the staged file; a refusal is kept as text that no field takes for an id, so that the field says why. */
async function stage(request: Request, file: File): Promise<string | null> {
  if (file.size === 0 && file.name === '') return null
  if (!request.viewer.person) return null
  const outcome = await request.platform.files.stage({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), personId: request.viewer.person.id, now: request.now })
  return 'refused' in outcome ? `!${outcome.refused}` : outcome.id
}
