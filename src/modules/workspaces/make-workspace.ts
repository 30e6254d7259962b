import type { Role } from '../../platform/access/viewer.ts'
import type { Work } from '../../platform/db/work.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { partiesByName, setPartyRoles } from '../actors/index.ts'
import { addMember } from './member/member.store.ts'
import type { Template } from './templates/index.ts'
import { freeSlug, insertWorkspace, setOwner } from './workspace.store.ts'

export type MadeWorkspace = { id: string; slug: string; state: string }

/**
 * A new workspace as its template says, with the person who makes it as its first member, acting for the organisation that owns it.
 * The membership does not reach the viewer of this very transaction: what is done in it next needs `asMember`. What the template says of
 * the thread check's rules is for `keepChoices`, which stands after this room.
 */
export async function makeWorkspace(work: Work, given: { title: string; organisation: string; language: Lang; template: Template }): Promise<MadeWorkspace> {
  const { title, organisation, language, template } = given
  const slug = await freeSlug(work.tx, title)
  const focus = template.focus && { ...template.focus, reason: template.focus.reason[language] }
  const id = await insertWorkspace(work.tx, { slug, title, kind: template.kind, template: template.name, language, partsInUse: template.partsInUse, ...(focus && { focus }) })
  const owners = await partiesByName(work.tx, id, [organisation])
  const own = [...owners.values()][0] ?? null
  const today = osloDate(work.now).toString()
  if (own) {
    await setPartyRoles(work.tx, id, [own], 'owner', today)
    const { dataController, archive } = template.responsibilities
    await setOwner(work.tx, id, { legalOwner: own, dataController: dataController && own, archive: archive && own })
  }
  await addMember(work.tx, { workspaceId: id, personId: work.viewer.person?.id ?? '', role: template.founder, organisationId: own, from: today })
  work.record({ workspaceId: id, what: 'workspace.made', body: { title, template: template.name } })
  return { id, slug, state: 'active' }
}

/** The same unit of work, seen by a viewer who is a member of the workspace that it has just made. */
export const asMember = (work: Work, workspaceId: string, role: Role): Work => ({
  ...work,
  viewer: { ...work.viewer, memberships: [...work.viewer.memberships, { workspaceId, role, organisationId: null }] },
})
