import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { build } from '../../scripts/build.mjs'
import { projectRoot } from '../../src/platform/project-root.ts'

const kB = 1_000
const zipped = (file: string) => gzipSync(readFileSync(join(projectRoot, 'dist', file)), { level: 9 }).length

let manifest: Record<string, string>
beforeAll(async () => {
  await build()
  manifest = JSON.parse(readFileSync(join(projectRoot, 'dist/assets/manifest.json'), 'utf8')) as Record<string, string>
}, 120_000)

test('the styles that every page loads are at most 16 kB gzipped', () => {
  expect(zipped(manifest['main.css'] ?? '')).toBeLessThanOrEqual(16 * kB)
})

test('all scripts together are at most 15 kB gzipped: a page works without them', () => {
  const scripts = Object.entries(manifest).filter(([name]) => name.endsWith('.js')).map(([, file]) => zipped(file))
  expect(scripts.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(15 * kB)
})

test('no picture or font is sent that the first visit does not need', () => {
  expect(readdirSync(join(projectRoot, 'dist/assets')).filter((file) => /\.(woff2?|ttf|png|jpe?g)$/.test(file))).toEqual([])
})
