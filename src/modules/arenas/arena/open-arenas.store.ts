import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { type ItemHead, readHeads } from '../../../platform/item/item.store.ts'
import { arena } from './arena.ts'

/** The arenas that something may be taken up in: those that the viewer may see and that are not ended. */
export const openArenas = async (db: Reader, viewer: Viewer, workspaceId: string): Promise<ItemHead[]> =>
  (await readHeads(db, viewer, { workspaceId, kinds: [arena.name] })).filter((one) => one.state !== 'ended')
