import { connect, type Socket } from 'node:net'
import { assert } from './compare.ts'

export type Load = { perSecond: number; /** Milliseconds of each answer. */ times: number[] }

/**
 * Asks for a page over so many lines that are kept open, each one question at a time. A client of its own over sockets: Node's takes as much of a
 * processor as what is measured. Every answer must be 200, and as long as the first unless `varies`.
 */
export async function load(port: number, path: string, { headers = {}, connections = 20, ms = 1_000 }: { headers?: Record<string, string>; connections?: number; ms?: number } = {}): Promise<Load> {
  const question = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
  const times: number[] = []
  const until = performance.now() + ms
  const began = performance.now()
  await Promise.all(Array.from({ length: connections }, () => askOn(port, question, until, times)))
  return { perSecond: times.length / ((performance.now() - began) / 1_000), times }
}

function askOn(port: number, question: string, until: number, times: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1')
    let asked = 0
    let rest: Buffer = Buffer.alloc(0)
    const ask = () => {
      asked = performance.now()
      socket.write(question)
    }
    socket.on('connect', ask)
    socket.on('error', reject)
    socket.on('data', (chunk: Buffer) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      if (!isWhole(rest)) return
      times.push(performance.now() - asked)
      const status = rest.subarray(9, 12).toString('latin1')
      if (status !== '200') return void (socket.destroy(), reject(new Error(`Answered ${status}`)))
      rest = Buffer.alloc(0)
      if (performance.now() >= until) return void (socket.end(), resolve())
      ask()
    })
  })
}

/** The answer has come to its end: as many bytes as it said, or its last chunk. */
function isWhole(answer: Buffer): boolean {
  const end = answer.indexOf('\r\n\r\n')
  if (end < 0) return false
  const head = answer.subarray(0, end).toString('latin1').toLowerCase()
  const length = /content-length: (\d+)/.exec(head)
  if (length) return answer.length >= end + 4 + Number(length[1])
  assert(head.includes('chunked'), 'neither a length nor chunks')
  return answer.subarray(-5).toString('latin1') === '0\r\n\r\n'
}
