import type { Item } from '../../../platform/item/item.store.ts'
import type { Point } from '../agenda/agenda.store.ts'
import type { Call } from './call.store.ts'
import type { CalendarEvent, CalendarPerson } from './ics.ts'
import type { Series } from './series.ts'
import { momentOf } from './when.ts'

/** A meeting that is put in a calendar, with what calendars know of it. */
export type Scheduled = { item: Item; call: Call | null; points: readonly Point[]; url: string }

const numbered = (points: readonly Point[]) => points.map((one, i) => `${i + 1}. ${one.title}`).join('\n')

/** A meeting as one event of its own, or as the one of its series that it stands for. Null without a day: it cannot be in a calendar. */
export function eventOf({ item, call, points, url }: Scheduled, series: Series | null, as: { sequence: number; changedAt: Temporal.Instant; organiser: CalendarPerson | null; attendee: CalendarPerson | null }): CalendarEvent | null {
  const { heldOn, startsAt, endsAt, venue, onlineUrl } = momentOf(item)
  if (heldOn === null) return null
  const about = [typeof item.fields.about === 'string' ? item.fields.about : null, points.length > 0 ? numbered(points) : null, onlineUrl, url].filter(Boolean).join('\n\n')
  const inSeries = series !== null && call !== null && call.withSeries && call.seriesOn !== null
  return {
    uid: inSeries ? series.id : item.id, title: item.title, day: heldOn, startsAt, endsAt, place: venue ?? onlineUrl, about, url, ...as, cancelled: item.state === 'cancelled',
    ...(inSeries && { instead: { day: call.seriesOn ?? heldOn, startsAt: series.startsAt } }),
  }
}

/**
 * A whole series as one event that repeats, and an event for each meeting that is not as the series says. Days whose meeting was cancelled,
 * removed or sent by itself are left out of the repetition.
 */
export function seriesEvents(series: Series, meetings: readonly Scheduled[], days: readonly string[], as: { sequence: number; changedAt: Temporal.Instant; organiser: CalendarPerson | null; attendee: CalendarPerson | null; url: string }): CalendarEvent[] {
  const { url, ...rest } = as
  const own = new Map(meetings.filter(({ call }) => call?.withSeries).map((one) => [one.call?.seriesOn ?? '', one]))
  const standing = [...own].filter(([, one]) => one.item.state !== 'cancelled')
  const [sample] = standing.map(([, one]) => one)
  const place = sample ? momentOf(sample.item) : null
  const master: CalendarEvent = {
    uid: series.id, title: series.title, day: series.firstOn, startsAt: series.startsAt, endsAt: series.endsAt, place: place?.venue ?? place?.onlineUrl ?? null, about: url, url, ...rest,
    series: { rhythm: series.rhythm, lastOn: series.lastOn, without: days.filter((day) => !standing.some(([on]) => on === day)).map((day) => ({ day, startsAt: series.startsAt })) },
  }
  const asSaid = ({ item, points, call }: Scheduled) => {
    const now = momentOf(item)
    return points.length === 0 && item.title === series.title && now.heldOn === call?.seriesOn && now.startsAt === series.startsAt && now.endsAt === series.endsAt && now.venue === (place?.venue ?? null)
  }
  return [master, ...standing.flatMap(([, one]) => (asSaid(one) ? [] : (eventOf(one, series, rest) ?? [])))]
}
