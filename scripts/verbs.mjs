// What each `npm run …` does, under the pinned Node. Started by run.mjs.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from './build.mjs'
import { develop } from './develop.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [verb, ...args] = process.argv.slice(2)

const verbs = {
  start: () => runProgram('main'),
  dev: () => develop(root, args),
  test: () => test({}),
  'test:all': () => test({ TEST_ALL: '1' }),
  types: () => runTool(join(root, 'tests/support/types.ts'), args),
  verify: () => runProgram('verify'),
  'import:plan': () => runProgram('import-plan'),
}

const run = verbs[verb]
if (run) await run()
else fail(`Ukjent kommando: ${verb}. Bruk en av disse: ${Object.keys(verbs).join(', ')}`)

/** Runs a built program in this process. */
async function runProgram(name) {
  try {
    await build()
  } catch (fault) {
    return fail(`Kunne ikke bygge Trådverk: ${fault.message}`)
  }
  const file = join(root, 'dist', `${name}.js`)
  if (!existsSync(file)) return fail(`Finner ikke ${file}`)
  process.setSourceMapsEnabled(true)
  process.argv = [process.argv[0], file, ...args]
  await import(pathToFileURL(file).href)
}

async function test(env) {
  const typed = await runTool(packageFile('typescript', 'bin/tsc'), ['-p', root])
  if (typed !== 0) return
  await build()
  await runTool(packageFile('vitest', 'vitest.mjs'), ['run', ...args], env)
}

/** Runs a tool in a process of its own, with our exit code as its. Resolves to the code. */
function runTool(file, toolArgs, env = {}) {
  const child = spawn(process.execPath, [file, ...toolArgs], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.once('disconnect', () => child.kill('SIGTERM'))
  return new Promise((resolve) => child.on('exit', (code) => resolve((process.exitCode = code ?? 1))))
    .finally(() => process.channel && process.disconnect())
}

function packageFile(name, file) {
  return join(root, 'node_modules', name, file)
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
  if (process.channel) process.disconnect()
}
