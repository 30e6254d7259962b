import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tagsOf } from '../markup.ts'
import { Prose, safeAddress } from './prose.tsx'

const html = (text: string) => String(<Prose text={text} />)

describe('what people have written', () => {
  test('becomes paragraphs, line breaks, lists and links', () => {
    expect(html('En\r\nto\n\n\n- a\n- b')).toBe('<div class="prose"><p>En<br/>to</p><ul><li>a</li><li>b</li></ul></div>')
    expect(html('Se (https://www.ssb.no/a?b=1&c=2).')).toBe(
      '<div class="prose"><p>Se (<a href="https://www.ssb.no/a?b=1&amp;c=2" rel="noopener noreferrer nofollow ugc">https://www.ssb.no/a?b=1&amp;c=2</a>).</p></div>',
    )
  })

  test('can make no other tags than those, whatever is written', () => {
    const text = fc.array(fc.oneof(fc.string(), fc.constantFrom('\n', '\n\n', '- ', 'https://x.no/', '<b onclick="x">', 'javascript:alert(1)', '"'))).map(parts => parts.join(''))
    fc.assert(
      fc.property(text, value => {
        for (const { name, attributes } of tagsOf(html(value))) {
          expect(['div', 'p', 'br', 'ul', 'li', 'a']).toContain(name)
          if (attributes.href) expect(attributes.href).toMatch(/^https?:\/\//)
          expect(Object.keys(attributes).every(key => ['class', 'href', 'rel'].includes(key))).toBe(true)
        }
      }),
    )
  })

  test('50 kB of trouble takes no time (check 18)', () => {
    const started = performance.now()
    for (const piece of ['https://', '\n \t', '- ', 'https://x.no/).).).', '   ']) html(piece.repeat(50_000 / piece.length))
    expect(performance.now() - started).toBeLessThan(1_500)
  })
})

describe('an address from a person', () => {
  test.each(['https://x.no', 'HTTP://x.no', 'mailto:post@x.no', '/arbeidsrom', '#mål', '?side=2'])('%s may be a link', address => expect(safeAddress(address)).toBe(address))
  test.each(['javascript:alert(1)', 'java\tscript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//ond.no', '/\\ond.no', '/\t/ond.no', 'ord'])('%s may not', address =>
    expect(safeAddress(address)).toBeUndefined(),
  )
})
