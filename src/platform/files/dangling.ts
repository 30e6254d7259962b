import type { Reader } from '../db/database.ts'
import type { ContentStore } from './content.ts'

/** The ids of files whose content is not where it should be, or is not whole. */
export async function danglingFiles(db: Reader, store: ContentStore): Promise<string[]> {
  const kept = new Set<string>()
  for (const drawer of await store.drawers()) for (const sha256 of await store.inDrawer(drawer)) kept.add(sha256.toString('hex'))
  const files = await db.selectFrom('file').select(['id', 'sha256']).execute()
  return files.filter((file) => !kept.has(file.sha256.toString('hex'))).map((file) => file.id)
}
