import type { Viewer } from '../../platform/access/viewer.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { addParties, insertOrganisations, insertPerson, recordSuccession } from '../../modules/actors/index.ts'
import { addMember, archive, findWorkspaceById, insertWorkspace, type NewWorkspace } from '../../modules/workspaces/index.ts'
import { fillOffers, fillPeople } from './actors.ts'
import { type Calendar, calendarFrom } from './calendar.ts'
import { deedsOf } from './deeds.ts'
import { closedPlan } from './closed-plan/closed-plan.ts'
import type { Entry } from './entry.ts'
import { expectationDeeds } from './expectations.ts'
import { pictureDeeds } from './picture.ts'
import { invitationDeeds } from './invitations.ts'
import { merger, type OrganisationKey, organisations } from './organisations.ts'
import { agreementDeeds, dissolved } from './partnership/agreements.ts'
import { evaluationDeeds } from './partnership/evaluations.ts'
import { followUpDeeds } from './partnership/follow-ups.ts'
import { meetingDeeds } from './partnership/meetings.ts'
import { partnership } from './partnership/partnership.ts'
import { yearlyReportDeeds } from './partnership/yearly-reports.ts'
import { people, type PersonKey, type WorkspaceKey } from './people.ts'
import { smallPlan } from './small-plan/small-plan.ts'
import { statusDeeds } from './status.ts'
import { type Deed, live } from './story.ts'

/** A workspace of the demo, as its folder declares it. */
export type DemoWorkspace = {
  key: WorkspaceKey
  workspace: Omit<NewWorkspace, 'example' | 'legalOwnerId'> & { owner: OrganisationKey }
  /** Who writes when an entry names nobody. */
  keeper: PersonKey
  /** How many days ago it began. */
  began: number
  /** How many days ago it was closed, if it is over. */
  closed?: number
  parties: readonly OrganisationKey[]
  /** Only named in its plan. */
  mentioned?: readonly OrganisationKey[]
  entries: readonly Entry[]
  /** It has asked its partners for status, once before and now. */
  asksForStatus?: true
}

export async function fillWorld(platform: Platform, tx: Tx): Promise<void> {
  const calendar = calendarFrom(platform.clock())
  const keys = Object.keys(organisations) as OrganisationKey[]
  const ids = await insertOrganisations(tx, keys.map((key) => ({ ...organisations[key], example: true })))
  const organisationIds = new Map(keys.map((key, i) => [key, ids[i] as string]))
  await recordSuccession(tx, merger.from.map((key) => organisationIds.get(key) as string), [organisationIds.get(merger.to) as string], calendar.newYear())
  await recordSuccession(tx, [organisationIds.get(dissolved.from) as string], dissolved.to.map((key) => organisationIds.get(key) as string), dissolved.on)
  const persons = await insertPeople(tx)
  await fillPeople(tx, calendar, { organisations: organisationIds, persons })
  const workspaces = new Map<WorkspaceKey, string>()
  for (const one of [partnership(calendar), smallPlan(calendar), closedPlan(calendar)]) workspaces.set(one.key, await fillWorkspace(platform, tx, calendar, one, organisationIds, persons))
  await fillOffers(tx, calendar, { organisations: organisationIds, persons }, workspaces.get('eksempelfylket') as string)
}

async function insertPeople(tx: Tx): Promise<Map<PersonKey, string>> {
  const ids = new Map<PersonKey, string>()
  for (const key of Object.keys(people) as PersonKey[]) {
    const { name, login, administrator = false } = people[key]
    ids.set(key, await insertPerson(tx, { name, administrator, email: `${key}@eksempel.example`, ...(login && { demoRole: key }) }))
  }
  return ids
}

async function fillWorkspace(
  platform: Platform, tx: Tx, calendar: Calendar, demo: DemoWorkspace, organisationIds: ReadonlyMap<OrganisationKey, string>, persons: ReadonlyMap<PersonKey, string>,
): Promise<string> {
  const idOf = (key: OrganisationKey) => organisationIds.get(key) as string
  const { owner, ...workspace } = demo.workspace
  const from = calendar.ago(demo.began)
  const id = await insertWorkspace(tx, { ...workspace, example: true, legalOwnerId: idOf(owner) })
  await addParties(tx, id, demo.parties.map((key) => ({ organisationId: idOf(key), role: key === owner ? 'owner' : 'partner', from })))
  await addParties(tx, id, (demo.mentioned ?? []).map((key) => ({ organisationId: idOf(key), role: 'mentioned', from: null })))
  const viewers = new Map<PersonKey, Viewer>()
  for (const [key, personId] of persons) {
    const { name, member, also = [] } = people[key]
    const memberships = [...(member ? [member] : []), ...also].filter((one) => one.workspace === demo.key).map(({ role, organisation }) => ({ workspaceId: id, role, organisationId: organisation ? idOf(organisation) : null }))
    for (const { role, organisationId } of memberships) await addMember(tx, { workspaceId: id, personId, role, organisationId, from })
    viewers.set(key, { person: { id: personId, name, language: 'nb', administrator: false }, memberships, lang: 'nb' })
  }
  const head = demo.asksForStatus ? await findWorkspaceById(tx, id) : null
  const rounds = head ? statusDeeds({ workspace: head, platform, calendar, elvestad: idOf('elvestad'), idOf: (key) => persons.get(key) ?? '' }) : []
  const meetings = head ? meetingDeeds({ platform, workspace: head, calendar, organisation: idOf, person: (key) => persons.get(key) ?? '' }) : []
  const deeds = deedsOf({ workspace: { id, state: 'active' }, calendar, keeper: demo.keeper, organisations: organisationIds }, demo.entries)
  const invitations = demo.key === 'eksempelfylket' ? invitationDeeds(platform, id, organisationIds, persons) : []
  const followUps = demo.key === 'eksempelfylket' ? followUpDeeds({ workspace: { id, state: 'active' }, calendar, organisation: idOf, person: (key) => persons.get(key) ?? '' }) : []
  const agreeing = demo.key === 'eksempelfylket' ? agreementDeeds({ workspace: await findWorkspaceById(tx, id), calendar, idOf }) : []
  const expectations = demo.key === 'eksempelfylket' ? expectationDeeds({ workspace: { id, slug: workspace.slug, title: workspace.title }, platform, calendar, idOf }) : []
  const reports = demo.key === 'eksempelfylket' ? yearlyReportDeeds({ workspace: await findWorkspaceById(tx, id), calendar }) : []
  const evaluations = demo.key === 'eksempelfylket' ? evaluationDeeds({ workspace: { id, slug: workspace.slug, title: workspace.title, state: 'active' }, platform, calendar, idOf }) : []
  const pictures = head && demo.key === 'eksempelfylket' ? pictureDeeds({ workspace: head, platform, calendar, idOf }) : []
  const end: Deed[] = demo.closed === undefined ? [] : [{ day: demo.closed, order: 9, by: demo.keeper, does: async (work) => void (await archive(work, id)) }]
  await live(platform, tx, calendar, id, viewers, [...deeds, ...rounds, ...invitations, ...agreeing, ...meetings, ...followUps, ...expectations, ...pictures, ...evaluations, ...reports, ...end])
  return id
}
