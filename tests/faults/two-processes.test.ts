import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Database, openDatabase } from '../../src/platform/db/database.ts'
import { misbehavingServer } from '../../src/platform/mail/misbehaving-server.ts'
import { startSession } from '../../src/platform/session/session.ts'
import { emptyDatabase } from '../support/database.ts'
import { launch, open, type Program } from './program.ts'
import { temporaryFolder } from './scratch.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const email = 'navn@eksempel.example'
const env = (dataDir: string, url: string, smtp: string) =>
  ({ DATABASE_URL: url, DATA_DIR: dataDir, SECRET_KEY: 's'.repeat(64), ADMIN_EMAIL: email, SMTP_URL: smtp, ENHETSREGISTERET_URL: '0', LOG_LEVEL: 'warn' })

let empty: Awaited<ReturnType<typeof emptyDatabase>>
let mail: Awaited<ReturnType<typeof misbehavingServer>>
let both: readonly [Program, Program]
let db: Database
const dataDir = temporaryFolder()
beforeAll(async () => {
  empty = await emptyDatabase()
  mail = await misbehavingServer()
  // Both find a database with nothing in it, at the same moment.
  both = await Promise.all([open({ env: env(dataDir, empty.url, mail.url) }), open({ env: env(dataDir, empty.url, mail.url) })])
  db = openDatabase(empty.url, { max: 2 })
})
afterAll(async () => {
  for (const program of both) program.kill('SIGTERM')
  await Promise.all(both.map((program) => program.ended))
  await db.destroy()
  await mail.close()
  await empty.close()
})

const count = async (what: ReturnType<typeof sql>) => (await sql<{ n: number }>`select count(*)::int as n from ${what}`.execute(db)).rows[0]?.n
const post = (program: Program, form: Record<string, string>) =>
  fetch(`${program.base}/logg-inn`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ handling: 'mail', ...form }), headers: { 'sec-fetch-site': 'same-origin' } })

// Seen to fail when neither migrations nor the opening takes its lock: then one of them does not start.
test('check 56: two that start at the same moment on an empty database both open it, once', async () => {
  expect(both.map((program) => program.said()).join('')).not.toMatch(/"level":"(warn|error)"/)
  expect(await count(sql`(select number from schema_migration group by number having count(*) > 1) as twice`)).toBe(0)
  expect(await count(sql`person where administrator`)).toBe(1)
  expect(await count(sql`organisation`)).toBeGreaterThan(350)
  expect(await count(sql`(select official_number, valid_from from organisation group by 1, 2 having count(*) > 1) as twice`)).toBe(0)
  expect(await count(sql`(select name from pgboss.schedule group by name having count(*) > 1) as twice`)).toBe(0)
})

test('check 56, 7: a limit counts the tries in both; each mail is sent once, by one of them', async () => {
  const answers: number[] = []
  for (let n = 0; n < 8; n++) answers.push((await post(both[n % 2 as 0 | 1], { epost: email })).status)
  expect(answers).toEqual([303, 303, 303, 303, 303, 422, 422, 422])
  await expect.poll(() => mail.seen.length, { timeout: 20_000 }).toBe(5)
  await expect.poll(() => count(sql`mail where sent_at is not null`), { timeout: 10_000 }).toBe(5)
  const ids = mail.seen.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1])
  expect(new Set(ids).size).toBe(5)
  expect(mail.seen).toHaveLength(5)
})

test('check 56, 42: the same form sent to both at once is one change, and both are led to it', async () => {
  const form = { epost: `${randomUUID()}@eksempel.example`, submissionKey: randomUUID() }
  // The sender's address has used up its tries.
  await sql`delete from rate_limit`.execute(db)
  const answers = await Promise.all([0, 1, 0, 1].map((n) => post(both[n as 0 | 1], form)))
  expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303, 303])
  expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1)
  expect(await count(sql`login_link where email = ${form.epost}`)).toBe(1)
})

test('check 56, 5, 6: who logs in at one is logged in at the other, and who logs out there is logged out here', async () => {
  const person = await db.selectFrom('person').select('id').where('administrator', '=', true).executeTakeFirstOrThrow()
  const headers = { cookie: `__Host-okt=${await db.transaction().execute((tx) => startSession(tx, person.id, Temporal.Now.instant()))}`, 'sec-fetch-site': 'same-origin' }
  const mine = (program: Program) => fetch(`${program.base}/min-side`, { headers, redirect: 'manual' }).then(({ status }) => status)
  expect(await Promise.all(both.map(mine))).toEqual([200, 200])
  await fetch(`${both[0].base}/logg-ut`, { method: 'POST', headers, body: new URLSearchParams(), redirect: 'manual' })
  expect(await Promise.all(both.map(mine))).toEqual([303, 303])
})

test('check 56: one with another secret does not start, and says why', async () => {
  const third = await launch({ env: { ...env(dataDir, empty.url, mail.url), SECRET_KEY: 'o'.repeat(64) } })
  expect(await third.ended).toBe(1)
  expect(third.said()).toContain('annen hemmelig nøkkel enn den i SECRET_KEY')
  expect(third.said()).not.toContain('oooo')
})
