import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isReminderTime, mayWriteAgain } from '../../workspaces/index.ts'
import { movesBetween } from './compare.ts'
import { mergeAnswer, type Said } from './merge.ts'
import { type Member, whomToAsk } from './recipients.ts'
import { missingIn, noAnswer, takesAnswers } from './status.ts'

const at = (text: string) => Temporal.Instant.from(text)

describe('when answers are taken', () => {
  const round = (dueOn: string) => ({ state: 'open' as const, dueOn })
  // Seen to fail with the date of UTC.
  test('check 47: through the whole day of the deadline in Oslo, over summer time and new year', () => {
    for (const [dueOn, last, over] of [
      ['2026-03-28', '2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z'], ['2026-03-29', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z'],
      ['2026-10-25', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'], ['2026-12-31', '2026-12-31T22:59:59Z', '2026-12-31T23:00:00Z'], ['2028-02-29', '2028-02-29T22:59:59Z', '2028-02-29T23:00:00Z'],
    ] as const) {
      expect(takesAnswers(round(dueOn), 'active', at(last))).toBe(true)
      expect(takesAnswers(round(dueOn), 'active', at(over))).toBe(false)
    }
  })
  it('takes none in an archived workspace, or in a round that is closed or not sent', () => {
    const now = at('2026-11-20T10:00:00Z')
    expect(takesAnswers(round('2026-12-01'), 'archived', now)).toBe(false)
    for (const state of ['draft', 'closed'] as const) expect(takesAnswers({ state, dueOn: '2026-12-01' }, 'active', now)).toBe(false)
  })
  it('reminds once, from eight in the morning three days before, and never after the deadline', () => {
    const one = { state: 'open' as const, dueOn: '2026-12-04', remindedAt: null }
    expect(isReminderTime(one, at('2026-12-01T06:59:59Z'))).toBe(false)
    expect(isReminderTime(one, at('2026-12-01T07:00:00Z'))).toBe(true)
    expect(isReminderTime(one, at('2026-12-04T23:00:00Z'))).toBe(false)
    expect(isReminderTime({ ...one, remindedAt: at('2026-12-01T07:00:00Z') }, at('2026-12-02T07:00:00Z'))).toBe(false)
    expect(mayWriteAgain(at('2026-12-01T07:00:00Z'), at('2026-12-03T06:59:59Z'))).toBe(false)
    expect(mayWriteAgain(at('2026-12-01T07:00:00Z'), at('2026-12-03T07:00:00Z'))).toBe(true)
  })
  it('sends an answer with a state, or with a word on why it is not theirs', () => {
    expect(missingIn(noAnswer)).toBe('state')
    expect(missingIn({ ...noAnswer, state: 'delayed' })).toBeNull()
    expect(missingIn({ ...noAnswer, notOurs: true, state: 'delayed' })).toBe('whyNot')
    expect(missingIn({ ...noAnswer, notOurs: true, whyNot: 'Kommunens' })).toBeNull()
  })
})

describe('an answer and a plan that was changed meanwhile', () => {
  const seen: Said = { state: 'in_progress', note: 'Som i mai.', decision: 'Hvem betaler?' }
  it('changes what only they changed, and leaves what only others changed', () => {
    expect(mergeAnswer(seen, seen, { state: 'delayed', note: 'Venter.', decision: 'Hvem betaler?' })).toEqual({ change: { state: 'delayed', note: 'Venter.' }, kept: null })
    expect(mergeAnswer(seen, { ...seen, decision: null }, { ...seen, note: null })).toEqual({ change: {}, kept: null })
  })
  it('keeps both where both changed', () => {
    expect(mergeAnswer(seen, { state: 'completed', note: 'Ferdig, sier lederen.', decision: 'Nytt spørsmål?' }, { state: 'delayed', note: 'Venter.', decision: 'Når?' })).toEqual({
      change: { state: 'delayed', note: 'Venter.\n\nFerdig, sier lederen.', decision: 'Når? / Nytt spørsmål?' }, kept: { state: 'completed', note: 'Ferdig, sier lederen.', decision: 'Nytt spørsmål?' },
    })
  })
  it('loses nothing that anybody wrote: what the plan then says, and what is kept, have both', () => {
    const text = fc.option(fc.constantFrom('a', 'bb', 'ccc'))
    const said = fc.record({ state: fc.constantFrom('not_started', 'in_progress', 'completed'), note: text, decision: text })
    fc.assert(fc.property(said, said, said, (before, now, answer) => {
      const { change, kept } = mergeAnswer(before, now, answer)
      const then = { ...now, ...change }
      if (answer.note !== null && answer.note !== before.note) expect(then.note).toContain(answer.note)
      if (answer.decision !== null && answer.decision !== before.decision) expect(then.decision).toContain(answer.decision)
      if (answer.state !== before.state) expect(then.state).toBe(answer.state)
      // What others wrote since is still in the plan, or told beside the answer.
      if (now.note !== null && now.note !== before.note) expect(`${then.note} ${kept?.note}`).toContain(now.note)
      if (now.decision !== null && now.decision !== before.decision) expect(`${then.decision} ${kept?.decision}`).toContain(now.decision)
      if (now.state !== before.state && then.state !== now.state) expect(kept?.state).toBe(now.state)
    }))
  })
})

describe('whom to ask', () => {
  const person = (personId: string, more: Partial<Member> = {}): Member => ({ personId, name: personId, email: `${personId}@example.no`, language: 'nb', role: 'partner', organisationId: 'lia', ...more })
  const ask = (owners: readonly string[], more: Partial<Parameters<typeof whomToAsk>[1]> = {}, responsibleId: string | null = null) =>
    whomToAsk([{ id: 'm', owners, responsibleId }], { members: [], responsible: new Map(), contacts: [], workspaceOwners: ['fylket'], ...more })
  const who = (found: ReturnType<typeof ask>) => found.recipients.map((one) => [one.personId, one.organisationId])
  it('asks the responsible person, else those who represent the owner, else whoever was named', () => {
    const members = [person('p'), person('leder', { role: 'leader', organisationId: 'fylket' }), person('sek', { role: 'secretariat', organisationId: 'fylket' })]
    const contacts = [{ ...person('navngitt'), organisationId: 'dal' }]
    expect(who(ask(['lia'], { members, responsible: new Map([['a', person('a')]]) }, 'a'))).toEqual([['a', 'lia']])
    expect(who(ask(['lia'], { members, contacts }))).toEqual([['p', 'lia']])
    expect(who(ask(['fylket'], { members }))).toEqual([['sek', 'fylket']])
    expect(who(ask(['fylket'], { members: members.slice(0, 2) }))).toEqual([['leder', 'fylket']])
    expect(who(ask(['dal'], { members, contacts }))).toEqual([['navngitt', 'dal']])
  })
  it('says who cannot be reached: nobody, or nobody with an address', () => {
    expect(ask(['dal']).unreached).toEqual([{ organisationId: 'dal', measureIds: ['m'] }])
    expect(ask([]).unreached).toEqual([{ organisationId: null, measureIds: ['m'] }])
    expect(ask(['lia'], { members: [person('p', { email: null })] }).unreached).toEqual([{ organisationId: 'lia', measureIds: ['m'] }])
  })
  it('asks each person once, and about every measure somebody or says that nobody can be asked', () => {
    const owner = fc.constantFrom('lia', 'dal', 'fylket')
    const measures = fc.array(fc.record({ owners: fc.uniqueArray(owner, { maxLength: 2 }), responsibleId: fc.option(fc.constantFrom('a', 'b')) }), { maxLength: 8 }).map((all) => all.map((one, i) => ({ ...one, id: `m${i}` })))
    const members = fc.array(fc.record({ personId: fc.constantFrom('a', 'b', 'c', 'd'), role: fc.constantFrom('partner', 'leader', 'secretariat', 'political'), organisationId: owner }), { maxLength: 5 }).map((all) => all.map((one) => person(one.personId, one as Partial<Member>)))
    fc.assert(fc.property(measures, members, (all, people) => {
      const { recipients, unreached } = whomToAsk(all, { members: people, responsible: new Map([['a', person('a')]]), contacts: [], workspaceOwners: ['fylket'] })
      expect(new Set(recipients.map((one) => one.personId)).size).toBe(recipients.length)
      const covered = [...recipients, ...unreached].flatMap((one) => one.measureIds)
      expect(new Set(covered)).toEqual(new Set(all.map((one) => one.id)))
      expect(recipients.flatMap((one) => one.measureIds).some((id) => unreached.some((one) => one.measureIds.includes(id)))).toBe(false)
    }))
  })
})

test('what moved from one round to the next, and what has stood still twice', () => {
  const round = (...states: (string | null)[]) => states.map((state, i) => ({ itemId: String(i), state }))
  const now = round('completed', 'delayed', 'in_progress', 'in_progress', 'in_progress', 'delayed', null, 'cancelled', 'in_progress')
  const last = round('in_progress', 'in_progress', 'not_started', 'delayed', 'in_progress', 'delayed', 'delayed', 'delayed', null)
  const before = round(null, null, null, null, 'in_progress', 'in_progress', null, null, 'in_progress')
  expect([...movesBetween(now, last, before).values()]).toEqual(['completed', 'delayed', 'started', 'recovered', 'sameTwice', 'same', 'silent', 'ended', 'first'])
})
