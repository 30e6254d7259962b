import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose'

/** A provider that lies in whatever way a test asks it to. What is not asked for is right. */
export type Lies = {
  /** Changes the claims of the ID token; the time is what the client's clock says, in seconds. */
  claims?: (claims: JWTPayload) => JWTPayload
  /** Signs in another way; `none` and `HS256` are made by hand. */
  sign?: (claims: JWTPayload, keys: ProviderKeys) => Promise<string>
  discovery?: (document: Record<string, unknown>) => Record<string, unknown>
  /** Answers instead of everything else. */
  answer?: (request: IncomingMessage, response: ServerResponse) => boolean
}

type Pair = Awaited<ReturnType<typeof generateKeyPair>>
export type ProviderKeys = { kid: string; pair: Pair; secret: string; publicPem: Buffer }

export type HostileProvider = {
  issuer: string
  lies: Lies
  /** How often each address was asked. */
  asked: Map<string, number>
  /** The last request for a token. */
  lastToken: URLSearchParams | null
  /** From now on another key, under another name. */
  rotate(): Promise<void>
  keys(): ProviderKeys
  /** What the person did at the provider: the address they come back to. */
  consent(authorizationUrl: string, who: JWTPayload): URL
  /** Signs anything, as the provider does. */
  signed(claims: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>
  close(): Promise<void>
}

export const clientId = 'tradverk'
export const clientSecret = 'a-secret-of-some-length'

/** Starts it on loopback. `seconds` is the time that its tokens are made at. */
export async function startHostileProvider(seconds: () => number): Promise<HostileProvider> {
  const codes = new Map<string, { who: JWTPayload; nonce: string; challenge: string; redirectUri: string }>()
  const asked = new Map<string, number>()
  // What was asked over a line of their own (PAR), by the name it got: used once.
  const pushed = new Map<string, URLSearchParams>()
  let keys = await newKeys('first')
  const provider: HostileProvider = {
    issuer: '', lies: {}, asked, lastToken: null,
    keys: () => keys,
    async rotate() {
      keys = await newKeys('second')
    },
    consent(address, who) {
      const open = new URL(address).searchParams
      const name = open.get('request_uri') ?? ''
      const searchParams = pushed.get(name) ?? open
      pushed.delete(name)
      const code = `code-${codes.size}`
      codes.set(code, { who, nonce: searchParams.get('nonce') ?? '', challenge: searchParams.get('code_challenge') ?? '', redirectUri: searchParams.get('redirect_uri') ?? '' })
      const back = new URL(searchParams.get('redirect_uri') ?? '')
      back.search = new URLSearchParams({ code, state: searchParams.get('state') ?? '' }).toString()
      return back
    },
    signed: (claims, header = {}) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: keys.kid, ...header }).sign(keys.pair.privateKey),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const json = (response: ServerResponse, body: unknown, status = 200) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    asked.set(path, (asked.get(path) ?? 0) + 1)
    if (provider.lies.answer?.(request, response)) return
    if (path === '/.well-known/openid-configuration') {
      const { issuer } = provider
      const document = {
        issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`, end_session_endpoint: `${issuer}/logout`, pushed_authorization_request_endpoint: `${issuer}/par`, response_types_supported: ['code'], subject_types_supported: ['pairwise'],
        id_token_signing_alg_values_supported: ['RS256'], code_challenge_methods_supported: ['S256'], token_endpoint_auth_methods_supported: ['client_secret_post'],
      }
      return void json(response, provider.lies.discovery?.(document) ?? document)
    }
    if (path === '/jwks') return void json(response, { keys: [{ ...(await exportJWK(keys.pair.publicKey)), kid: keys.kid, use: 'sig' }] })
    if (path !== '/token' && path !== '/par') return void response.writeHead(404).end()
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const form = new URLSearchParams(Buffer.concat(pieces).toString())
    if (path === '/par') {
      if (form.get('client_secret') !== clientSecret) return void json(response, { error: 'invalid_client' }, 401)
      const name = `urn:ietf:params:oauth:request_uri:${pushed.size}`
      pushed.set(name, form)
      return void json(response, { request_uri: name, expires_in: 60 }, 201)
    }
    provider.lastToken = form
    const code = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const proved = code && createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url') === code.challenge && form.get('redirect_uri') === code.redirectUri && form.get('client_secret') === clientSecret
    if (!proved) return void json(response, { error: 'invalid_grant' }, 400)
    const right: JWTPayload = { iss: provider.issuer, aud: clientId, iat: seconds(), exp: seconds() + 120, nonce: code.nonce, ...code.who }
    const claims = provider.lies.claims?.(right) ?? right
    const idToken = provider.lies.sign ? await provider.lies.sign(claims, keys) : await provider.signed(claims)
    json(response, { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: idToken })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return provider
}

async function newKeys(kid: string): Promise<ProviderKeys> {
  const pair = await generateKeyPair('RS256', { extractable: true })
  const jwk = await exportJWK(pair.publicKey)
  return { kid, pair, secret: clientSecret, publicPem: Buffer.from(JSON.stringify(jwk)) }
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token that says it needs no signature. */
export const unsigned = (claims: JWTPayload): string => `${part({ alg: 'none' })}.${part(claims)}.`
