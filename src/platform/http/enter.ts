import type { Context } from 'hono'
import { readCookie } from './cookies.ts'
import type { House, Vars } from './house.ts'
import type { Access, Denied, Page, Params, Request, Scope } from './page.ts'
import { type Entered, fail } from './render.ts'

const deniedStatus = { missing: 404, login: 404, passkey: 404, moved: 404, forbidden: 403, archived: 409 } as const

const isDenied = (scope: Scope | Denied): scope is Denied => 'denied' in scope

/** Through the policy, for what is no page. */
export async function behind(house: House, c: Context<Vars>, access: Access<Scope>, answer: (request: Request, scope: Scope, params: Params) => Promise<Response | null>): Promise<Response> {
  const request = c.get('request')
  const params = c.req.param() as Params
  const scope = await access.check(request, params)
  if (isDenied(scope)) return fail(house, c, deniedStatus[scope.denied])
  return (await answer(request, scope, params)) ?? fail(house, c, 404)
}

/** Through the policy and into the page; what a person may not see reads as not found. */
export async function enter(house: House, c: Context<Vars>, page: Page): Promise<Entered | Response> {
  const request = c.get('request')
  const params = c.req.param() as Params
  const scope = await page.access.check(request, params)
  if (isDenied(scope)) {
    if (scope.denied === 'login') return c.redirect(`/logg-inn?til=${encodeURIComponent(request.path)}`, 303)
    if (scope.denied === 'passkey') return c.redirect(`/logg-inn/passnokkel?til=${encodeURIComponent(request.path)}`, 303)
    if (scope.denied === 'moved') return c.redirect(scope.to, 301)
    return fail(house, c, deniedStatus[scope.denied])
  }
  const own = scope.holder && !readCookie(c, 'sprak') ? { ...request, lang: scope.holder.lang } : request
  c.set('request', own)
  const loaded = await page.load(own, scope, params)
  return loaded === null ? fail(house, c, 404) : { scope, loaded, params }
}
