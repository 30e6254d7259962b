import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Context } from 'oidc-provider'

/** Who is at the provider, and how sure it is of it. Null: the person says no. */
export type AtProvider = { who: string; acr: string } | null

export type RealProvider = { issuer: string; person: AtProvider; asked: Record<string, string>[]; heard: string[]; close(): Promise<void> }

/**
 * A certified provider on loopback, with ID-porten's rules: code and PKCE S256 only, pairwise names, levels, `sid`, log-out from here and by message.
 * Whoever comes is logged in as `person` at once.
 */
export async function startRealProvider(base: string, name = 'idporten'): Promise<RealProvider> {
  const asked: Record<string, string>[] = []
  const heard: string[] = []
  let handle: (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void = () => {}
  const server = createServer((request, response) => handle(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{
      client_id: 'tradverk', client_secret: 'a-secret-of-some-length', redirect_uris: [`${base}/logg-inn/fra/${name}`], post_logout_redirect_uris: [`${base}/logget-ut`], response_types: ['code'], grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'client_secret_post', subject_type: 'pairwise', backchannel_logout_uri: `${base}/logg-ut/melding/${name}`, backchannel_logout_session_required: true,
    }],
    pkce: { required: () => true, methods: ['S256'] },
    acrValues: ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high'],
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: async (_: unknown, accountId: string, client: { clientId: string }) => createHash('sha256').update(`${client.clientId} ${accountId}`).digest('hex'),
    findAccount: async (_: unknown, id: string) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    cookies: { keys: ['only-for-tests'] },
    // Its own fetch refuses loopback, where we are.
    fetch: (address: string, { dispatcher: _, ...asked }: RequestInit & { dispatcher?: unknown }) => fetch(address, asked),
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: async (ctx: Context, form: string) => void (ctx.body = `<!doctype html><title>Logg ut</title>${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Logg ut overalt</button>`) },
    },
    interactions: { url: () => '/interaction' },
    loadExistingGrant: async (ctx: Context) => {
      const grant = new provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    ttl: { Session: 1800, Interaction: 600, Grant: 600, IdToken: 120, AccessToken: 120 },
  })
  provider.on('backchannel.success', () => heard.push('success'))
  provider.on('backchannel.error', (_, error) => heard.push(`error: ${String(error)} ${error instanceof Error ? String(error.cause) : ''}`))
  const callback = provider.callback()
  const real: RealProvider = {
    issuer, person: null, asked, heard,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  handle = async (request, response) => {
    if (!request.url?.startsWith('/interaction')) return callback(request, response)
    const { params } = await provider.interactionDetails(request, response)
    asked.push(params)
    await provider.interactionFinished(request, response, real.person ? { login: { accountId: real.person.who, acr: real.person.acr, remember: true } } : { error: 'access_denied' })
  }
  return real
}
