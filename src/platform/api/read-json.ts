/** A value as JSON has it. Objects have no prototype, so that no name in them means anything to the language. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** Why a text is not JSON that we take, and where, counted in UTF-16 units from 0. */
export type JsonFault = { fault: 'syntax' | 'depth' | 'duplicate' | 'name' | 'character' | 'number'; at: number }

const deepest = 20

class NotJson extends Error {
  readonly found: JsonFault
  constructor(fault: JsonFault['fault'], at: number) {
    super('not JSON')
    this.found = { fault, at }
  }
}

/** Names that the language gives a meaning of its own. Nothing of ours is called so. */
const meaningful = new Set(['__proto__', 'constructor', 'prototype'])
const [quote, backslash] = [0x22, 0x5c]
const space = /[ \t\n\r]*/y
const literal = /true|false|null/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const hex = /[0-9a-fA-F]{4}/y

/**
 * Reads JSON (RFC 8259) strictly: a name twice in one object, more than 20 levels, NUL, half a letter (a lone surrogate), and a number
 * that would be read as another are refused, not mended. One pass; the time follows the length.
 */
export function readJson(text: string): { value: Json } | JsonFault {
  let at = 0
  const fail = (fault: JsonFault['fault'], where = at): never => {
    throw new NotJson(fault, where)
  }
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? ''
    at += found.length
    return found
  }
  const expect = (mark: string): void => void (text[at] === mark ? at++ : fail('syntax'))

  function string(): string {
    const start = at
    expect('"')
    let escaped = false
    for (;;) {
      const unit = text.charCodeAt(at++)
      if (unit === quote) break
      // Control characters are not allowed in a string; past the end there is none at all.
      if (!(unit >= 0x20)) fail('syntax', at - 1)
      if (unit !== backslash) continue
      escaped = true
      const mark = text[at++] ?? ''
      if (mark === 'u') match(hex) || fail('syntax')
      else if (mark === '' || !'"\\/bfnrt'.includes(mark)) fail('syntax', at - 1)
    }
    // What it says is read by the language, which is quick at it: that it is one string and nothing else is known by now.
    const read = escaped ? (JSON.parse(text.slice(start, at)) as string) : text.slice(start + 1, at - 1)
    if (read.includes('\0') || !read.isWellFormed()) fail('character', start)
    return read
  }

  function value(depth: number): Json {
    if (depth > deepest) fail('depth')
    match(space)
    const start = at
    const mark = text[at]
    const read = mark === '{' ? object(depth) : mark === '[' ? array(depth) : mark === '"' ? string() : scalar(start)
    match(space)
    return read
  }

  function scalar(start: number): Json {
    const word = match(literal)
    if (word) return word === 'null' ? null : word === 'true'
    const digits = match(number)
    if (!digits) return fail('syntax')
    const read = Number(digits)
    const whole = !/[.eE]/.test(digits)
    // Longer than a number can hold it, it would be stored as another.
    if (!Number.isFinite(read) || (whole && !Number.isSafeInteger(read)) || (digits.length > 17 && digits.replace(/[eE].*|\D/g, '').replace(/^0+/, '').length > 17)) fail('number', start)
    return read
  }

  function array(depth: number): Json {
    at++
    const read: Json[] = []
    match(space)
    if (text[at] === ']') {
      at++
      return read
    }
    for (;;) {
      read.push(value(depth + 1))
      if (text[at] === ']') break
      expect(',')
    }
    at++
    return read
  }

  function object(depth: number): Json {
    at++
    const read: Record<string, Json> = Object.create(null)
    match(space)
    if (text[at] === '}') {
      at++
      return read
    }
    for (;;) {
      match(space)
      const start = at
      const name = string()
      if (meaningful.has(name)) fail('name', start)
      if (name in read) fail('duplicate', start)
      match(space)
      expect(':')
      read[name] = value(depth + 1)
      if (text[at] === '}') break
      expect(',')
    }
    at++
    return read
  }

  try {
    const read = value(1)
    return at === text.length ? { value: read } : fail('syntax')
  } catch (error) {
    if (error instanceof NotJson) return error.found
    throw error
  }
}
