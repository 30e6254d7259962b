import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import type { StatementName } from './form.ts'

/** What was found: a statement of an evaluation, or one of the words. */
export type Finding = { statement: StatementName; wordId: null } | { statement: null; wordId: string }
/** An item that a finding became. */
export type Became = { statement: StatementName | null; wordId: string | null; kind: string; number: number; title: string }

/** What the findings of an evaluation became, among what the viewer may see. */
export async function becameOf(db: Reader, viewer: Viewer, itemId: string): Promise<Became[]> {
  const { rows } = await sql<Became>`
    select f.statement, f.word_id as "wordId", item.kind, item.number, item.title
    from evaluation_finding f join item on item.id = f.became_id where f.item_id = ${itemId} and item.removed_at is null and ${readable(viewer)} order by item.number`.execute(db)
  return rows
}

export async function insertFinding(tx: Tx, itemId: string, becameId: string, { statement, wordId }: Finding): Promise<void> {
  await tx.insertInto('evaluation_finding').values({ item_id: itemId, became_id: becameId, statement, word_id: wordId }).execute()
}
