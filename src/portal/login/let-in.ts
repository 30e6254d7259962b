import type { Tx } from '../../platform/db/database.ts'
import type { Done, Request } from '../../platform/http/page.ts'
import { ownPath } from '../../platform/http/security.ts'
import type { Stranger } from '../../platform/oidc/trip.store.ts'
import { endSession, sessionDays, startSession } from '../../platform/session/session.ts'
import { useWay } from '../../modules/actors/index.ts'
import { chooseActingEverywhere } from '../../modules/workspaces/index.ts'
import { providerWords } from './provider.words.ts'

/** A log-in at a provider lasts a working day: it is quick to do again, and the provider's own session is shorter still. */
const providerSessionDays = 0.5

/**
 * Lets a person in by a way that has been proved: a new session, never the one that the browser had; and, where they chose an organisation at the
 * provider, that they act for it.
 */
export async function letIn(tx: Tx, request: Request, personId: string, way: { provider: string; subject: string }, { returnTo, stranger }: { returnTo: string | null; stranger?: Stranger | null }): Promise<Done> {
  const w = providerWords[request.lang]
  if (request.sessionToken) await endSession(tx, request.sessionToken)
  await useWay(tx, way, request.now)
  const token = await startSession(tx, personId, request.now, stranger ? providerSessionDays : sessionDays, stranger ?? null)
  const acts = stranger?.orgnr ? await chooseActingEverywhere(tx, { personId, orgnr: stranger.orgnr }, request.now) : null
  return {
    to: ownPath(returnTo, '/min-side'), session: { begin: token },
    ...(stranger && { browser: 'end' as const }),
    ...(stranger?.orgnr && { flash: { text: acts ? w.acting(acts) : w.notActing(stranger.orgnr) } }),
  }
}
