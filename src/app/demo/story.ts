import { appendEvents, type Happening } from '../../platform/audit/record.ts'
import { actingFor, type Viewer } from '../../platform/access/viewer.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Work } from '../../platform/db/work.ts'
import type { Platform } from '../../platform/platform.ts'
import { localInstant } from '../../platform/time/oslo.ts'
import type { Calendar } from './calendar.ts'
import type { PersonKey } from './people.ts'

/** Something that a person did on a day. Of what happened on one day, the lower `order` comes first. */
export type Deed = { day: number; order: number; by: PersonKey; does(work: Work): Promise<void> }

/** How often what every unit of work ends with is done while the demo is filled: what happens between is handed to it together. */
const daysBetweenSteps = 14

/**
 * Lives through the deeds in order of time. What one person does in a row on one day is one unit of work and is chained as such,
 * as a page would have done it; but all are in one transaction, so that a demo is whole or absent.
 */
export async function live(platform: Platform, tx: Tx, calendar: Calendar, workspaceId: string, viewers: ReadonlyMap<PersonKey, Viewer>, deeds: readonly Deed[]): Promise<void> {
  const waiting: Happening[] = []
  let settled: Temporal.Instant | null = null
  const all = sittings(calendar, deeds)
  for (const [i, { at, by, deeds: together }] of all.entries()) {
    const viewer = viewers.get(by)
    if (!viewer) throw new Error(`The demo has nobody called ${by}`)
    const happenings: Happening[] = []
    const work: Work = { tx, viewer, now: at, via: 'page', happenings, record: (happening) => void happenings.push(happening) }
    for (const deed of together) await deed.does(work)
    waiting.push(...happenings)
    const next = all[i + 1]
    if (!next || !settled || settled.until(next.at).total('hours') > daysBetweenSteps * 24) {
      for (const step of platform.beforeCommit) await step({ ...work, happenings: waiting })
      waiting.length = 0
      settled = at
    }
    await appendEvents(tx, platform.auditKey, { personId: viewer.person?.id ?? null, actingForIn: () => actingFor(viewer, workspaceId), via: 'page', at }, happenings)
  }
}

type Sitting = { at: Temporal.Instant; by: PersonKey; deeds: Deed[] }

/** The deeds as people sat down to them: by day, with a quarter of an hour between. */
function sittings(calendar: Calendar, deeds: readonly Deed[]): Sitting[] {
  const inOrder = deeds
    .map((deed) => ({ ...deed, date: calendar.ago(deed.day) }))
    .toSorted((a, b) => (a.date === b.date ? a.order - b.order || b.day - a.day || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0) : a.date < b.date ? -1 : 1))
  const found: (Sitting & { date: string })[] = []
  let today = 0
  for (const deed of inOrder) {
    const last = found.at(-1)
    if (last && last.date === deed.date && last.by === deed.by) {
      last.deeds.push(deed)
      continue
    }
    today = last?.date === deed.date ? today + 1 : 0
    found.push({ date: deed.date, at: atWork(deed.date, today), by: deed.by, deeds: [deed] })
  }
  return found
}

/** Some time between eight and one, another one each day, and the same every time the demo is made. */
function atWork(date: string, nth: number): Temporal.Instant {
  const day = Temporal.PlainDate.from(date)
  return localInstant(day.toPlainDateTime({ hour: 8 }).add({ minutes: ((day.dayOfYear * 97) % 300) + 15 * nth }))
}
