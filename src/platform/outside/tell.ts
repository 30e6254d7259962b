import { isIP } from 'node:net'
import { isLoopback } from '../loopback.ts'
import { boundedFetch } from './bounded-fetch.ts'
import { isPublicAddress, NotPublic } from './public-address.ts'

/** Why nobody was told: the address leads to a closed net, or nowhere that answers as it should; or it took too long. */
export type TellFailure = 'closed' | 'down' | 'slow'
export type Told = { status: number } | { failed: TellFailure }

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase()

/** Whether an address may be told at all, before anybody is asked where it is. `inside` are hosts of one's own net, opened for by the one who runs us; http only there. */
export function mayTell(address: string, inside: readonly string[]): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  const host = hostOf(url)
  const own = inside.includes(host)
  if (url.username !== '' || url.password !== '' || (url.protocol !== 'https:' && !(own && url.protocol === 'http:'))) return false
  return own || (isIP(host) === 0 ? host.includes('.') && !isLoopback(host) : isPublicAddress(host))
}

/** Posts a text to another service, within what `boundedFetch` allows. Never throws; nothing of the answer is kept but its status. */
export async function tellOutside(address: string, body: string, { headers, timeoutMs, inside }: { headers: Readonly<Record<string, string>>; timeoutMs: number; inside: readonly string[] }): Promise<Told> {
  if (!mayTell(address, inside)) return { failed: 'closed' }
  const reach = inside.includes(hostOf(new URL(address))) ? 'own' : 'open'
  try {
    const { status } = await boundedFetch({ timeoutMs, maxBytes: 65_536, reach })(address, { method: 'POST', headers, body })
    return { status }
  } catch (error) {
    if (error instanceof NotPublic) return { failed: 'closed' }
    return { failed: error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError') ? 'slow' : 'down' }
  }
}
