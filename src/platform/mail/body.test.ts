import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEmail } from './address.ts'
import { mailBody } from './body.ts'

const content = {
  lang: 'nn',
  heading: 'Korleis går det med <tiltaket>?',
  paragraphs: ['Fyrste "avsnitt" & meir.', 'To\nlinjer'],
  action: { label: 'Svar på spørsmålet', url: 'https://example.org/svar?a=1&b="x"' },
  footer: 'Sendt av sekretariatet.\nSpør oss om du lurer på noko.',
} as const

describe('a mail', () => {
  it('has a plain part with the address written out', () => {
    const { text } = mailBody(content)
    expect(text).toContain('Korleis går det med <tiltaket>?\n\nFyrste "avsnitt" & meir.')
    expect(text).toContain('Svar på spørsmålet:\nhttps://example.org/svar?a=1&b=%22x%22')
    expect(text).toMatch(/\n-- \nSendt av sekretariatet\./)
  })
  it('has an HTML part with everything escaped, its language, and nothing fetched', () => {
    const { html } = mailBody(content)
    expect(html).toContain('<html lang="nn">')
    expect(html).toContain('Korleis går det med &lt;tiltaket&gt;?')
    expect(html).toContain('To<br>linjer')
    expect(html).toContain('href="https://example.org/svar?a=1&amp;b=%22x%22"')
    expect(html).not.toMatch(/<img|<script|<link|src=|url\(/)
  })
  it('links only to web addresses', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/svar']) {
      expect(() => mailBody({ ...content, action: { label: 'x', url } })).toThrow()
    }
  })
  // Seen to fail when what stands on the button is not escaped.
  it('check 14: is safe whatever is written in it', () => {
    const frame = mailBody({ ...content, heading: 'x', paragraphs: ['x'], footer: 'x', action: { label: 'x', url: 'https://example.org/' } }).html
    const tags = (html: string) => (html.match(/<[^>]*>/g) ?? []).filter((tag) => tag !== '<br>')
    fc.assert(fc.property(fc.string(), fc.string(), fc.string(), (heading, paragraph, label) => {
      const { html } = mailBody({ ...content, heading, paragraphs: [paragraph], footer: paragraph, action: { label, url: 'https://example.org/' } })
      expect(tags(html)).toEqual(tags(frame))
    }))
  })
})

// Seen to fail when what stands after an address is passed over.
describe('check 20: addresses', () => {
  it.each([
    [' Kari@Example.ORG ', 'Kari@example.org'], ['a+b@x.kommune.no', 'a+b@x.kommune.no'], ['post@blåbær.no', 'post@xn--blbr-roah.no'],
    ["o'neil@example.org", "o'neil@example.org"],
  ])('%s', (typed, address) => expect(parseEmail(typed)).toBe(address))
  it.each([
    '', 'kari', 'kari@', '@example.org', 'kari@localhost', 'a@b@c.no', 'a@example.org, b@example.org', 'Kari <a@example.org>', 'a@example.org\r\nBcc: b@x.no',
    'a b@example.org', '"a b"@example.org', 'a..b@example.org', '.a@example.org', 'a@example..org', 'a@-x.no', 'a@[127.0.0.1]', 'a@127.0.0.1',
    `${'a'.repeat(65)}@example.org`, `a@${'b'.repeat(300)}.no`, 'a@example.org\0',
  ])('%j is none', (typed) => expect(parseEmail(typed)).toBeNull())
  it('have one form: what is read is read the same again', () => {
    fc.assert(fc.property(fc.emailAddress(), (typed) => {
      const address = parseEmail(typed)
      if (address) expect(parseEmail(address)).toBe(address)
    }))
  })
})
