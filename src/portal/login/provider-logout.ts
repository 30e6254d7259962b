import { notice, type Notice, resource, type Resource } from '../../platform/http/page.ts'
import { policyWith } from '../../platform/http/security.ts'
import { readLogoutToken } from '../../platform/oidc/logout-token.ts'
import { hearOnce } from '../../platform/oidc/trip.store.ts'
import { endSessionsAt } from '../../platform/session/session.ts'
import { atProvider, type AtProvider } from './at-provider.ts'

/**
 * Front-channel log-out: the provider's own log-out page shows this in a frame, which carries no cookie of ours. Whoever knows issuer and
 * session may end that session and no more; the session's name is the provider's secret.
 */
const inFrame: Resource = resource({
  path: '/logg-ut/fra/:provider{[a-z0-9-]+}',
  access: atProvider,
  async respond(request, { party }: AtProvider) {
    const [issuer, sid] = [request.query.get('iss'), request.query.get('sid')]
    if (issuer && party.issuers.includes(issuer) && sid && sid.length <= 255) await endSessionsAt(request.db, issuer, { sid })
    return new Response('<!doctype html><title>OK</title>', {
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache, no-store', 'content-security-policy': policyWith({ framedBy: await party.origins(request.now) }) },
    })
  },
})

const told = (status: 200 | 400): Response =>
  new Response(status === 200 ? null : JSON.stringify({ error: 'invalid_request' }), { status, headers: { 'cache-control': 'no-store', ...(status === 400 && { 'content-type': 'application/json' }) } })

/** Back-channel log-out: the provider's server posts a signed message. One that cannot be believed, or was heard before, is refused and does nothing. */
const bySignedMessage = notice({
  path: '/logg-ut/melding/:provider{[a-z0-9-]+}',
  access: atProvider,
  async receive(request, { party }: AtProvider, raw) {
    const form = await raw.formData().catch(() => null)
    const token = form?.get('logout_token')
    const over = typeof token === 'string' && token.length <= 16_384 ? await readLogoutToken(party, token, request.now) : null
    if (!over) {
      request.platform.log.warn('log-out message refused', { requestId: request.requestId, kind: party.settings.name })
      return told(400)
    }
    // Noted and heeded together: a message that could not be heeded may be sent again.
    const heeded = await request.db.transaction().execute(async (tx) => {
      if (!(await hearOnce(tx, over, request.now))) return false
      await endSessionsAt(tx, over.issuer, over.of)
      return true
    })
    return told(heeded ? 200 : 400)
  },
})

export const providerLogoutResources: readonly Resource[] = [inFrame]
export const providerNotices: readonly Notice[] = [bySignedMessage]
