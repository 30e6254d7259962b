import { apiRoot } from '../../platform/api/operation.ts'
import type { Job, JobContext } from '../../platform/jobs/jobs.ts'
import { mailBody, queueMail } from '../../platform/mail/mail.ts'
import { tellOutside, type Told } from '../../platform/outside/tell.ts'
import type { Linking, Platform } from '../../platform/platform.ts'
import { keepersOf } from '../keys/keepers.ts'
import { deliveryJobInput, tries } from './delivery-input.ts'
import { webhooksPath } from './paths.ts'
import { secretOf, signatureOf } from './webhook.ts'
import { type Delivery, findDelivery, findWebhook, noteTry, setPaused, type Webhook } from './webhook.store.ts'
import { webhookWords } from './webhook.words.ts'

const selfOf = (site: Linking, hook: Webhook, item: unknown): Record<string, unknown> => {
  const one = item as { kind: string; number: number }
  return { ...(item as Record<string, unknown>), self: `${site.config.baseUrl}${apiRoot}/workspaces/${hook.slug}/items/${one.kind}/${one.number}` }
}

/** What is sent, the same word for word at every try. */
export function messageOf(site: Linking, hook: Webhook, delivery: Delivery): string {
  const data = Object.fromEntries(Object.entries(delivery.body).map(([name, value]) => [name, value !== null && typeof value === 'object' ? selfOf(site, hook, value) : value]))
  return JSON.stringify({ type: delivery.event, timestamp: delivery.createdAt.toString(), data: { workspace: hook.slug, ...data } })
}

/** Tells one receiver of one thing. The id is the same at every try, so that a receiver that has it already may pass over it. */
export async function deliver(site: Linking, hook: Webhook, delivery: Delivery, now: Temporal.Instant): Promise<Told> {
  const body = messageOf(site, hook, delivery)
  const both = hook.earlierUntil !== null && Temporal.Instant.compare(hook.earlierUntil, now) > 0
  const secrets = [secretOf(site.passKey, hook.id, hook.edition), ...(both ? [secretOf(site.passKey, hook.id, hook.edition - 1)] : [])]
  const timestamp = Math.floor(now.epochMilliseconds / 1000)
  return tellOutside(hook.address, body, {
    headers: { 'content-type': 'application/json', 'user-agent': 'Tradverk-Webhooks', 'webhook-id': delivery.id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signatureOf(secrets, delivery.id, timestamp, body) },
    timeoutMs: 10_000, inside: site.config.webhooksInside,
  })
}

/** One try of one message. A failure is noted at once, and thrown so that it is tried again; after the last the webhook rests, and its keepers are told. */
export async function runDelivery(platform: Platform, { input, tx, db, now, attempt }: Pick<JobContext<{ delivery: string }>, 'input' | 'tx' | 'db' | 'now' | 'attempt'>): Promise<void> {
  const delivery = await findDelivery(db, input.delivery)
  const hook = delivery && (await findWebhook(db, delivery.webhookId))
  if (!delivery || !hook || delivery.doneAt !== null || hook.pausedAt !== null) return
  const told = await deliver(platform, hook, delivery, now)
  await noteTry(db, delivery.id, now, told)
  if ('status' in told && told.status >= 200 && told.status < 300) return
  // Gone is gone: it asks not to be told any more.
  const over = attempt > tries.retries || ('status' in told && told.status === 410)
  if (!over) throw new Error(`A webhook was not received: ${'status' in told ? told.status : told.failed}`)
  if (!(await setPaused(tx, hook.id, { at: now, why: 'status' in told ? String(told.status) : told.failed }))) return
  for (const keeper of await keepersOf(tx, hook.workspaceId, now)) {
    const w = webhookWords[keeper.lang].mail
    const host = new URL(hook.address).hostname
    const body = mailBody({ lang: keeper.lang, heading: w.heading, paragraphs: [w.text(host, hook.workspace), w.what], action: { label: w.open, url: `${platform.config.baseUrl}${webhooksPath(hook)}` }, footer: w.footer })
    await queueMail(tx, { to: keeper.email, subject: w.subject(host), body, lang: keeper.lang, purpose: 'webhook-paused', personId: keeper.personId, from: { personId: null, workspaceId: hook.workspaceId }, now })
  }
}

export const webhookJob = (platform: Platform): Job<{ delivery: string }> => ({ ...deliveryJobInput, run: (context) => runDelivery(platform, context) })
