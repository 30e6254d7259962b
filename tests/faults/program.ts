import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { projectRoot } from '../../src/platform/project-root.ts'

/** The real program in a process of its own, as `npm start` runs it. */
export interface Program {
  readonly pid: number
  readonly base: string
  /** Everything that it has said so far. */
  said(): string
  kill(signal: NodeJS.Signals): void
  /** How it ended: its code, or the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals>
}

interface Start {
  readonly env: Readonly<Record<string, string>>
  /** Through the launcher, which installs and passes signals on. Otherwise the program itself, so that its process number is known. */
  readonly launcher?: boolean
  /** How many files and lines it may have open at once; as many as usual when nothing is said. */
  readonly handles?: number
}

/** Starts it without waiting for anything. */
export async function launch({ env, launcher = false, handles }: Start): Promise<Program> {
  const port = env.PORT ?? String(await freePort())
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|DATABASE_URL$|NODE_OPTIONS$|VITEST|DEMO$|BASE_URL$)/.test(name)))
  const command = [process.execPath, ...(launcher ? [join(projectRoot, 'scripts/run.mjs'), 'start'] : [join(projectRoot, 'dist/main.js')])]
  const [file = '', ...args] = handles === undefined ? command : ['/bin/sh', '-c', `ulimit -n ${handles} && exec "$@"`, 'sh', ...command]
  const child = spawn(file, args, {
    cwd: projectRoot, env: { ...inherited, PORT: port, ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  const ended = once(child, 'close').then(([code, signal]) => (signal ?? code) as number | NodeJS.Signals)
  return { pid: child.pid ?? 0, base: `http://127.0.0.1:${port}`, said: () => output, kill: (signal) => void child.kill(signal), ended }
}

/** Starts it and waits until it says that it is open. Throws with what it said when it ends instead. */
export async function open(start: Start): Promise<Program> {
  const program = await launch(start)
  const gaveUp = program.ended.then((how) => { throw new Error(`Ended with ${how}: ${program.said()}`) })
  gaveUp.catch(() => undefined)
  while (!program.said().includes('Trådverk: http')) await Promise.race([pause(20), gaveUp])
  return program
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

/** The status of the health page, or null when nobody answers. */
export const health = (program: Program): Promise<number | null> => fetch(`${program.base}/helse`).then(({ status }) => status, () => null)
