import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Asked, Told } from './press.worker.ts'

/** Why a document was not made: it took too long, too much memory, was too large to begin with, too many waited, or the maker found fault. */
export class NotMade extends Error {
  override name = 'NotMade'
  readonly why: 'tooSlow' | 'tooHeavy' | 'tooLarge' | 'busy' | 'fault'
  constructor(why: NotMade['why'], detail = '') {
    super(`The document was not made: ${why}${detail ? ` (${detail})` : ''}`)
    this.why = why
  }
}

export const limits = {
  /** A plan of 5,000 measures takes about a tenth of each. */
  ms: 60_000,
  memoryBytes: 1_500_000_000,
  documentBytes: 30_000_000,
  /** Processes at the same time. */
  atOnce: Math.max(1, Math.min(2, availableParallelism() - 1)),
  waiting: 50,
  /** A process is replaced after so many documents, or when it holds so much after one: the compiler gives nothing back. */
  documents: 100,
  keptBytes: 400_000_000,
  /** One that has nothing to do leaves after this. */
  idleMs: 60_000,
} as const

type Worker = { child: ChildProcess; made: number; idle?: ReturnType<typeof setTimeout> }

const idle: Worker[] = []
const waiting: (() => void)[] = []
let running = 0

/** Makes one document in a process of its own, within time and memory; throws `NotMade`. The web waits for nothing but its turn. */
export async function press(asked: Asked): Promise<{ bytes: Uint8Array; pages: number }> {
  if (asked.document.length > limits.documentBytes) throw new NotMade('tooLarge')
  if (running >= limits.atOnce) {
    if (waiting.length >= limits.waiting) throw new NotMade('busy')
    await new Promise<void>((go) => waiting.push(go))
  } else running++
  let worker: Worker | undefined
  try {
    worker = idle.pop() ?? start()
    clearTimeout(worker.idle)
    const told = await ask(worker.child, asked)
    if ('fault' in told) throw new NotMade('fault', told.fault.slice(0, 500))
    worker.made++
    rest(worker, told.memory)
    return { bytes: told.bytes, pages: told.pages }
  } catch (error) {
    worker?.child.kill('SIGKILL')
    throw error
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** The bundle in dist/ has the worker beside it under its own name. */
const source = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './press.worker.ts' : './press.worker.js', import.meta.url))

/** It is given no environment: it has no use for what is secret. */
function start(): Worker {
  const child = fork(source, [], { serialization: 'advanced', execArgv: ['--max-old-space-size=768'], env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  return { child, made: 0 }
}

function ask(child: ChildProcess, asked: Asked): Promise<Told> {
  return new Promise((done, failed) => {
    const stop = () => {
      clearTimeout(clock)
      clearInterval(scale)
      child.removeAllListeners()
      // Nobody waits for its last words; without this they would end us.
      child.on('error', () => {})
    }
    const fail = (error: NotMade) => (stop(), failed(error))
    const clock = setTimeout(() => fail(new NotMade('tooSlow')), limits.ms)
    const scale = setInterval(() => memoryOf(child.pid) > limits.memoryBytes && fail(new NotMade('tooHeavy')), 250)
    child.once('message', (told: Told) => (stop(), done(told)))
    child.once('error', (error) => fail(new NotMade('fault', error.message)))
    child.once('exit', (code, signal) => fail(new NotMade('fault', `the maker left: ${signal ?? code}`)))
    child.send(asked)
  })
}

/** What a process holds, in bytes, where the system tells (Linux); elsewhere time alone bounds it. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096
  } catch {
    return 0
  }
}

/** Ready for the next, or replaced; it keeps nobody awake. */
function rest(worker: Worker, memory: number): void {
  const { child } = worker
  if (worker.made >= limits.documents || memory > limits.keptBytes) return void child.kill()
  const leave = () => {
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
    child.kill()
  }
  child.once('exit', () => idle.includes(worker) && idle.splice(idle.indexOf(worker), 1))
  worker.idle = setTimeout(leave, limits.idleMs)
  worker.idle.unref()
  child.unref()
  child.channel?.unref()
  idle.push(worker)
}

/** Lets the processes go that wait for work, as when the program stops. */
export function closePress(): void {
  for (const { child, idle: clock } of idle.splice(0)) {
    clearTimeout(clock)
    child.kill()
  }
}
