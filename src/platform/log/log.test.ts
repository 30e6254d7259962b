import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costOf } from '../../../tests/support/cost.ts'
import { fixedClock } from '../time/clock.ts'
import type { LogFields, LogLevel } from './log.ts'
import { createLog } from './log.ts'
import { scrub } from './scrub.ts'

function logged(level?: LogLevel) {
  const lines: string[] = []
  const log = createLog({ clock: fixedClock('2026-03-04T12:00:00.5Z'), ...(level && { level }), write: (line) => void lines.push(line) })
  return { log, lines, parsed: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

// Seen to fail when the list of fields is not asked.
describe('check 28: log lines', () => {
  it('are one JSON object a line, with level, time, request id and fields', () => {
    const { log, lines, parsed } = logged()
    log.with({ requestId: 'r1' }).info('request', { method: 'GET', route: '/arbeidsrom/:slug', status: 200, ms: 12.5 })
    expect(parsed()).toEqual([{
      at: '2026-03-04T12:00:00.500Z', level: 'info', event: 'request', requestId: 'r1', method: 'GET', route: '/arbeidsrom/:slug', status: 200, ms: 12.5,
    }])
    expect(lines[0]).toMatch(/^[^\n]+\n$/)
  })
  it('leave out what is below the level', () => {
    const { log, parsed } = logged('warn')
    for (const level of ['debug', 'info', 'warn', 'error'] as const) log[level](level)
    expect(parsed().map((line) => line.event)).toEqual(['warn', 'error'])
  })
  it('drop fields that are not on the list, also when the type is got around', () => {
    const { log, lines } = logged()
    log.info('login', { email: 'kari@example.org', name: 'Kari', status: 1 } as LogFields)
    expect(lines[0]).not.toMatch(/kari/i)
    expect(lines[0]).toContain('"status":1')
    // @ts-expect-error there is no field for an e-mail address
    log.info('login', { email: 'x' })
  })
  it('cannot be split or forged by line breaks, and never throw', () => {
    const { log, lines } = logged()
    log.info('a', { route: '/x\n{"level":"error"}' })
    expect(lines[0]?.trim().split('\n')).toHaveLength(1)
    const broken = createLog({ clock: fixedClock('2026-03-04T12:00:00Z'), write: () => { throw new Error('disk full') } })
    expect(() => broken.error('x', { error: new Error('y') })).not.toThrow()
  })
})

// Seen to fail when what PostgreSQL quotes of data is kept.
describe('check 28: errors', () => {
  it('have stack and cause, but no values', () => {
    const { log, parsed } = logged()
    const driver = Object.assign(new Error('duplicate key value violates unique constraint "person_email_key"'), {
      code: '23505', detail: 'Key (email)=(kari@example.org) already exists.', constraint: 'person_email_key', table: 'person', parameters: ['kari@example.org'],
    })
    log.error('save failed', { error: new Error('could not save kari@example.org', { cause: driver }) })
    const error = parsed()[0]?.error as { message: string; stack: string[]; cause: Record<string, unknown> }
    expect(error.message).toBe('could not save [e-mail]')
    expect(error.stack[0]).toContain('log.test.ts')
    expect(error.cause).toMatchObject({ code: '23505', constraint: 'person_email_key', table: 'person' })
    expect(JSON.stringify(parsed())).not.toMatch(/kari|detail|parameters/)
  })
  it('lose the value that PostgreSQL quotes', () => {
    const { log, lines } = logged()
    for (const message of ['invalid input syntax for type uuid: "Kari Nordmann"', 'date/time field value out of range: "Kari"', 'bad value: Kari']) {
      log.error('query failed', { error: Object.assign(new Error(message), { code: '22P02' }) })
    }
    expect(lines.join('')).not.toContain('Kari')
    expect(lines.join('')).toContain('invalid input syntax for type uuid')
  })
  it('that are no errors are told only by their type', () => {
    const { log, parsed } = logged()
    log.error('odd', { error: 'secret text' })
    expect(parsed()[0]?.error).toEqual({ name: 'NotAnError', message: 'string' })
  })
})

describe('check 28: scrubbing', () => {
  it.each([
    ['to kari.nordmann+x@sub.example.org failed', 'to [e-mail] failed'],
    ['<ola@example.org>', '<[e-mail]>'],
    ['GET /logg-inn?token=abc&x=1', 'GET /logg-inn?token=[value]&x=[value]'],
    ['id 01010112345 and 010101 12345', 'id [number] and [number]'],
    ['call +47 900 00 000', 'call [number]'],
    ['token dGhpcyBpcyBhIHNlY3JldDEyMw', 'token [token]'],
    ['fn processTicksAndRejections', 'fn processTicksAndRejections'],
    ['line 12 of plan.ts, status 404', 'line 12 of plan.ts, status 404'],
  ])('%s', (text, expected) => expect(scrub(text)).toBe(expected))
  it('lets no address through, whatever stands around it', () => {
    fc.assert(fc.property(fc.string(), fc.emailAddress(), fc.string(), (before, address, after) => {
      expect(scrub(`${before} ${address} ${after}`)).not.toContain(address)
    }))
  })
  // Seen to fail when neither the text nor the name of an address is bounded.
  it('check 18: is fast on hostile text', () => {
    expect(costOf(() => { for (const text of ['a'.repeat(50_000), 'a@'.repeat(25_000), 'aB'.repeat(25_000), '?a='.repeat(20_000), '1'.repeat(50_000)]) scrub(text) })).toBeLessThan(50)
  })
})
