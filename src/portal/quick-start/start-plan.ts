import type { Outcome, Work } from '../../platform/db/work.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { addItems } from '../../platform/item/item.actions.ts'
import { partiesByName } from '../../modules/actors/index.ts'
import { goal, measure } from '../../modules/plans/index.ts'
import { tieAll } from '../../modules/thread/index.ts'
import { asMember, type MadeWorkspace, type Template, templateOf } from '../../modules/workspaces/index.ts'
import { fromTemplate } from '../new-workspace/from-template.ts'
import type { Activity } from './answers.ts'

export type SmallPlan = { goal: string; organisation: string; activities: readonly Activity[]; language: Lang }
type Place = MadeWorkspace

/** What a small municipality begins with. */
const light: Template = templateOf({ template: 'light' })

/** Writes the goal and its measures, who does them and by when, and ties them. Into a workspace that stands, or into a new one. */
export async function startPlan(work: Work, into: Place | { title: string }, plan: SmallPlan): Promise<Outcome<{ slug: string }, 'forbidden'>> {
  const place = 'id' in into
    ? into
    : await fromTemplate(work, { title: into.title, organisation: plan.organisation, language: plan.language, template: light })
  const inPlace = 'id' in into ? work : asMember(work, place.id, light.founder)
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
