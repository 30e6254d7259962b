import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { type Since, since } from './as-of.ts'
import { readableEver, standingAt } from './as-of.store.ts'

export type Difference = { added: Since[]; gone: Since[]; changed: Since[] }

/** What is different in a workspace between two instants, of all kinds, as far as the viewer may read it today. */
export async function readSince(db: Reader, viewer: Viewer, workspaceId: string, from: Temporal.Instant, to: Temporal.Instant): Promise<Difference> {
  const mayRead = await readableEver(db, viewer, workspaceId)
  const [then, now] = await Promise.all([standingAt(db, workspaceId, from, mayRead), standingAt(db, workspaceId, to, mayRead)])
  return since(then, now)
}
