import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress, NotPublic, publicLookup } from './public-address.ts'

export type Bounds = {
  /** From the first byte sent to the last received. */
  timeoutMs: number
  maxBytes: number
  /** `open`: https, to addresses on the open net only. `own`: the one who runs us has said that it stands on a network of their own; http only there. */
  reach: 'open' | 'own'
}

type Asked = { method?: string; headers?: Record<string, string> | Headers; body?: unknown; signal?: AbortSignal | null | undefined }

/** As `fetch`, bounded in time and size, following no redirect, and reaching only what it is meant to. Throws when it cannot. */
export type BoundedFetch = (address: string | URL, asked?: Asked) => Promise<Response>

export const boundedFetch = ({ timeoutMs, maxBytes, reach }: Bounds): BoundedFetch => async (address, { method = 'GET', headers = {}, body, signal } = {}) => {
  const url = new URL(address)
  if (url.protocol !== 'https:' && !(reach === 'own' && url.protocol === 'http:')) throw new NotPublic()
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (reach === 'open' && isIP(host) && !isPublicAddress(host)) throw new NotPublic()
  const sent = body === undefined || body === null ? null : String(body)
  const limit = AbortSignal.timeout(timeoutMs)
  return new Promise<Response>((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method, agent: false, signal: signal ? AbortSignal.any([limit, signal]) : limit, ...(reach === 'open' && { lookup: publicLookup }),
      headers: { ...Object.fromEntries(new Headers(headers)), ...(sent !== null && { 'content-length': String(Buffer.byteLength(sent)) }) },
    }, (answer) => {
      const pieces: Buffer[] = []
      let size = 0
      answer.on('data', (piece: Buffer) => {
        size += piece.length
        if (size > maxBytes) request.destroy(new Error('The answer is larger than it may be'))
        else pieces.push(piece)
      })
      answer.on('error', reject)
      answer.on('end', () => {
        const status = answer.statusCode ?? 0
        if (status >= 300 && status < 400) return reject(new Error('The answer leads elsewhere'))
        const empty = status === 204 || status === 205
        try {
          resolve(new Response(empty ? null : Buffer.concat(pieces), { status, headers: Object.entries(answer.headers).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one])) }))
        } catch (error) {
          reject(error)
        }
      })
    })
    request.on('error', reject)
    request.end(sent ?? undefined)
  })
}
