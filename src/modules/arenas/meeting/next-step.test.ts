import { expect, test } from 'vitest'
import { nextStep, type Standing } from './next-step.ts'

const today = '2027-03-02'
const planned: Standing = { state: 'planned', day: '2027-03-09', points: 0, called: false, changed: true, written: 0, approvalAskedOn: null, archivedOn: null }

test('a meeting asks for one thing at a time: agenda, call, minutes, approval, archive', () => {
  expect(nextStep({ ...planned, day: null }, today)).toBe('set-day')
  expect(nextStep(planned, today)).toBe('agenda')
  expect(nextStep({ ...planned, points: 3 }, today)).toBe('call')
  const called: Standing = { ...planned, state: 'called', points: 3, called: true, changed: false }
  expect(nextStep(called, today)).toBe('wait')
  expect(nextStep({ ...called, changed: true }, today)).toBe('call-again')
  expect(nextStep(called, '2027-03-09')).toBe('minutes')
  const held: Standing = { ...called, state: 'held' }
  expect(nextStep(held, '2027-03-10')).toBe('minutes')
  expect(nextStep({ ...held, written: 2 }, '2027-03-10')).toBe('ask-approval')
  expect(nextStep({ ...held, written: 2, approvalAskedOn: '2027-03-10' }, '2027-03-10')).toBe('approve')
  expect(nextStep({ ...held, state: 'approved' }, '2027-03-20')).toBe('archive')
  expect(nextStep({ ...held, state: 'approved', archivedOn: '2027-03-20' }, '2027-03-20')).toBe('done')
  expect(nextStep({ ...called, state: 'cancelled', changed: true }, today)).toBe('tell-cancelled')
  expect(nextStep({ ...planned, state: 'cancelled' }, today)).toBe('cancelled')
})
