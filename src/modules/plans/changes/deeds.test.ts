import { expect, test } from 'vitest'
import { languages } from '../../../platform/text/texts.ts'
import { deedOf } from './deeds.ts'

const item = { id: 'a', kind: 'measure', number: 1, title: 'Tiltak', workspaceId: 'w', removed: false }
const said = (what: string, of: { item?: typeof item; after?: object } = {}, lang: 'nb' | 'nn' | 'en' = 'nb') => deedOf({ what, item: of.item ?? null, after: of.after ?? null } as Parameters<typeof deedOf>[0], lang)

// Seen to fail when an answer about expectations was «gjorde noe med», with nothing after it.
test('what is about no item is said whole, in every language', () => {
  for (const what of ['expectation.answered', 'expectation.link-revoked', 'picture.answered', 'status.extended', 'handover.given', 'key.made', 'something.new']) {
    for (const lang of languages) expect(said(what, {}, lang)).not.toMatch(/ (med|til|to|på|at|on)$/)
  }
  expect(said('picture.answered')).toBe('svarte på spørsmål om utfordringene')
  expect(said('something.new')).toBe('gjorde noe i arbeidsrommet')
})

test('a version that was made in another way is a change, and the rest is about its item', () => {
  expect(said('agreement.signed', { item, after: {} })).toBe('endret')
  expect(said('meeting.uninvited', { item })).toBe('gjorde noe med')
  expect(said('item.added', { item, after: {} })).toBe('la til')
})
