import type { JWTPayload } from 'jose'
import type { ProviderSettings } from './provider.ts'

/** Who a provider says that somebody is, cut down to what we keep. Never a national identity number, also where the provider sends one. */
export type Vouched = {
  issuer: string
  /** What we know them by: what the issuer calls them, and calls nobody else. */
  subject: string
  /** What the issuer's log-out messages call them. */
  tokenSubject: string
  sid: string | null
  /** Only to fill in a form: nobody is let in by an address that a provider tells. */
  suggestedEmail: string | null
  /** The organisation that they chose to act for, by its number (Ansattporten). */
  orgnr: string | null
}

export type ClaimsProblem = 'level' | 'tenant' | 'claims'

const text = (value: unknown, max: number): string | null => (typeof value === 'string' && value !== '' && value.length <= max && !/\p{Cc}/u.test(value) ? value : null)

/** Reads the claims of an ID token that has been verified, by the provider's rules. */
export function readClaims(settings: ProviderSettings, claims: JWTPayload): Vouched | ClaimsProblem {
  const [issuer, tokenSubject] = [text(claims.iss, 300), text(claims.sub, 255)]
  if (!issuer || !tokenSubject) return 'claims'
  // A level that is not told is not a level.
  if (settings.acr.length > 0 && !settings.acr.includes(String(claims.acr ?? ''))) return 'level'
  const common = { issuer, tokenSubject, sid: text(claims.sid, 255), suggestedEmail: text(claims.email, 254), orgnr: chosenOrganisation(claims.authorization_details) }
  if (settings.preset !== 'entra') return { ...common, subject: tokenSubject }
  const [tid, oid] = [text(claims.tid, 36)?.toLowerCase(), text(claims.oid, 64)?.toLowerCase()]
  if (!tid || !settings.tenants.includes(tid)) return 'tenant'
  // `sub` is another for each program; `oid` is the person's in the tenant, and the tenant stands in the key too, whatever the issuer writes.
  return oid ? { ...common, subject: `${tid}:${oid}` } : 'claims'
}

/**
 * The number of the organisation that was chosen in Ansattporten: `0192:` and nine digits (ISO 6523) under `authorized_parties` (Altinn 3)
 * or `reportees` (Altinn 2). Null when none was, or several: one acts for one at a time.
 */
export function chosenOrganisation(details: unknown): string | null {
  const list = (value: unknown): readonly Record<string, unknown>[] => (Array.isArray(value) ? value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null) : [])
  const chosen = list(details)
    .filter((one) => String(one.type).startsWith('ansattporten:altinn:'))
    .flatMap((one) => [...list(one.authorized_parties).flatMap((party) => list([party.orgno])), ...list(one.reportees)])
    .flatMap((party) => /^0192:(\d{9})$/.exec(String(party.ID ?? party.id ?? ''))?.[1] ?? [])
  const [first] = chosen
  return first !== undefined && chosen.every((one) => one === first) ? first : null
}
