import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/project-root.ts'

/** With a channel: what is started ends when we do, and may be asked what it holds. */
const stdio: StdioOptions = ['ignore', 'pipe', 'inherit', 'ipc']

export type Running = { port: number; pid: number; child: ChildProcess; stop(): Promise<void> }

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** The bare program that everything is held against: what Node itself can do on this machine at this moment. */
const bareProgram = "require('node:http').createServer((q, a) => { a.setHeader('content-type', 'text/html'); a.end('hello') }).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'))"

export async function startBare({ nodeOptions = [] }: { nodeOptions?: string[] } = {}): Promise<Running> {
  const port = await freePort()
  return started(spawn(process.execPath, [...nodeOptions, '-e', bareProgram], { env: { ...process.env, PORT: String(port) }, stdio }), port, 'ready')
}

/** A database knows the secret it was first used with: whoever comes to a world that is kept must have the same. */
export const secretKey = 'x'.repeat(32)

/** The built program, on a database that is there or (null) its own in `dataDir`. */
export async function startApp({ databaseUrl, dataDir, demo = false, nodeOptions = [] }: { databaseUrl: string | null; dataDir?: string; demo?: boolean; nodeOptions?: string[] }): Promise<Running> {
  const port = await freePort()
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'tradverk-bench-')))
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder, DEMO: demo ? '1' : '0', LOG_LEVEL: 'error', ENHETSREGISTERET_URL: '0', BASE_URL: `http://localhost:${port}`, SECRET_KEY: secretKey, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) }
  const running = await started(spawn(process.execPath, [...nodeOptions, join(projectRoot, 'dist/main.js')], { env, stdio }), port, 'Trådverk:')
  return { ...running, stop: async () => { await running.stop(); if (!dataDir) await rm(folder, { recursive: true, force: true }) } }
}

async function started(child: ChildProcess, port: number, word: string): Promise<Running> {
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.includes(word) && resolve())
    child.on('exit', () => reject(new Error('The program ended before it answered')))
  })
  return { port, pid: child.pid ?? 0, child, stop: async () => { child.kill('SIGTERM'); await ended } }
}
