import { createHmac, timingSafeEqual } from 'node:crypto'

/** Eight bytes: mail addresses ignore case, so the code is written in hexadecimal, and all of it fits in 64 letters. */
const codeOf = (key: Uint8Array, hex: string): string => createHmac('sha256', key).update(`return\0${hex}`).digest('hex').slice(0, 16)

/** Where a mail server sends word that a mail did not arrive: an address of this one mail, that nobody else can make. */
export function returnAddress(key: Uint8Array, mailId: string, domain: string): string {
  const hex = mailId.replaceAll('-', '')
  return `retur+${hex}.${codeOf(key, hex)}@${domain}`
}

/** The mail that a return address is of; null when it is not ours. Asks no database. */
export function mailOfReturnAddress(key: Uint8Array, address: string, domain: string): string | null {
  const [, hex = '', code = '', at = ''] = /^retur\+([0-9a-f]{32})\.([0-9a-f]{16})@([^@\s]{1,255})$/.exec(address.toLowerCase()) ?? []
  if (hex === '' || at !== domain.toLowerCase() || !timingSafeEqual(Buffer.from(code), Buffer.from(codeOf(key, hex)))) return null
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
