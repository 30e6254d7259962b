import { inTransaction } from '../../platform/db/work.ts'
import { type Done, type Passage, passage, type Request } from '../../platform/http/page.ts'
import { ownPath } from '../../platform/http/security.ts'
import { limits } from '../../platform/limits/limits.ts'
import { newSecrets } from '../../platform/oidc/relying-party.ts'
import { keepAttempt, keepStranger, type Stranger, takeAttempt } from '../../platform/oidc/trip.store.ts'
import { personBehind } from '../../platform/session/login.ts'
import { newToken } from '../../platform/session/session.ts'
import { atProvider, type AtProvider } from './at-provider.ts'
import { letIn } from './let-in.ts'
import { providerWords, type TripProblem } from './provider.words.ts'
import { waysPath } from './ways-path.ts'

export const strangerPath = '/logg-inn/ukjent'

const returnAddress = (request: Request, provider: string): string => `${request.platform.config.baseUrl}/logg-inn/fra/${provider}`

/** Back to where one came from, with what went wrong. */
const back = (problem: TripProblem, provider: string, returnTo: string | null, purpose: 'login' | 'link'): Done =>
  ({ to: `${purpose === 'link' ? waysPath : '/logg-inn'}?${new URLSearchParams({ feil: problem, hos: provider, ...(returnTo && purpose === 'login' && { til: returnTo }) })}` })

/** What went wrong, for those who run us: the provider's name and the library's code, never what was sent. */
function note(request: Request, what: string, provider: string, error: unknown): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  request.platform.log.warn('log-in at provider failed', { requestId: request.requestId, kind: provider, purpose: what, ...(code && { code }), ...(error !== undefined && { error }) })
}

/**
 * The way to a provider. A link and not a form: the browser lets a form lead on only to places that are named in advance, and providers lead
 * on to others. It changes nothing for anybody; that this browser went is remembered, so that only it comes back.
 */
const outward = passage({
  path: '/logg-inn/med/:provider{[a-z0-9-]+}',
  access: atProvider,
  async lead(request, { party }: AtProvider) {
    const { name } = party.settings
    const purpose = request.query.has('knytt') && request.viewer.person ? 'link' : 'login'
    const returnTo = ownPath(request.query.get('til'), '') || null
    if (!(await request.platform.limit(limits.providerTrip, request.address, request.now)).ok) return back('busy', name, returnTo, purpose)
    const secrets = newSecrets()
    const begun = await party.begin({ ...secrets, redirectUri: returnAddress(request, name), lang: request.lang, now: request.now })
    if ('failed' in begun) {
      note(request, begun.failed, name, begun.error)
      return back('away', name, returnTo, purpose)
    }
    const browser = request.browser ?? newToken().token
    await keepAttempt(request.db, { ...secrets, browser, provider: name, purpose, returnTo, now: request.now })
    return { to: begun.to, browser: { begin: browser } }
  },
})

/** The way back: who it is, by the provider's signed word; or why nobody came in. */
const homeward = passage({
  path: '/logg-inn/fra/:provider{[a-z0-9-]+}',
  access: atProvider,
  async lead(request, { party }: AtProvider) {
    const { name, label } = party.settings
    const w = providerWords[request.lang]
    const state = request.query.get('state') ?? ''
    const attempt = request.browser && state.length < 200 ? await takeAttempt(request.db, { state, browser: request.browser, provider: name }, request.now) : null
    if (!attempt || !request.browser) return back('lost', name, null, 'login')
    const { purpose, returnTo } = attempt
    const url = new URL(returnAddress(request, name))
    url.search = request.query.toString()
    const finished = await party.finish({ ...attempt, url, now: request.now })
    if ('failed' in finished) {
      if (finished.failed !== 'declined') note(request, finished.failed, name, finished.error)
      return back(finished.failed, name, returnTo, purpose)
    }
    const stranger: Stranger = { ...finished.vouched, idToken: finished.idToken, provider: name, returnTo }
    const { browser, viewer } = request
    const outcome = await inTransaction<Done, never>(request.platform, { viewer, now: request.now, via: 'page' }, async (work) => {
      const person = await personBehind(work.tx, stranger.issuer, stranger.subject)
      if (!person) {
        await keepStranger(work.tx, browser, stranger, request.now)
        return { done: { to: strangerPath } }
      }
      if (purpose === 'link') return { done: person === viewer.person?.id ? { to: waysPath, flash: { text: w.tied(label[request.lang]) } } : back('taken', name, null, purpose) }
      return { done: await letIn(work.tx, request, person, { provider: stranger.issuer, subject: stranger.subject }, { returnTo, stranger }) }
    })
    return 'done' in outcome ? outcome.done : null
  },
})

export const providerPassages: readonly Passage[] = [outward, homeward]
