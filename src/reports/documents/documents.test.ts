import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../../../tests/support/house.ts'
import { closePress } from '../../platform/document/index.ts'
import { readPdf, readWord } from '../../platform/document/testing/read-back.ts'
import { isRefusal, readWorkbook } from '../../imports/plan/index.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  closePress()
  await house.close()
})

const at = (name: string) => `/arbeidsrom/eksempelfylket/last-ned/${name}`
async function fetched(role: string | null, name: string): Promise<{ bytes: Uint8Array; headers: Headers; status: number }> {
  const answer = await house.ask(role, at(name))
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (process.env.LOOK) writeFileSync(`${process.env.LOOK}/${name.replace(/[?/].*$/, '').replace(/\//g, '-')}`, bytes)
  return { bytes, headers: answer.headers, status: answer.status }
}
const rowsOf = async (bytes: Uint8Array) => {
  const book = await readWorkbook(bytes, 'x.xlsx')
  if (isRefusal(book)) throw new Error('not a spreadsheet')
  return book.sheets
}

describe('the whole plan', () => {
  test('as PDF: every measure by name, with contents, header cells and the day', async () => {
    const { bytes, headers, status } = await fetched('sekretariat', 'planen.pdf')
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="eksempelfylket-planen-2026-11-20\.pdf"/)
    expect(headers.get('cache-control')).toBe('private, no-store')
    const pdf = await readPdf(bytes)
    expect(pdf).toMatchObject({ lang: 'nb-NO', standard: ['ua-1'] })
    const said = pdf.text.replace(/\s+/g, ' ')
    const measures = await house.platform.db.selectFrom('item').innerJoin('workspace', 'workspace.id', 'item.workspace_id').select('item.title').where('workspace.slug', '=', 'eksempelfylket').where('item.kind', '=', 'measure').where('item.removed_at', 'is', null).where('item.audience', 'in', ['public', 'workspace']).execute()
    expect(measures.filter(({ title }) => !said.includes(title.slice(0, 20))).map(({ title }) => title)).toEqual([])
    for (const role of ['H1', 'H2', 'H3', 'TOC', 'TH', 'L']) expect(pdf.roles).toContain(role)
  })

  test('as Word and as spreadsheet', async () => {
    const word = readWord((await fetched('sekretariat', 'planen.docx')).bytes)
    expect(word.styles).toEqual(expect.arrayContaining(['Heading1', 'Heading2', 'Heading3']))
    expect(word.headerRows).toBeGreaterThan(3)
    expect((await rowsOf((await fetched('sekretariat', 'planen.xlsx')).bytes)).length).toBeGreaterThan(3)
  })
})

describe('the sheet for the one who leads', () => {
  test('is one page with what is wanted, where it stands, what must be decided and what comes next', async () => {
    const pdf = await readPdf((await fetched('leder', 'ark.pdf')).bytes)
    expect(pdf).toMatchObject({ pages: 1, standard: ['ua-1'] })
    for (const said of ['Dette vil dere', 'Her står dere', 'Dette må avgjøres', 'Dette kommer nå']) expect(pdf.text).toContain(said)
  })
})
