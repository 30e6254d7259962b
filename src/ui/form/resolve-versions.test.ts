import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choicePrefix, isResolution, minePrefix, resolveVersions, sameValue, theirsPrefix } from './resolve-versions.ts'
import { fieldId, formState, valueOf, valuesOf } from './state.ts'

test('each field follows its own choice; what was alike comes along', () => {
  const sent = { 'valg:tittel': 'lagret', 'min:tittel': 'Min', 'lagret:tittel': 'Deres', 'valg:eiere': 'min', 'min:eiere': ['1', '2'], 'lagret:eiere': '3', frist: '2027-01-01', version: '4' }
  expect(isResolution(sent)).toBe(true)
  expect(resolveVersions(sent)).toEqual({ tittel: 'Deres', eiere: ['1', '2'], frist: '2027-01-01', version: '4' })
})

test('without a choice nothing that one wrote is lost', () => {
  expect(resolveVersions({ 'min:tittel': 'Min', 'lagret:tittel': 'Deres' })).toEqual({ tittel: 'Min' })
})

test('a chosen side that is empty stays empty', () => {
  expect(resolveVersions({ 'valg:eiere': 'lagret', 'min:eiere': ['1'] })).toEqual({})
})

test('choosing one side everywhere gives that side back', () => {
  const name = fc.stringMatching(/^[a-z.]{1,8}$/)
  const values = fc.dictionary(name, fc.tuple(fc.string(), fc.string()))
  fc.assert(
    fc.property(values, fc.constantFrom('min', 'lagret'), (fields, side) => {
      const sent = Object.entries(fields).flatMap(([key, [mine, theirs]]) => [[choicePrefix + key, side], [minePrefix + key, mine], [theirsPrefix + key, theirs]])
      const wanted = Object.entries(fields).map(([key, [mine, theirs]]) => [key, side === 'min' ? mine : theirs])
      expect(resolveVersions(Object.fromEntries(sent))).toEqual(Object.fromEntries(wanted))
    }),
  )
})

test('line endings and space at the ends are no difference', () => {
  expect(sameValue('a\r\nb ', 'a\nb')).toBe(true)
  expect(sameValue([], '')).toBe(true)
  expect(sameValue(['1', '2'], ['2', '1'])).toBe(false)
})

test('check 12: field names from outside never reach the prototype', () => {
  const state = formState(null, { a: ['x', 'y'] })
  expect(valueOf(state, 'constructor')).toBe('')
  expect(valuesOf(state, '__proto__')).toEqual([])
  expect(valueOf(state, 'a')).toBe('x')
  expect(fieldId('a.b[0] "')).toBe('felt-a-b-0---')
})
