import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { testDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { createLog, silentLog } from '../log/log.ts'
import { systemClock } from '../time/clock.ts'
import { crashingJobs, effectJob } from './crash-jobs.ts'
import { defineJob, failedJobs, jobStatus, migrateJobs, queue, retryJob, startWorkers, sweepProgress, type AnyJob, type Workers } from './jobs.ts'

const key = z.object({ key: z.string() })
const soon = { firstWaitSeconds: 1, input: key }
let tries = 0
let mayWork = false
const release = new EventTarget()

const onceJob = defineJob({ name: 'test-once', ...soon, run: async ({ tx, input }) => void (await sql`insert into job_test_effect (key) values (${input.key})`.execute(tx)) })
const flakyJob = defineJob({
  name: 'test-flaky', ...soon,
  async run({ tx, input, attempt }) {
    tries += 1
    await sql`insert into job_test_effect (key) values (${input.key})`.execute(tx)
    if (attempt < 2) throw new Error('failed for ola@example.org')
  },
})
const deadJob = defineJob({
  name: 'test-dead', ...soon, retries: 0,
  async run({ tx, input }) {
    if (!mayWork) throw new Error('no luck for kari@example.org')
    await sql`insert into job_test_effect (key) values (${input.key})`.execute(tx)
  },
})
const longJob = defineJob({
  name: 'test-long', ...soon,
  async run({ tx, input, progress }) {
    await sql`insert into job_test_effect (key) values (${input.key})`.execute(tx)
    await progress(3, 10)
    await once(release, 'go')
    await progress(10, 10)
  },
})
const lostJob = defineJob({
  name: 'test-lost', ...soon,
  async run({ tx, db, input, jobId, attempt }) {
    await sql`insert into job_test_effect (key) values (${input.key})`.execute(tx)
    // What the supervisor does when it takes a job for dead while it still runs.
    if (attempt === 1) await sql`update pgboss.job set state = 'retry', retry_count = retry_count + 1, start_after = now() where id = ${jobId}`.execute(db)
  },
})
const commitJob = defineJob({
  name: 'test-commit', ...soon,
  async run({ tx, input, attempt }) {
    await sql`insert into job_test_unique (key) values (${input.key})`.execute(tx)
    if (attempt === 1) await sql`insert into job_test_unique (key) values (${input.key})`.execute(tx)
  },
})
const jobs: AnyJob[] = [commitJob, onceJob, flakyJob, deadJob, longJob, lostJob, ...crashingJobs]

let base: TestDatabase
const running: Workers[] = []
const children: ChildProcess[] = []
beforeAll(async () => {
  base = await testDatabase()
  await migrateJobs(base.url, jobs)
  await sql`create table job_test_effect (key text not null)`.execute(base.db)
  await sql`create table job_test_unique (key text unique deferrable initially deferred)`.execute(base.db)
  // The commit of these takes a second, so that somebody can be killed between their work and the word that it is kept.
  await sql`create function job_test_slowly() returns trigger language plpgsql as 'begin perform pg_sleep(1); return null; end'`.execute(base.db)
  await sql`create constraint trigger job_test_slowly after insert on job_test_effect deferrable initially deferred for each row when (starts_with(new.key, 'at-commit')) execute function job_test_slowly()`.execute(base.db)
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await Promise.all(running.splice(0).map((workers) => workers.stop()))
})
afterAll(() => base.close())

const start = async (list: readonly AnyJob[], log = silentLog) => {
  const workers = await startWorkers({ url: base.url, db: base.db, jobs: list, clock: systemClock, log, everySeconds: 0.5, superviseSeconds: 1, patienceAtStopMs: 5_000 })
  running.push(workers)
  return workers
}
const queued = <T extends object>(job: Parameters<typeof queue<T>>[1], data: T) => base.db.transaction().execute((tx) => queue(tx, job, data))
const effects = async (prefix: string) => (await sql<{ key: string }>`select key from job_test_effect where starts_with(key, ${prefix})`.execute(base.db)).rows.map((row) => row.key)
const waitFor = (check: () => Promise<void>, timeout = 10_000) => vi.waitFor(check, { timeout, interval: 50 })
const isDone = (id: string) => waitFor(async () => expect((await jobStatus(base.db, id))?.state).toBe('done'))

describe('a job', () => {
  it('is queued with the transaction, and not when that is rolled back', async () => {
    await start([onceJob])
    const id = await queued(onceJob, { key: 'kept' })
    await expect(base.db.transaction().execute(async (tx) => {
      await queue(tx, onceJob, { key: 'rolled back' })
      throw new Error('no')
    })).rejects.toThrow('no')
    await isDone(id)
    await sleep(700)
    expect(await effects('kept')).toEqual(['kept'])
    expect(await effects('rolled back')).toEqual([])
  })
  it('waits until its time', async () => {
    await start([onceJob])
    const id = await base.db.transaction().execute((tx) => queue(tx, onceJob, { key: 'later' }, { startAfter: systemClock().add({ hours: 1 }) }))
    await sleep(1_200)
    expect((await jobStatus(base.db, id))?.state).toBe('waiting')
  })
  it('refuses wrong input when it is queued', async () => {
    await expect(queued(onceJob, { key: 1 } as never)).rejects.toThrow()
  })
  it('is tried again when it fails, and its effect counts once', async () => {
    const lines: string[] = []
    await start([flakyJob], createLog({ clock: systemClock, write: (line) => void lines.push(line) }))
    await isDone(await queued(flakyJob, { key: 'flaky' }))
    expect(tries).toBe(2)
    expect(await effects('flaky')).toEqual(['flaky'])
    expect(lines.join('')).toContain('"job failed"')
    expect(lines.join('')).not.toContain('ola@')
  })
  it('whose commit is refused is not done, and is tried again', async () => {
    await start([commitJob])
    const id = await queued(commitJob, { key: 'commit' })
    await isDone(id)
    expect((await sql<{ n: number }>`select retry_count as n from pgboss.job where id = ${id}`.execute(base.db)).rows).toEqual([{ n: 1 }])
    expect((await sql`select key from job_test_unique`.execute(base.db)).rows).toEqual([{ key: 'commit' }])
  })
  it('that has failed for good is seen, without personal data, and can be tried again by hand', async () => {
    await start([deadJob])
    const id = await queued(deadJob, { key: 'dead' })
    await waitFor(async () => expect((await jobStatus(base.db, id))?.state).toBe('failed'))
    const [failed] = await failedJobs(base.db)
    expect(failed).toMatchObject({ id, name: 'test-dead', attempts: 1, why: 'Error: no luck for [e-mail]' })
    expect(failed?.failed_at).toBeInstanceOf(Temporal.Instant)
    mayWork = true
    expect(await base.db.transaction().execute((tx) => retryJob(tx, { name: 'test-dead', id }))).toBe(true)
    await isDone(id)
    expect(await failedJobs(base.db)).toEqual([])
    expect(await effects('dead')).toEqual(['dead'])
  })
  it('shows how far it has come while it works', async () => {
    await start([longJob])
    const id = await queued(longJob, { key: 'long' })
    await waitFor(async () => expect(await jobStatus(base.db, id)).toEqual({ name: 'test-long', state: 'running', done: 3, total: 10 }))
    expect(await effects('long')).toEqual([])
    release.dispatchEvent(new Event('go'))
    await isDone(id)
    expect(await jobStatus(base.db, id)).toMatchObject({ done: 10, total: 10 })
    expect(await effects('long')).toEqual(['long'])
    expect(await jobStatus(base.db, 'no-such-job')).toBeNull()
    expect(await sweepProgress(base.db, systemClock().add({ hours: 1 }))).toBe(1)
  })
  it('whose claim has passed to another leaves no effect of its own', async () => {
    await start([lostJob])
    await isDone(await queued(lostJob, { key: 'lost' }))
    expect(await effects('lost')).toEqual(['lost'])
  })
})

/** Another process that works, until it is killed. */
async function crashWorker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('crash-worker.ts', import.meta.url)), base.url], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  await once(child.stdout, 'data')
  return child
}

