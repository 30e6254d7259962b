/** What somebody typed in a form that could not be taken in: text fields in order. Files cannot be handed back. */
export type Unsent = { fields: readonly (readonly [name: string, value: string])[]; hadFiles: boolean }

/** What the form held, from what was read of it already or else now; null when it was no form, or can no longer be read. */
export async function unsentForm(raw: Request, sent: FormData | undefined): Promise<Unsent | null> {
  if (raw.method !== 'POST') return null
  const data = sent ?? (await raw.formData().catch(() => null))
  if (!data) return null
  const entries = [...data.entries()]
  return {
    fields: entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
    hadFiles: entries.some(([, value]) => typeof value !== 'string' && value.size > 0),
  }
}
