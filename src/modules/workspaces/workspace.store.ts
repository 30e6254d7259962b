import type { Viewer } from '../../platform/access/viewer.ts'
import { membershipsIn } from '../../platform/access/viewer.ts'
import type { Reader, Tx } from '../../platform/db/database.ts'
import type { WorkspaceHead } from '../../platform/http/page.ts'
import { v7 } from '../../platform/item/id.ts'
import type { Lang } from '../../platform/text/texts.ts'

/** How many are few enough, as the workspace itself has said; null where it has not. */
export type Focus = { areas: number | null; measuresPerArea: number | null; measuresPerOrganisation: number | null; reason: string | null }

export type Workspace = WorkspaceHead & { focus: Focus; public: boolean; version: number; endsOn: string | null; funder: string | null; stateChangedAt: Temporal.Instant | null }

const columns = [
  'id', 'slug', 'title', 'kind', 'state', 'language', 'example', 'areas_above_goals', 'parts_in_use', 'public', 'template', 'version', 'ends_on', 'funder', 'state_changed_at',
  'focus_areas', 'focus_measures_per_area', 'focus_measures_per_organisation', 'focus_reason',
] as const

const rows = (db: Reader) => db.selectFrom('workspace').select(columns)

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
  focus: { areas: row.focus_areas, measuresPerArea: row.focus_measures_per_area, measuresPerOrganisation: row.focus_measures_per_organisation, reason: row.focus_reason },
})

/** The workspace with this address, if the viewer may know of it: as a member, or because it is public. */
export async function findWorkspace(db: Reader, viewer: Viewer, slug: string): Promise<Workspace | null> {
  const row = await rows(db).where('slug', '=', slug).executeTakeFirst()
  if (!row || (!row.public && membershipsIn(viewer, row.id).length === 0)) return null
  return toWorkspace(row)
}

/** The workspaces that the viewer is a member of. */
export async function ownWorkspaces(db: Reader, viewer: Viewer): Promise<Workspace[]> {
  const ids = [...new Set(viewer.memberships.map((m) => m.workspaceId))]
  if (ids.length === 0) return []
  return (await rows(db).where('id', 'in', ids).orderBy('title').execute()).map(toWorkspace)
}

export const publicWorkspaces = async (db: Reader): Promise<Workspace[]> => (await rows(db).where('public', '=', true).orderBy('title').limit(100).execute()).map(toWorkspace)

export type NewWorkspace = {
  slug: string; title: string; kind: string; template: string; language: Lang; example?: boolean; partsInUse: readonly string[]; areasAboveGoals?: boolean
  focus?: Focus; legalOwnerId?: string; funder?: string; endsOn?: string
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

export async function addMember(tx: Tx, member: { workspaceId: string; personId: string; role: string; organisationId: string | null; from: string }): Promise<void> {
  await tx
    .insertInto('membership')
    .values({ id: v7(), workspace_id: member.workspaceId, person_id: member.personId, role: member.role, organisation_id: member.organisationId, valid_from: member.from })
    .execute()
}

/** Ends a role in a workspace; it holds through its last day, and stays in the history. */
export async function endMember(tx: Tx, member: { workspaceId: string; personId: string; role: string; lastDay: string }): Promise<void> {
  await tx
    .updateTable('membership')
    .set({ valid_to: member.lastDay })
    .where('workspace_id', '=', member.workspaceId)
    .where('person_id', '=', member.personId)
    .where('role', '=', member.role)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', member.lastDay)]))
    .execute()
}

export const membersOf = (db: Reader, workspaceId: string) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['person.id', 'person.name', 'membership.role', 'organisation.name as organisation', 'membership.valid_from', 'membership.valid_to'])
    .where('membership.workspace_id', '=', workspaceId)
    .orderBy('person.name')
    .execute()
