import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pictures } from './arbitrary.ts'
import { examplePlan } from './example-plan.ts'
import { ItemThread, overviewOf, ThreadChoices, ThreadLists, ThreadPicture, ThreadStrip } from './index.ts'
import type { Picture } from './index.ts'
import { listsOf, planBegins } from './thread-lists.tsx'
import { waysOf } from './ways.ts'

const drawn = (picture: Picture) => String(<ThreadPicture picture={picture} />)
const all = (picture: Picture) =>
  [<ThreadPicture picture={picture} />, <ThreadChoices picture={picture} />, <ThreadLists picture={picture} />, <ItemThread picture={picture} id="n0" />, <ThreadStrip overview={overviewOf(picture)} lang="nb" />].map(String).join('')

describe('the drawn thread as HTML', () => {
  test('what people write is escaped in titles, names, tips and words', () => {
    const evil = '"><script>alert(1)</script>'
    const [first, ...rest] = examplePlan().nodes
    if (!first) throw new Error('the example is empty')
    const picture = examplePlan({ nodes: [{ ...first, id: 'n0', title: evil, kindName: evil, number: evil, loose: [{ word: evil, why: evil }], state: { word: evil, tone: 'calm' }, knots: [{ title: evil, href: evil }] }, ...rest], groupBy: 'none' })
    const html = all(picture)
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;')
  })

  test('there is no style attribute, no handler and no NaN, whatever the picture', () => {
    fc.assert(fc.property(pictures(25), (picture) => {
      expect(all(picture)).not.toMatch(/<[^>]*\s(style|on\w+)=|NaN|undefined|Infinity/)
    }), { numRuns: 40 })
  })

  test('it is a group with a title and a description, not an image that would hide its links', () => {
    const html = drawn(examplePlan())
    expect(html).toContain('role="group" aria-labelledby="thread-title" aria-describedby="thread-desc"')
    expect(html).toContain('<desc id="thread-desc">9 av 45 tiltak henger sammen hele veien fra kunnskap til resultat.')
  })

  test('each item is one link, named with its number, title, kind, state and what is loose', () => {
    const html = drawn(examplePlan({ groupBy: 'none' }))
    expect(html.match(/<a class="thread-node"/g)).toHaveLength(85)
    expect(html).toContain('aria-label="T6 Kampanje mot utflyttede. Tiltak. i gang. uten eier."')
    expect(html).toContain('aria-label="T17 Fagbrev på jobb i havbruk og industri. Tiltak. ferdig. henger sammen hele veien."')
  })

  test('a decision is a knot with its own link', () => {
    expect(drawn(examplePlan({ groupBy: 'none' }))).toContain('aria-label="Vedtak: Styringsgruppa vedtok målet"')
  })

  test('a closed group says how many it holds and how many are loose, and opens', () => {
    const html = drawn(examplePlan())
    expect(html).toContain('aria-label="9 tiltak, 3 løse. Åpne 4 Næringslivet halverer utslippene innen 2032"')
    expect(html).toContain('open=goal-4')
  })

  test('an empty plan says what to do', () => {
    expect(drawn(examplePlan({ nodes: [], threads: [] }))).toContain('Skriv et mål, eller hent inn planen fra et regneark.')
  })

  test('nynorsk and English have their own words', () => {
    expect(drawn(examplePlan({ lang: 'nn' }))).toContain('heng saman heile vegen')
    expect(drawn(examplePlan({ lang: 'en' }))).toContain('hang together all the way')
  })
})

describe('the lists', () => {
  test('every item stands once with its branch, whatever the picture', () => {
    fc.assert(fc.property(pictures(), (picture) => {
      const ways = waysOf(picture)
      const lists = listsOf(ways.nodes, ways, planBegins(picture))
      const flat = (branches: typeof lists.plan): string[] => branches.flatMap(({ node, again, under }) => [...(again ? [] : [node.id]), ...flat(under)])
      const told = [...flat(lists.plan), ...flat(lists.ground), ...lists.untied.map(({ id }) => id)]
      expect(told.sort()).toEqual(ways.nodes.map(({ id }) => id).sort())
    }))
  })
  test('stand in the order of their numbers, also when the threads do not', () => {
    const plan = examplePlan()
    const html = String(<ThreadLists picture={{ ...plan, threads: [...plan.threads].reverse() }} />)
    expect(html.indexOf('Ungdomspanel')).toBeLessThan(html.indexOf('Nattbuss'))
  })
  test('what is tied to nothing has its own section', () => {
    const html = String(<ThreadLists picture={examplePlan()} />)
    expect(html.slice(html.indexOf('Ikke knyttet til noe'))).toContain('Digital studieveileder')
  })
})

describe("one item's own thread", () => {
  test('why and what came of it', () => {
    const html = String(<ItemThread picture={examplePlan()} id="measure-17" />)
    expect(html.indexOf('Hvorfor gjør vi dette?')).toBeLessThan(html.indexOf('Fagopplæring sammen med bedriftene'))
    expect(html.indexOf('Hva kom ut av det?')).toBeLessThan(html.indexOf('54 fagbrev på jobb'))
  })
  test('says where it stops', () => {
    expect(String(<ItemThread picture={examplePlan()} id="measure-33" />)).toContain('Ikke knyttet til innsatsområde ennå')
    expect(String(<ItemThread picture={examplePlan()} id="measure-4" />)).toContain('slutter her foreløpig')
  })
  test('is nothing for an item that is not in the picture', () => {
    expect(String(<ItemThread picture={examplePlan()} id="gone" />)).toBe('')
  })
})
