import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../platform/text/texts.ts'
import type { Section } from '../../modules/thread/index.ts'
import { newsOf } from './news.ts'
import { draftOfYear, partKeys } from './year-draft.ts'
import { figuresOfYear } from './year-figures.ts'
import { partiesIn, type YearMaterial } from './year-material.ts'

const nothing: YearMaterial = {
  workspace: 'Partnerskapet', from: '2026-01-01', to: '2026-12-31', on: '2027-01-10', recipient: null, purpose: null, parties: [], came: [], left: [], successions: [], agreements: [], governance: null, decisions: [], tasks: { all: 0, done: 0, late: 0 },
  measures: [], milestones: [], results: [], effects: [], indicators: [], resources: [], arenas: [], lessons: [], loose: [], asks: [], waiting: [], coming: [], evaluation: [],
}
const bodyOf = (material: Partial<YearMaterial>, key: string) => draftOfYear({ ...nothing, ...material }, 'nb').find((one) => one.key === key)?.body ?? ''

describe('a draft', () => {
  test.each(languages)('of a workspace where nothing is written is honest and whole (%s)', (lang) => {
    const sections = draftOfYear(nothing, lang)
    expect(sections.map((one) => one.key)).toEqual(partKeys)
    expect(sections.filter((one) => one.body.trim() === '' || /undefined|null|NaN|\[object/.test(one.body))).toEqual([])
  })

  test('counts what is done, what is late, and what was decided and not followed up', () => {
    const measure = (state: string, endsOn: string | null = null) => ({ title: `${state} ${endsOn}`, state, endsOn })
    const material = { measures: [measure('completed'), measure('delayed'), measure('in_progress', '2026-06-01'), measure('in_progress', '2027-06-01')], decisions: [{ title: 'Ja', on: '2026-02-01', by: null, followedUp: true }, { title: 'Nei', on: '2026-03-01', by: null, followedUp: false }] }
    expect(bodyOf(material, 'summary')).toContain('Vi har 4 tiltak. 1 er fullført, og 2 er forsinket.')
    expect(bodyOf(material, 'summary')).toContain('2 vedtak ble fattet. 1 av dem er fulgt opp.')
    expect(bodyOf({ recipient: 'Fylkestinget' }, 'asks')).toBe('Vi ber fylkestinget ta rapporten til orientering.')
  })

  test('a line break in what people have written does not break a list', () => {
    expect(bodyOf({ lessons: [{ title: 'Begynn\nsmått', advice: 'Ett\n\ntiltak' }] }, 'learned')).toContain('- Begynn smått. Ett tiltak')
  })
})

test('the figures of each section are within what a workspace that is taken along may hold', () => {
  const long = 'Å'.repeat(400)
  const many = <T,>(one: T): T[] => Array.from({ length: 200 }, () => one)
  const figures = figuresOfYear({
    ...nothing, decisions: many({ title: long, on: '2026-02-01', by: long, followedUp: false }), milestones: many({ title: long, measure: long, on: '2026-02-01' }), loose: many({ title: long, count: 1 }),
    indicators: many({ title: long, unit: long, baseline: 1, baselineOn: '2020-01-01', latest: 2, latestOn: '2026-01-01', target: 3, targetOn: '2030-01-01', source: long }), resources: many({ organisation: long, money: 1, people: 1.5 }), arenas: many({ title: long, meetings: 1, matters: 1, decisions: 1 }),
  }, 'nb')
  expect(Object.entries(figures).filter(([, blocks]) => JSON.stringify(blocks).length > 20_000).map(([key, blocks]) => [key, JSON.stringify(blocks).length])).toEqual([])
})

test('who came and who left: a change of role is neither, and in the first year nobody is new', () => {
  const period = (name: string, from: string | null, to: string | null = null) => ({ name, organisationId: name, from, to })
  expect(partiesIn([period('A', '2025-01-01'), period('B', '2026-03-01'), period('C', '2025-01-01', '2026-05-31'), period('D', '2025-01-01', '2026-01-31'), period('D', '2026-02-01')], '2026-01-01', '2026-12-31'))
    .toEqual({ parties: ['A', 'B', 'D'], came: [{ name: 'B', on: '2026-03-01' }], left: [{ name: 'C', on: '2026-05-31' }] })
  expect(partiesIn([period('A', '2026-02-01'), period('B', '2026-02-01')], '2026-01-01', '2026-12-31').came).toEqual([])
})

// Seen to fail when a section was untouched whenever the draft had changed.
test('what people have written in is never said to be untouched', () => {
  const text = fc.constantFrom('a', 'b', 'c', '')
  fc.assert(fc.property(text, text, text, (body, was, drafted) => {
    const [news] = newsOf([{ id: '1', edition: 1, key: 'done', heading: 'H', body, revision: 1, place: 0 } satisfies Section], new Map([['done', { drafted: was }]]), [{ key: 'done', drafted }])
    if (news?.is === 'untouched') expect(body).toBe(was)
    if (body !== was && drafted !== was && drafted !== body) expect(news?.is).toBe('written')
  }))
})
