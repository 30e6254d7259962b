import { createRemoteJWKSet, customFetch as joseFetch, errors, jwtVerify, type JWTPayload } from 'jose'
import * as oidc from 'openid-client'
import { boundedFetch } from '../outside/bounded-fetch.ts'
import type { Lang } from '../text/texts.ts'
import { type ClaimsProblem, readClaims, type Vouched } from './claims.ts'
import type { ProviderSettings } from './provider.ts'

/** Why nobody came in: the provider is away; its answer cannot be believed; the person said no; the level, the tenant or what was told does not do. */
export type Failed = { failed: 'away' | 'unbelievable' | 'declined' | ClaimsProblem; error?: unknown }

export type Secrets = { state: string; nonce: string; verifier: string }

/** Makes what one trip to a provider is recognised by. */
export const newSecrets = (): Secrets => ({ state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() })

/** Seconds that a provider's clock may be off ours. */
export const clockTolerance = 60
/** What a provider says of itself is asked for again after this, and kept in use for a day while the provider does not answer. */
const freshMs = 60 * 60_000
const stillUsefulMs = 24 * 60 * 60_000
/** A provider that did not answer is left alone this long, so that nobody waits for it again at once. */
const restMs = 10_000
/** How often a provider whose answer did not hold is asked about itself anew. */
const doubtMs = 60_000

/** One provider, and what we and it say to each other. Never throws: what went wrong is a value. */
export type RelyingParty = {
  settings: ProviderSettings
  /** Where the browser is sent to log in. */
  begin(trip: Secrets & { redirectUri: string; lang: Lang; now: Temporal.Instant }): Promise<{ to: string } | Failed>
  /** What came back with the browser, exchanged for who it is. `url` is the address with its query, as the provider was told it. */
  finish(trip: Secrets & { url: URL; now: Temporal.Instant }): Promise<{ vouched: Vouched; idToken: string } | Failed>
  /** Where the browser is sent to log out, or null when the provider has no such place or does not answer. */
  logOut(of: { idToken: string; returnTo: string; now: Temporal.Instant }): Promise<string | null>
  /** Verifies something that the provider signed for us; throws jose's errors. `typ` and claims beyond issuer, audience and time are the caller's. */
  verify(token: string, now: Temporal.Instant): Promise<{ payload: JWTPayload; typ: string | undefined }>
  /** Issuers that it speaks for: one, or one for each tenant. */
  issuers: readonly string[]
  /** Hosts whose pages may frame our address for log-out, and which our log-out form may lead to; empty when nobody has answered yet. */
  origins(now: Temporal.Instant): Promise<readonly string[]>
  /** Asks the provider about itself anew. */
  test(now: Temporal.Instant): Promise<{ ok: true } | Failed>
}

type Known = { config: oidc.Configuration; keys: ReturnType<typeof createRemoteJWKSet>; place: string; at: number }

