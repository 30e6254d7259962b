import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type ServerType, serve } from '@hono/node-server'
import { enhetsregisteret } from '../imports/enhetsregisteret/index.ts'
import { isProblems, readConfig, type Config } from '../platform/config.ts'
import { openDatabase } from '../platform/db/database.ts'
import { startEmbedded } from '../platform/db/embedded/embedded.ts'
import { isRefusal } from '../platform/db/embedded/refusal.ts'
import { migrate } from '../platform/db/migrate.ts'
import { openContentStore } from '../platform/files/content.ts'
import { migrateJobs, startWorkers } from '../platform/jobs/jobs.ts'
import { createLimiter } from '../platform/limits/limits.ts'
import { createLog } from '../platform/log/log.ts'
import { keptInOutbox, mailSiteOf, smtpTransport, startMailReceiver, startSender } from '../platform/mail/mail.ts'
import type { Platform } from '../platform/platform.ts'
import { projectRoot } from '../platform/project-root.ts'
import { readSecrets } from '../platform/secrets.ts'
import { systemClock } from '../platform/time/clock.ts'
import { ensureAdministrator } from '../modules/actors/index.ts'
import { beforeCommit, buildApp, prepare } from './app.ts'
import { fillDemo } from './demo/demo.ts'
import { jobsOf } from './jobs.ts'

const version = (JSON.parse(readFileSync(`${projectRoot}/package.json`, 'utf8')) as { version: string }).version

/** Says what people shall read at start; everything else goes to the log. */
const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Opens the house: config → database → migrations → demo → web. Everything that was opened is closed again, in the opposite order. */
export async function runHouse(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(env)
  if (isProblems(config)) return giveUp(config.map((problem) => problem.message).join('\n'))
  const closing: (() => Promise<unknown> | unknown)[] = []
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await Promise.resolve(step()).catch(() => {})
  }
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    log.info('stopping', { signal })
    await close()
    process.exit(0)
  }
  const log = createLog({ clock: systemClock, level: config.logLevel })
  process.on('SIGINT', () => void stop('SIGINT'))
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGHUP', () => void stop('SIGHUP'))
  // The launcher that started us is gone, also when it was killed.
  process.once('disconnect', () => void stop('disconnect'))
  process.channel?.unref()
  try {
    const url = await databaseFor(config, closing)
    if (url === null) return await close()
    await migrate(url, projectRoot, (name) => log.info('migrated', { migration: name }))
    const db = openDatabase(url, { max: 10, onIdleError: (error) => log.warn('idle connection lost', { error }) })
    closing.push(() => db.destroy())
    const { auditKey, cookieKey, passKey } = readSecrets(config)
    const platform: Platform = {
      config, db, log, version, auditKey, passKey, clock: systemClock, beforeCommit,
      files: await openContentStore(config.dataDir),
      limit: createLimiter(db, cookieKey),
      enhetsregisteret: enhetsregisteret(config.enhetsregisteretUrl),
    }
    const jobs = jobsOf(platform)
    await migrateJobs(url, jobs)
    await prepare(db)
    const { adminEmail } = config
    if (adminEmail) await db.transaction().execute((tx) => ensureAdministrator(tx, adminEmail))
    if (config.demo) await fillDemo(platform)
    startMail(platform, closing)
    await startReceiver(platform, closing)
    const workers = await startWorkers({ url, db, jobs, clock: systemClock, log })
    closing.push(() => workers.stop())
    const server = await listen(platform)
    closing.push(() => closeServer(server))
    say(`Trådverk: ${config.baseUrl}`)
  } catch (error) {
    log.error('could not start', { error })
    await close()
    giveUp(explain(error, config))
  }
}

async function databaseFor(config: Config, closing: (() => Promise<unknown> | unknown)[]): Promise<string | null> {
  if (config.databaseUrl) return config.databaseUrl
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: say })
  if (isRefusal(embedded)) {
    giveUp(embedded.refused)
    return null
  }
  closing.push(() => embedded.stop())
  return embedded.url
}

function startMail(platform: Platform, closing: (() => Promise<unknown> | unknown)[]): void {
  const { config, db, clock, log } = platform
  // In the demo nobody is sent anything, and the outbox shows what would have been sent. Elsewhere mail waits for a server.
  if (!config.smtpUrl && !config.demo) return
  const [, name = 'Trådverk', address = config.mailFrom] = /^(.*?)\s*<([^>]+)>$/.exec(config.mailFrom) ?? []
  const transport = config.smtpUrl ? smtpTransport({ url: config.smtpUrl, from: { name, address }, site: mailSiteOf(platform) }) : keptInOutbox
  const sender = startSender({ db, clock, log, deliver: transport.deliver, domain: new URL(config.baseUrl).hostname })
  closing.push(async () => {
    await sender.stop()
    transport.close()
  })
}

/** Word of mail that did not arrive, where the one who runs us has opened for it. */
async function startReceiver(platform: Platform, closing: (() => Promise<unknown> | unknown)[]): Promise<void> {
  const { mailIn } = platform.config
  if (!mailIn) return
  const receiver = await startMailReceiver({ ...mailIn, db: platform.db, key: platform.passKey, clock: platform.clock, log: platform.log, limit: platform.limit })
  closing.push(() => receiver.stop())
}

async function listen(platform: Platform): Promise<ServerType> {
  const { port, host } = platform.config
  const server = serve({ fetch: buildApp(platform).fetch, port, hostname: host })
  await once(server, 'listening')
  return server
}

/** Lets requests that have begun come to their end; those that only keep a line open are let go. */
async function closeServer(server: ServerType): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  const patience = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 5_000)
  await closed
  clearTimeout(patience)
}

function explain(error: unknown, config: Config): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `Porten ${config.port} er i bruk av et annet program. Velg en annen, for eksempel PORT=${config.port + 1} npm start.`
  if (code === 'EACCES') return `Trådverk får ikke bruke port ${config.port}. Velg en over 1024, for eksempel PORT=3000.`
  if (config.databaseUrl && (code === 'ECONNREFUSED' || code === 'ENOTFOUND')) return 'Databasen i DATABASE_URL svarer ikke. Se at adressen er riktig og at den kjører.'
  return error instanceof Error ? `Trådverk kunne ikke starte: ${error.message}${error.cause instanceof Error ? ` (${error.cause.message})` : ''}` : 'Trådverk kunne ikke starte.'
}

function giveUp(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}
