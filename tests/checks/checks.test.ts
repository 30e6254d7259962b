import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../src/platform/project-root.ts'

/** What a platform of this kind must hold, by number. A test that proves one is named `check 7: …`, or `check 7, 8: …` for several. */
const checks: Readonly<Record<number, string>> = {
  1: 'route × role × workspace, made from the router; a route that is not listed fails',
  2: 'an id of another workspace in any address or body is not found, and looks and costs the same as one that is not there',
  3: 'nothing outside what the role may see, in any form it can be had',
  4: 'the API and the pages share one guard',
  5: 'a right that is taken away works no more on the next request',
  6: 'a new session at log-in, ended on the server at log-out, in a cookie of the strictest kind',
  7: 'log-in, links and invitations are limited by sender and address, across processes and restarts',
  8: 'a known and an unknown address look the same',
  9: 'links by e-mail: once, expiring, not revived by another way',
  10: 'a second factor for administrators',
  11: 'a change from another site is refused; no GET changes anything',
  12: 'extra fields are ignored or refused everywhere',
  13: 'a strict content security policy on every answer, errors too',
  14: 'hostile text stands as text everywhere',
  15: 'no SQL is made of strings',
  16: 'nobody is led to another site',
  17: 'what we ask outside is never led to what is inside',
  18: 'no text makes the program slow',
  19: 'JSON is read strictly',
  20: 'nothing typed becomes a header in a mail',
  21: 'what calendars are sent is escaped, folded and in the right time zone',
  22: 'no spreadsheet holds a formula',
  23: 'hostile archives and documents are bounded',
  24: 'a file is what its name says, runs nowhere, and has an address that cannot be guessed',
  25: 'slow and huge requests are bounded, and others are served meanwhile',
  27: 'packages are locked, need no scripts, and have licences that allow use',
  28: 'no secret and no answer stands in the log',
  29: 'a smallest group, wherever answers of a few are shown',
  30: 'no group is read out of a difference',
  31: 'what is held back is held back with others, and what all answered alike is not shown',
  32: 'an anonymous answer is not joined to the one who gave it: rows, order, ids, times, events, drafts',
  33: 'nor through the link, after it is sent',
  35: 'access and deletion on request are complete, driven by the schema',
  36: 'retention is declared and carried out',
  37: 'what was acknowledged is there after kill -9, and nothing half',
  38: 'what is acknowledged is on the disk',
  39: 'the database restarted or cut in a request: tried again or told, and nothing twice',
  40: 'disk full, read-only or no file handles left: refuses, stays readable, recovers',
  41: 'delay, reset and silence between us and the database or mail',
  42: 'the same form many times at once is one change',
  44: 'nothing is overwritten unseen, in any form',
  45: 'work in the background counts once, whatever dies; a mail keeps its number',
  46: 'mail that is down or refuses: nothing lost, and seen',
  47: 'summer time, leap day, new year, a clock that goes back, a server in another zone',
  48: 'a backup comes back the same, and a damaged one is noticed',
  49: 'migrations from every version with data, cut off, and a newer database',
  50: 'the number of statements does not grow with what is shown',
  51: 'the event log shows change, deletion, reordering and truncation',
  54: 'memory is flat under load',
  55: 'stop and restart under load without a failed request',
  56: 'two processes on one database',
  57: 'axe on every page, state, language, dark and print',
  58: 'by keyboard alone, with focus that is seen',
  59: 'no scroll sideways at 320 px, with spaced and doubled text',
  60: 'every task without JavaScript',
  61: 'forced colours, less motion, targets of 24 px, language marked, names for every picture',
}

/** Numbers that have nothing to hold on to yet, or are no test, and why. */
const without: Readonly<Record<number, string>> = {
  26: 'not a number in use',
  34: 'the opinion map: comes with dialogue',
  43: 'seats never oversold: comes with gatherings', 52: 'the same votes in any order: comes with dialogue', 53: 'coordinated votes: comes with dialogue',
  62: 'mutation testing is run by hand, and its score told in the note of a release',
}

const titles = /\b(?:test|it|describe)\b[^\n]*?\(\s*(['`"])check (\d+(?:, \d+)*): /g
const named = new Set(globSync(['src/**/*.test.ts', 'tests/**/*.ts'], { cwd: projectRoot }).flatMap((file) =>
  [...readFileSync(join(projectRoot, file), 'utf8').matchAll(titles)].flatMap(([, , numbers = '']) => numbers.split(', ').map(Number))))

// Seen to fail while 15, 19, 27 and 54 had no test, and on a test of a number that the list does not have.
test('every check has a test that carries its number, and no other number is carried', () => {
  expect(Object.keys(checks).map(Number).filter((number) => !named.has(number))).toEqual([])
  expect([...named].filter((number) => !(number in checks))).toEqual([])
  expect([...Object.keys(checks), ...Object.keys(without)].map(Number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 62 }, (_, i) => i + 1))
})

// Seen to fail on `'3: …'` at the beginning of a title.
test('a number stands in a title in one way only', () => {
  const loose = /\b(?:test|it|describe)\b[^\n]*?\(\s*(['`"])(?:\d+(?:, \d+)*: |[^'`"\n]*?\(checks? \d|checks? (?!\d+(?:, \d+)*: )\d)[^\n]*/g
  const wrong = globSync(['src/**/*.test.ts', 'tests/**/*.ts'], { cwd: projectRoot }).flatMap((file) => [...readFileSync(join(projectRoot, file), 'utf8').matchAll(loose)].map(([line]) => `${file}: ${line.slice(0, 100)}`))
  expect(wrong).toEqual([])
})
