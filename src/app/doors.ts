import { setTimeout as pause } from 'node:timers/promises'
import { enhetsregisteret } from '../imports/enhetsregisteret/index.ts'
import { alone } from '../platform/db/alone.ts'
import { type Lines, openDatabase } from '../platform/db/database.ts'
import type { BeforeCommit } from '../platform/db/work.ts'
import { migrate } from '../platform/db/migrate.ts'
import { openContentStore } from '../platform/files/content.ts'
import { isPassingFault } from '../platform/http/passing.ts'
import { openServer, tryAddress, type WebServer } from '../platform/http/server.ts'
import { belongsTo } from '../platform/installation.store.ts'
import { countAll } from '../platform/metrics/counts.ts'
import { answerMetrics } from '../platform/metrics/endpoint.ts'
import { createMetrics, type Metrics } from '../platform/metrics/metrics.ts'
import { migrateJobs, startWorkers, type Workers } from '../platform/jobs/jobs.ts'
import { createLimiter } from '../platform/limits/limits.ts'
import { keptInOutbox, mailSiteOf, smtpTransport, startMailReceiver, startSender } from '../platform/mail/mail.ts'
import { relyingParties } from '../platform/oidc/relying-party.ts'
import type { Platform } from '../platform/platform.ts'
import { projectRoot } from '../platform/project-root.ts'
import { readSecrets } from '../platform/secrets.ts'
import { ensureAdministrator } from '../modules/actors/index.ts'
import { beforeCommit, buildApp, health, prepare } from './app.ts'
import { fillDemo } from './demo/demo.ts'
import { jobsOf } from './jobs.ts'
import { version } from './version.ts'
import type { Config } from '../platform/config.ts'
import type { Log } from '../platform/log/log.ts'
import { systemClock } from '../platform/time/clock.ts'

/** What is open: the doors that work comes in by, and the ground that it stands on. */
export type Opened = { doors: Closing[]; ground: Closing[] }
type Closing = () => Promise<unknown> | unknown

type Start = {
  config: Config
  /** The database. */
  url: string
  log: Log
  /** What has been opened is put here, also when we do not come to the end. */
  opened: Opened
  /** Told when pages are answered. */
  open(): void
}

/** Is the port free → migrations → demo → mail → web → workers. False when the database belongs to an installation with another secret; then nothing is opened. */
export async function openDoors({ config, url, log, opened, open }: Start): Promise<boolean> {
  if (config.socket === null) await tryAddress({ port: config.port, host: config.host })
  const { digest, cookieKey, ...keys } = readSecrets(config)
  let lines: () => Lines = () => ({ inUse: 0, idle: 0, waiting: 0 })
  let leaving = () => false
  const db = openDatabase(url, {
    max: config.databasePool, onIdleError: (error) => log.warn('idle connection lost', { error }), onStatement: (seen) => metrics.statement(seen), onOpen: (count) => { lines = count },
  })
  opened.ground.push(() => db.destroy())
  const metrics = createMetrics({ version, leaving: () => leaving(), lines: () => lines(), counts: () => countAll(db, systemClock()) })
  const platform: Platform = {
    ...keys, config, db, log, version, clock: systemClock, beforeCommit: beforeCommit.map((step) => timed(step, metrics)),
    files: await openContentStore(config.dataDir),
    limit: createLimiter(db, cookieKey),
    enhetsregisteret: enhetsregisteret(config.enhetsregisteretUrl),
    relyingParties: relyingParties(config.oidcProviders),
  }
  const jobs = jobsOf(platform)
  // Several may start at once: one of them does this, and the others find it done.
  const ours = await alone(url, () => log.info('another process is opening the database'), async () => {
    await migrate(url, projectRoot, (name) => log.info('migrated', { migration: name }))
    if (!(await db.transaction().execute((tx) => belongsTo(tx, digest, systemClock())))) return false
    await migrateJobs(url, jobs)
    await prepare(db)
    const { adminEmail } = config
    if (adminEmail) await db.transaction().execute((tx) => ensureAdministrator(tx, adminEmail))
    if (config.demo) await fillDemo(platform)
    return true
  })
  if (!ours) return false
  startMail(platform, opened)
  await startReceiver(platform, opened)
  const web = await openWeb(platform, metrics, () => leaving(), opened)
  leaving = web.leaving
  if (config.metrics.port !== null) await openMetrics(platform, metrics, web.leaving, opened)
  open()
  // Nobody who asks for a page waits for these; what is queued waits for them.
  let leavingWorkers = false
  const workers = workersWhenUp(() => startWorkers({ url, db, jobs, clock: systemClock, log }), log, () => leavingWorkers)
  opened.doors.push(async () => {
    leavingWorkers = true
    await (await workers).stop()
  })
  await workers
  return true
}

