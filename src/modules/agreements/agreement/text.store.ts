import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'

/** One writing of the text, from when it was opened to when it was agreed. Days as YYYY-MM-DD. */
export type Edition = { number: number; reason: string | null; openedOn: string; agreedOn: string | null; agreedNote: string | null }

/** A section of one edition. `key` is the same in all editions; `revision` counts its own changes. */
export type Section = { id: string; edition: number; key: string; heading: string; body: string; revision: number; place: number }

/** A section as it is written down. */
export type Written = { key: string; heading: string; body: string }

/** The most sections that a text may have. */
export const mostSections = 40

export const editionsOf = async (db: Reader, agreementId: string): Promise<Edition[]> =>
  await db.selectFrom('agreement_edition').select(['number', 'reason', 'opened_on as openedOn', 'agreed_on as agreedOn', 'agreed_note as agreedNote'])
    .where('item_id', '=', agreementId).orderBy('number').execute()

/** The sections of one edition, or of all, in the order of the text. */
export const sectionsOf = async (db: Reader, agreementId: string, edition: number | null = null): Promise<Section[]> =>
  await db.selectFrom('agreement_section').select(['id', 'edition', 'key', 'heading', 'body', 'revision', 'place']).where('item_id', '=', agreementId)
    .$if(edition !== null, (query) => query.where('edition', '=', edition ?? 0)).orderBy('edition').orderBy('place').orderBy('id').execute()

export async function insertEdition(tx: Tx, agreementId: string, edition: { number: number; reason: string | null; openedOn: string }): Promise<void> {
  await tx.insertInto('agreement_edition').values({ id: v7(), item_id: agreementId, place: edition.number, number: edition.number, reason: edition.reason, opened_on: edition.openedOn }).execute()
}

export async function insertSections(tx: Tx, agreementId: string, edition: number, sections: readonly Written[], from = 0): Promise<void> {
  if (sections.length === 0) return
  await tx.insertInto('agreement_section').values(sections.map((one, i) => ({ id: v7(), item_id: agreementId, edition, place: from + i, ...one }))).execute()
}

/** Compare and swap: writes the section if it still has this revision, and says whether it had. */
export async function updateSection(tx: Tx, id: string, revision: number, written: Omit<Written, 'key'>): Promise<boolean> {
  const updated = await tx.updateTable('agreement_section').set({ ...written, revision: revision + 1 }).where('id', '=', id).where('revision', '=', revision).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

/** Puts these sections in this order. */
export async function orderSections(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update agreement_section set place = given.place from unnest(${[...ids]}::uuid[]) with ordinality given (id, place) where agreement_section.id = given.id`.execute(tx)
}

export async function deleteSection(tx: Tx, id: string, revision: number): Promise<boolean> {
  const gone = await tx.deleteFrom('agreement_section').where('id', '=', id).where('revision', '=', revision).executeTakeFirst()
  return gone.numDeletedRows > 0n
}

export async function markAgreed(tx: Tx, agreementId: string, number: number, agreed: { on: string; note: string | null; by: string | null }): Promise<void> {
  await tx.updateTable('agreement_edition').set({ agreed_on: agreed.on, agreed_note: agreed.note, agreed_by: agreed.by }).where('item_id', '=', agreementId).where('number', '=', number).execute()
}

/** The version of an agreement now; others who would change it wait until this transaction is over. */
export async function holdVersion(tx: Tx, agreementId: string): Promise<number> {
  return (await tx.selectFrom('item').select('version').where('id', '=', agreementId).forUpdate().executeTakeFirstOrThrow()).version
}

/** A version that was saved on the way: when, and by whom. */
export type Saved = { version: number; at: Temporal.Instant; who: string | null }

/** The latest savings of the text, newest first. */
export async function savedVersions(db: Reader, workspaceId: string, agreementId: string, limit = 100): Promise<Saved[]> {
  const rows = await db.selectFrom('event').leftJoin('person', 'person.id', 'event.person_id').select(['event.item_version', 'event.at', 'person.name'])
    .where('event.workspace_id', '=', workspaceId).where('event.item_id', '=', agreementId).where('event.item_version', 'is not', null).where('event.what', 'like', 'agreement.text%')
    .orderBy('event.sequence', 'desc').limit(limit).execute()
  return rows.map((row) => ({ version: row.item_version ?? 0, at: row.at, who: row.name }))
}

/** The text as it stood in these versions, of the edition that was being written then. A version whose contents were deleted is not there. */
export async function sectionsAt(db: Reader, workspaceId: string, agreementId: string, versions: readonly number[]): Promise<Map<number, Written[]>> {
  if (versions.length === 0) return new Map()
  const { rows } = await sql<{ version: number; sections: (Written & { edition: number })[] | null }>`
    select item_version as version, body -> 'agreement_section' as sections from event
    where workspace_id = ${workspaceId} and item_id = ${agreementId} and item_version = any(${[...versions]}::int[])`.execute(db)
  return new Map(rows.flatMap(({ version, sections }) => {
    if (!sections) return []
    const latest = Math.max(0, ...sections.map((one) => one.edition))
    return [[version, sections.filter((one) => one.edition === latest)] as const]
  }))
}
