import { expect, test } from 'vitest'
import { childDifferences } from '../../thread/index.ts'
import { measure } from './measure.ts'

test('rows under an item are told as how many there were and are', () => {
  const body = (milestone: unknown[]) => ({ kind: 'measure', number: 1, title: 'x', code: null, state: null, place: 1, removed: false, fields: {}, owner: [], partner: [], milestone })
  expect(childDifferences(measure, body([]), body([{ title: 'a' }]), 'nb')).toEqual([{ label: 'Milepæler', before: 'ingen', after: '1' }])
  expect(childDifferences(measure, body([{ title: 'a' }]), body([{ title: 'b' }]), 'nb')).toEqual([{ label: 'Milepæler', before: '', after: '1, med andre opplysninger' }])
  expect(childDifferences(measure, body([1]), body([1]), 'nb')).toEqual([])
})
