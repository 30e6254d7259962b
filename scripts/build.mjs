// Builds dist/: programs for the server, scripts (islands), styles and pictures for the browser, with hashed names.
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { withLock } from './lock.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const stampFile = join(dist, '.built')
const manifestFile = join(dist, 'assets', 'manifest.json')
const dayMs = 86_400_000

/** Programs: name in dist/ → source. Workers (`*.worker.ts`) are found by themselves. */
const programs = {
  main: 'src/main.ts',
  'import-plan': 'src/imports/plan/command.ts',
  'register-update': 'src/imports/register/command.ts',
  verify: 'src/app/verify.ts',
  backup: 'src/app/backup.ts',
  restore: 'src/app/restore.ts',
  'reset-passkeys': 'src/app/reset-passkeys.ts',
}

/** Builds what has changed, or nothing. Throws with esbuild's message when the source does not parse. */
export async function build() {
  const wanted = inputsDigest()
  if (isBuilt(wanted)) return
  await withLock(dist, async () => {
    if (isBuilt(wanted)) return
    const { build: bundle, stop } = await import('esbuild')
    try {
      await buildPrograms(bundle)
      await buildAssets(bundle)
      writeFileSync(stampFile, wanted)
    } finally {
      await stop()
    }
  })
}

function isBuilt(wanted) {
  return existsSync(manifestFile) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted
}

function inputsDigest() {
  const hash = createHash('sha256')
  for (const file of [...find('src/**/*.{ts,tsx,css,svg,png,ico,woff2}'), 'package-lock.json', 'scripts/build.mjs', 'tsconfig.json']) {
    if (/\.test\.tsx?$/.test(file)) continue
    const { mtimeMs, size } = statSync(join(root, file))
    hash.update(`${file}\0${mtimeMs}\0${size}\n`)
  }
  return hash.digest('hex')
}

const find = (pattern) => globSync(pattern, { cwd: root }).map((file) => file.replaceAll('\\', '/')).sort()

async function buildPrograms(bundle) {
  const entries = Object.entries(programs).filter(([, source]) => existsSync(join(root, source)))
  for (const source of find('src/**/*.worker.ts')) entries.push([basename(source, '.ts'), source])
  rmSync(join(dist, 'compiled'), { recursive: true, force: true })
  await bundle({
    absWorkingDir: root, entryPoints: entries.map(([name, source]) => ({ in: source, out: name })), outdir: dist, chunkNames: 'part-[hash]', splitting: true,
    // With the packages they use, without blanks, in a few files: reading a thousand of them is most of what a start takes.
    bundle: true, external: notBundled, minifyWhitespace: true, minifySyntax: true, banner: { js: requireForPackages },
    platform: 'node', format: 'esm', target: 'esnext', sourcemap: true, logLevel: 'silent',
  })
  removeOldParts()
}

/** Packages that bring a program for each machine, and one that others ask for and do without. */
const notBundled = ['@myriaddreamin/*', 'pg-native']
const requireForPackages = "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);"

/** A server that is running may still ask for yesterday's parts; older ones go. */
function removeOldParts() {
  for (const file of find('dist/part-*')) if (Date.now() - statSync(join(root, file)).mtimeMs > dayMs) rmSync(join(root, file))
}

async function buildAssets(bundle) {
  const { metafile } = await bundle({
    absWorkingDir: root, entryPoints: [...find('src/**/*.client.ts'), ...find('src/app/main.css'), ...find('src/**/*.page.css')], outdir: 'dist/assets',
    entryNames: '[name]-[hash]', assetNames: '[name]-[hash]', bundle: true, minify: true, format: 'esm', target: ['es2022'],
    loader: { '.svg': 'file', '.png': 'file', '.woff2': 'file' }, metafile: true, logLevel: 'silent',
  })
  const manifest = {}
  const add = (name, file) => {
    if (manifest[name]) throw new Error(`Two assets are called ${name}`)
    manifest[name] = `/assets/${basename(file)}`
  }
  for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint) add(basename(entryPoint).replace(/\.client\.ts$/, '.js'), file)
  }
  mkdirSync(join(dist, 'assets'), { recursive: true })
  for (const source of find('src/ui/**/*.{svg,png,ico,woff2}')) add(basename(source), copyHashed(source))
  for (const file of Object.values(manifest)) pack(join(dist, file))
  removeOld(Object.values(manifest), Object.keys(metafile.outputs))
  writeFileSync(`${manifestFile}.new`, JSON.stringify(manifest, null, 2))
  renameSync(`${manifestFile}.new`, manifestFile)
}

/** The measures, which are built only when they are asked for. */
export async function buildBench() {
  const { build: bundle, stop } = await import('esbuild')
  await bundle({ absWorkingDir: root, entryPoints: ['bench/main.ts'], outfile: 'dist/bench.js', bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'esnext', sourcemap: true, logLevel: 'silent' })
  await stop()
}

function copyHashed(source) {
  const content = readFileSync(join(root, source))
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8)
  const file = `${basename(source, extname(source))}-${hash}${extname(source)}`
  writeFileSync(join(dist, 'assets', file), content)
  return file
}

/** Packed once, as well as can be, beside the file itself: its name changes with what is in it. */
function pack(file) {
  const content = readFileSync(file)
  for (const [ending, packed] of [['gz', gzipSync(content, { level: 9 })], ['br', brotliCompressSync(content)]]) if (packed.length < content.length) writeFileSync(`${file}.${ending}`, packed)
}

/** A server that is running may still hand out yesterday's names; older ones go. */
function removeOld(inManifest, built) {
  const current = new Set([...inManifest, ...built].map((file) => basename(file)))
  for (const file of find('dist/assets/*')) {
    const old = Date.now() - statSync(join(root, file)).mtimeMs > dayMs
    if (old && !current.has(basename(file).replace(/\.(br|gz)$/, '')) && basename(file) !== 'manifest.json') rmSync(join(root, file))
  }
}
