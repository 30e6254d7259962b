import type { Role } from '../../platform/access/viewer.ts'
import type { Work } from '../../platform/db/work.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { partiesByName, setPartyRoles } from '../actors/index.ts'
import { addMember, freeSlug, insertWorkspace } from './workspace.store.ts'

export type MadeWorkspace = { id: string; slug: string; state: string }

/**
 * A new workspace with the person who makes it as its first member, acting for the organisation that owns it.
 * The membership does not reach the viewer of this very transaction: what is done in it next needs `asMember`.
 */
export async function makeWorkspace(
  work: Work,
  given: { title: string; organisation: string; language: Lang; kind: 'partnership' | 'process'; template: 'partnership' | 'light'; role: Role; partsInUse: readonly string[] },
): Promise<MadeWorkspace> {
  const { title, organisation, language, kind, template, role, partsInUse } = given
  const slug = await freeSlug(work.tx, title)
  const id = await insertWorkspace(work.tx, { slug, title, kind, template, language, partsInUse })
  const owners = await partiesByName(work.tx, id, [organisation])
  const own = [...owners.values()][0] ?? null
  if (own) await setPartyRoles(work.tx, id, [own], 'owner', osloDate(work.now).toString())
  await addMember(work.tx, { workspaceId: id, personId: work.viewer.person?.id ?? '', role, organisationId: own, from: osloDate(work.now).toString() })
  work.record({ workspaceId: id, what: 'workspace.made', body: { title, template } })
  return { id, slug, state: 'active' }
}

/** The same unit of work, seen by a viewer who is a member of the workspace that it has just made. */
export const asMember = (work: Work, workspaceId: string, role: Role): Work => ({
  ...work,
  viewer: { ...work.viewer, memberships: [...work.viewer.memberships, { workspaceId, role, organisationId: null }] },
})
