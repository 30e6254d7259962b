import { isProblems, readConfig, type Config } from '../platform/config.ts'
import { startEmbedded } from '../platform/db/embedded/embedded.ts'
import { isRefusal } from '../platform/db/embedded/refusal.ts'
import { createLog } from '../platform/log/log.ts'
import { systemClock } from '../platform/time/clock.ts'
import type { Opened } from './doors.ts'

/** Says what people shall read at start; everything else goes to the log. */
const say = (line: string) => void process.stdout.write(`${line}\n`)

/** However long something hangs, a stop ends within the drain and this. */
const longestStopSeconds = 40

/**
 * Opens the house: config → database → the doors (`doors.ts`). When it closes, all doors close at once and each lets what has begun
 * come to its end; then what they stood on, in the opposite order.
 */
export async function runHouse(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(env)
  if (isProblems(config)) return giveUp(config.map((problem) => problem.message).join('\n'))
  const opened: Opened = { doors: [], ground: [] }
  const close = async () => {
    await Promise.allSettled(opened.doors.splice(0).map(async (door) => door()))
    for (const step of opened.ground.splice(0).reverse()) await Promise.resolve(step()).catch(() => {})
  }
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    const began = performance.now()
    log.info('stopping', { signal })
    setTimeout(() => {
      log.error('could not stop in time', { signal })
      process.exit(1)
    }, (config.drainSeconds + longestStopSeconds) * 1_000).unref()
    await close()
    log.info('stopped', { signal, ms: Math.round(performance.now() - began) })
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
    // All the rest is read while the database starts: each takes about as long.
    let reading: Promise<typeof import('./doors.ts')> | undefined
    const read = () => (reading ??= import('./doors.ts'))
    const url = config.databaseUrl ?? (await ownDatabase(config, opened, () => void read().catch(() => undefined)))
    if (url === null) return await close()
    const { openDoors } = await read()
    if (!(await openDoors({ config, url, log, opened, open: () => say(`Trådverk: ${config.baseUrl}`) }))) {
      await close()
      giveUp(otherSecret(config))
    }
  } catch (error) {
    log.error('could not start', { error })
    await close()
    giveUp(explain(error, config))
  }
}

async function ownDatabase(config: Config, { ground }: Opened, whileItStarts: () => void): Promise<string | null> {
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: say, whileItStarts })
  if (isRefusal(embedded)) {
    giveUp(embedded.refused)
    return null
  }
  ground.push(() => embedded.stop())
  return embedded.url
}

const otherSecret = ({ secretKey, dataDir }: Config): string =>
  `Databasen er tatt i bruk med en annen hemmelig nøkkel enn den i ${secretKey ? 'SECRET_KEY' : `${dataDir}/secret-key`}. Alle prosesser må ha den samme, ellers kan ikke historien kontrolleres og lenker i e-post virker ikke. Sett SECRET_KEY til den rette, eller hent fram fila secret-key fra sikkerhetskopien.`

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
