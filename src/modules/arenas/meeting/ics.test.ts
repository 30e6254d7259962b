import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarEvent, calendarText, escapeText, fold } from './ics.ts'
import { daysOf, type Rhythm } from './series.ts'

const event: CalendarEvent = {
  uid: '0190-a', sequence: 2, title: 'Møte i arbeidsutvalget; del 1, første', day: '2027-03-30', startsAt: '09:00', endsAt: '11:30', place: 'Fylkeshuset, rom 3', about: '1. Sak\n2. Sak', url: 'https://eksempel.example/m/1',
  changedAt: Temporal.Instant.from('2027-01-04T10:00:00.123Z'), organiser: { email: 'sekretariat@eksempel.example', name: 'Rådgiver "Kari"\r\nX-ONDT:1' }, attendee: { email: 'partner@eksempel.example', name: 'Partner' },
}

/** A small reader of its own (RFC 5545, 3.1): unfolds, and splits name, parameters and value. */
const unfolded = (text: string): string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n').filter(Boolean)
const valuesOf = (text: string, name: string): string[] => unfolded(text).flatMap((line) => new RegExp(`^${name}(?:;[^":]*(?:"[^"]*"[^":]*)*)?:(.*)$`, 'u').exec(line)?.[1] ?? [])
const unescape = (value: string): string => value.replace(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark))

describe('check 21: a calendar', () => {
  test('holds a meeting by the clock in Oslo, with its zone, who calls and who is called', () => {
    const text = calendarText('REQUEST', [event])
    const lines = unfolded(text)
    for (const line of [
      'METHOD:REQUEST', 'UID:0190-a', 'SEQUENCE:2', 'DTSTAMP:20270104T100000Z', 'DTSTART;TZID=Europe/Oslo:20270330T090000', 'DTEND;TZID=Europe/Oslo:20270330T113000', 'SUMMARY:Møte i arbeidsutvalget\\; del 1\\, første',
      'ATTENDEE;CN="Partner";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:partner@eksempel.example', 'STATUS:CONFIRMED', 'TZID:Europe/Oslo',
    ]) expect(lines).toContain(line)
    expect(lines.some((line) => line.startsWith('X-ONDT'))).toBe(false)
    expect(calendarText('CANCEL', [event])).toContain('STATUS:CANCELLED')
  })

  test('without a clock it is the whole day; past midnight it ends the next day', () => {
    expect(calendarText('PUBLISH', [{ ...event, startsAt: null, endsAt: null }])).toContain('DTSTART;VALUE=DATE:20270330\r\nDTEND;VALUE=DATE:20270331')
    expect(calendarText('PUBLISH', [{ ...event, startsAt: '22:00', endsAt: '01:00' }])).toContain('DTEND;TZID=Europe/Oslo:20270331T010000')
  })

  test('a series across the change to summer time repeats as its days say, with what fell out and what was moved', () => {
    const rhythm: Rhythm = { everyWeeks: 2 }
    const [firstOn, lastOn] = ['2027-03-02', '2027-04-30']
    const master = { ...event, uid: 's', day: firstOn, series: { rhythm, lastOn, without: [{ day: '2027-03-16', startsAt: '09:00' }] } }
    const moved = { ...event, uid: 's', day: '2027-03-31', startsAt: '12:00', endsAt: '13:00', instead: { day: '2027-03-30', startsAt: '09:00' } }
    const lines = unfolded(calendarText('REQUEST', [master, moved]))
    // The last moment of the last day in Oslo, which is in summer time.
    for (const line of ['RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270430T215959Z', 'EXDATE;TZID=Europe/Oslo:20270316T090000', 'RECURRENCE-ID;TZID=Europe/Oslo:20270330T090000', 'DTSTART;TZID=Europe/Oslo:20270331T120000']) expect(lines).toContain(line)
    expect(unfolded(calendarText('REQUEST', [{ ...master, day: '2027-01-05', series: { rhythm: { nthInMonth: 1 }, lastOn, without: [] } }]))).toContain('RRULE:FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270430T215959Z')
    expect(daysOf({ rhythm, firstOn, lastOn })).toContain('2027-03-30')
  })

  // Seen to fail when folding counted letters and not octets.
  test('whatever is written comes back as it was, in lines of at most 75 octets, and begins no line of its own', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (written) => {
      const text = calendarText('PUBLISH', [{ ...event, title: written, about: written }])
      expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !/[\n\r\u0000]/.test(line))).toBe(true)
      const known = /^(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|TZID|TZOFFSETFROM|TZOFFSETTO|TZNAME|DTSTART|RRULE|UID|DTSTAMP|SEQUENCE|DTEND|SUMMARY|LOCATION|DESCRIPTION|URL|ORGANIZER|ATTENDEE|STATUS|TRANSP)[;:]/
      expect(unfolded(text).every((line) => known.test(line))).toBe(true)
      const plain = written.toWellFormed().replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
      expect(valuesOf(text, 'SUMMARY').map(unescape)).toEqual(plain === '' ? [] : [plain])
    }), { numRuns: 60 })
  })

  test('folding and unfolding gives the line back', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (written) => {
      const line = written.replace(/[\r\n]/g, ' ')
      const folded = fold(line.toWellFormed())
      expect(folded.replace(/\r\n /g, '')).toBe(line.toWellFormed())
      expect(folded.split('\r\n').every((one) => Buffer.byteLength(one) <= 75)).toBe(true)
    }), { numRuns: 50 })
    expect(escapeText('a\\b;c,d\ne')).toBe('a\\\\b\\;c\\,d\\ne')
  })
})
