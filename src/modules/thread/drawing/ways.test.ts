import { describe, expect, test } from 'vitest'
import { overviewOf, summaryOf } from './overview.ts'
import type { Picture, PictureNode, StepId, Thread } from './picture.ts'
import { stepIds } from './picture.ts'
import { waysOf } from './ways.ts'

const item = (id: string, step: StepId, more: Partial<PictureNode> = {}): PictureNode => ({ id, step, title: id, href: `/${id}`, kindName: step, loose: [], knots: [], ...more })
const tie = (from: string, to: string, holds = true): Thread => ({ from, to, holds })
const plan = (threads: Thread[], used: StepId[] = ['challenge', 'goal', 'priorityArea', 'measure'], more: Record<string, Partial<PictureNode>> = {}): Picture => ({
  lang: 'nb',
  steps: stepIds.map((id) => ({ id, name: id, inUse: used.includes(id) })),
  nodes: [item('c', 'challenge', more.c), item('g', 'goal', more.g), item('a', 'priorityArea', more.a), item('m', 'measure', more.m)],
  threads,
  hrefFor: () => '',
})

describe('the whole thread', () => {
  test('runs unbroken from the first step in use to the last', () => {
    const ways = waysOf(plan([tie('c', 'g'), tie('g', 'a'), tie('a', 'm')]))
    expect([...ways.whole].sort()).toEqual(['a', 'c', 'g', 'm'])
  })
  test('does not care which way a tie was written', () => {
    expect(waysOf(plan([tie('g', 'c'), tie('a', 'g'), tie('m', 'a')])).whole.size).toBe(4)
  })
  test('is broken by one tie that does not hold', () => {
    expect(waysOf(plan([tie('c', 'g'), tie('g', 'a', false), tie('a', 'm')])).whole.size).toBe(0)
  })
  test('may pass over a priority area, since a measure may deliver straight to a goal', () => {
    expect([...waysOf(plan([tie('c', 'g'), tie('g', 'm')])).whole].sort()).toEqual(['c', 'g', 'm'])
  })
  test('may not pass over a goal', () => {
    expect(waysOf(plan([tie('c', 'a'), tie('a', 'm')])).whole.size).toBe(0)
  })
  test('is not asked of a step that is not in use', () => {
    expect(waysOf(plan([tie('c', 'a'), tie('a', 'm')], ['challenge', 'priorityArea', 'measure'])).whole.size).toBe(3)
  })
})

describe('ends', () => {
  const end = (picture: Picture, id: string) => {
    const ways = waysOf(picture)
    return ways.ends(ways.nodes.find((node) => node.id === id) as PictureNode)
  }
  test('the first and the last step have nothing to miss', () => {
    expect(end(plan([]), 'c').before).toBe('outermost')
    expect(end(plan([]), 'm').after).toBe('outermost')
  })
  test('without reasons an item is loose backwards, and open onwards', () => {
    expect(end(plan([]), 'a')).toEqual({ before: 'frayed', after: 'open' })
  })
  test('when the check says which end is loose, only that end frays', () => {
    const picture = plan([], undefined, { a: { loose: [{ word: 'uten tiltak', end: 'after' }] } })
    expect(end(picture, 'a')).toEqual({ before: 'open', after: 'frayed' })
    expect(end(picture, 'm').before).toBe('open')
  })
})

describe('the overview', () => {
  test('counts what is loose between each step and the next in use, and says where it is thinnest', () => {
    const overview = overviewOf(plan([tie('c', 'g'), tie('g', 'a', false)]))
    expect(overview.gaps).toEqual([
      { from: 'challenge', to: 'goal', loose: 0 },
      { from: 'goal', to: 'priorityArea', loose: 1 },
      { from: 'priorityArea', to: 'measure', loose: 1 },
    ])
    expect(summaryOf(overview, 'nb')).toBe(
      '0 av 1 tiltak henger sammen hele veien fra challenge til measure. Tynnest er tråden mellom goal og priorityArea: 1 løs ende.',
    )
  })
})
