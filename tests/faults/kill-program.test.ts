import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { runningEmbedded } from '../../src/platform/db/embedded/embedded.ts'
import { numbersFrom } from '../support/numbers.ts'
import { sample } from '../support/sample.ts'
import { open, type Program } from './program.ts'
import { scratchFolder } from './scratch.ts'

const workspace = '/arbeidsrom/eksempelfylket'
const random = numbersFrom(inject('sampling').seed)
const kills = sample(Array.from({ length: 200 }, (_, index) => ({ afterMs: Math.floor(random() * 600), what: index % 4 === 3 ? 'database' : 'program' })), 4)

/** One measure that somebody sends in: its title, the key that the form carries, and whether the answer was yes. */
interface Sent {
  readonly title: string
  readonly submissionKey: string
  acknowledged: boolean
}

// Nothing acknowledged is lost, and what is sent again because no answer came is there once.
test(`check 37, 42: kill -9 while people write, ${kills.length} times: every acknowledged measure is there, and none twice`, { timeout: 120_000 + kills.length * 10_000 }, async () => {
  const dataDir = scratchFolder()
  const all: Sent[] = []
  let program = await open({ env: { DATA_DIR: dataDir } })
  onTestFinished(() => program.kill('SIGKILL'))
  const cookie = await logIn(program)
  for (const { afterMs, what } of kills) {
    const writing = [1, 2, 3, 4].map(() => writeUntilCut(program, cookie, all))
    await pause(afterMs)
    if (what === 'database') process.kill(Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10), 'SIGKILL')
    else program.kill('SIGKILL')
    await Promise.all(writing)
    if (what === 'program') {
      await program.ended
      program = await open({ env: { DATA_DIR: dataDir } })
    }
    for (const unanswered of all.filter(({ acknowledged }) => !acknowledged)) await sendUntilAnswered(program, cookie, unanswered)
  }
  expect(all.length).toBeGreaterThan(kills.length)
  const counts = await countTitles(dataDir, all.map(({ title }) => title))
  expect([...counts].filter(([, { items, events }]) => items !== 1 || events !== 1)).toEqual([])
})

async function logIn(program: Program): Promise<string> {
  const answer = await post(program, '/logg-inn', { handling: 'demo', rolle: 'sekretariat' })
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).find((pair) => pair?.startsWith('__Host-okt='))
  if (!cookie) throw new Error(`No session: ${answer.status}`)
  return cookie
}

function post(program: Program, path: string, form: Record<string, string>, cookie = ''): Promise<Response> {
  return fetch(`${program.base}${path}`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams(form), headers: { cookie, 'sec-fetch-site': 'same-origin' }, signal: AbortSignal.timeout(20_000),
  })
}

async function send(program: Program, cookie: string, sent: Sent): Promise<void> {
  const answer = await post(program, `${workspace}/plan/tiltak/ny`, { title: sent.title, submissionKey: sent.submissionKey }, cookie)
  if (answer.status === 303) sent.acknowledged = true
  else if (answer.status < 500) throw new Error(`Refused with ${answer.status}`)
  else throw new Unanswered()
}

/** The program said that it could not, so nothing was promised. */
class Unanswered extends Error {}

async function writeUntilCut(program: Program, cookie: string, all: Sent[]): Promise<void> {
  for (;;) {
    const sent: Sent = { title: `Prøve ${randomUUID()}`, submissionKey: randomUUID(), acknowledged: false }
    all.push(sent)
    try {
      await send(program, cookie, sent)
    } catch (fault) {
      if (fault instanceof Error && fault.message.startsWith('Refused')) throw fault
      return
    }
  }
}

async function sendUntilAnswered(program: Program, cookie: string, sent: Sent): Promise<void> {
  for (let tries = 0; !sent.acknowledged && tries < 100; tries++) {
    await send(program, cookie, sent).catch(() => pause(100))
  }
  expect(sent.acknowledged).toBe(true)
}

/** How many items there are with each title, and how many events tell of their making. */
async function countTitles(dataDir: string, titles: readonly string[]): Promise<Map<string, { items: number, events: number }>> {
  const client = new pg.Client({ connectionString: (await runningEmbedded(dataDir)) ?? '' })
  await client.connect()
  const { rows } = await client.query<{ title: string, items: number, events: number }>(
    `select title, count(distinct item.id)::int as items, count(event.sequence)::int as events
     from unnest($1::text[]) title left join item using (title) left join event on event.item_id = item.id group by title`, [titles])
  await client.end()
  return new Map(rows.map(({ title, items, events }) => [title, { items, events }]))
}
