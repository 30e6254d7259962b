import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costOf } from '../../../tests/support/cost.ts'
import { type Json, readJson } from './read-json.ts'

const faultIn = (text: string) => {
  const read = readJson(text)
  return 'fault' in read ? [read.fault, read.at] : read.value
}
const nested = (depth: number, open = '[', shut = ']') => open.repeat(depth) + shut.repeat(depth)

// Seen to fail, each for itself: depth 21 let through, `name in read` left out, objects with a prototype, \u0000 and half a letter let through, numbers read by Number alone, text after the end passed over.
describe('check 19: JSON is read strictly', () => {
  test('names twice, also when one of them is written with escapes, at any depth', () => {
    expect(faultIn('{"title":"x","title":"y"}')).toEqual(['duplicate', 13])
    expect(faultIn('{"title":"x","t\\u0069tle":"y"}')).toEqual(['duplicate', 13])
    expect(faultIn('[{"a":{"b":1,"c":2,"b":3}}]')).toEqual(['duplicate', 19])
    expect(faultIn('{"a":1,"A":2,"":3}')).toEqual(Object.assign(Object.create(null), { a: 1, A: 2, '': 3 }))
  })

  test('names with a meaning of their own; no object has a prototype', () => {
    for (const name of ['__proto__', 'constructor', 'prototype', '\\u005f_proto__']) expect(faultIn(`{"x":{"${name}":{"administrator":true}}}`)).toEqual(['name', 6])
    expect(faultIn('{"toString":1,"hasOwnProperty":2}')).toMatchObject({ toString: 1, hasOwnProperty: 2 })
    const read = readJson('{"a":{}}')
    expect('value' in read && Object.getPrototypeOf(read.value)).toBe(null)
    expect(({} as { administrator?: boolean }).administrator).toBeUndefined()
  })

  test('more than twenty levels; millions of brackets end at the twenty-first', () => {
    expect(faultIn(nested(20))).toBeInstanceOf(Array)
    expect(faultIn(nested(21))).toEqual(['depth', 20])
    expect(faultIn('{"a":'.repeat(100_000))).toEqual(['depth', 100])
    expect(faultIn('['.repeat(1_000_000))).toEqual(['depth', 20])
  })

  test.each<[string, unknown]>([
    ['"\\u0000"', ['character', 0]], ['"\\ud800"', ['character', 0]], ['"\\udc00\\ud800"', ['character', 0]], ['"\ud800"', ['character', 0]], ['{"a\\u0000":1}', ['character', 1]],
    ['"\\ud83e\\uddf5"', '🧵'], ['"🧵"', '🧵'], ['"\u0000"', ['syntax', 1]], ['"\n"', ['syntax', 1]], ['"\\u12"', ['syntax', 3]], ['"\\x41"', ['syntax', 2]],
  ])('%j: letters', (text, expected) => expect(faultIn(text)).toEqual(expected))

  test.each<[string, unknown]>([
    ['9007199254740991', Number.MAX_SAFE_INTEGER], ['9007199254740993', ['number', 0]], ['-9007199254740992', ['number', 0]], ['1e400', ['number', 0]], ['-1e400', ['number', 0]],
    ['0.1', 0.1], ['0.30000000000000004', 0.30000000000000004], ['0.123456789012345678', ['number', 0]], [`1${'0'.repeat(100_000)}`, ['number', 0]], [`0.${'0'.repeat(100_000)}1`, 0],
    ['01', ['syntax', 1]], ['+1', ['syntax', 0]], ['.5', ['syntax', 0]], ['1.', ['syntax', 1]], ['0x10', ['syntax', 1]], ['NaN', ['syntax', 0]], ['Infinity', ['syntax', 0]], ['-0', -0],
  ])('%s: numbers', (text, expected) => expect(faultIn(text)).toEqual(expected))

  test.each(['', ' ', '{', '[1,]', '{"a":1,}', '{a:1}', "{'a':1}", '[1 2]', '{"a" 1}', '1 2', 'true false', 'tru', 'undefined', '/* */1', '\ufeff1', '\u00a01', '[]]', '"a'])('%j is none', (text) => expect(faultIn(text)).toEqual(['syntax', expect.any(Number)]))

  test('all else is read as the language reads it, and whatever comes is read or refused', () => {
    const plain = (value: Json): unknown => JSON.parse(JSON.stringify(value))
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const text = JSON.stringify(value)
      const read = readJson(text)
      if ('value' in read) expect(plain(read.value)).toEqual(JSON.parse(text))
      else expect(['number', 'name', 'character']).toContain(read.fault)
    }))
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\u0d8e+-.tfn 1a') }), (text) => {
      const read = readJson(text)
      let known = true
      try { JSON.parse(text) } catch { known = false }
      if ('value' in read) expect(known).toBe(true)
    }), { numRuns: 1_000 })
  })

  test('check 18, 19: the time follows the length, whatever it holds', () => {
    const hostile = [`"${'\\u0041'.repeat(8_000)}"`, `"${'\\n'.repeat(25_000)}"`, `[${'1,'.repeat(25_000)}`, `"${'\\'.repeat(50_000)}`, ' '.repeat(50_000), `{${Array.from({ length: 5_000 }, (_, i) => `"${i}":1`).join()}}`, '-'.repeat(50_000), '1'.repeat(50_000), `0.${'9'.repeat(50_000)}e`]
    for (const text of hostile) expect(costOf(() => readJson(text))).toBeLessThan(50)
  })
})
