// `npm run dev`: builds and starts again at every change. The database of the earlier one is stopped with it.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'

const quietMs = 100

export async function develop(root, args) {
  let app = null
  let waiting = null
  let isStopping = false

  const restart = async () => {
    try {
      await build()
    } catch (fault) {
      process.stderr.write(`${fault.message}\n`)
      return
    }
    await stop()
    if (!isStopping) app = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/main.js'), ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  }
  const stop = () => new Promise((resolve) => {
    if (!app || app.exitCode !== null || app.signalCode !== null) return resolve()
    app.once('exit', resolve)
    app.kill('SIGTERM')
  })
  const end = async () => {
    isStopping = true
    await stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
  process.on('disconnect', end)

  let working = restart()
  const changed = (_kind, file) => {
    if (file && /\.test\.tsx?$/.test(file)) return
    clearTimeout(waiting)
    waiting = setTimeout(() => { working = working.then(restart) }, quietMs)
  }
  for (const folder of ['src', 'migrations']) watch(join(root, folder), { recursive: true }, changed)
}
