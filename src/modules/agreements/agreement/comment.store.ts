import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { isId, v7 } from '../../../platform/item/id.ts'

/** What a member said about a section. */
export type Comment = { id: string; sectionId: string; who: string | null; text: string; at: Temporal.Instant; resolved: boolean }

/** What was said about the sections of an edition, oldest first. */
export const commentsOf = async (db: Reader, agreementId: string, edition: number): Promise<Comment[]> =>
  await db.selectFrom('agreement_comment as c').innerJoin('agreement_section as s', 's.id', 'c.section_id').leftJoin('person', 'person.id', 'c.person_id')
    .select(['c.id', 'c.section_id as sectionId', 'person.name as who', 'c.text', 'c.said_at as at', sql<boolean>`c.resolved_at is not null`.as('resolved')])
    .where('c.item_id', '=', agreementId).where('s.edition', '=', edition).orderBy('c.said_at').orderBy('c.id').execute()

export async function insertComment(tx: Tx, comment: { itemId: string; sectionId: string; personId: string | null; text: string; at: string }): Promise<string> {
  const id = v7()
  await tx.insertInto('agreement_comment').values({ id, item_id: comment.itemId, section_id: comment.sectionId, person_id: comment.personId, text: comment.text, said_at: comment.at }).execute()
  return id
}

/** Says whether it was there and not so already. */
export async function setResolved(tx: Tx, agreementId: string, id: string, resolved: { at: string; by: string | null } | null): Promise<boolean> {
  if (!isId(id)) return false
  const updated = await tx.updateTable('agreement_comment').set({ resolved_at: resolved?.at ?? null, resolved_by: resolved?.by ?? null })
    .where('id', '=', id).where('item_id', '=', agreementId).where('resolved_at', resolved ? 'is' : 'is not', null).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}
