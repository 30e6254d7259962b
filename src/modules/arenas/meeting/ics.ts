import { plainDate } from '../../../platform/time/oslo.ts'
import { type Rhythm } from './series.ts'

/** Somebody in a calendar: the address and the name. */
export type CalendarPerson = { email: string; name: string }

/** One meeting as calendars have it (RFC 5545). Days are 'YYYY-MM-DD' and clocks 'HH:MM' in Oslo; without clocks it is the whole day. */
export type CalendarEvent = {
  uid: string
  sequence: number
  title: string
  day: string
  startsAt: string | null
  endsAt: string | null
  place: string | null
  about: string | null
  /** Where one reads more. */
  url: string | null
  changedAt: Temporal.Instant
  organiser: CalendarPerson | null
  attendee: CalendarPerson | null
  cancelled?: boolean
  /** Meetings of one series are one event: how it repeats, and the days that fell out. */
  series?: { rhythm: Rhythm; lastOn: string; without: readonly { day: string; startsAt: string }[] }
  /** This is one meeting of such a series: the day and clock that it had there from the start. */
  instead?: { day: string; startsAt: string }
}

/** What a calendar is sent for: to look at, to answer, or because it is off (RFC 5546). */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL'

/** Text as it stands in a calendar: what separates is escaped, and nothing else can begin a line of its own. */
export const escapeText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ').replace(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll('\n', '\\n')

/** A value of a parameter, such as a name: it is quoted, and can hold neither quotes nor lines. */
const quoted = (text: string): string => `"${text.toWellFormed().replace(/["\u0000-\u001f\u007f]/g, ' ').trim()}"`

const encoder = new TextEncoder()
const octetsInLine = 75

/** Folds a line at 75 octets, never within a letter: what follows begins with a space (RFC 5545, 3.1). */
export function fold(line: string): string {
  const lines: string[] = []
  let [current, octets] = ['', 0]
  for (const letter of line) {
    const length = encoder.encode(letter).length
    if (octets + length > octetsInLine) {
      lines.push(current)
      ;[current, octets] = [' ', 1]
    }
    current += letter
    octets += length
  }
  return [...lines, current].join('\r\n')
}

/** Summer time in Norway since 1996: the last Sunday of March and of October, at one o'clock UTC. */
const oslo = [
  'BEGIN:VTIMEZONE', 'TZID:Europe/Oslo',
  'BEGIN:DAYLIGHT', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST', 'DTSTART:19960331T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT',
  'BEGIN:STANDARD', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET', 'DTSTART:19961027T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD',
  'END:VTIMEZONE',
]

const compact = (day: string) => day.replaceAll('-', '')
const clock = (at: string) => `${at.replace(':', '')}00`
const utc = (at: Temporal.Instant) => `${at.round('second').toString().replace(/[-:]/g, '').replace(/\.\d+/, '')}`
/** A point in time by the clock in Oslo, or a whole day. */
const local = (name: string, day: string, at: string | null) => (at === null ? `${name};VALUE=DATE:${compact(day)}` : `${name};TZID=Europe/Oslo:${compact(day)}T${clock(at)}`)

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** The rhythm as a calendar repeats it, through the end of the last day in Oslo. */
function repeats({ rhythm, lastOn }: NonNullable<CalendarEvent['series']>, firstOn: string): string {
  const until = utc(plainDate(lastOn).add({ days: 1 }).toZonedDateTime('Europe/Oslo').toInstant().subtract({ seconds: 1 }))
  if ('everyWeeks' in rhythm) return `RRULE:FREQ=WEEKLY;INTERVAL=${rhythm.everyWeeks};UNTIL=${until}`
  return `RRULE:FREQ=MONTHLY;BYDAY=${rhythm.nthInMonth}${weekdays[plainDate(firstOn).dayOfWeek - 1]};UNTIL=${until}`
}

function eventLines(event: CalendarEvent, method: CalendarMethod): string[] {
  const { startsAt, endsAt, day } = event
  const person = (name: string, { email, name: called }: CalendarPerson, parameters = '') => `${name};CN=${quoted(called)}${parameters}:mailto:${email.replace(/[^\x21-\x7e]/g, '')}`
  const text = (name: string, value: string | null) => (value ? [`${name}:${escapeText(value)}`] : [])
  return [
    'BEGIN:VEVENT', `UID:${event.uid}`, `DTSTAMP:${utc(event.changedAt)}`, `SEQUENCE:${event.sequence}`,
    ...(event.instead ? [local('RECURRENCE-ID', event.instead.day, event.instead.startsAt)] : []),
    local('DTSTART', day, startsAt),
    // A meeting that ends after midnight ends the next day; one without an end lasts an hour.
    ...(startsAt === null ? [local('DTEND', plainDate(day).add({ days: 1 }).toString(), null)]
      : endsAt === null ? ['DURATION:PT1H'] : [local('DTEND', endsAt < startsAt ? plainDate(day).add({ days: 1 }).toString() : day, endsAt)]),
    ...(event.series ? [repeats(event.series, day), ...event.series.without.map((one) => local('EXDATE', one.day, one.startsAt))] : []),
    ...text('SUMMARY', event.title), ...text('LOCATION', event.place), ...text('DESCRIPTION', event.about),
    ...(event.url && URL.canParse(event.url) ? [`URL:${new URL(event.url).href}`] : []),
    ...(event.organiser ? [person('ORGANIZER', event.organiser)] : []),
    ...(event.attendee ? [person('ATTENDEE', event.attendee, method === 'REQUEST' ? ';ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE' : '')] : []),
    `STATUS:${event.cancelled || method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`, 'TRANSP:OPAQUE',
    'END:VEVENT',
  ]
}

/** A whole calendar, as it goes in a mail or is fetched by a calendar program. `name` is what it is called where it is shown among others. */
export function calendarText(method: CalendarMethod, events: readonly CalendarEvent[], name?: string): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Tradverk//Tradverk//NO', 'CALSCALE:GREGORIAN', `METHOD:${method}`,
    ...(name ? [`NAME:${escapeText(name)}`, `X-WR-CALNAME:${escapeText(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H'] : []),
    ...oslo, ...events.flatMap((event) => eventLines(event, method)), 'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}