/** The house is open: a database that goes away now is waited for, as everywhere else. */
async function workersWhenUp(start: () => Promise<Workers>, log: Log, leaving: () => boolean): Promise<Workers> {
  for (;;) {
    try {
      return await start()
    } catch (error) {
      if (leaving() || !isPassingFault(error)) throw error
      log.warn('workers wait for the database', { error })
      await pause(1_000)
    }
  }
}

function startMail(platform: Platform, { doors }: Opened): void {
  const { config, db, clock, log } = platform
  // In the demo nobody is sent anything, and the outbox shows what would have been sent. Elsewhere mail waits for a server.
  if (!config.smtpUrl && !config.demo) return
  const [, name = 'Trådverk', address = config.mailFrom] = /^(.*?)\s*<([^>]+)>$/.exec(config.mailFrom) ?? []
  const transport = config.smtpUrl ? smtpTransport({ url: config.smtpUrl, from: { name, address }, site: mailSiteOf(platform) }) : keptInOutbox
  const sender = startSender({ db, clock, log, deliver: transport.deliver, domain: new URL(config.baseUrl).hostname })
  doors.push(async () => {
    await sender.stop()
    transport.close()
  })
}

/** Word of mail that did not arrive, where the one who runs us has opened for it. */
async function startReceiver(platform: Platform, { doors }: Opened): Promise<void> {
  const { mailIn } = platform.config
  if (!mailIn) return
  const receiver = await startMailReceiver({ ...mailIn, db: platform.db, key: platform.passKey, clock: platform.clock, log: platform.log, limit: platform.limit })
  doors.push(() => receiver.stop())
}

/** In the demo a browser that keeps a line open must not make Ctrl-C slow. */
async function openWeb(platform: Platform, metrics: Metrics, leaving: () => boolean, { doors }: Opened): Promise<WebServer> {
  const { port, host, socket, demo, drainSeconds } = platform.config
  const app = buildApp(platform, { leaving, metrics })
  const server = await openServer(app.fetch, socket === null ? { port, host } : { fd: socket }, { leaving: drainSeconds * 1_000, ...(demo && { silenceAtStop: 0 }) })
  doors.push(() => server.stop())
  return server
}

/** A door for those who watch over us. It closes last, so that they can see us leave; the main port may lead to another process. */
async function openMetrics(platform: Platform, metrics: Metrics, leaving: () => boolean, { ground }: Opened): Promise<void> {
  const { port, host, token } = platform.config.metrics
  const server = await openServer((request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/metrics') return answerMetrics(metrics, token, request.headers.get('authorization'))
    return pathname === '/helse' ? health(platform, leaving()) : new Response('Not found\n', { status: 404 })
  }, { port: port ?? 0, host }, { silenceAtStop: 0 })
  ground.push(() => server.stop())
}

/** Measures what is done before each change is saved: checking the thread where it was touched. */
const timed = (step: BeforeCommit, metrics: Metrics): BeforeCommit => async (work) => {
  const began = performance.now()
  await step(work)
  metrics.recheck((performance.now() - began) / 1000)
}
