import type { Viewer } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { passToken } from '../../platform/pass/pass.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { type Change, readLatest, questionsTo } from '../../modules/plans/index.ts'
import { invitationsTo, ownWorkspaces, type Workspace } from '../../modules/workspaces/index.ts'
import { type Asked, type AskedContext, itemsAsked } from './asked.store.ts'
import { type Outcome, outcomesFor } from './outcomes.store.ts'

/** What a person's page and their mail of the week tell. */
export type Summary = { workspaces: readonly Workspace[]; asked: readonly Asked[]; changes: readonly Change[]; outcomes: readonly Outcome[] }
type Span = { since: Temporal.Instant; until: Temporal.Instant }
/** From when to when: for what others did, and for what came of what one said. */
export type Spans = { news: Span; outcomes: Span }

const mostAsked = 50
const mostChanges = 200
const mostOutcomes = 10

/** Everything that asks people for something. A module that comes to do so exports a small function, and is a line here. */
const sources: readonly ((context: AskedContext) => Promise<Asked[]>)[] = [
  (context) => itemsAsked(context, mostAsked),
  async ({ db, viewer, now }) => (await questionsTo(db, viewer.person?.id ?? null, osloDate(now).toString()))
    .map(({ askedId, title, dueOn, workspace }) => ({ what: 'status', title, due: dueOn, from: workspace, mine: true, href: `/min-side/status/${askedId}` })),
  async ({ db, viewer, now, passKey }) => (viewer.person ? await invitationsTo(db, viewer.person.id, osloDate(now).toString()) : [])
    .map(({ passId, workspace, organisation, lastDay }) => ({ what: 'invitation', title: organisation ? `${workspace}: ${organisation}` : workspace, due: lastDay, from: workspace, mine: true, href: `/invitasjon/${passToken(passKey, 'invitation', passId)}` })),
]

const byDue = (a: Asked, b: Asked) => (a.due ?? '9999').localeCompare(b.due ?? '9999')

/** What is asked of a viewer now; and in a span of time, what others did in their workspaces, and what came of what they said. */
export async function summaryFor(db: Reader, { catalogue, passKey }: { catalogue: Catalogue; passKey: Uint8Array }, viewer: Viewer, spans: Spans, now: Temporal.Instant): Promise<Summary> {
  const workspaces = await ownWorkspaces(db, viewer)
  const context: AskedContext = { db, viewer, workspaces, catalogue, now, passKey }
  const me = viewer.person?.id
  const asked = await Promise.all(sources.map((source) => source(context)))
  const changes = await readLatest(db, viewer, workspaces.map((one) => one.id), mostChanges, { ...spans.news, ...(me && { notBy: me }) })
  return { workspaces, asked: asked.flat().sort(byDue).slice(0, mostAsked), changes, outcomes: await outcomesFor(db, viewer, spans.outcomes, mostOutcomes) }
}
