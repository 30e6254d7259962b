import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages, type Lang } from '../platform/text/texts.ts'
import { Gallery, rooms, type Room } from './gallery.tsx'
import { skeletonOf, tagsOf } from './markup.ts'

const page = (room: Room, lang: Lang, word: string) => String(<Gallery room={room} lang={lang} word={word} />)
const cases = rooms.flatMap(room => languages.map(lang => [room, lang] as const))

describe('every component in every language', () => {
  test.each(cases)('%s in %s carries nothing inline (check 13)', (room, lang) => {
    for (const { name, attributes } of tagsOf(page(room, lang, 'Ord'))) {
      expect(Object.keys(attributes).filter(key => key === 'style' || key.startsWith('on'))).toEqual([])
      if (name === 'script') expect(attributes.src).toMatch(/^\/assets\//)
      expect(name).not.toBe('style')
    }
  })

  test.each(cases)('%s in %s: each id is unique, and every reference to one leads somewhere', (room, lang) => {
    const tags = tagsOf(page(room, lang, 'Ord'))
    const ids = tags.flatMap(tag => tag.attributes.id ?? [])
    expect(ids).toEqual([...new Set(ids)])
    for (const { attributes } of tags)
      for (const key of ['for', 'aria-describedby', 'aria-labelledby', 'list'])
        for (const id of attributes[key]?.split(' ') ?? []) expect(ids, `${key}="${id}"`).toContain(id)
  })

  test.each(cases)('%s in %s: every field has a label', (room, lang) => {
    const tags = tagsOf(page(room, lang, 'Ord'))
    const labelled = new Set(tags.filter(tag => tag.name === 'label').map(tag => tag.attributes.for))
    const fields = tags.filter(tag => ['input', 'select', 'textarea'].includes(tag.name) && tag.attributes.type !== 'hidden')
    for (const field of fields) expect(labelled.has(field.attributes.id ?? '') || Boolean(field.attributes['aria-label']), JSON.stringify(field)).toBe(true)
  })

  test.each(languages)('each error in the summary leads to its field, which says it is wrong (%s)', lang => {
    const html = page('form', lang, 'Ord')
    const summary = html.slice(html.indexOf('ds-error-summary'), html.indexOf('<form class="form"'))
    const targets = tagsOf(summary).flatMap(tag => tag.attributes.href ?? [])
    expect(targets).toHaveLength(5)
    const fields = tagsOf(html).filter(tag => targets.includes(`#${tag.attributes.id}`))
    expect(fields.map(field => field.attributes['aria-invalid'])).toEqual(Array(5).fill('true'))
  })

  test.each(cases)('%s in %s: hostile text never changes the shape of the page (check 14)', (room, lang) => {
    const shape = skeletonOf(page(room, lang, 'Ord'))
    const piece = fc.constantFrom('<script>', '</textarea>', '"><img src=x onerror=alert(1)>', "' onfocus='x", '&lt;', '{{7*7}}', '</title>', '<!--', ']]>', '\u202e', '`')
    const hostile = fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 4 }).map(parts => `ord${parts.join('').replace(/[\r\n\u2028\u2029]|https?:/g, ' ')}`)
    fc.assert(fc.property(hostile, word => skeletonOf(page(room, lang, word)) === shape), { numRuns: 12 })
  })

  test('the three languages say different things', () => {
    const [nb, nn, en] = languages.map(lang => page('form', lang, 'Ord'))
    expect(nn).not.toBe(nb)
    expect(en).not.toBe(nb)
    expect(nn).toContain('lang="nn"')
    expect(nn).toContain('valfritt')
  })
})
