import type { Outcome } from '../../../platform/db/work.ts'
import type { Request } from '../../../platform/http/page.ts'
import { firstText, type RawForm } from '../../../platform/item/parse.ts'
import { limits } from '../../../platform/limits/limits.ts'
import { parseEmail } from '../../../platform/mail/mail.ts'
import { contactWords } from './contact.words.ts'

/** A name as somebody wrote it, on one line. */
export const readName = (raw: RawForm, field: string): string => firstText(raw, field).replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').slice(0, 120)

/** How often one address may be asked, whoever asks: nobody's mailbox is filled from here. */
const toOneAddress = { name: 'asked-to', times: 5, seconds: 86_400 }

/** Somebody's name and address from a form. Strangers' addresses are bounded as those of invitations are. `none` when both are empty. */
export async function readContact(request: Request, raw: RawForm, [nameField, emailField]: readonly [string, string]): Promise<{ contact: { name: string; email: string } } | { none: true } | { errors: Record<string, string> }> {
  const w = contactWords[request.lang]
  const [name, typed] = [readName(raw, nameField), firstText(raw, emailField)]
  if (name === '' && typed === '') return { none: true }
  const email = parseEmail(typed)
  if (!email || name === '') return { errors: { ...(name === '' && { [nameField]: w.nameMissing }), ...(!email && { [emailField]: w.emailBad }) } }
  for (const [limit, key] of [[limits.invitation, request.viewer.person?.id ?? request.address], [toOneAddress, email.toLowerCase()]] as const) {
    const may = await request.platform.limit(limit, key, request.now)
    if (!may.ok) return { errors: { [emailField]: w.limited(Math.ceil(may.retryAfter / 60)) } }
  }
  return { contact: { name, email } }
}

/** The same, where there must be one. */
export async function requireContact(request: Request, raw: RawForm, fields: readonly [string, string]): Promise<Outcome<{ name: string; email: string }, { errors: Record<string, string> }>> {
  const w = contactWords[request.lang]
  const read = await readContact(request, raw, fields)
  if ('contact' in read) return { done: read.contact }
  return { refused: { errors: 'none' in read ? { [fields[0]]: w.nameMissing, [fields[1]]: w.emailBad } : read.errors } }
}
