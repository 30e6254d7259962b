import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import type { DB } from '../../../platform/db/schema.ts'
import { v7 } from '../../../platform/item/id.ts'

/** One writing of a text, from when it was opened to when it was agreed. Days as YYYY-MM-DD. */
export type Edition = { number: number; reason: string | null; openedOn: string; agreedOn: string | null; agreedNote: string | null }

/** A section of one edition. `key` is the same in all editions; `revision` counts its own changes. */
export type Section = { id: string; edition: number; key: string; heading: string; body: string; revision: number; place: number }

/** A section as it is written down. */
export type Written = { key: string; heading: string; body: string }

/** A version that was saved on the way: when, and by whom. */
export type Saved = { version: number; at: Temporal.Instant; who: string | null }

/** The most sections that a text may have. */
export const mostSections = 40

/** Where the text of one kind of item stands: its editions and their sections, with the same columns for all kinds; and what its events begin with. */
export type WrittenTables = { edition: Extract<keyof DB, `${string}_edition`>; section: Extract<keyof DB, `${string}_section`>; event: string }

export type WrittenStore = ReturnType<typeof writtenStore>

/** The version of an item now; others who would change it wait until this transaction is over. */
export async function holdVersion(tx: Tx, itemId: string): Promise<number> {
  return (await tx.selectFrom('item').select('version').where('id', '=', itemId).forUpdate().executeTakeFirstOrThrow()).version
}

/** Reads and writes the text of items of one kind, in tables that belong to the room of that kind. */
export function writtenStore(tables: WrittenTables) {
  const [edition, section] = [sql.table(tables.edition), sql.table(tables.section)]
  return {
    editionsOf: async (db: Reader, itemId: string): Promise<Edition[]> =>
      (await sql<Edition>`select number, reason, opened_on as "openedOn", agreed_on as "agreedOn", agreed_note as "agreedNote" from ${edition} where item_id = ${itemId} order by number`.execute(db)).rows,

    /** The sections of one edition, or of all, in the order of the text. */
    sectionsOf: async (db: Reader, itemId: string, number: number | null = null): Promise<Section[]> =>
      (await sql<Section>`select id, edition, key, heading, body, revision, place from ${section}
        where item_id = ${itemId} and (${number}::int is null or edition = ${number}::int) order by edition, place, id`.execute(db)).rows,

    insertEdition: async (tx: Tx, itemId: string, one: { number: number; reason: string | null; openedOn: string }): Promise<void> => {
      await sql`insert into ${edition} (id, item_id, place, number, reason, opened_on) values (${v7()}, ${itemId}, ${one.number}, ${one.number}, ${one.reason}, ${one.openedOn})`.execute(tx)
    },

    insertSections: async (tx: Tx, itemId: string, number: number, sections: readonly Written[], from = 0): Promise<void> => {
      if (sections.length === 0) return
      const rows = sections.map((one, i) => sql`(${v7()}, ${itemId}, ${number}, ${from + i}, ${one.key}, ${one.heading}, ${one.body})`)
      await sql`insert into ${section} (id, item_id, edition, place, key, heading, body) values ${sql.join(rows)}`.execute(tx)
    },

    /** Compare and swap: writes the section if it still has this revision, and says whether it had. */
    updateSection: async (tx: Tx, id: string, revision: number, written: Omit<Written, 'key'>): Promise<boolean> =>
      (await sql`update ${section} set heading = ${written.heading}, body = ${written.body}, revision = revision + 1 where id = ${id} and revision = ${revision} returning 1`.execute(tx)).rows.length > 0,

    /** Puts these sections in this order. */
    orderSections: async (tx: Tx, ids: readonly string[]): Promise<void> => {
      await sql`update ${section} s set place = given.place from unnest(${[...ids]}::uuid[]) with ordinality given (id, place) where s.id = given.id`.execute(tx)
    },

    deleteSection: async (tx: Tx, id: string, revision: number): Promise<boolean> =>
      (await sql`delete from ${section} where id = ${id} and revision = ${revision} returning 1`.execute(tx)).rows.length > 0,

    markAgreed: async (tx: Tx, itemId: string, number: number, agreed: { on: string; note: string | null; by: string | null }): Promise<void> => {
      await sql`update ${edition} set agreed_on = ${agreed.on}, agreed_note = ${agreed.note}, agreed_by = ${agreed.by} where item_id = ${itemId} and number = ${number}`.execute(tx)
    },

    /** The latest savings of the text, newest first. */
    savedVersions: async (db: Reader, workspaceId: string, itemId: string, limit = 100): Promise<Saved[]> =>
      (await db.selectFrom('event').leftJoin('person', 'person.id', 'event.person_id').select(['event.item_version', 'event.at', 'person.name'])
        .where('event.workspace_id', '=', workspaceId).where('event.item_id', '=', itemId).where('event.item_version', 'is not', null).where('event.what', 'like', `${tables.event}%`)
        .orderBy('event.sequence', 'desc').limit(limit).execute()).map((row) => ({ version: row.item_version ?? 0, at: row.at, who: row.name })),

    /** The text as it stood in these versions, of the edition that was being written then. A version whose contents were deleted is not there. */
    sectionsAt: async (db: Reader, workspaceId: string, itemId: string, versions: readonly number[]): Promise<Map<number, Written[]>> => {
      if (versions.length === 0) return new Map()
      const { rows } = await sql<{ version: number; sections: (Written & { edition: number })[] | null }>`
        select item_version as version, body -> ${sql.lit(tables.section)} as sections from event
        where workspace_id = ${workspaceId} and item_id = ${itemId} and item_version = any(${[...versions]}::int[])`.execute(db)
      return new Map(rows.flatMap(({ version, sections }) => {
        if (!sections) return []
        const latest = Math.max(0, ...sections.map((one) => one.edition))
        return [[version, sections.filter((one) => one.edition === latest)] as const]
      }))
    },
  }
}
