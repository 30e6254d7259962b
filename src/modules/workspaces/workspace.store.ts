import { sql } from 'kysely'
import { type Viewer, workspacesOf } from '../../platform/access/viewer.ts'
import type { Reader, Tx } from '../../platform/db/database.ts'
import type { WorkspaceHead } from '../../platform/http/page.ts'
import { prepared } from '../../platform/db/prepared.ts'
import { v7 } from '../../platform/item/id.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { knownWorkspace } from '../actors/index.ts'

/** How many are few enough, as the workspace itself has said; null where it has not. */
export type Focus = { areas: number | null; measuresPerArea: number | null; measuresPerOrganisation: number | null; reason: string | null }

export type Workspace = WorkspaceHead & { focus: Focus; public: boolean; version: number; endsOn: string | null; funder: string | null; legalOwnerId: string | null; dataControllerId: string | null; stateChangedAt: Temporal.Instant | null }

const columns = [
  'id', 'slug', 'title', 'kind', 'state', 'language', 'example', 'areas_above_goals', 'parts_in_use', 'public', 'template', 'version', 'ends_on', 'funder', 'state_changed_at', 'legal_owner_id', 'data_controller_id',
  'focus_areas', 'focus_measures_per_area', 'focus_measures_per_organisation', 'focus_reason',
] as const

const rows = (db: Reader) => db.selectFrom('workspace').modifyFront(prepared).select(columns)

const toWorkspace = (row: Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>): Workspace => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  kind: row.kind,
  state: row.state,
  language: row.language as Lang,
  example: row.example,
  areasAboveGoals: row.areas_above_goals,
  partsInUse: row.parts_in_use,
  public: row.public,
  template: row.template,
  version: row.version,
  endsOn: row.ends_on,
  funder: row.funder,
  stateChangedAt: row.state_changed_at,
  legalOwnerId: row.legal_owner_id,
  dataControllerId: row.data_controller_id,
  focus: { areas: row.focus_areas, measuresPerArea: row.focus_measures_per_area, measuresPerOrganisation: row.focus_measures_per_organisation, reason: row.focus_reason },
})

/** The workspace with this address, if the viewer may know of it: as a member, or because it is public. */
export async function findWorkspace(db: Reader, viewer: Viewer, slug: string): Promise<Workspace | null> {
  const row = await rows(db).where('slug', '=', slug).where(knownWorkspace(viewer)).executeTakeFirst()
  return row ? toWorkspace(row) : null
}

/** A workspace by its id, for work on behalf of somebody whose right to it has been asked. */
export const findWorkspaceById = async (db: Reader, id: string): Promise<Workspace> => toWorkspace(await rows(db).where('id', '=', id).executeTakeFirstOrThrow())

/** The workspaces that the viewer is a member of. */
export async function ownWorkspaces(db: Reader, viewer: Viewer): Promise<Workspace[]> {
  const ids = workspacesOf(viewer)
  if (ids.length === 0) return []
  return (await rows(db).where('id', 'in', ids).orderBy('title').execute()).map(toWorkspace)
}

export const publicWorkspaces = async (db: Reader): Promise<Workspace[]> => (await rows(db).where('public', '=', true).orderBy('title').limit(100).execute()).map(toWorkspace)

export type NewWorkspace = {
  slug: string; title: string; kind: string; template: string; language: Lang; example?: boolean; partsInUse: readonly string[]; areasAboveGoals?: boolean
  focus?: Focus; legalOwnerId?: string | null; funder?: string | null; endsOn?: string | null; public?: boolean
}

export async function insertWorkspace(tx: Tx, workspace: NewWorkspace): Promise<string> {
  const id = v7()
  await tx
    .insertInto('workspace')
    .values({
      id,
      slug: workspace.slug,
      title: workspace.title,
      kind: workspace.kind,
      template: workspace.template,
      language: workspace.language,
      example: workspace.example ?? false,
      public: workspace.public ?? false,
      parts_in_use: [...workspace.partsInUse],
      areas_above_goals: workspace.areasAboveGoals ?? false,
      focus_areas: workspace.focus?.areas ?? null,
      focus_measures_per_area: workspace.focus?.measuresPerArea ?? null,
      focus_measures_per_organisation: workspace.focus?.measuresPerOrganisation ?? null,
      focus_reason: workspace.focus?.reason ?? null,
      legal_owner_id: workspace.legalOwnerId ?? null,
      data_controller_id: workspace.legalOwnerId ?? null,
      archive_responsible_id: workspace.legalOwnerId ?? null,
      funder: workspace.funder ?? null,
      ends_on: workspace.endsOn ?? null,
    })
    .execute()
  return id
}

/** What a workspace is called, for those who may be told: somebody invited to it. */
export const findTitle = async (db: Reader, id: string): Promise<string> => (await db.selectFrom('workspace').select('title').where('id', '=', id).executeTakeFirstOrThrow()).title

/** Who answers for what in a workspace that was just made. */
export async function setOwner(tx: Tx, id: string, who: { legalOwner: string; dataController: string | null; archive: string | null }): Promise<void> {
  await tx.updateTable('workspace').set({ legal_owner_id: who.legalOwner, data_controller_id: who.dataController, archive_responsible_id: who.archive }).where('id', '=', id).execute()
}

/** Closes a workspace or opens it again; says whether it was the other way before. */
export async function setWorkspaceState(tx: Tx, id: string, state: 'active' | 'archived', by: { by: string | null; at: Temporal.Instant }): Promise<boolean> {
  const changed = await tx
    .updateTable('workspace')
    .set((eb) => ({ state, state_changed_at: by.at.toString(), state_changed_by: by.by, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '<>', state)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** When the workspace was last closed or opened again, and by whom; null when it never was. */
export async function stateChange(db: Reader, id: string): Promise<{ at: Temporal.Instant; by: string | null } | null> {
  const row = await db
    .selectFrom('workspace')
    .leftJoin('person', 'person.id', 'workspace.state_changed_by')
    .select(['workspace.state_changed_at as at', 'person.name as by'])
    .where('workspace.id', '=', id)
    .executeTakeFirst()
  return row?.at ? { at: row.at, by: row.by } : null
}

/** Another template for a workspace that stands, if it still has this version: parts are taken into use and none away; a focus that was chosen stays. */
export async function setTemplate(tx: Tx, id: string, version: number, to: { name: string; partsInUse: readonly string[]; focus: Focus | null }): Promise<boolean> {
  const changed = await tx
    .updateTable('workspace')
    .set({
      template: to.name,
      parts_in_use: sql<string[]>`array(select distinct part from unnest(parts_in_use || ${[...to.partsInUse]}::text[]) part)`,
      version: version + 1,
      ...(to.focus && {
        focus_areas: sql<number | null>`coalesce(focus_areas, ${to.focus.areas})`,
        focus_reason: sql<string | null>`case when focus_areas is null and focus_reason is null then ${to.focus.reason} else focus_reason end`,
      }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** An address that is free, made from a title: «Nye Eksempelfylket» → nye-eksempelfylket, then nye-eksempelfylket-2. */
export async function freeSlug(db: Reader, title: string): Promise<string> {
  const base = slugOf(title)
  const taken = new Set((await db.selectFrom('workspace').select('slug').where('slug', 'like', `${base}%`).execute()).map((row) => row.slug))
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (!taken.has(slug)) return slug
  }
}

export const slugOf = (title: string): string =>
  title
    .toLocaleLowerCase('nb')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/å/g, 'a')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '') || 'arbeidsrom'
