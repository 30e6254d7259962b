import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseEmail } from '../../../platform/mail/mail.ts'
import { isColleague, isWaiting, mayRemind, maySendAgain, readAddresses, remindFrom, standingOf } from './invitation.ts'

const at = (text: string) => Temporal.Instant.from(text)
const asked = { invitedAt: at('2026-11-01T10:00:00Z'), remindedAt: null, passedOnAt: null, state: 'sent', lastDay: '2026-11-22' } as const

test('an answer is waited for through the last day in Oslo, and then it has expired', () => {
  expect(isWaiting(asked, at('2026-11-22T22:59:59Z'))).toBe(true)
  expect(isWaiting(asked, at('2026-11-22T23:00:00Z'))).toBe(false)
  expect(standingOf(asked, at('2026-11-22T23:00:00Z'))).toBe('expired')
  for (const state of ['accepted', 'declined', 'withdrawn'] as const) expect([isWaiting({ ...asked, state }, asked.invitedAt), standingOf({ ...asked, state }, at('2027-01-01T00:00:00Z')), maySendAgain({ state })]).toEqual([false, state, false])
})

test('a reminder is not sent within three days of the last mail, whichever that was', () => {
  expect(mayRemind(asked, at('2026-11-03T22:59:00Z'))).toBe(false)
  expect(mayRemind(asked, at('2026-11-03T23:00:00Z'))).toBe(true)
  for (const field of ['remindedAt', 'passedOnAt']) {
    const later = { ...asked, [field]: at('2026-11-10T10:00:00Z') }
    expect(remindFrom(later).toString()).toBe('2026-11-13')
    expect([mayRemind(later, at('2026-11-12T10:00:00Z')), mayRemind(later, at('2026-11-13T10:00:00Z'))]).toEqual([false, true])
  }
  expect(mayRemind(asked, at('2026-11-23T10:00:00Z'))).toBe(false)
})

test('it is passed on within one organisation, and not from a mailbox that anybody may have', () => {
  expect(isColleague('a@lia.kommune.no', 'b@Lia.Kommune.no')).toBe(true)
  for (const [email, other] of [['a@lia.kommune.no', 'A@lia.kommune.no'], ['a@lia.kommune.no', 'b@vassoy.kommune.no'], ['a@lia.kommune.no', 'b@lia.kommune.no.example.org'], ['a@gmail.com', 'b@gmail.com']] as const) {
    expect(isColleague(email, other), `${email} → ${other}`).toBe(false)
  }
})

test('addresses are read however they are pasted, each once, and what is none is told', () => {
  expect(readAddresses('a@x.no, B@x.no;b@x.no\nKari Norm <c@x.no>\r\n d@x.no e@x.no', parseEmail)).toEqual({ good: ['a@x.no', 'b@x.no', 'c@x.no', 'd@x.no', 'e@x.no'], bad: [] })
  expect(readAddresses('kari nordmann, a@x.no\0', parseEmail)).toEqual({ good: ['a@x.no'], bad: ['kari', 'nordmann'] })
  fc.assert(fc.property(fc.array(fc.emailAddress(), { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', ', ', ';', ' ,\r\n'), (all, by) => {
    const known = all.filter((one) => parseEmail(one) && !/[;,]/.test(one))
    const { good, bad } = readAddresses(known.join(by), parseEmail)
    expect(bad).toEqual([])
    expect(new Set(good.map((one) => one.toLowerCase()))).toEqual(new Set(known.map((one) => (parseEmail(one) ?? '').toLowerCase())))
  }))
})
