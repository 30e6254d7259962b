import type { Outcome, Work } from '../../../platform/db/work.ts'
import { addItems } from '../../../platform/item/item.actions.ts'
import type { Place } from '../../../platform/item/item.policy.ts'
import type { Audience } from '../../../platform/item/item.store.ts'
import type { FieldValues } from '../../../platform/item/field.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { tieAll } from '../../thread/index.ts'
import { insertSeries, placeInSeries } from './call.store.ts'
import { meeting } from './meeting.ts'
import { daysOf, type Rhythm } from './series.ts'

export type NewMeetings = {
  title: string
  arenaId: string | null
  language: Lang
  audience?: Audience
  fields: FieldValues & { held_on: string | null; starts_at: string | null; ends_at: string | null }
  series: { rhythm: Rhythm; lastOn: string; /** Days that no meeting is made on. */ without?: readonly string[] } | null
}

/** Sets up a meeting, or all the meetings of a series as real meetings, in the order of their days. Returns their ids. */
export async function makeMeetings(work: Work, workspace: Place, { title, arenaId, language, audience, fields, series }: NewMeetings): Promise<Outcome<string[], 'forbidden' | 'stale'>> {
  const { held_on: day, starts_at: startsAt, ends_at: endsAt } = fields
  const days = series && day !== null ? daysOf({ rhythm: series.rhythm, firstOn: day, lastOn: series.lastOn }).filter((one) => !series.without?.includes(one)) : [day]
  const made = await addItems(work, workspace, meeting, days.map((one) => ({ title, language, ...(audience && { audience }), fields: { ...fields, held_on: one } })))
  if ('refused' in made) return made
  if (arenaId !== null) await tieAll(work, workspace.id, made.done.map((id) => ({ relation: 'held_in', fromId: id, fromKind: meeting.name, toId: arenaId, toKind: 'arena' })))
  if (series && day !== null && startsAt !== null && endsAt !== null) {
    const by = { personId: work.viewer.person?.id ?? null, at: work.now.toString() }
    const id = await insertSeries(work.tx, workspace.id, by, { title, rhythm: series.rhythm, firstOn: day, lastOn: series.lastOn, startsAt, endsAt })
    await placeInSeries(work.tx, id, made.done.map((meetingId, i) => ({ id: meetingId, day: days[i] ?? day })))
    work.record({ workspaceId: workspace.id, what: 'meeting.series-made', body: { series: id, title, meetings: made.done.length, first: day, last: series.lastOn } })
  }
  return made
}
