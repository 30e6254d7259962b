// Two starts at once on a fresh clone must not install or build over each other. Any Node from 18, no dependencies.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Runs `work` while no other process does so in the same folder; waits for its turn. */
export async function withLock(folder, work) {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, '.busy')
  while (!take(file)) {
    if (!isAlive(Number(read(file)))) rmSync(file, { force: true })
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (fault) {
    if (fault.code === 'EEXIST') return false
    throw fault
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(pid) {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return fault.code === 'EPERM'
  }
}
