import { createHash, timingSafeEqual } from 'node:crypto'
import type { Metrics } from './metrics.ts'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** The figures for whoever carries the token; without a token set, for whoever can reach the address that they are given at. */
export async function answerMetrics(metrics: Metrics, token: string | null, authorization: string | null): Promise<Response> {
  if (token !== null && !timingSafeEqual(digest(`Bearer ${token}`), digest(authorization ?? ''))) {
    return new Response('The token is missing or wrong\n', { status: 401, headers: { 'WWW-Authenticate': 'Bearer', 'Content-Type': 'text/plain; charset=utf-8' } })
  }
  return new Response(await metrics.text(), { headers: { 'Content-Type': metrics.contentType } })
}
