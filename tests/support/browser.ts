import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { projectRoot } from '../../src/platform/project-root.ts'

/**
 * A headless Chromium, without anything to install: on Linux x64 the one that comes in an npm package, elsewhere an
 * installed Chrome, or the one that CHROME_PATH names. Works offline and as root. Close it when done.
 */
export async function openBrowser(): Promise<Browser> {
  const chosen = process.env.CHROME_PATH
  if (chosen) return chromium.launch({ executablePath: chosen, args })
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome', args })
  const folder = packagedChromium()
  return chromium.launch({ executablePath: join(folder, 'chromium'), args, env: environment(folder) })
}

/** In a container there is neither the right to make a sandbox nor a large /dev/shm; the pages are our own. */
const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none']

/** Unpacks the package once (200 MB, three seconds), under another name until it is whole. */
function packagedChromium(): string {
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@sparticuz/chromium')
  const { version } = require(join(entry, '../../package.json')) as { version: string }
  const folder = join(projectRoot, 'test-results', `chromium-${version}`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}-${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  // The package unpacks to the temporary folder, and its libraries only where it believes itself to be in the cloud.
  const unpack = `import(${JSON.stringify(entry)}).then(({ default: chromium }) => chromium.executablePath())`
  const run = spawnSync(process.execPath, ['-e', unpack], { env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`Could not unpack Chromium: ${run.stderr}`)
  writeFileSync(join(unfinished, 'fonts/fonts.conf'), fontSettings(join(folder, 'fonts')))
  try {
    renameSync(unfinished, folder)
  } catch (fault) {
    if (!existsSync(folder)) throw fault
    rmSync(unfinished, { recursive: true })
  }
  return folder
}

/** The same font on every machine, also on one that has none. */
const fontSettings = (folder: string) =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`

/** A bare server lacks some of the libraries (NSS); the package's own are used only then. */
function environment(folder: string): Record<string, string> {
  const lacks = spawnSync('ldd', [join(folder, 'chromium')], { encoding: 'utf8' }).stdout?.includes('not found') ?? true
  const libraries: Record<string, string> = lacks ? { LD_LIBRARY_PATH: join(folder, 'al2023/lib') } : {}
  return { ...(process.env as Record<string, string>), FONTCONFIG_PATH: join(folder, 'fonts'), ...libraries }
}