/** `patienceMs`: how long one answer may take. */
export function relyingParty(settings: ProviderSettings, patienceMs = 5_000): RelyingParty {
  const reach = settings.own ? 'own' : 'open'
  const ask = boundedFetch({ timeoutMs: patienceMs, maxBytes: 256 * 1024, reach })
  const issuers = settings.preset === 'entra' && settings.tenants.length > 1 ? settings.tenants.map((tenant) => `https://login.microsoftonline.com/${tenant}/v2.0`) : [settings.issuer]
  let known: Known | null = null
  let failedAt: { at: number; error: unknown } | null = null
  let asking: Promise<Known> | null = null
  let doubtedAt = Number.NEGATIVE_INFINITY

  async function discover(now: Temporal.Instant): Promise<Known> {
    const at = now.epochMilliseconds
    const metadata = {
      client_secret: settings.clientSecret, id_token_signed_response_alg: settings.algorithm,
      // The house's clock counts, which in tests is another than the machine's.
      [oidc.clockSkew]: Math.round((at - Date.now()) / 1000), [oidc.clockTolerance]: clockTolerance,
    }
    const config = await oidc.discovery(new URL(settings.issuer), settings.clientId, metadata, withSecret(settings.clientSecret), {
      [oidc.customFetch]: (address, asked) => ask(address, asked), timeout: 5, execute: settings.own ? [oidc.allowInsecureRequests] : [],
    })
    const server = config.serverMetadata()
    for (const address of [server.authorization_endpoint, server.token_endpoint, server.jwks_uri, server.end_session_endpoint ?? settings.issuer]) {
      // Over http only what stands on a network of our own; the browser is led nowhere else either.
      if (!address || !URL.canParse(address) || !(new URL(address).protocol === 'https:' || settings.own)) throw new Error('The provider does not say where to ask')
    }
    const place = server.jwks_uri ?? ''
    // The same keys stay, and with them the rest between two looks at them.
    const keys = known?.place === place ? known.keys : createRemoteJWKSet(new URL(place), { [joseFetch]: (address, asked) => ask(address, asked), timeoutDuration: patienceMs, cooldownDuration: restMs, cacheMaxAge: freshMs })
    return { config, keys, place, at }
  }

  /** What we know of the provider: at most an hour old, or what we knew while it does not answer. */
  async function knowing(now: Temporal.Instant, anew = false): Promise<Known> {
    const at = now.epochMilliseconds
    if (!anew && known && Math.abs(at - known.at) < freshMs) return known
    const resting = failedAt && Math.abs(at - failedAt.at) < restMs
    if (!anew && resting) {
      if (known && Math.abs(at - known.at) < stillUsefulMs) return known
      throw failedAt?.error
    }
    asking ??= discover(now).finally(() => (asking = null))
    try {
      known = await asking
      failedAt = null
      return known
    } catch (error) {
      failedAt = { at, error }
      if (!anew && known && Math.abs(at - known.at) < stillUsefulMs) return known
      throw error
    }
  }

  async function verify(token: string, now: Temporal.Instant) {
    const { keys } = await knowing(now)
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer: [...issuers], audience: settings.clientId, algorithms: [settings.algorithm], currentDate: new Date(now.epochMilliseconds), clockTolerance, maxTokenAge: 600,
      requiredClaims: ['iat'],
    })
    return { payload, typ: protectedHeader.typ }
  }

  return {
    settings, issuers, verify,
    async begin({ redirectUri, lang, state, nonce, verifier, now }) {
      try {
        const { config } = await knowing(now)
        const asked = {
          redirect_uri: redirectUri, scope: settings.scopes, state, nonce, ui_locales: lang, response_type: 'code',
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
          ...(settings.acr[0] && { acr_values: settings.acr[0] }),
          ...(settings.resource && { authorization_details: JSON.stringify([{ type: 'ansattporten:altinn:resource', resource: settings.resource, allow_multiple_organizations: false, representation_is_required: false }]) }),
        }
        const pushed = settings.pushed || config.serverMetadata().require_pushed_authorization_requests === true
        return { to: (pushed ? await oidc.buildAuthorizationUrlWithPAR(config, asked) : oidc.buildAuthorizationUrl(config, asked)).href }
      } catch (error) {
        return { failed: 'away', error }
      }
    },
    async finish({ url, state, nonce, verifier, now }) {
      // Said by whoever sent the browser back; nothing is believed of it but that nobody came in.
      if (url.searchParams.has('error')) return { failed: ['access_denied', 'login_required', 'interaction_required'].includes(url.searchParams.get('error') ?? '') ? 'declined' : 'unbelievable' }
      try {
        const { config } = await knowing(now)
        const tokens = await oidc.authorizationCodeGrant(config, url, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true })
        const idToken = tokens.id_token ?? ''
        // The client trusts the line it came over; the signature is checked as well, by keys that are asked for anew when one is unknown.
        const { payload } = await verify(idToken, now)
        const vouched = readClaims(settings, payload)
        return typeof vouched === 'string' ? { failed: vouched } : { vouched, idToken }
      } catch (error) {
        // What it says of itself may have changed: it is asked again the next time, but not for everybody who comes with something made up.
        if (known && now.epochMilliseconds - doubtedAt > doubtMs) {
          doubtedAt = now.epochMilliseconds
          known = { ...known, at: known.at - freshMs }
        }
        return { failed: isUnbelievable(error) ? 'unbelievable' : 'away', error }
      }
    },
    async logOut({ idToken, returnTo, now }) {
      try {
        const { config } = await knowing(now)
        return config.serverMetadata().end_session_endpoint ? oidc.buildEndSessionUrl(config, { id_token_hint: idToken, post_logout_redirect_uri: returnTo }).href : null
      } catch {
        return null
      }
    },
    async origins(now) {
      const server = (await knowing(now).catch(() => null))?.config.serverMetadata()
      const found = [settings.issuer, server?.authorization_endpoint, server?.end_session_endpoint].flatMap((address) => (address ? [new URL(address).origin] : []))
      return [...new Set(found)]
    },
    async test(now) {
      try {
        const { keys } = await knowing(now, true)
        await keys.reload()
        return { ok: true }
      } catch (error) {
        return { failed: 'away', error }
      }
    },
  }
}

/** The secret in the body where the provider takes it there, else in the header, as the standard has it when nothing is said. */
const withSecret = (secret: string): oidc.ClientAuth => (server, ...rest) =>
  (server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ? oidc.ClientSecretPost(secret) : oidc.ClientSecretBasic(secret))(server, ...rest)

/** The provider did answer, and what it answered does not hold: its signature, times, names, or the code itself. */
const isUnbelievable = (error: unknown): boolean =>
  error instanceof oidc.ResponseBodyError || error instanceof oidc.AuthorizationResponseError || (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) ||
  (error instanceof oidc.ClientError && !['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'].includes(error.code ?? ''))

/** One for each provider, by name. */
export const relyingParties = (providers: readonly ProviderSettings[]): ReadonlyMap<string, RelyingParty> => new Map(providers.map((settings) => [settings.name, relyingParty(settings)]))
