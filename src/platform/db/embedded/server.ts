import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { type Address, connectionUrl } from './address.ts'
import type { Binaries } from './binaries.ts'
import type { Door } from './door.ts'
import { stopProcess } from './leftover.ts'
import { refuse, type Refusal } from './refusal.ts'
import type { ServerUser } from './server-user.ts'

export interface ServerPlan {
  readonly binaries: Binaries
  readonly user: ServerUser
  readonly cluster: string
  /** To the cluster. */
  readonly door: Door
  readonly address: Address
  readonly superuserPassword: string
  /** Off only in tests: nothing is then promised if the machine loses power. */
  readonly durable: boolean
  readonly logFile: string
}

export interface Server {
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** The processes of a killed server let go of its memory a moment after it. */
const patienceMs = 20_000
const stillHeld = /still in use|already exists/

/** Starts the server and waits until it answers; recovery after a crash may take its time. */
export async function startServer(plan: ServerPlan, whileItStarts: () => void = () => {}): Promise<Server | Refusal> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const logged = statSync(plan.logFile, { throwIfNoEntry: false })?.size ?? 0
    const child = spawnServer(plan)
    whileItStarts()
    const ended = new Promise<void>((resolve) => {
      child.once('error', () => resolve())
      child.once('exit', () => resolve())
    })
    const answered = await answers(plan, child).catch(async (fault: unknown) => {
      await stopServer(child, plan)
      throw fault
    })
    if (answered) return { ended, stop: () => stopServer(child, plan) }
    const said = readFileSync(plan.logFile).subarray(logged).toString().trim()
    if (!stillHeld.test(said) || Date.now() > deadline) {
      return refuse(`Databasen startet ikke. Den sier: ${said.split('\n').slice(-3).join(' ')} (hele loggen: ${plan.logFile})`)
    }
    await pause(300)
  }
}

function spawnServer(plan: ServerPlan): ChildProcess {
  keepLogSmall(plan.logFile)
  const log = openSync(plan.logFile, 'a', 0o600)
  const doors = plan.door.open()
  const [program, args] = withDeathSignal(plan.binaries.postgres, serverArguments(plan), plan.user)
  // In a group of its own, so that Ctrl-C reaches only us and requests in progress can finish first.
  const child = spawn(program, args, {
    ...(program === plan.binaries.postgres ? plan.user : {}),
    cwd: '/', detached: true, windowsHide: true, stdio: ['ignore', log, log, ...doors],
  })
  for (const opened of [log, ...doors]) closeSync(opened)
  child.once('error', () => undefined)
  stopWithUs(child)
  child.unref()
  return child
}

function serverArguments({ cluster, door, address, durable }: ServerPlan): string[] {
  const settings = {
    listen_addresses: address.socketFolder ? '' : '127.0.0.1',
    unix_socket_directories: address.socketFolder ? door.name(address.socketFolder) : '',
    port: address.port,
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // The log must not hold what people have written.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: 0,
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return ['-D', door.name(cluster), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** A program that exits without stopping the server takes it along, also where the system cannot tell the server so. */
function stopWithUs(child: ChildProcess): void {
  const stop = () => void child.kill('SIGINT')
  process.once('exit', stop)
  child.once('exit', () => process.off('exit', stop))
}

/** Where the system can tell the server that we are gone (Linux), it then stops by itself, also after kill -9. */
function withDeathSignal(program: string, args: string[], user: ServerUser): [string, string[]] {
  if (process.platform !== 'linux' || spawnSync('setpriv', ['--pdeathsig', 'INT', 'true']).status !== 0) return [program, args]
  const as = user.uid === undefined ? [] : [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  return ['setpriv', [...as, '--pdeathsig', 'INT', program, ...args]]
}

function keepLogSmall(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > 5_000_000) renameSync(file, `${file}.1`)
}

/** True when the server lets us in, false when it has ended. */
async function answers({ address, superuserPassword }: ServerPlan, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const client = new Client({ connectionString: connectionUrl(address, 'postgres', superuserPassword, 'postgres') })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return true
    } catch (fault) {
      if ((fault as { code?: string }).code === '28P01') throw fault
      await pause(20)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  return false
}

async function stopServer(child: ChildProcess, { binaries, cluster }: ServerPlan): Promise<void> {
  const alive = () => child.exitCode === null && child.signalCode === null
  if (child.pid === undefined) return
  if (process.platform === 'win32') spawnSync(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w'])
  else await stopProcess(child.pid, alive)
}
