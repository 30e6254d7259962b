import { describe, expect, test } from 'vitest'
import { isMark } from '../../src/imports/plan/layout/grid.ts'
import { readHeading } from '../../src/imports/plan/layout/heading.ts'
import { soundsLikeGoal } from '../../src/imports/plan/plan/labels.ts'
import { readAmount } from '../../src/imports/plan/values/cost.ts'
import { splitNumber } from '../../src/imports/plan/values/numbering.ts'
import { labelledNames, splitNames } from '../../src/imports/plan/values/organisations.ts'
import { readPeriod } from '../../src/imports/plan/values/period.ts'
import { readStatus } from '../../src/imports/plan/values/status.ts'
import { readKey } from '../../src/modules/actors/organisation/address.ts'
import { readOrgnr } from '../../src/modules/actors/register/orgnr.ts'
import { readAddresses } from '../../src/modules/workspaces/invitation/invitation.ts'
import { readJson } from '../../src/platform/api/read-json.ts'
import { cleanName } from '../../src/platform/files/name.ts'
import { pickLanguage } from '../../src/platform/http/language.ts'
import { takesZip } from '../../src/platform/http/send.ts'
import { scrub } from '../../src/platform/log/scrub.ts'
import { parseEmail } from '../../src/platform/mail/address.ts'
import { readMime } from '../../src/platform/mail/mime.ts'
import { readReport } from '../../src/platform/mail/report.ts'
import { wrapText } from '../../src/platform/mail/wrap.ts'
import { isPublicAddress } from '../../src/platform/outside/public-address.ts'
import { excerpt } from '../../src/platform/search/highlight.ts'
import { readQuery } from '../../src/platform/search/index.ts'
import { searchWords } from '../../src/platform/text/search-words.ts'
import { parseDate, parseKroner, parseNumber } from '../../src/platform/text/typed.ts'
import { Prose, safeAddress } from '../../src/ui/content/prose.tsx'
import { costOf } from '../support/cost.ts'

const longest = 50_000
/** What makes careless patterns go back and forth: runs of one sort of sign, and of two that take turns, before something that does not fit. */
const units = [
  ' ', 'a', '1', '.', ',', '-', '–', '(', '[', '<', '/', '"', '«', '*', '`', '=', ';', ':', '@', '\n', '\t', '\u00a0', 'å', '🧵', '\u0000', '\ud800', '%', '|', '+', '&',
  'a ', '1 ', '1.', '1,', ' ,', ' .', 'a.', 'a@', 'a,', '[](', '**', '](', ' og ', ' - ', ' / ', 'i samarbeid med ', 'til og med ', 'kr ', 'http://a', 'https://', 'javascript:', '--a\n', 'boundary=', 'Ansvarlig: ', '| ', '\n\n', '\n ', '=3D', '=?utf-8?q?', '; q=', '..', '::', '1.000 ',
]
/** Some hold a run in the middle, which no trimming takes away. */
const corpus = units.flatMap((unit) => {
  const run = unit.repeat(longest / unit.length)
  return [run, `x${run.slice(2)}\u0001`]
})

/** Everything that reads what people, programs and mail servers send. What reads JSON, spreadsheets as files, log-in answers and addresses of pages is tried where it stands. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'a search': readQuery, 'words to search': searchWords, 'an excerpt': (text) => excerpt(text, readQuery('tiltak')),
  'a number': parseNumber, 'an amount': parseKroner, 'a date': parseDate,
  'a text with links': (text) => String((Prose as (props: { text: string }) => unknown)({ text })), 'an address in a text': safeAddress,
  'an e-mail address': parseEmail, 'many e-mail addresses': (text) => readAddresses(text, parseEmail),
  'a cell: period': (text) => readPeriod(text), 'a cell: amount': (text) => readAmount(text, undefined), 'a cell: status': readStatus, 'a cell: names': (text) => splitNames(text), 'a cell: named roles': labelledNames,
  'a cell: number': (text) => splitNumber(text), 'a cell: heading': (text) => readHeading(text), 'a cell: mark': isMark, 'a cell: goal': soundsLikeGoal,
  'an organisation number': readOrgnr, 'a key in an address': readKey, 'a file name': cleanName, 'Accept-Language': (text) => pickLanguage(undefined, undefined, text), 'Accept-Encoding': takesZip,
  'a mail': readMime, 'a mail that came back': readReport, 'a mail that goes out': (text) => wrapText(text), 'a line of the log': scrub, 'an IP address': isPublicAddress, 'JSON': readJson,
}

// Seen to fail on what it found: Accept-Encoding divided by `\s*;\s*q=`, where many spaces took 1.3 s.
describe('check 18: 50 kB of hostile text holds nobody up for 50 ms', () => {
  test.each(Object.entries(readers))('%s', (_, read) => {
    const slow = corpus.flatMap((text) => {
      const ms = costOf(() => { try { read(text) } catch { /* what is refused is refused */ } })
      return ms < 50 ? [] : [`${JSON.stringify(text.slice(0, 16))}…: ${Math.round(ms)} ms`]
    })
    expect(slow).toEqual([])
  })
})
