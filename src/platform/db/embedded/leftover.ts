import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A process number that no system gives out, so that PostgreSQL sees that the earlier server is gone. */
const impossiblePid = 999_999_999

type Found = 'gone' | 'another' | 'server'

/**
 * Clears the way for a new server after kill -9: stops a server that lives on, and corrects a `postmaster.pid` whose
 * number is a zombie's or now another process's. The rest of the file stays, because PostgreSQL finds there the shared
 * memory that the last of the earlier server's processes may still hold. Call only while the data folder is locked.
 */
export async function clearLeftover(cluster: string): Promise<void> {
  const pid = recordedPid(cluster)
  if (pid === null) return
  await stopProcess(pid, () => examine(pid, cluster) === 'server')
  if (examine(pid, cluster) === 'another') forgetPid(cluster)
}

/** Asks a server process to end: at once but in order, then without order, then not asking. */
export async function stopProcess(pid: number, isAlive: () => boolean): Promise<void> {
  for (const [signal, patience] of [['SIGINT', 15_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]] as const) {
    if (!isAlive()) return
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    for (let waited = 0; waited < patience && isAlive(); waited += 20) await pause(20)
  }
}

function recordedPid(cluster: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10)
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}

/** A server that stopped in order after we last looked has removed the file itself. */
function forgetPid(cluster: string): void {
  const file = join(cluster, 'postmaster.pid')
  if (recordedPid(cluster) === null) return
  const [, ...rest] = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, [impossiblePid, ...rest].join('\n'))
}

/** What has the number now: nothing, this cluster's server, or something else (a zombie, another program). */
function examine(pid: number, cluster: string): Found {
  try {
    process.kill(pid, 0)
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM' ? 'another' : 'gone'
  }
  return process.platform === 'linux' ? examineInProc(pid, cluster) : examineWithPs(pid, cluster)
}

function examineInProc(pid: number, cluster: string): Found {
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')[0]
    return state !== 'Z' && readlinkSync(`/proc/${pid}/cwd`) === cluster ? 'server' : 'another'
  } catch {
    return 'another'
  }
}

function examineWithPs(pid: number, cluster: string): Found {
  if (process.platform === 'win32') return 'gone'
  const { stdout } = spawnSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' })
  if (!stdout.trim()) return 'gone'
  return !stdout.trim().startsWith('Z') && stdout.includes(cluster) ? 'server' : 'another'
}
