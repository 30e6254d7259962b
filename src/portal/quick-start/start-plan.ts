import type { Outcome, Work } from '../../platform/db/work.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { addItems } from '../../platform/item/item.actions.ts'
import { partiesByName, setPartyRoles } from '../../modules/actors/index.ts'
import { goal, measure } from '../../modules/plans/index.ts'
import { tieAll } from '../../modules/thread/index.ts'
import { addMember, freeSlug, insertWorkspace } from '../../modules/workspaces/index.ts'
import type { Activity } from './answers.ts'

export type SmallPlan = { goal: string; organisation: string; activities: readonly Activity[]; language: Lang }
type Place = { id: string; slug: string; state: string }

/** A workspace of one's own for a small plan, with the person as its leader; only the parts that the plan uses are in use. */
async function newPlace(work: Work, title: string, organisation: string, language: Lang): Promise<Place> {
  const slug = await freeSlug(work.tx, title)
  const id = await insertWorkspace(work.tx, { slug, title, kind: 'process', template: 'light', language, partsInUse: ['goal', 'measure'] })
  const owners = await partiesByName(work.tx, id, [organisation])
  const own = [...owners.values()][0] ?? null
  if (own) await setPartyRoles(work.tx, id, [own], 'owner')
  await addMember(work.tx, { workspaceId: id, personId: work.viewer.person?.id ?? '', role: 'leader', organisationId: own, from: osloDate(work.now).toString() })
  work.record({ workspaceId: id, what: 'workspace.made', body: { title, template: 'light' } })
  return { id, slug, state: 'active' }
}

/** Writes the goal and its measures, who does them and by when, and ties them. Into a workspace that stands, or into a new one. */
export async function startPlan(work: Work, into: Place | { title: string }, plan: SmallPlan): Promise<Outcome<{ slug: string }, 'forbidden'>> {
  const place = 'id' in into ? into : await newPlace(work, into.title, plan.organisation, plan.language)
  // The membership was made in this very transaction: the viewer that asked does not have it yet.
  const viewer = 'id' in into ? work.viewer : { ...work.viewer, memberships: [...work.viewer.memberships, { workspaceId: place.id, role: 'leader' as const, organisationId: null }] }
  const inPlace: Work = { ...work, viewer }
  const who = await partiesByName(work.tx, place.id, [plan.organisation, ...plan.activities.flatMap((activity) => activity.who)])
  const idsOf = (names: readonly string[]) => names.flatMap((name) => who.get(name) ?? [])
  const deadlines = plan.activities.flatMap((activity) => activity.by ?? []).toSorted()
  const common = { language: plan.language }
  const goals = await addItems(inPlace, place, goal, [{ ...common, title: plan.goal, fields: { owner: idsOf([plan.organisation]), reached_by: yearFrom(work.now, deadlines.at(-1)) } }])
  const measures = await addItems(inPlace, place, measure, plan.activities.map(({ title, who: [first, ...others], by }) => ({
    ...common, title, fields: { owner: idsOf(first ? [first] : []), partner: idsOf(others), ends_on: by },
  })))
  if ('refused' in goals || 'refused' in measures) return { refused: 'forbidden' }
  const [goalId] = goals.done
  await tieAll(inPlace, place.id, measures.done.flatMap((id) => (goalId ? [{ relation: 'delivers', fromId: id, fromKind: 'measure', toId: goalId, toKind: 'goal' }] : [])))
  return { done: { slug: place.slug } }
}

/** «Om et år», or the last deadline when it is later. */
function yearFrom(now: Temporal.Instant, last: string | undefined): string {
  const year = osloDate(now).add({ years: 1 }).toString()
  return last && last > year ? last : year
}
