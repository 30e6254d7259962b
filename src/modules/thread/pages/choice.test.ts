import fc from 'fast-check'
import { expect, test } from 'vitest'
import { restGroup } from '../drawing/index.ts'
import { choiceIn, hrefWith } from './choice.ts'

const items = [{ id: 'a', number: 1 }, { id: 'b', number: 12 }, { id: 'c', number: 300 }]
const read = (href: string) => choiceIn(new URLSearchParams(href.split('?')[1] ?? ''), items)

test('an address names items by their number, and nothing is left in it that says nothing', () => {
  expect(hrefWith('/traden', new URLSearchParams(), items, { focus: 'b' })).toBe('/traden?folg=12')
  expect(hrefWith('/traden', new URLSearchParams('apne=1'), items, { open: ['a', 'c'] })).toBe('/traden?apne=1,300')
  expect(hrefWith('/traden', new URLSearchParams('folg=12'), items, { focus: null })).toBe('/traden')
})

test('what is chosen is read back from the address', () => {
  const some = fc.subarray(['a', 'b', 'c', restGroup])
  fc.assert(fc.property(fc.constantFrom('goal', 'priorityArea', 'none'), some, fc.boolean(), (groupBy, open, onlyLoose) => {
    const first = hrefWith('/t', new URLSearchParams(), items, { groupBy, onlyLoose })
    const href = hrefWith('/t', new URLSearchParams(first.split('?')[1]), items, { open })
    expect(read(href)).toEqual({ groupBy, ...(open.length > 0 && { open }), ...(onlyLoose && { onlyLoose }) })
  }))
})

test('an address that nobody made shows everything', () => {
  expect(choiceIn(new URLSearchParams('folg=9&grupper=x&apne=,,q&bare=1&ord=%20'), items)).toEqual({})
})
