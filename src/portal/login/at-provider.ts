import type { Access, Scope } from '../../platform/http/page.ts'
import type { RelyingParty } from '../../platform/oidc/relying-party.ts'

export type AtProvider = Scope & { party: RelyingParty }

/** Anybody, at an address that names a provider which is set up; any other is not there. */
export const atProvider: Access<AtProvider> = {
  name: 'at-provider',
  async check(request, params) {
    const party = request.platform.relyingParties.get(params.provider ?? '')
    return party ? { party } : { denied: 'missing' }
  },
}