describe('workers', () => {
  it('in two places share the work, and each effect counts once', async () => {
    await Promise.all([start([effectJob]), start([effectJob])])
    const keys = Array.from({ length: 20 }, (_, i) => `shared-${i}`)
    const ids = await Promise.all(keys.map((name) => queued(effectJob, { key: name })))
    await Promise.all(ids.map(isDone))
    expect((await effects('shared-')).sort()).toEqual(keys.sort())
  })
  it('finish what they have begun when they are stopped', async () => {
    const workers = await start([effectJob])
    const id = await queued(effectJob, { key: 'stopping' })
    await waitFor(async () => expect((await jobStatus(base.db, id))?.state).not.toBe('waiting'))
    await workers.stop()
    expect((await jobStatus(base.db, id))?.state).toBe('done')
    expect(await effects('stopping')).toEqual(['stopping'])
  })
  it('take up a schedule in Oslo time, and let go of it when it is no longer declared', async () => {
    const nightly = defineJob({ name: 'test-once', input: z.object({}), schedule: '0 3 * * *', run: async () => {} })
    await start([nightly])
    const schedules = () => sql<{ cron: string; timezone: string }>`select cron, timezone from pgboss.schedule where name = 'test-once'`.execute(base.db)
    expect((await schedules()).rows).toEqual([{ cron: '0 3 * * *', timezone: 'Europe/Oslo' }])
    await running.pop()?.stop()
    await start([onceJob])
    expect((await schedules()).rows).toEqual([])
  })
  it('check 45: killed with -9 in the middle, again and again, do everything once', { timeout: 60_000 }, async () => {
    const keys = Array.from({ length: 30 }, (_, i) => `killed-${i}`)
    const ids = await Promise.all(keys.map((name) => queued(effectJob, { key: name })))
    for (let round = 0; round < 4; round++) {
      const child = await crashWorker()
      await sleep(100 + Math.random() * 900)
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    await start([effectJob])
    await waitFor(async () => {
      const states = await Promise.all(ids.map((id) => jobStatus(base.db, id)))
      expect(states.filter((status) => status?.state !== 'done')).toEqual([])
    }, 50_000)
    expect((await effects('killed-')).sort()).toEqual(keys.sort())
  })
  // Seen to fail when a job is marked as done after its transaction.
  it('check 45: killed with -9 between their work and the word that it is kept, leave it done, once', { timeout: 30_000 }, async () => {
    const id = await queued(effectJob, { key: 'at-commit' })
    const child = await crashWorker()
    await waitFor(async () => expect((await sql`select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`.execute(base.db)).rows).toHaveLength(1))
    child.kill('SIGKILL')
    await once(child, 'exit')
    await start([effectJob])
    await isDone(id)
    expect(await effects('at-commit')).toEqual(['at-commit'])
  })
})

it('migrating again changes nothing that is queued', async () => {
  const id = await base.db.transaction().execute((tx) => queue(tx, onceJob, { key: 'still' }, { startAfter: systemClock().add({ hours: 1 }) }))
  await migrateJobs(base.url, jobs)
  expect((await jobStatus(base.db, id))?.state).toBe('waiting')
})
