import { expect, it } from 'vitest'
import { anchorIn } from './documents.ts'

it.each([
  ['Regional plan for kompetanse 2024–2028', 'Regional plan for kompetanse 2024–2028', null],
  ['Regional plan for klima og energi, kap. 3.2', 'Regional plan for klima og energi', 'kap. 3.2'],
  ['Kommuneplanens samfunnsdel 2022-2034', 'Kommuneplanens samfunnsdel 2022-2034', null],
  ['Økonomiplan 2026–2029 (pkt. 4)', 'Økonomiplan 2026–2029', 'pkt. 4'],
])('%s is a plan', (text, title, chapter) => {
  expect(anchorIn(text)).toMatchObject({ title, chapter })
})

it.each(['Kommuneplanen', 'Skal inn i økonomiplanen neste år', 'Politisk plattform', 'Regional plan for næring og kommuneplanens arealdel', 'Økonomiplan. Vedtatt i desember.', ''])('«%s» stays text', (text) => {
  expect(anchorIn(text)).toBe(null)
})
