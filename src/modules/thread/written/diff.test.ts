import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterOf, beforeOf, compareParts, differencesBetween } from './diff.ts'

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(fc.constantFrom('partene', 'skal', 'møtes', 'to', 'ganger', 'i', 'året.', '\n'), { maxLength: 40 }).map((words) => words.join(' ')))

describe('differences between two texts', () => {
  test('a word that was changed stands as gone and new, and the rest as it was', () => {
    expect(differencesBetween('Partene møtes to ganger i året.', 'Partene møtes fire ganger i året.')).toEqual([
      { is: 'same', text: 'Partene møtes ' }, { is: 'gone', text: 'to ' }, { is: 'new', text: 'fire ' }, { is: 'same', text: 'ganger i året.' },
    ])
    expect(differencesBetween('', 'ny')).toEqual([{ is: 'new', text: 'ny' }])
    expect(differencesBetween('lik', 'lik')).toEqual([{ is: 'same', text: 'lik' }])
    expect(differencesBetween('', '')).toEqual([])
  })

  // Seen to fail when the words lost the space behind them, and when what is alike at the end was taken before what is alike at the start.
  test('applying them gives the other text, whatever the texts', () => {
    fc.assert(fc.property(text, text, (before, after) => {
      const found = differencesBetween(before, after)
      expect(beforeOf(found)).toBe(before)
      expect(afterOf(found)).toBe(after)
      expect(found.every((one, i) => one.text !== '' && one.is !== found[i + 1]?.is)).toBe(true)
    }), { numRuns: 300 })
  })

  test('two long texts that have nothing in common are told apart at once', () => {
    const long = (word: string) => Array.from({ length: 5_000 }, (_, i) => `${word}${i}`).join(' ')
    expect(differencesBetween(long('a'), long('b')).map((one) => one.is)).toEqual(['gone', 'new'])
  })

  test('sections are told in the order of the second, and what was taken out stands where it stood', () => {
    const one = (key: string, body = key) => ({ key, heading: key, body })
    const found = compareParts([one('a'), one('b'), one('c')], [one('c', 'c nytt'), one('a'), one('d')])
    expect(found.map(({ key, is }) => `${key} ${is}`)).toEqual(['c changed', 'a same', 'b gone', 'd new'])
  })
})
