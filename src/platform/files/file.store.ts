import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../db/database.ts'
import { isId } from '../item/id.ts'
import type { ContentStore, Received } from './content.ts'
import { cleanName } from './name.ts'

export type StoredFile = {
  id: string
  sha256: Buffer
  size: number
  media_type: string
  name: string
  uploaded_by: string | null
  uploaded_at: Temporal.Instant
  staged_until: Temporal.Instant | null
}

/** Whoever keeps content shares this lock until the commit; the sweep takes it alone. So nothing half-kept is ever swept. */
const contentLock = 7_316_003

/** A backup shares this lock from before its snapshot until it has read the contents; nothing is swept meanwhile. */
export const backupLock = 7_316_050

export type NewFile = {
  name: string
  mediaType: string
  uploadedBy: string | null
  now: Temporal.Instant
  /** Null when the file is in use at once. */
  stagedUntil: Temporal.Instant | null
}
/** Who asks for a staged file: the one who uploaded it, or nobody in particular. */
export type Uploader = { personId: string | null; now: Temporal.Instant }

const instant = (at: Temporal.Instant) => sql<Temporal.Instant>`${at.toString()}::timestamptz`

/** Keeps received content and names it, in the caller's transaction. The content is on disk, synced, before the row can be. */
export async function keepFile(tx: Tx, store: ContentStore, received: Received, file: NewFile): Promise<StoredFile> {
  await sql`select pg_advisory_xact_lock_shared(${contentLock})`.execute(tx)
  await store.keep(received)
  return await tx
    .insertInto('file')
    .values({
      // Random, and not in order of time: the address of one file says nothing about another's.
      id: randomUUID(),
      sha256: received.sha256,
      size: received.size,
      media_type: file.mediaType,
      name: cleanName(file.name),
      uploaded_by: file.uploadedBy,
      uploaded_at: file.now.toString(),
      staged_until: file.stagedUntil?.toString() ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A file that has been taken into use. Whether the reader may see what it belongs to is the caller's question. */
export async function findFile(db: Reader, id: string): Promise<StoredFile | null> {
  if (!isId(id)) return null
  return (await db.selectFrom('file').selectAll().where('id', '=', id).where('staged_until', 'is', null).executeTakeFirst()) ?? null
}

/** Staged files of the one who uploaded them, for a form that is shown again. Others' and expired ones are left out. */
export async function stagedFiles(db: Reader, ids: readonly string[], by: Uploader): Promise<StoredFile[]> {
  const known = ids.filter(isId)
  if (known.length === 0) return []
  return await db
    .selectFrom('file')
    .selectAll()
    .where('id', 'in', known)
    .where('uploaded_by', 'is not distinct from', by.personId)
    .where('staged_until', '>', instant(by.now))
    .orderBy('uploaded_at')
    .execute()
}

/** Takes a staged file into use with the form it belongs to; null when it is not theirs, is used already, or has expired. */
export async function adoptFile(tx: Tx, id: string, by: Uploader): Promise<StoredFile | null> {
  if (!isId(id)) return null
  const adopted = await tx
    .updateTable('file')
    .set({ staged_until: null })
    .where('id', '=', id)
    .where('uploaded_by', 'is not distinct from', by.personId)
    .where('staged_until', '>', instant(by.now))
    .returningAll()
    .executeTakeFirst()
  return adopted ?? null
}

/** Removes a file's name; its content goes with the next sweep if nothing else has it. */
export async function removeFile(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('file').where('id', '=', id).execute()
}

export type Swept = { expired: number; contents: number; temporary: number }

/**
 * Removes staged files that were never used, content that no file names, and temporary files older than a day.
 * Safe at any time: content is removed only while nobody is between keeping and committing, and not while a backup is made.
 */
export async function sweepFiles(db: Database, store: ContentStore, now: Temporal.Instant): Promise<Swept> {
  const expired = await db.deleteFrom('file').where('staged_until', '<=', instant(now)).executeTakeFirst()
  let contents = 0
  for (const drawer of await store.drawers()) {
    // A short transaction for each drawer, so that uploads never wait long.
    contents += await db.transaction().execute(async (tx) => {
      const { rows: [free] } = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(${backupLock}) as free`.execute(tx)
      if (!free?.free) return 0
      await sql`select pg_advisory_xact_lock(${contentLock})`.execute(tx)
      const found = await store.inDrawer(drawer)
      if (found.length === 0) return 0
      const { rows } = await sql<{ sha256: Buffer }>`
        select sha256 from unnest(${found}::bytea[]) as found (sha256)
        where not exists (select from file where file.sha256 = found.sha256)`.execute(tx)
      for (const { sha256 } of rows) await store.remove(sha256)
      return rows.length
    })
  }
  const temporary = await store.removeTemporary(now.subtract({ hours: 24 }))
  return { expired: Number(expired.numDeletedRows), contents, temporary }
}

/** The names of these files by id, for pages that link to them. */
export async function fileNames(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const known = ids.filter(isId)
  if (known.length === 0) return new Map()
  return new Map((await db.selectFrom('file').select(['id', 'name']).where('id', 'in', known).execute()).map((file) => [file.id, file.name]))
}
