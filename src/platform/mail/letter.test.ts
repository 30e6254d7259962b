import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mailBody } from './body.ts'
import { letterOf } from './letter.ts'
import type { Mail } from './message.ts'
import { mailOfReturnAddress, returnAddress } from './return-address.ts'
import { wrapText } from './wrap.ts'

const key = new Uint8Array(32).fill(5)
const site = { baseUrl: 'https://tradverk.example.org', passKey: key, returnDomain: 'retur.example.org' }
const id = '0199a000-0000-7000-8000-000000000001'
const body = mailBody({ lang: 'nn', heading: 'Korleis går det?', paragraphs: ['Hei <!--choice-->'], footer: 'Helsing oss' })
const mail = (nature: string) => ({ id, nature, purpose: 'status-question', language: 'nn', text: body.text, html: body.html, choice_pass_id: nature === 'own' ? null : id }) as Mail

describe('a mail as it leaves the house', () => {
  it('that nobody asked for ends with a link to choose, in its language, and can be left with one press', () => {
    const { text, html, headers, returnPath } = letterOf(mail('question'), site)
    expect(text).toMatch(/Vel kva e-postar du får:\nhttps:\/\/tradverk\.example\.org\/e-post\/[\w-]{43}\n$/)
    expect(html.match(/href="https:\/\/tradverk\.example\.org\/e-post\/[\w-]{43}"/g)).toHaveLength(1)
    expect(headers['List-Unsubscribe']).toMatch(/^<https:\/\/tradverk\.example\.org\/e-post\/[\w-]{43}\/avmeld\/alt>$/)
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(letterOf(mail('news'), site).headers['List-Unsubscribe']).toContain('/avmeld/nyheter>')
    expect(headers['Feedback-ID']).toBe('status-question:question:tradverk')
    expect(returnPath).toBe(returnAddress(key, id, 'retur.example.org'))
  })
  it('that one asked for has none of it', () => {
    const { text, html, headers } = letterOf(mail('own'), { ...site, returnDomain: null })
    expect(text + html).not.toContain('/e-post/')
    expect(headers['List-Unsubscribe']).toBeUndefined()
    expect(headers['X-Auto-Response-Suppress']).toBe('All')
  })
})

describe('the return address', () => {
  it('is read back, whatever its case, and cannot be made by others', () => {
    fc.assert(fc.property(fc.uuid(), (mailId) => {
      const address = returnAddress(key, mailId, 'retur.example.org')
      expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64)
      expect(mailOfReturnAddress(key, address.toUpperCase(), 'retur.example.org')).toBe(mailId)
      expect(mailOfReturnAddress(key, address, 'example.org')).toBeNull()
      expect(mailOfReturnAddress(new Uint8Array(32), address, 'retur.example.org')).toBeNull()
    }))
    for (const other of ['', 'retur@retur.example.org', 'retur+x.y@retur.example.org', `retur+${'0'.repeat(32)}.${'0'.repeat(16)}@retur.example.org`]) expect(mailOfReturnAddress(key, other, 'retur.example.org')).toBeNull()
  })
})

it('plain text is wrapped between words, and no word or address is broken', () => {
  fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-zæøå]{1,20}$/), { maxLength: 60 }), (parts) => {
    const wrapped = wrapText(parts.join(' '))
    expect(wrapped.split('\n').join(' ')).toBe(parts.join(' '))
    for (const line of wrapped.split('\n')) expect(line.length).toBeLessThanOrEqual(72)
  }))
  const long = `https://example.org/${'a'.repeat(100)}?b=c d`
  expect(wrapText(long)).toBe(long)
})
