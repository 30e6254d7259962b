import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Reader } from '../db/database.ts'

type Head = { sequence: number; mac: string }

/** Where the heads are noted. */
export const headsFile = (dataDir: string): string => join(dataDir, 'chain-heads.json')

/** Writes the heads of all chains outside the database, so that a chain that is cut off is noticed. */
export async function noteHeads(db: Reader, dataDir: string, now: Temporal.Instant): Promise<void> {
  const rows = await db.selectFrom('event_head').selectAll().orderBy('workspace_id').execute()
  const heads = Object.fromEntries(rows.map((row) => [row.workspace_id, { sequence: row.sequence, mac: row.mac.toString('hex') }]))
  const draft = `${headsFile(dataDir)}.new`
  await writeFile(draft, JSON.stringify({ at: now.toString(), heads }, null, 1), { mode: 0o600 })
  await rename(draft, headsFile(dataDir))
}

/** The heads as they were last noted; none before the first night. */
export async function notedHeads(dataDir: string): Promise<Map<string, Head>> {
  try {
    const { heads } = JSON.parse(await readFile(headsFile(dataDir), 'utf8')) as { heads: Record<string, Head> }
    return new Map(Object.entries(heads))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map()
    throw error
  }
}
