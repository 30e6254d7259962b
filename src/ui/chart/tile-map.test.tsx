import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Tile, TileMap } from './tile-map.tsx'

const square = (i: number, more: Partial<Tile> = {}): Tile => ({ id: `${i}`, x: i % 19, y: Math.floor(i / 19), label: `Sted ${i}`, ...more })
const drawn = async (tiles: readonly Tile[], more: { frame?: 'around' } = {}) => String(await TileMap({ lang: 'nb', id: 'kart', title: 'Kart', description: 'Om kartet.', tiles, ...more }))

describe('a map of tiles', () => {
  test('land without a link is one path; what is marked has its name, its link and a line in the list', async () => {
    const html = await drawn([square(0), square(1), square(2, { state: 'marked', href: '/a', note: '9 tiltak' }), square(3, { state: 'main' })])
    expect(html.match(/<path/g)).toHaveLength(3)
    expect(html).toContain('<a href="/a" aria-label="Sted 2, 9 tiltak"><title>Sted 2, 9 tiltak</title>')
    expect(html).toContain('role="group"')
    expect(html.slice(html.indexOf('<details')).match(/<li>/g)).toHaveLength(2)
    expect(html).not.toMatch(/style=|class="(?!chart|legend|hint|more)/)
  })
  test('without links it is a picture', async () => expect(await drawn([square(0)])).toContain('role="img"'))
  test('nothing to show is nothing', async () => expect(TileMap({ lang: 'nb', id: 'kart', title: 'Kart', description: '', tiles: [] })).toBe(null))
  test('around what is marked, only that part is drawn', async () => {
    const html = await drawn([...Array.from({ length: 357 }, (_, i) => square(i)).filter((tile) => tile.id !== '100'), square(100, { state: 'main' })], { frame: 'around' })
    expect(html).toContain('viewBox="-1 -1 31 31"')
  })
  test('the whole land with 357 places is small; so is one where each is a link', async () => {
    const land = Array.from({ length: 357 }, (_, i) => square(i))
    expect(gzipSync(await drawn(land)).length).toBeLessThan(1_500)
    expect(gzipSync(await drawn(land.map((tile) => ({ ...tile, href: `/organisasjoner/${crypto.randomUUID()}` })))).length).toBeLessThan(20_000)
  })
  test('hostile names stand as text', async () => {
    expect(await drawn([square(0, { label: '<script>"', note: '</svg>', href: '/x', state: 'marked' })])).not.toMatch(/<script|<\/svg>[^<]*<\/title>/)
  })
})
