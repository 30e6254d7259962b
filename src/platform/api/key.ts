import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Role, Viewer } from '../access/viewer.ts'
import type { Database, Reader, Tx } from '../db/database.ts'
import { v7 } from '../item/id.ts'
import { osloDate } from '../time/oslo.ts'

/** A key begins so, so that one that has come astray is known for what it is, by people and by scanners. */
const prefix = 'tradverk_'
const shape = /^tradverk_[A-Za-z0-9_-]{43}$/
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The longest a key may live. */
export const longestKeyDays = 366

/** What a key may see and do: see as members do, see what leader and secretariat see, or also write. */
export type KeyReach = 'read' | 'read-all' | 'write'

export type ApiKey = {
  id: string; name: string; hint: string; reach: KeyReach; kinds: readonly string[] | null
  /** Through this day in Oslo, YYYY-MM-DD. */
  lastDay: string
  createdAt: Temporal.Instant; createdBy: string | null
  /** Whether the one who made it still has a role here. */
  makerIsHere: boolean
  lastUsedAt: Temporal.Instant | null; revokedAt: Temporal.Instant | null
}

export type NewKey = { workspaceId: string; name: string; reach: KeyReach; kinds: readonly string[] | null; lastDay: string }

/** Makes a key. The token is what is returned, and it is nowhere else: only its hash is kept. */
export async function makeKey(tx: Tx, key: NewKey, by: { personId: string | null; now: Temporal.Instant }): Promise<{ id: string; token: string }> {
  const token = prefix + randomBytes(32).toString('base64url')
  const id = v7()
  await tx.insertInto('api_key').values({
    id, workspace_id: key.workspaceId, name: key.name, token_hash: hashOf(token), hint: token.slice(prefix.length, prefix.length + 4), role: key.reach === 'read' ? 'participant' : 'secretariat',
    writes: key.reach === 'write', kinds: key.kinds ? [...key.kinds] : null, last_day: key.lastDay, created_at: by.now.toString(), created_by: by.personId,
  }).execute()
  return { id, token }
}

/** Takes a key back: it works no more on the next request. Says whether it worked until now. */
export async function revokeKey(tx: Tx, workspaceId: string, id: string, by: { personId: string | null; now: Temporal.Instant }): Promise<string | null> {
  const row = await tx.updateTable('api_key').set({ revoked_at: by.now.toString(), revoked_by: by.personId })
    .where('id', '=', id).where('workspace_id', '=', workspaceId).where('revoked_at', 'is', null).returning('name').executeTakeFirst()
  return row?.name ?? null
}

const day = (now: Temporal.Instant) => sql<string>`${osloDate(now).toString()}::date`

/** The keys of a workspace, those that work first, the newest first. */
export async function keysOf(db: Reader, workspaceId: string, now: Temporal.Instant): Promise<ApiKey[]> {
  const rows = await db.selectFrom('api_key as k').leftJoin('person', 'person.id', 'k.created_by')
    .select(['k.id', 'k.name', 'k.hint', 'k.role', 'k.writes', 'k.kinds', 'k.last_day', 'k.created_at', 'k.last_used_at', 'k.revoked_at', 'person.name as createdBy'])
    .select(sql<boolean>`exists (select from membership m where m.person_id = k.created_by and m.workspace_id = k.workspace_id and m.valid_from <= ${day(now)} and (m.valid_to is null or m.valid_to >= ${day(now)}))`.as('makerIsHere'))
    .where('k.workspace_id', '=', workspaceId)
    .orderBy(sql`k.revoked_at is not null`).orderBy(sql`k.last_day < ${day(now)}`).orderBy('k.created_at', 'desc').limit(200).execute()
  return rows.map((row) => ({
    id: row.id, name: row.name, hint: row.hint, reach: row.writes ? 'write' : row.role === 'secretariat' ? 'read-all' : 'read', kinds: row.kinds, lastDay: row.last_day,
    createdAt: row.created_at, createdBy: row.createdBy, makerIsHere: row.makerIsHere, lastUsedAt: row.last_used_at, revokedAt: row.revoked_at,
  }))
}

