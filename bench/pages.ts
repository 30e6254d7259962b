/**
 * How many pages a second one process gives, beside a bare `node:http` hello measured in the same run by the same client.
 * Run `npm start` once so that it is built, then `node bench/pages.ts` under the pinned Node. Trust the ratio, not the figure.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/project-root.ts'

const seconds = 3
const atOnce = 10
const agent = new Agent({ keepAlive: true, maxSockets: atOnce })

type Answer = { status: number; bytes: number; cookie: string | null }

const ask = (port: number, path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST', headers }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => void (bytes += chunk.length))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes, cookie: answer.headers['set-cookie']?.find((one) => one.startsWith('__Host-okt'))?.split(';')[0] ?? null }))
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** Answers a second, and the time that 99 of 100 stay under, in ms. */
async function measure(port: number, path: string, headers: Record<string, string>): Promise<{ rate: number; p99: number; bytes: number }> {
  const times: number[] = []
  let bytes = 0
  const until = performance.now() + seconds * 1_000
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (performance.now() < until) {
      const began = performance.now()
      const answer = await ask(port, path, headers)
      if (answer.status !== 200) throw new Error(`${path} gave ${answer.status}`)
      bytes = answer.bytes
      times.push(performance.now() - began)
    }
  }))
  times.sort((a, b) => a - b)
  return { rate: times.length / seconds, p99: times[Math.floor(times.length * 0.99)] ?? 0, bytes }
}

const bare = createServer((_, answer) => void answer.end('hello'))
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
const barePort = (bare.address() as AddressInfo).port
const dataDir = await mkdtemp(join(tmpdir(), 'tradverk-bench-'))
const port = 20_000 + Math.floor(Math.random() * 20_000)
const app = spawn(process.execPath, [join(projectRoot, 'dist/main.js')], { env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' }, stdio: ['ignore', 'pipe', 'inherit'] })
await new Promise<void>((resolve) => app.stdout.on('data', (chunk: Buffer) => void (chunk.includes('Trådverk:') && resolve())))
try {
  const login = await ask(port, '/logg-inn', { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }, 'handling=demo&rolle=sekretariat')
  const headers = { cookie: login.cookie ?? '', 'accept-encoding': 'gzip' }
  const hello = await measure(barePort, '/', {})
  console.log(`bare http hello       ${hello.rate.toFixed(0).padStart(6)}/s  p99 ${hello.p99.toFixed(0)} ms`)
  const root = '/arbeidsrom/eksempelfylket'
  for (const path of ['/helse', '/', root, `${root}/plan`, `${root}/traden`, `${root}/traden/lose-trader`, `${root}/plan/tiltak`, `${root}/ark`]) {
    await measure(port, path, headers)
    const found = await measure(port, path, headers)
    console.log(`${path.padEnd(44)} ${found.rate.toFixed(0).padStart(5)}/s  p99 ${found.p99.toFixed(0).padStart(4)} ms  ${(found.bytes / 1000).toFixed(1)} kB gz  ratio ${(found.rate / hello.rate).toFixed(4)}`)
  }
} finally {
  app.kill('SIGTERM')
  bare.close()
  agent.destroy()
  await new Promise((resolve) => app.on('exit', resolve))
  await rm(dataDir, { recursive: true, force: true })
}
