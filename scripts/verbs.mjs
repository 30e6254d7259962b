// What each `npm run …` does that is not a program of its own, under the pinned Node. Started by run.mjs.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, buildBench } from './build.mjs'
import { develop } from './develop.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [verb, ...args] = process.argv.slice(2)

const verbs = {
  build: () => buildOrSay(),
  dev: () => develop(root, args),
  test: () => test({}),
  'test:all': () => test({ TEST_ALL: '1' }),
  bench: async () => (await buildOrSay()) && (await buildBench(), await runTool(join(root, 'dist/bench.js'), args)),
  types: () => runTool(join(root, 'tests/support/types.ts'), args),
}

const run = verbs[verb]
if (run) await run()
else fail(`Ukjent kommando: ${verb}. De som finnes, står under «scripts» i package.json.`)
// The channel to the launcher keeps us alive; let go of before all is done, its end would look like the launcher's.
if (process.channel && verb !== 'dev') process.disconnect()

/** Returns whether it could be built. */
async function buildOrSay() {
  try {
    await build()
    return true
  } catch (fault) {
    fail(`Kunne ikke bygge Trådverk: ${fault.message}`)
    return false
  }
}

async function test(env) {
  const typed = await runTool(packageFile('typescript', 'bin/tsc'), ['-p', root])
  if (typed !== 0) return
  if (!(await buildOrSay())) return
  await runTool(packageFile('vitest', 'vitest.mjs'), ['run', ...args], env)
}

/** Runs a tool in a process of its own, with our exit code as its. Resolves to the code. */
function runTool(file, toolArgs, env = {}) {
  const child = spawn(process.execPath, [file, ...toolArgs], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.once('disconnect', () => child.kill('SIGTERM'))
  return new Promise((resolve) => child.on('exit', (code) => resolve((process.exitCode = code ?? 1))))
}

function packageFile(name, file) {
  return join(root, 'node_modules', name, file)
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}
