import ICAL from 'ical.js'

/** A meeting as it stands in the calendar: instants as 'YYYY-MM-DDTHH:MMZ', or days where it lasts the whole day. */
export type InCalendar = { title: string; from: string; to: string; place: string | null; about: string | null }

const most = 200
const at = (time: ICAL.Time): string => (time.isDate ? time.toString() : `${time.toJSDate().toISOString().slice(0, 16)}Z`)
const text = (of: ICAL.Component, name: string): string => String(of.getFirstPropertyValue(name) ?? '')

/**
 * What a calendar program has after it got these invitations one after the other (RFC 5546), read by a parser that is not ours: what comes later
 * takes the place of what has the same name and number in its series, unless it is older; what is off is gone; and what repeats is told day by day,
 * by the zone that the calendar itself carries.
 */
export function calendarProgram(...invitations: readonly string[]) {
  const held = new Map<string, ICAL.Component>()
  const receive = (invitation: string): void => {
    const calendar = new ICAL.Component(ICAL.parse(invitation))
    for (const event of calendar.getAllSubcomponents('vevent')) {
      const name = `${text(event, 'uid')} ${text(event, 'recurrence-id')}`
      const before = held.get(name)
      if (!before || Number(text(before, 'sequence')) <= Number(text(event, 'sequence'))) held.set(name, event)
    }
  }
  for (const one of invitations) receive(one)
  const listed = (event: ICAL.Event, from: ICAL.Time, to: ICAL.Time): InCalendar[] =>
    text(event.component, 'status') === 'CANCELLED' ? [] : [{ title: event.summary ?? '', from: at(from), to: at(to), place: event.location || null, about: event.description || null }]
  return {
    receive,
    events: () => [...held.values()],
    /** In order of time. */
    meetings(): InCalendar[] {
      const series = Map.groupBy(held.values(), (event) => text(event, 'uid'))
      return [...series.values()].flatMap((events) => {
        const master = events.find((event) => text(event, 'recurrence-id') === '')
        const others = events.filter((event) => event !== master)
        const whole = master && new ICAL.Event(master, { exceptions: others, strictExceptions: true })
        if (!whole?.isRecurring()) return events.map((event) => new ICAL.Event(event)).flatMap((event) => listed(event, event.startDate, event.endDate))
        const found: InCalendar[] = []
        const days = whole.iterator()
        for (let day = days.next(), n = 0; day && n < most; day = days.next(), n++) {
          const { item, startDate, endDate } = whole.getOccurrenceDetails(day)
          found.push(...listed(item, startDate, endDate))
        }
        return found
      }).toSorted((a, b) => (a.from < b.from ? -1 : 1))
    },
  }
}
