import { Worker } from 'node:worker_threads'
import type { Message, Progress } from '../../plan/index.ts'
import type { Asked } from './read-plan.worker.ts'

/** A reading as JSON texts, ready to be stored; made in the worker, so that the web does not wait for it. */
export type ReadText = { readonly layout: string; readonly preview: string; readonly plan: string }

/** Why a file was not read: the reader's reason, or that it took too long or too much. */
export type Why = Message | { readonly code: 'tooSlow' | 'tooHeavy'; readonly params: Readonly<Record<string, never>> }

/** A plan of 5,000 rows uses a tenth of this; a file that uses all of it is refused. */
const memoryMegabytes = 768
/** Each reading may use that much: more at once than this and the machine would feel it. */
const mostAtOnce = 2

const waiting: (() => void)[] = []
let running = 0

/** Reads a file in a thread of its own, within time and memory. `tooSlow` when `ms` have gone. */
export async function readInWorker(asked: Asked, { ms, progress }: { ms: number; progress?: Progress }): Promise<ReadText | { readonly refused: Why }> {
  if (running >= mostAtOnce) await new Promise<void>((go) => waiting.push(go))
  else running++
  try {
    return await one(asked, ms, progress)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** The bundle in dist/ has the worker beside it under its own name. */
const source = new URL(import.meta.url.endsWith('.ts') ? './read-plan.worker.ts' : './read-plan.worker.js', import.meta.url)

async function one(asked: Asked, ms: number, progress: Progress | undefined): Promise<ReadText | { readonly refused: Why }> {
  const worker = new Worker(source, { workerData: asked, resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, stackSizeMb: 4 } })
  let clock: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise((done, failed) => {
      clock = setTimeout(() => done({ refused: { code: 'tooSlow', params: {} } }), ms)
      worker.on('message', (told: { done: number; total: number } | ReadText | { refused: Why }) => {
        if ('total' in told) progress?.(told.done, told.total)
        else done(told)
      })
      worker.on('error', (fault: Error & { code?: string }) => (fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? done({ refused: { code: 'tooHeavy', params: {} } }) : failed(fault)))
      worker.on('exit', () => failed(new Error('The reader left without an answer')))
    })
  } finally {
    clearTimeout(clock)
    await worker.terminate()
  }
}
