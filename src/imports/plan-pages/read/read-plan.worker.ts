import { parentPort, workerData } from 'node:worker_threads'
import type { LayoutChoice } from './layout-choice.ts'
import { asJson, readFile } from './reading.ts'

export type Asked = { readonly bytes: Uint8Array; readonly fileName: string; readonly choice: LayoutChoice }

/** Reads one file away from the web: what a hostile file can hold up or use up is this thread. */
const { bytes, fileName, choice } = workerData as Asked
const read = readFile(bytes, fileName, choice, (done, total) => parentPort?.postMessage({ done, total }))
parentPort?.postMessage('refused' in read ? read : { layout: asJson(read.layout), preview: asJson({ own: read.own, sheets: read.preview }), plan: asJson(read.plan) })
