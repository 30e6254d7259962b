import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { v7 } from '../../platform/item/id.ts'
import type { Topic } from './webhook.ts'

export type Webhook = { id: string; workspaceId: string; slug: string; workspace: string; address: string; events: Topic[]; edition: number; earlierUntil: Temporal.Instant | null; pausedAt: Temporal.Instant | null; pausedWhy: string | null }

const rows = (db: Reader) => db.selectFrom('webhook as h').innerJoin('workspace as w', 'w.id', 'h.workspace_id')
  .select(['h.id', 'h.workspace_id as workspaceId', 'w.slug', 'w.title as workspace', 'h.address', 'h.events', 'h.edition', 'h.earlier_until as earlierUntil', 'h.paused_at as pausedAt', 'h.paused_why as pausedWhy']).$castTo<Webhook>()

export const webhooksOf = (db: Reader, workspaceId: string): Promise<Webhook[]> => rows(db).where('h.workspace_id', '=', workspaceId).orderBy('h.created_at').limit(50).execute()
export const findWebhook = async (db: Reader, id: string): Promise<Webhook | null> => (await rows(db).where('h.id', '=', id).executeTakeFirst()) ?? null

/** Whether a system (`h`) was given up after a day of trying, or has messages that were tried in vain. */
const isFailing: RawBuilder<boolean> = sql`(h.paused_why is distinct from 'self' and (h.paused_at is not null or exists (select from webhook_delivery d where d.webhook_id = h.id and d.done_at is null and d.attempts > 1)))`

/** How many systems do not take what they are told; an expression of SQL. */
export const failingHooks: RawBuilder<number> = sql`(select count(*) from webhook h where ${isFailing})`

export type AdministeredHook = { id: string; workspaceId: string; workspace: string; address: string; pausedAt: Temporal.Instant | null; pausedWhy: string | null; lastAt: Temporal.Instant | null; waiting: number; failing: boolean }

/** The systems that are told, of every workspace: those that do not take it first. */
export const administeredHooks = async (db: Reader): Promise<AdministeredHook[]> =>
  (await sql<AdministeredHook>`
    select h.id, h.workspace_id as "workspaceId", w.title as workspace, h.address, h.paused_at as "pausedAt", h.paused_why as "pausedWhy",
      (select count(*)::int from webhook_delivery d where d.webhook_id = h.id and d.done_at is null) as waiting, (select max(done_at) from webhook_delivery d where d.webhook_id = h.id) as "lastAt", ${isFailing} as failing
    from webhook h join workspace w on w.id = h.workspace_id
    order by failing desc, w.title, h.created_at, h.id limit 500`.execute(db)).rows

/** Those that are to be told of what happens in these workspaces. */
export const webhooksIn = (db: Reader, workspaceIds: readonly string[]): Promise<Webhook[]> => rows(db).where('h.workspace_id', '=', sql<string>`any(${[...workspaceIds]}::uuid[])`).where('h.paused_at', 'is', null).execute()

export async function insertWebhook(tx: Tx, hook: { workspaceId: string; address: string; events: readonly Topic[] }, by: { personId: string | null; now: Temporal.Instant }): Promise<string> {
  const id = v7()
  await tx.insertInto('webhook').values({ id, workspace_id: hook.workspaceId, address: hook.address, events: [...hook.events], created_at: by.now.toString(), created_by: by.personId }).execute()
  return id
}

export const deleteWebhook = async (tx: Tx, id: string): Promise<void> => void (await tx.deleteFrom('webhook').where('id', '=', id).execute())

/** Another secret; the one before signs too until then. Returns the new edition. */
export async function changeSecret(tx: Tx, id: string, until: Temporal.Instant): Promise<number> {
  return (await tx.updateTable('webhook').set((eb) => ({ edition: eb('edition', '+', 1), earlier_until: until.toString() })).where('id', '=', id).returning('edition').executeTakeFirstOrThrow()).edition
}

/** Stops telling, or begins again; says whether it was the other way before. */
export async function setPaused(tx: Tx, id: string, paused: { at: Temporal.Instant; why: string } | null): Promise<boolean> {
  const changed = await tx.updateTable('webhook').set({ paused_at: paused?.at.toString() ?? null, paused_why: paused?.why ?? null }).where('id', '=', id).where('paused_at', paused ? 'is' : 'is not', null).executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export type NewDelivery = { webhookId: string; event: string; body: Record<string, unknown> }

export async function insertDeliveries(tx: Tx, deliveries: readonly NewDelivery[], now: Temporal.Instant): Promise<string[]> {
  const made = deliveries.map((one) => ({ id: v7(), webhook_id: one.webhookId, event: one.event, body: JSON.stringify(one.body), created_at: now.toString() }))
  for (let i = 0; i < made.length; i += 1_000) await tx.insertInto('webhook_delivery').values(made.slice(i, i + 1_000)).execute()
  return made.map((one) => one.id)
}

export type Delivery = { id: string; webhookId: string; event: string; body: Record<string, unknown>; createdAt: Temporal.Instant; attempts: number; lastAt: Temporal.Instant | null; lastStatus: number | null; lastFailure: string | null; doneAt: Temporal.Instant | null }
const deliveries = (db: Reader) => db.selectFrom('webhook_delivery').select(['id', 'webhook_id as webhookId', 'event', 'body', 'created_at as createdAt', 'attempts', 'last_at as lastAt', 'last_status as lastStatus', 'last_failure as lastFailure', 'done_at as doneAt']).$castTo<Delivery>()

export const findDelivery = async (db: Reader, id: string): Promise<Delivery | null> => (await deliveries(db).where('id', '=', id).executeTakeFirst()) ?? null
export const latestDeliveries = (db: Reader, webhookIds: readonly string[]): Promise<Delivery[]> =>
  deliveries(db).where('webhook_id', '=', sql<string>`any(${[...webhookIds]}::uuid[])`).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(20).execute()
export const waitingDeliveries = async (db: Reader, webhookId: string): Promise<string[]> =>
  (await db.selectFrom('webhook_delivery').select('id').where('webhook_id', '=', webhookId).where('done_at', 'is', null).orderBy('created_at').limit(5_000).execute()).map((row) => row.id)

/** What came of a try. */
export async function noteTry(db: Reader, id: string, at: Temporal.Instant, told: { status: number } | { failed: string }): Promise<void> {
  const well = 'status' in told && told.status >= 200 && told.status < 300
  await db.updateTable('webhook_delivery').set((eb) => ({
    attempts: eb('attempts', '+', 1), last_at: at.toString(), last_status: 'status' in told ? told.status : null, last_failure: 'failed' in told ? told.failed : null, ...(well && { done_at: at.toString() }),
  })).where('id', '=', id).execute()
}

/** Takes away what nobody will look for: what was told, and what was given up, before this. Says how many. */
export async function sweepDeliveries(db: Reader, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('webhook_delivery').where('created_at', '<', sql<Temporal.Instant>`${before.toString()}::timestamptz`).executeTakeFirst()
  return Number(numDeletedRows)
}
