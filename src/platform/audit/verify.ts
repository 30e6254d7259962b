import type { Reader } from '../db/database.ts'
import { digestOf, firstMac, macOf } from './chain.ts'

export type ChainFault = { workspaceId: string; sequence: number; fault: 'changed' | 'missing' | 'forged' | 'truncated' }

/**
 * Walks every workspace's chain and reports where contents were changed, an event is missing or out of order, a link was
 * made without the key, or the end was cut off. Contents that were deleted by right leave their digest, and hold.
 * `heads` are the heads written outside the database; a chain shorter than its noted head has been truncated.
 * Of one workspace no more than about `most` faults are told: where the key is another, every event would be.
 */
export async function verifyChains(db: Reader, key: Uint8Array, heads: ReadonlyMap<string, { sequence: number; mac: string }> = new Map(), most = Infinity): Promise<ChainFault[]> {
  const faults: ChainFault[] = []
  const now = await db.selectFrom('event_head').selectAll().execute()
  for (const workspaceId of new Set([...now.map((h) => h.workspace_id), ...heads.keys()])) {
    let sequence = 0
    let mac: Buffer = firstMac
    const noted = heads.get(workspaceId)
    const before = faults.length
    for (let told = true; told;) {
      const rows = await readPart(db, workspaceId, sequence)
      if (rows.length === 0) break
      for (const row of rows) {
        if (row.sequence !== sequence + 1) faults.push({ workspaceId, sequence: sequence + 1, fault: 'missing' })
        sequence = row.sequence
        mac = macOf(key, mac, sequence, row.digest)
        if (!mac.equals(row.mac)) {
          faults.push({ workspaceId, sequence, fault: 'forged' })
          mac = row.mac
        }
        if (row.salt && !digestOf(contentOf(row), row.salt).equals(row.digest)) faults.push({ workspaceId, sequence, fault: 'changed' })
        if (noted?.sequence === sequence && noted.mac !== mac.toString('hex')) faults.push({ workspaceId, sequence, fault: 'forged' })
        told = faults.length - before < most
        if (!told) break
      }
    }
    if (faults.length - before >= most) continue
    const head = now.find((h) => h.workspace_id === workspaceId)
    if (!head || head.sequence !== sequence || !head.mac.equals(mac) || (noted && noted.sequence > sequence)) faults.push({ workspaceId, sequence, fault: 'truncated' })
  }
  return faults
}

const readPart = (db: Reader, workspaceId: string, after: number) =>
  db
    .selectFrom('event_chain as c')
    .leftJoin('event as e', (join) => join.onRef('e.workspace_id', '=', 'c.workspace_id').onRef('e.sequence', '=', 'c.sequence'))
    .select(['c.sequence', 'c.digest', 'c.mac', 'e.at', 'e.what', 'e.item_id', 'e.item_version', 'e.person_id', 'e.acting_for_id', 'e.via', 'e.body', 'e.salt'])
    .where('c.workspace_id', '=', workspaceId)
    .where('c.sequence', '>', after)
    .orderBy('c.sequence')
    .limit(5_000)
    .$narrowType<{ salt: Buffer | null }>()
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, workspaceId })))

type Row = Awaited<ReturnType<typeof readPart>>[number]

const contentOf = (row: Row) => ({
  workspaceId: row.workspaceId,
  sequence: row.sequence,
  at: row.at?.toString() ?? '',
  what: row.what ?? '',
  itemId: row.item_id,
  itemVersion: row.item_version,
  personId: row.person_id,
  actingForId: row.acting_for_id,
  via: row.via ?? '',
  body: row.body,
})
