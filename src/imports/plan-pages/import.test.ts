import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../plan/fixtures/build.ts'
import { fixtures } from '../plan/fixtures/index.ts'
import { sample } from '../../../tests/support/sample.ts'
import { type Imports, openImports } from './testing/import-house.ts'

let imports: Imports
beforeAll(async () => {
  imports = await openImports()
})
afterAll(() => imports.house.close())

const planned = fixtures.map((fixture, i) => ({ ...fixture, slug: `ark-${i}` })).filter((fixture) => fixture.expected.measures.length > 0)

describe.each(sample(planned, 6))('$name', ({ book, expected, slug }) => {
  it('goes from file to plan with what a person would say is in it', async () => {
    await imports.workspace(slug)
    const done = await imports.bringIn(slug, build(book))
    expect(done).toMatch(/\/ferdig$/)
    expect((await imports.house.ask('sekretariat', done)).status).toBe(200)
    const standing = await imports.standing(slug)
    const title = (id: string | null) => standing.find((each) => each.id === id)?.said.title ?? null
    expect(standing.filter((each) => each.kind === 'goal').map((each) => each.said.title)).toEqual(expected.goals)
    expect(standing.filter((each) => each.kind === 'priority_area').map((each) => each.said.title)).toEqual(expected.areas)
    const measures = standing.filter((each) => each.kind === 'measure')
    expect(measures.map((each) => each.said.title)).toEqual(expected.measures.map((each) => each.title))
    for (const wanted of expected.measures) {
      const said = measures.find((each) => each.said.title === wanted.title && (!wanted.number || each.said.number === wanted.number))?.said
      if (wanted.number !== undefined) expect([wanted.title, said?.number]).toEqual([wanted.title, wanted.number])
      if (wanted.area !== undefined) expect([wanted.title, title(said?.area ?? null)]).toEqual([wanted.title, wanted.area])
      if (wanted.goals) expect([wanted.title, ...(said?.goals.map(title) ?? [])].sort()).toEqual([wanted.title, ...wanted.goals].sort())
      if (wanted.period?.end !== undefined) expect([wanted.title, said?.period.end]).toEqual([wanted.title, wanted.period.end])
      if (wanted.byYear) expect([wanted.title, said?.cost.byYear]).toEqual([wanted.title, wanted.byYear])
      for (const note of wanted.notes ?? []) expect(said?.notes).toContain(note)
    }
  })
  it('is the same the next time', async () => {
    const address = await imports.toCheck(slug, build(book))
    expect(await imports.page(address)).toContain('Ingenting er endret')
  })
})
