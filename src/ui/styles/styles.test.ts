import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const bundle = async (...entryPoints: string[]) => {
  const { outputFiles } = await build({ entryPoints, bundle: true, minify: true, write: false, outdir: 'x', logLevel: 'silent', format: 'esm', target: 'es2022' })
  return outputFiles.map(file => file.contents)
}
const kilobytes = (files: readonly Uint8Array[]) => files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0) / 1000

test('the whole look is at most 16 kB on the wire', async () => {
  expect(kilobytes(await bundle(join(import.meta.dirname, 'main.css')))).toBeLessThanOrEqual(16)
})

test('all islands of the components together are under 10 kB', async () => {
  expect(kilobytes(await bundle(...globSync(join(import.meta.dirname, '../islands/*.client.ts'))))).toBeLessThan(10)
})

test('every token that a style sheet uses is there (else run prune.ts again: decision 3)', async () => {
  const [css] = await bundle(join(import.meta.dirname, 'main.css'))
  const own = globSync(join(import.meta.dirname, '../../**/*.css')).map(file => readFileSync(file, 'utf8'))
  const text = [new TextDecoder().decode(css), ...own].join('\n')
  const known = new Set([...text.matchAll(/(--[\w-]+)\s*:/g)].map(match => match[1]))
  const missing = [...text.matchAll(/var\(\s*(--ds-[\w-]+)\s*\)/g)].map(match => match[1]).filter(name => !known.has(name))
  expect([...new Set(missing)]).toEqual([])
})
