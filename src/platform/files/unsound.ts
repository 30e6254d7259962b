import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Reader } from '../db/database.ts'
import type { ContentStore } from './content.ts'

/** The ids of files whose content is gone or is not what it was; at most so many of each. `looked` is how many files there are. */
export type UnsoundFiles = { looked: number; missing: string[]; damaged: string[] }

/**
 * Holds every content against the name that it lies under, some at a time. Without `readFiles` only its size is held against the file's.
 */
export async function unsoundFiles(db: Reader, store: ContentStore, { readFiles, most }: { readFiles: boolean; most: number }): Promise<UnsoundFiles> {
  const found: UnsoundFiles = { looked: 0, missing: [], damaged: [] }
  for (let after: Buffer = Buffer.alloc(0); ;) {
    const { rows } = await sql<{ sha256: Buffer; sizes: number[]; ids: string[] }>`
      select sha256, array_agg(size::float8) as sizes, array_agg(id::text) as ids from file where sha256 > ${after} group by sha256 order by sha256 limit 500`.execute(db)
    if (rows.length === 0) return found
    for (const { sha256, sizes, ids } of rows) {
      found.looked += ids.length
      const size = await store.size(sha256)
      const into = size === null ? found.missing : sizes.some((one) => one !== size) || (readFiles && !(await isWhole(store, sha256))) ? found.damaged : null
      if (into && into.length < most) into.push(...ids.slice(0, most - into.length))
      after = sha256
    }
  }
}

async function isWhole(store: ContentStore, sha256: Buffer): Promise<boolean> {
  const body = await store.read(sha256)
  if (!body) return false
  const hash = createHash('sha256')
  for await (const piece of body) hash.update(piece as Uint8Array)
  return hash.digest().equals(sha256)
}
