import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
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
  const salts = randomBytes(16 * happenings.length)
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
    const salt = salts.subarray(16 * i, 16 * i + 16)
    const digest = digestOf(content, salt)
    mac = macOf(key, mac, content.sequence, digest)
    return { content, salt, digest, mac }
  })
  await inChunks(events, 2_000, async (chunk) => {
    const of = <T>(value: (event: (typeof chunk)[number]) => T): T[] => chunk.map(value)
    // Each column as one value: a statement of thousands of values takes longer to read than its rows to write.
    await sql`
      insert into event (workspace_id, sequence, at, what, item_id, item_version, person_id, acting_for_id, via, body, salt)
      select ${workspaceId}::uuid, new.sequence, ${at}::timestamptz, new.what, new.item_id, new.item_version, ${by.personId}::uuid, ${actingForId}::uuid, ${by.via}, new.body, new.salt
      from unnest(${of((e) => e.content.sequence)}::bigint[], ${of((e) => e.content.what)}::text[], ${of((e) => e.content.itemId)}::uuid[], ${of((e) => e.content.itemVersion)}::int[],
        ${of((e) => JSON.stringify(e.content.body))}::jsonb[], ${of((e) => e.salt)}::bytea[]) as new (sequence, what, item_id, item_version, body, salt)`.execute(tx)
    await sql`
      insert into event_chain (workspace_id, sequence, digest, mac)
      select ${workspaceId}::uuid, new.sequence, new.digest, new.mac
      from unnest(${of((e) => e.content.sequence)}::bigint[], ${of((e) => e.digest)}::bytea[], ${of((e) => e.mac)}::bytea[]) as new (sequence, digest, mac)`.execute(tx)
  })
  await tx
    .updateTable('event_head')
    .set({ sequence: head.sequence + events.length, mac })
    .where('workspace_id', '=', workspaceId)
    .execute()
}

/** So much at a time as is sent without waiting for long. */
async function inChunks<T>(all: readonly T[], size: number, work: (chunk: readonly T[]) => Promise<void>): Promise<void> {
  for (let i = 0; i < all.length; i += size) await work(all.slice(i, i + size))
}
