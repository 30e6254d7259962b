import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'

export type Candidate = { id: string; kind: string; number: number; title: string; code: string | null }

/** Items of these kinds whose title has the words, or whose number is the one written; those that begin with it first. */
export async function findCandidates(db: Reader, viewer: Viewer, workspaceId: string, search: { words: string; kinds: readonly string[]; except: string; limit: number }): Promise<Candidate[]> {
  if (search.kinds.length === 0) return []
  const words = search.words.trim().slice(0, 100)
  const pattern = (text: string) => text.replace(/[\\%_]/g, '\\$&')
  let query = db
    .selectFrom('item')
    .select(['id', 'kind', 'number', 'title', 'code'])
    .where('workspace_id', '=', workspaceId)
    .where('removed_at', 'is', null)
    .where('id', '<>', search.except)
    .where('kind', 'in', [...search.kinds])
    .where(readable(viewer))
  for (const word of words.split(/\s+/).filter(Boolean)) {
    query = query.where((eb) => eb.or([eb('title', 'ilike', `%${pattern(word)}%`), eb('code', 'ilike', `${pattern(word)}%`)]))
  }
  return query
    .orderBy((eb) => eb('title', 'ilike', `${pattern(words)}%`), 'desc')
    .orderBy('place')
    .orderBy('number')
    .limit(search.limit)
    .execute()
}
