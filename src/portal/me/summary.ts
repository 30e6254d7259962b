import type { Viewer } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'
import { type Asked, readAsked } from '../../platform/item/asked.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { type Change, readLatest } from '../../modules/plans/index.ts'
import { ownWorkspaces, type Workspace } from '../../modules/workspaces/index.ts'
import { type Outcome, outcomesFor } from './outcomes.store.ts'

/** What a person's page and their mail of the week tell. */
export type Summary = { workspaces: readonly Workspace[]; asked: readonly Asked[]; changes: readonly Change[]; outcomes: readonly Outcome[] }
type Span = { since: Temporal.Instant; until: Temporal.Instant }
/** From when to when: for what others did, and for what came of what one said. */
export type Spans = { news: Span; outcomes: Span }

const mostAsked = 50
const mostChanges = 200
const mostOutcomes = 10

/** What is asked of a viewer now; and in a span of time, what others did in their workspaces, and what came of what they said. */
export async function summaryFor(db: Reader, { catalogue, passKey }: { catalogue: Catalogue; passKey: Uint8Array }, viewer: Viewer, spans: Spans, now: Temporal.Instant): Promise<Summary> {
  const workspaces = await ownWorkspaces(db, viewer)
  const me = viewer.person?.id
  const asked = await readAsked(db, catalogue.asked, { viewer, today: osloDate(now).toString() }, passKey, mostAsked)
  const changes = await readLatest(db, viewer, workspaces.map((one) => one.id), mostChanges, { ...spans.news, ...(me && { notBy: me }) })
  return { workspaces, asked, changes, outcomes: await outcomesFor(db, viewer, spans.outcomes, mostOutcomes) }
}
