import { domainToASCII } from 'node:url'

/**
 * An e-mail address as a person types it: trimmed, the domain in lower case and ASCII; null when it cannot be one. Stricter than
 * the standard: one plain address, so that nothing in it can add a recipient or a header.
 */
export function parseEmail(typed: string): string | null {
  const text = typed.trim()
  if (text.length > 254) return null
  const parts = /^([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@([^\s@<>,;:"()[\]\\]{1,189})$/u.exec(text)
  const local = parts?.[1] ?? ''
  const domain = domainToASCII(parts?.[2] ?? '').toLowerCase()
  if (local === '' || /^\.|\.$|\.\./.test(local)) return null
  if (!/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(domain)) return null
  return `${local}@${domain}`
}
