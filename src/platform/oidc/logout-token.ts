import type { RelyingParty } from './relying-party.ts'

/** What a provider says is over: one of its sessions, or all sessions of one of its people. `jti` is the message's own name. */
export type LoggedOut = { issuer: string; jti: string; of: { sid: string; subject?: string } | { subject: string } }

const logOutEvent = 'http://schemas.openid.net/event/backchannel-logout'
const word = (value: unknown): string | null => (typeof value === 'string' && value !== '' && value.length <= 255 ? value : null)

/**
 * Reads a log-out message (OpenID Connect Back-Channel Logout 1.0, 2.6): signed by the provider, for us, fresh, and about a log-out. Null for
 * anything else, such as an ID token. Whether it was heard before is the caller's to ask.
 */
export async function readLogoutToken(party: RelyingParty, token: string, now: Temporal.Instant): Promise<LoggedOut | null> {
  try {
    const { payload, typ } = await party.verify(token, now)
    const [issuer, jti, sid, subject] = [word(payload.iss), word(payload.jti), word(payload.sid), word(payload.sub)]
    const events = payload.events
    const about = typeof events === 'object' && events !== null && Object.hasOwn(events, logOutEvent) ? (Reflect.get(events, logOutEvent) as unknown) : null
    if (typ !== undefined && !/^(application\/)?(logout\+jwt|jwt)$/i.test(typ)) return null
    if (!issuer || !jti || 'nonce' in payload || typeof about !== 'object' || about === null) return null
    if (sid) return { issuer, jti, of: { sid, ...(subject && { subject }) } }
    return subject ? { issuer, jti, of: { subject } } : null
  } catch {
    return null
  }
}
