import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'
import { isId, v7 } from '../../../platform/item/id.ts'

export type Link = { id: string; relation: string; from_id: string; from_kind: string; to_id: string; to_kind: string; note: string | null }

const columns = ['link.id', 'link.relation', 'link.from_id', 'link.from_kind', 'link.to_id', 'link.to_kind', 'link.note'] as const

/** The links between items that the viewer may see; one with an unreadable or removed end is left out. */
const seen = (db: Reader, viewer: Viewer) =>
  db
    .selectFrom('link')
    .modifyFront(prepared)
    .innerJoin('item as a', 'a.id', 'link.from_id')
    .innerJoin('item as b', 'b.id', 'link.to_id')
    .select(columns)
    .where('link.removed_at', 'is', null)
    .where('a.removed_at', 'is', null)
    .where('b.removed_at', 'is', null)
    .where(readable(viewer, 'a'))
    .where(readable(viewer, 'b'))

export const linksIn = (db: Reader, viewer: Viewer, workspaceId: string): Promise<Link[]> =>
  seen(db, viewer).where('link.workspace_id', '=', workspaceId).orderBy('link.id').execute()

/** The next links in the order they were made; at one item's ends, where that is asked. */
export const linksAfter = (db: Reader, viewer: Viewer, workspaceId: string, { itemId, relation, after, limit }: { itemId?: string; relation?: string; after: string | null; limit: number }): Promise<Link[]> =>
  seen(db, viewer)
    .where('link.workspace_id', '=', workspaceId)
    .$if(after !== null, (query) => query.where('link.id', '>', after ?? ''))
    .$if(relation !== undefined, (query) => query.where('link.relation', '=', relation ?? ''))
    .$if(itemId !== undefined, (query) => query.where((eb) => eb.or([eb('link.from_id', '=', itemId ?? ''), eb('link.to_id', '=', itemId ?? '')])))
    .orderBy('link.id').limit(limit).execute()

/** The links at either end of these items. */
export const linksOf = (db: Reader, viewer: Viewer, itemIds: readonly string[]): Promise<Link[]> => {
  const ids = sql<string>`any(${itemIds}::uuid[])`
  return seen(db, viewer).where((eb) => eb.or([eb('link.from_id', '=', ids), eb('link.to_id', '=', ids)])).orderBy('link.id').execute()
}

/** What a form sends as the id of a link is not always one. */

export const findLink = async (db: Reader, viewer: Viewer, workspaceId: string, id: string): Promise<Link | null> =>
  !isId(id) ? null : (await seen(db, viewer).where('link.workspace_id', '=', workspaceId).where('link.id', '=', id).executeTakeFirst()) ?? null

export type NewLink = { relation: string; fromId: string; fromKind: string; toId: string; toKind: string; note?: string | null }

/** Ties items; those already tied the same way stay as they are. Returns what was new. */
export async function insertLinks(tx: Tx, workspaceId: string, by: { personId: string | null; at: string }, links: readonly NewLink[]): Promise<Link[]> {
  const made: Link[] = []
  for (let i = 0; i < links.length; i += 2_000) {
    const chunk = links.slice(i, i + 2_000)
    const of = <T>(value: (link: NewLink) => T): T[] => chunk.map(value)
    const { rows } = await sql<Link>`
      insert into link (id, workspace_id, relation, from_id, from_kind, to_id, to_kind, note, created_at, created_by)
      select new.id, ${workspaceId}::uuid, new.relation, new.from_id, new.from_kind, new.to_id, new.to_kind, new.note, ${by.at}::timestamptz, ${by.personId}::uuid
      from unnest(${of(() => v7())}::uuid[], ${of((one) => one.relation)}::text[], ${of((one) => one.fromId)}::uuid[], ${of((one) => one.fromKind)}::text[],
        ${of((one) => one.toId)}::uuid[], ${of((one) => one.toKind)}::text[], ${of((one) => one.note ?? null)}::text[]) as new (id, relation, from_id, from_kind, to_id, to_kind, note)
      on conflict (from_id, to_id, relation) where removed_at is null do nothing
      returning id, relation, from_id, from_kind, to_id, to_kind, note`.execute(tx)
    made.push(...rows)
  }
  return made
}

/** Takes a link away, or brings it back; says whether anything changed. */
export async function setLinkRemoved(tx: Tx, id: string, removed: boolean, by: { personId: string | null; at: string }): Promise<Link | null> {
  const row = await tx
    .updateTable('link')
    .set({ removed_at: removed ? by.at : null, removed_by: removed ? by.personId : null })
    .where('id', '=', id)
    .where('removed_at', removed ? 'is' : 'is not', null)
    .returning(columns)
    .executeTakeFirst()
  return row ?? null
}

/** A link that was taken away, for the one who regrets it. */
export const findRemovedLink = async (db: Reader, workspaceId: string, id: string): Promise<Link | null> =>
  !isId(id) ? null : (await db.selectFrom('link').select(columns).where('workspace_id', '=', workspaceId).where('id', '=', id).where('removed_at', 'is not', null).executeTakeFirst()) ?? null

/** Writes the table of allowed relations from the manifests; the foreign key of `link` then keeps every link within it. */
export async function writeRelations(tx: Tx, relations: readonly { name: string; from: readonly string[]; to: readonly string[] }[]): Promise<void> {
  const rows = relations.flatMap((r) => r.from.flatMap((from_kind) => r.to.map((to_kind) => ({ relation: r.name, from_kind, to_kind }))))
  await tx.insertInto('relation').values(rows).onConflict((c) => c.doNothing()).execute()
}
