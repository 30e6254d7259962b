import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'

/**
 * All cookies are `__Host-`: bound to this host, sent over https only (browsers count localhost as safe), out of reach
 * for scripts, and not sent with requests from other sites.
 */
const options = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

/** The session; the language; what is said once; and the browser that is on its way to a provider and back. */
export type CookieName = 'okt' | 'sprak' | 'beskjed' | 'forsok'

export const readCookie = (c: Context, name: CookieName): string | undefined => getCookie(c, name, 'host')
/** The same from the header as it came, before anything else is made of what was asked. */
export const cookieIn = (header: string, name: CookieName): string | undefined => parse(header, `__Host-${name}`)[`__Host-${name}`]
export const writeCookie = (c: Context, name: CookieName, value: string, maxAge: number): void => setCookie(c, name, value, { ...options, maxAge })
export const dropCookie = (c: Context, name: CookieName): void => void deleteCookie(c, name, options)
