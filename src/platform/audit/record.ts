import { randomBytes } from 'node:crypto'
import type { Tx } from '../db/database.ts'
import { digestOf, firstMac, macOf } from './chain.ts'

/** One thing that happened, as an action records it. */
export type Happening = {
  workspaceId: string
  what: string
  itemId?: string
  itemVersion?: number
  body?: Record<string, unknown>
}

/** Who did it. Whom they act for follows from the workspace: one act may be recorded in several, for another organisation in each. */
export type By = { personId: string | null; actingForIn?: (workspaceId: string) => string | null; via: string; at: Temporal.Instant }

/**
 * Appends events to their workspaces' chains. Called once, as the last thing in a transaction, because the head of the
 * chain is locked from here to the commit.
 */
export async function appendEvents(tx: Tx, key: Uint8Array, by: By, happenings: readonly Happening[]): Promise<void> {
  const byWorkspace = Map.groupBy(happenings, (h) => h.workspaceId)
  // Always in the same order, so that two transactions never wait for each other.
  for (const workspaceId of [...byWorkspace.keys()].sort()) {
    await appendToChain(tx, key, by, workspaceId, byWorkspace.get(workspaceId) ?? [])
  }
}

async function appendToChain(tx: Tx, key: Uint8Array, by: By, workspaceId: string, happenings: readonly Happening[]): Promise<void> {
  await tx
    .insertInto('event_head')
    .values({ workspace_id: workspaceId, sequence: 0, mac: firstMac })
    .onConflict((c) => c.doNothing())
    .execute()
  const head = await tx.selectFrom('event_head').selectAll().where('workspace_id', '=', workspaceId).forUpdate().executeTakeFirstOrThrow()
  // The database keeps microseconds; the digest must be of what it will give back.
  const at = by.at.round('microsecond').toString()
  const actingForId = by.actingForIn?.(workspaceId) ?? null
  let { mac } = head
  const events = happenings.map((happening, i) => {
    const content = {
      workspaceId,
      sequence: head.sequence + i + 1,
      at,
      what: happening.what,
      itemId: happening.itemId ?? null,
      itemVersion: happening.itemVersion ?? null,
      personId: by.personId,
      actingForId,
      via: by.via,
      body: happening.body ?? {},
    }
    const salt = randomBytes(16)
    const digest = digestOf(content, salt)
    mac = macOf(key, mac, content.sequence, digest)
    return { content, salt, digest, mac }
  })
  await inChunks(events, 2_000, async (chunk) => {
    await tx
      .insertInto('event')
      .values(
        chunk.map(({ content: c, salt }) => ({
          workspace_id: c.workspaceId,
          sequence: c.sequence,
          at: c.at,
          what: c.what,
          item_id: c.itemId,
          item_version: c.itemVersion,
          person_id: c.personId,
          acting_for_id: c.actingForId,
          via: c.via,
          body: JSON.stringify(c.body),
          salt,
        })),
      )
      .execute()
    await tx
      .insertInto('event_chain')
      .values(chunk.map((e) => ({ workspace_id: workspaceId, sequence: e.content.sequence, digest: e.digest, mac: e.mac })))
      .execute()
  })
  await tx
    .updateTable('event_head')
    .set({ sequence: head.sequence + events.length, mac })
    .where('workspace_id', '=', workspaceId)
    .execute()
}

/** A statement takes at most 65,535 values. */
async function inChunks<T>(all: readonly T[], size: number, work: (chunk: readonly T[]) => Promise<void>): Promise<void> {
  for (let i = 0; i < all.length; i += size) await work(all.slice(i, i + size))
}
