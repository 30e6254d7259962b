import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Passkey } from './passkey.store.ts'

export type CeremonyKind = 'create' | 'get'
/** Whose ceremony it is, and where: a challenge holds for one session only, and a new session follows on what is proved. */
export type Ceremony = { key: Uint8Array; sessionToken: string; kind: CeremonyKind; baseUrl: string; now: Temporal.Instant }

const minutes = 5

const macOf = ({ key, sessionToken, kind }: Ceremony, at: Buffer): Buffer => createHmac('sha256', key).update(`passkey\0${kind}\0${sessionToken}\0`).update(at).digest()

/** A challenge for this session, good for five minutes. Nothing is stored: it carries its time and a code that only we can make. */
export function challengeFor(ceremony: Ceremony): string {
  const at = Buffer.alloc(8)
  at.writeBigUInt64BE(BigInt(ceremony.now.epochMilliseconds))
  return Buffer.concat([at, macOf(ceremony, at)]).toString('base64url')
}

/** Whether we made this challenge for this session and sort of ceremony, lately. */
export function isChallenge(ceremony: Ceremony, challenge: string): boolean {
  const raw = Buffer.from(challenge, 'base64url')
  if (raw.length !== 40) return false
  const at = raw.subarray(0, 8)
  const age = ceremony.now.epochMilliseconds - Number(at.readBigUInt64BE())
  return timingSafeEqual(raw.subarray(8), macOf(ceremony, at)) && age >= -1_000 && age <= minutes * 60_000
}

/** Much to read for the few who use it: read when somebody does. */
const verifying = () => import('@simplewebauthn/server')

const place = (baseUrl: string) => ({ expectedOrigin: new URL(baseUrl).origin, expectedRPID: new URL(baseUrl).hostname })

/** What the browser needs to make a key. The person must unlock it (PIN, finger, face): then it is two factors by itself. */
export const creationOptions = (ceremony: Ceremony, person: { id: string; name: string }, site: string, have: readonly Passkey[]) => ({
  challenge: challengeFor(ceremony),
  rp: { id: new URL(ceremony.baseUrl).hostname, name: site },
  user: { id: Buffer.from(person.id.replaceAll('-', ''), 'hex').toString('base64url'), name: person.name, displayName: person.name },
  pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
  timeout: minutes * 60_000,
  attestation: 'none',
  excludeCredentials: have.map(({ id, transports }) => ({ type: 'public-key', id, transports })),
  authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
})

/** What the browser needs to use one of these keys. */
export const requestOptions = (ceremony: Ceremony, have: readonly Passkey[]) => ({
  challenge: challengeFor(ceremony),
  rpId: new URL(ceremony.baseUrl).hostname,
  timeout: minutes * 60_000,
  userVerification: 'required',
  allowCredentials: have.map(({ id, transports }) => ({ type: 'public-key', id, transports })),
})

const parsed = (text: string): unknown => {
  try {
    return text.length > 20_000 ? null : (JSON.parse(text) as unknown)
  } catch {
    return null
  }
}

/** The key that the browser made, when everything about it holds; else null. */
export async function readCreated(ceremony: Ceremony, text: string): Promise<{ id: string; publicKey: Uint8Array; counter: number; transports: readonly string[] } | null> {
  try {
    const { verified, registrationInfo } = await (await verifying()).verifyRegistrationResponse({
      response: parsed(text) as RegistrationResponseJSON, expectedChallenge: (challenge) => isChallenge(ceremony, challenge), ...place(ceremony.baseUrl), requireUserVerification: true, supportedAlgorithmIDs: [-8, -7, -257],
    })
    if (!verified || !registrationInfo) return null
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential
    return { id, publicKey, counter, transports: transports.filter((one) => /^[a-z-]{2,20}$/.test(one)).slice(0, 8) }
  } catch {
    return null
  }
}

/** Which of these keys proved itself, with its new counter; null when none did. A counter that goes back is a copied key, and none. */
export async function readUsed(ceremony: Ceremony, text: string, have: readonly Passkey[]): Promise<{ id: string; counter: number } | null> {
  const response = parsed(text) as AuthenticationResponseJSON | null
  const key = have.find((one) => one.id === response?.id)
  if (!response || !key) return null
  try {
    const { verified, authenticationInfo } = await (await verifying()).verifyAuthenticationResponse({
      response, expectedChallenge: (challenge) => isChallenge(ceremony, challenge), ...place(ceremony.baseUrl), requireUserVerification: true,
      credential: { id: key.id, publicKey: key.publicKey, counter: key.counter },
    })
    return verified ? { id: key.id, counter: authenticationInfo.newCounter } : null
  } catch {
    return null
  }
}
