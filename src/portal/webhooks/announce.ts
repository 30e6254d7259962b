import { sql } from 'kysely'
import { readable } from '../../platform/access/readable.ts'
import type { BeforeCommit, Work } from '../../platform/db/work.ts'
import { queueAll } from '../../platform/jobs/jobs.ts'
import { deliveryJobInput } from './delivery-input.ts'
import { topicOf } from './webhook.ts'
import { insertDeliveries, type NewDelivery, webhooksIn } from './webhook.store.ts'

type Seen = { id: string; kind: string; number: number; version: number }

/** Of these items, what every member of the workspace may read: no more is told to anybody outside. */
async function seenBy(work: Work, workspaceId: string, ids: readonly string[]): Promise<Map<string, Seen>> {
  const member = { person: null, memberships: [{ workspaceId, role: 'participant', organisationId: null }], lang: 'nb' } as const
  const { rows } = await sql<Seen>`select id, kind, number, version from item where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[]) and ${readable(member)}`.execute(work.tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Queues what other systems are to be told, in the transaction of what happened: told if and only if it did. Ids, kind and number, never
 * contents: who may read them asks for them.
 */
export const announce: BeforeCommit = async (work) => {
  const happened = work.happenings.flatMap((one) => {
    const topic = topicOf(one.what, one.itemId)
    return topic && one.itemId !== undefined ? [{ ...one, topic, itemId: one.itemId }] : []
  })
  if (happened.length === 0) return
  const hooks = await webhooksIn(work.tx, [...new Set(happened.map((one) => one.workspaceId))])
  const told: NewDelivery[] = []
  for (const [workspaceId, of] of Map.groupBy(hooks, (hook) => hook.workspaceId)) {
    const here = happened.filter((one) => one.workspaceId === workspaceId)
    const ends = (one: (typeof here)[number]): string[] => (one.topic === 'links' ? [String(one.body?.from), String(one.body?.to)] : [one.itemId])
    const seen = await seenBy(work, workspaceId, here.flatMap(ends))
    for (const one of here) {
      const items = ends(one).flatMap((id) => seen.get(id) ?? [])
      if (items.length < ends(one).length) continue
      const data = one.topic === 'links' ? { link: one.body?.link, relation: one.body?.relation, from: items[0], to: items[1] } : { item: items[0] }
      for (const hook of of) if (hook.events.includes(one.topic)) told.push({ webhookId: hook.id, event: one.what, body: data })
    }
  }
  if (told.length === 0) return
  const ids = await insertDeliveries(work.tx, told, work.now)
  await queueAll(work.tx, deliveryJobInput, ids.map((delivery) => ({ delivery })))
}