export type AdministeredKey = { id: string; workspaceId: string; workspace: string; slug: string; name: string; hint: string; writes: boolean; lastDay: string; lastUsedAt: Temporal.Instant | null; createdBy: string | null }

/** The keys that work, of every workspace: those that end first first. */
export const administeredKeys = (db: Reader, now: Temporal.Instant): Promise<AdministeredKey[]> =>
  db.selectFrom('api_key as k').innerJoin('workspace as w', 'w.id', 'k.workspace_id').leftJoin('person', 'person.id', 'k.created_by')
    .select(['k.id', 'k.workspace_id as workspaceId', 'w.title as workspace', 'w.slug', 'k.name', 'k.hint', 'k.writes', 'k.last_day as lastDay', 'k.last_used_at as lastUsedAt', 'person.name as createdBy'])
    .where('k.revoked_at', 'is', null).where('k.last_day', '>=', day(now)).orderBy('k.last_day').orderBy('k.id').limit(500).execute()

/** Another system with its key: what it may see, and the one workspace that it is for. */
export type KeyHolder = { viewer: Omit<Viewer, 'lang'>; workspace: { id: string; slug: string } }

/**
 * Who this key belongs to, as it stands now: one that was taken back, or is past its last day, is nobody's. It has the role that it was
 * given and never that of a person, so that it neither gains nor loses by what becomes of the one who made it.
 */
export async function holderOf(db: Reader, token: string, now: Temporal.Instant): Promise<(KeyHolder & { lastUsedAt: Temporal.Instant | null }) | null> {
  if (!shape.test(token)) return null
  const row = await db.selectFrom('api_key as k').innerJoin('workspace as w', 'w.id', 'k.workspace_id')
    .select(['k.id', 'k.name', 'k.role', 'k.writes', 'k.kinds', 'k.last_used_at', 'w.id as workspaceId', 'w.slug'])
    .where('k.token_hash', '=', hashOf(token)).where('k.revoked_at', 'is', null).where('k.last_day', '>=', day(now)).executeTakeFirst()
  if (!row) return null
  return {
    viewer: {
      person: null,
      memberships: [{ workspaceId: row.workspaceId, role: row.role as Role, organisationId: null }],
      key: { id: row.id, name: row.name, writes: row.writes, kinds: row.kinds },
    },
    workspace: { id: row.workspaceId, slug: row.slug },
    lastUsedAt: row.last_used_at,
  }
}

/** Notes that a key is in use, at most once an hour: a key that nobody uses is to be seen, and a read is to stay a read. */
export async function noteUse(db: Database, id: string, before: Temporal.Instant | null, now: Temporal.Instant): Promise<void> {
  if (before && Temporal.Instant.compare(before.add({ hours: 1 }), now) > 0) return
  await db.updateTable('api_key').set({ last_used_at: now.toString() }).where('id', '=', id).execute()
}

export type EndingKey = { id: string; name: string; lastDay: string; workspaceId: string; slug: string; workspace: string }

/** Keys that end within so many days and whose keepers have not been told; marks them as told. */
export async function takeEndingKeys(tx: Tx, days: number, now: Temporal.Instant): Promise<EndingKey[]> {
  const { rows } = await sql<EndingKey>`
    update api_key k set reminded_at = ${now.toString()}::timestamptz from workspace w
    where w.id = k.workspace_id and w.state = 'active' and k.revoked_at is null and k.reminded_at is null
      and k.last_day >= ${day(now)} and k.last_day <= ${day(now)} + ${days}::int
    returning k.id, k.name, k.last_day as "lastDay", w.id as "workspaceId", w.slug, w.title as workspace`.execute(tx)
  return rows
}
