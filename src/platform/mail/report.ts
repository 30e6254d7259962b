import { allParts, type MimePart, readHeaders, readMime } from './mime.ts'

/** What came back for a mail. `status` is like '5.1.1'; `detail` is the server's own words, short. */
export type MailReport = { kind: 'failed' | 'delayed' | 'away' | 'unclear'; status: string | null; detail: string | null } | { kind: 'arrived' }

const short = (text: string | undefined): string | null => {
  const clean = (text ?? '').toWellFormed().replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, 300)
  return clean === '' ? null : clean
}

/**
 * Reads what a mail server, or the reader's own mail program, answered. A delivery status (RFC 3464) tells by itself whether it is
 * for good; an answer that says it is automatic is no bounce; all else is unclear, and a person may look.
 */
export function readReport(raw: string): MailReport {
  const mail = readMime(raw)
  for (const part of allParts(mail)) {
    if (part.type === 'message/delivery-status' || part.type === 'message/global-delivery-status') {
      const found = fromStatus(part.text)
      if (found) return found
    }
  }
  if (isAutomatic(mail)) return { kind: 'away', status: null, detail: null }
  return { kind: 'unclear', status: null, detail: short(mail.headers.get('subject')) }
}

/** The fields for each recipient; one that failed tells more than one that was delayed. */
function fromStatus(text: string): MailReport | null {
  const groups = text.replace(/\r\n?/g, '\n').trim().split(/\n[ \t]*\n/, 50).map(readHeaders).filter((group) => group.has('action'))
  const action = (group: ReadonlyMap<string, string>) => (group.get('action') ?? '').split(/[\s;]/)[0]?.toLowerCase()
  const told = (kind: 'failed' | 'delayed', group: ReadonlyMap<string, string>): MailReport =>
    ({ kind, status: /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(group.get('status') ?? '')?.[1] ?? null, detail: short(group.get('diagnostic-code')?.replace(/^[\w-]+\s*;\s*/, '')) })
  const failed = groups.find((group) => action(group) === 'failed')
  if (failed) return told('failed', failed)
  const delayed = groups.find((group) => action(group) === 'delayed')
  if (delayed) return told('delayed', delayed)
  return groups.some((group) => ['delivered', 'relayed', 'expanded'].includes(action(group) ?? '')) ? { kind: 'arrived' } : null
}

/** RFC 3834, and what Exchange and older servers write. */
function isAutomatic({ headers }: MimePart): boolean {
  const sent = headers.get('auto-submitted')?.toLowerCase() ?? ''
  if (sent.startsWith('auto-replied')) return true
  if (headers.has('x-autoreply') || headers.has('x-autorespond') || headers.has('x-auto-response-suppress')) return true
  if (/auto[_-]?reply/i.test(headers.get('precedence') ?? '')) return true
  return /^\s*(automatisk svar|automatic reply|out of office|fraværsmelding|fråværsmelding|autosvar)\b/i.test(headers.get('subject') ?? '')
}
