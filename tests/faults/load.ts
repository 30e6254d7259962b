import { randomUUID } from 'node:crypto'
import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../src/platform/db/database.ts'
import { personBehind } from '../../src/platform/session/login.ts'
import { startSession } from '../../src/platform/session/session.ts'

/** The cookie of somebody who is logged in now, as one of the demo's roles. */
export async function cookieOf(url: string, role: string): Promise<string> {
  const db = openDatabase(url, { max: 1 })
  try {
    const person = await personBehind(db, 'demo', role)
    return `__Host-okt=${await db.transaction().execute((tx) => startSession(tx, person ?? '', Temporal.Now.instant()))}`
  } finally {
    await db.destroy()
  }
}

export type Load = {
  /** How many were answered so far. */
  answered(): number
  /** Ends it, and says what went wrong, and the titles of what was promised to be saved. */
  stop(): Promise<{ answered: number; failures: string[]; saved: string[]; longestMs: number }>
}

/**
 * People at work: each asks for a page or saves a measure as soon as the one before is answered, on lines that are kept open. Nothing is
 * tried again: whatever is not answered as it should be is a failure.
 */
export function putLoadOn(port: number, cookie: string, people: number): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: people })
  const failures: string[] = []
  const saved: string[] = []
  let answered = 0
  let longestMs = 0
  let going = true

  const ask = (method: string, path: string, form?: Record<string, string>) => new Promise<IncomingMessage & { body: string }>((done, failed) => {
    const body = form && new URLSearchParams(form).toString()
    const headers = { cookie, 'sec-fetch-site': 'same-origin', ...(body && { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }) }
    const asked = request({ host: '127.0.0.1', port, method, path, agent, headers, timeout: 20_000 }, (answer) => {
      text(answer).then((read) => done(Object.assign(answer, { body: read })), failed)
    })
    asked.on('timeout', () => asked.destroy(new Error('no answer in 20 s')))
    asked.on('error', failed)
    asked.end(body)
  })

  async function person(number: number): Promise<void> {
    for (let turn = number; going; turn++) {
      const began = performance.now()
      const title = `Under last ${randomUUID()}`
      const writes = turn % 4 === 0
      try {
        const answer = writes
          ? await ask('POST', '/arbeidsrom/eksempelfylket/plan/tiltak/ny', { title, submissionKey: randomUUID() })
          : await ask('GET', turn % 4 === 1 ? '/' : '/arbeidsrom/eksempelfylket/plan/tiltak')
        if (answer.statusCode !== (writes ? 303 : 200)) failures.push(`${answer.statusCode} ${answer.headers['x-why'] ?? answer.body.slice(0, 200)}`)
        else if (!writes && !answer.body.endsWith('</html>')) failures.push('cut short')
        else if (writes) saved.push(title)
        answered++
      } catch (fault) {
        failures.push(fault instanceof Error ? `${writes ? 'POST' : 'GET'} ${fault.message}` : 'unknown')
      }
      longestMs = Math.max(longestMs, performance.now() - began)
      await pause(20)
    }
  }
  const all = Array.from({ length: people }, (_, number) => person(number))
  return {
    answered: () => answered,
    async stop() {
      going = false
      await Promise.all(all)
      agent.destroy()
      return { answered, failures, saved, longestMs: Math.round(longestMs) }
    },
  }
}
