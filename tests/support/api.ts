import { makeKey, type KeyReach } from '../../src/platform/api/key.ts'
import type { House } from './house.ts'

/** A key for a workspace of the demo, as its leader would have made it. */
export async function keyFor(house: House, reach: KeyReach, { kinds = null, slug = 'eksempelfylket', name = 'Virksomhetsportalen', lastDay = '2027-06-01' }: { kinds?: readonly string[] | null; slug?: string; name?: string; lastDay?: string } = {}): Promise<string> {
  const { db, clock } = house.platform
  const { id } = await db.selectFrom('workspace').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  return (await db.transaction().execute((tx) => makeKey(tx, { workspaceId: id, name, reach, kinds, lastDay }, { personId: null, now: clock() }))).token
}

export type AskedApi = { method?: string; body?: unknown; headers?: Record<string, string> }

/** Asks the API with a key, or without. A body that is text is sent as it is. */
export function askApi(house: House, token: string | null, path: string, { method = 'GET', body, headers = {} }: AskedApi = {}): Promise<Response> {
  const all = { ...(token && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }
  return Promise.resolve(house.app.request(`/api/v1${path}`, { method, headers: all, ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }) }))
}
