import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanName, contentDisposition } from './name.ts'

/** Names of what is hard: quotes, line breaks, folders, direction marks, half letters. */
const nasty = fc.string({ unit: fc.constantFrom(...'aZ9ø. /\\";:%\r\n\0\u202e\u2028\u0301\ud800', '😀'), maxLength: 60 })

describe('file names', () => {
  it.each([
    ['Plan.xlsx', 'Plan.xlsx'],
    ['C:\\Users\\x\\plan.xlsx', 'plan.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['a\r\nSet-Cookie: x.csv', 'aSet-Cookie: x.csv'],
    ['faktura\u202Exslx.pdf', 'fakturaxslx.pdf'],
    ['  .hidden  ', 'hidden'],
    ['', 'fil'],
    ['.xlsx', 'xlsx'],
    ['..', 'fil'],
    ['Årsplan 2026.docx', 'Årsplan 2026.docx'],
  ])('%j', (name, clean) => expect(cleanName(name)).toBe(clean))
  it('keep their ending when they are cut', () => {
    const clean = cleanName(`${'ø'.repeat(500)}.xlsx`)
    expect(clean).toMatch(/^ø+\.xlsx$/)
    expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(180)
  })
  it('stay as they are when cleaned again', () => {
    fc.assert(fc.property(nasty, (name) => {
      const clean = cleanName(name)
      expect(clean).not.toBe('')
      expect(cleanName(clean)).toBe(clean)
    }))
  })
})

// Seen to fail when a quotation mark may stand in the plain name.
describe('check 24: the header that names a file', () => {
  it('has a plain name and the real one', () => {
    expect(contentDisposition('attachment', 'Årsmøte «2026» (1).xlsx'))
      .toBe("attachment; filename=\"Arsmote _2026_ (1).xlsx\"; filename*=UTF-8''%C3%85rsm%C3%B8te%20%C2%AB2026%C2%BB%20%281%29.xlsx")
  })
  it('cannot be broken out of', () => {
    const whole = /^attachment; filename="[ !#$&+\-.^_`{}~()A-Za-z0-9,]*"; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/
    for (const name of ['a"; x="b.csv', 'a\r\nX: y.csv', '\\".csv', '%22.csv', 'a;b.csv', '\ud800.csv']) {
      expect(contentDisposition('attachment', name)).toMatch(whole)
    }
    fc.assert(fc.property(nasty, (name) => {
      const header = contentDisposition('attachment', name)
      expect(header).toMatch(whole)
      expect(() => new Headers({ 'Content-Disposition': header })).not.toThrow()
      expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(cleanName(name))
    }))
  })
})
