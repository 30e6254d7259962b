import type { Outcome, Work } from '../../platform/db/work.ts'
import type { Done, Refusal, Request } from '../../platform/http/page.ts'
import { mailBody, queueMail } from '../../platform/mail/mail.ts'
import { forgetStranger, type Stranger, strangerIn } from '../../platform/oidc/trip.store.ts'
import { formatDateTime } from '../../platform/text/format.ts'
import { addWay, emailOf } from '../../modules/actors/index.ts'
import { letIn } from './let-in.ts'
import { providerWords } from './provider.words.ts'
import { waysPath } from './ways-path.ts'

/** What people call a provider; one that is no longer set up is called by its name. */
export const labelOf = (request: Request, provider: string): string => request.platform.relyingParties.get(provider)?.settings.label[request.lang] ?? provider

/** Ties the stranger in this browser to a person who has proved the account too. Refused when the way is somebody's already. The person is told by mail. */
async function tie(work: Work, request: Request, personId: string): Promise<{ stranger: Stranger } | { refused: Refusal }> {
  const w = providerWords[request.lang]
  const stranger = await strangerIn(work.tx, request.browser, request.now)
  if (!stranger || !request.browser) return { refused: { message: w.strangerGone } }
  const label = labelOf(request, stranger.provider)
  if (!(await addWay(work.tx, personId, { provider: stranger.issuer, subject: stranger.subject }, request.now))) return { refused: { message: w.taken(label) } }
  await forgetStranger(work.tx, request.browser)
  const to = await emailOf(work.tx, personId)
  if (to) {
    await queueMail(work.tx, {
      to, subject: w.newWaySubject, lang: request.lang, purpose: 'security', personId, now: request.now,
      body: mailBody({ lang: request.lang, heading: w.newWaySubject, paragraphs: [w.newWayText(label, formatDateTime(request.now, request.lang))], action: { label: w.newWayButton, url: `${request.platform.config.baseUrl}${waysPath}` }, footer: w.newWayFooter }),
    })
  }
  return { stranger }
}

/** Ties the stranger to an account that was proved by e-mail, and lets them in as at the provider. */
export async function tieAndLetIn(work: Work, request: Request, personId: string, returnTo: string | null): Promise<Outcome<Done, Refusal>> {
  const tied = await tie(work, request, personId)
  if ('refused' in tied) return tied
  const { stranger } = tied
  const done = await letIn(work.tx, request, personId, { provider: stranger.issuer, subject: stranger.subject }, { returnTo, stranger })
  return { done: { flash: { text: providerWords[request.lang].tied(labelOf(request, stranger.provider)) }, ...done } }
}

/** Ties the stranger to the account that is logged in. */
export async function tieToOwn(work: Work, request: Request, personId: string): Promise<Outcome<Done, Refusal>> {
  const tied = await tie(work, request, personId)
  return 'refused' in tied ? tied : { done: { to: waysPath, browser: 'end', flash: { text: providerWords[request.lang].tied(labelOf(request, tied.stranger.provider)) } } }
}
