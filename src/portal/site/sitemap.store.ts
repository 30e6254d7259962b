import { sql } from 'kysely'
import { readable } from '../../platform/access/readable.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'
import { knownOrganisation, knownWorkspace } from '../../modules/actors/index.ts'

/** Whoever is not logged in: the map is the same for all. */
export const nobody: Viewer = { person: null, memberships: [], lang: 'nb' }

export type MappedOrganisation = { id: string; name: string; kind: string; official_number: string | null; orgnr: string | null }

/** Organisations of today that anybody may know of, and made-up ones left out. */
export const mappedOrganisations = (db: Reader): Promise<MappedOrganisation[]> =>
  db.selectFrom('organisation').select(['id', 'name', 'kind', 'official_number', 'orgnr'])
    .where('merged_into_id', 'is', null).where('valid_to', 'is', null).where('example', '=', false).where(knownOrganisation(nobody)).orderBy('id').execute()

export const mappedWorkspaces = (db: Reader): Promise<{ slug: string }[]> => db.selectFrom('workspace').select('slug').where(knownWorkspace(nobody)).orderBy('id').execute()

const open = (db: Reader) => db.selectFrom('item').innerJoin('workspace', 'workspace.id', 'item.workspace_id').where('removed_at', 'is', null).where(readable(nobody)).where(knownWorkspace(nobody))

/** How many items are for everybody. */
export const countMappedItems = async (db: Reader): Promise<number> => Number((await open(db).select((eb) => eb.fn.countAll().as('n')).executeTakeFirstOrThrow()).n)

export type MappedItem = { slug: string; kind: string; number: number; changed_at: Temporal.Instant }

export const mappedItems = (db: Reader, from: number, count: number): Promise<MappedItem[]> =>
  open(db).select(['slug', 'item.kind', 'number', 'changed_at']).orderBy('item.id').offset(from).limit(count).execute()

/** When anything in them changed last, by the address of the workspace: what is for everybody only. */
export async function changedIn(db: Reader): Promise<Map<string, Temporal.Instant>> {
  const rows = await open(db).select(['slug', sql<Temporal.Instant>`max(changed_at)`.as('at')]).groupBy('slug').execute()
  return new Map(rows.map(({ slug, at }) => [slug, at]))
}
