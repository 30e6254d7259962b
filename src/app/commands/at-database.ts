import { type Config, isProblems, readConfig } from '../../platform/config.ts'
import { runningEmbedded, startEmbedded } from '../../platform/db/embedded/embedded.ts'
import { isRefusal } from '../../platform/db/embedded/refusal.ts'

/** Why a command cannot be done, in words for the one who gave it. */
export class CannotRun extends Error {
  override name = 'CannotRun'
}

export const configOf = (env: NodeJS.ProcessEnv): Config => {
  const config = readConfig(env)
  if (isProblems(config)) throw new CannotRun(config.map((problem) => problem.message).join('\n'))
  return config
}

/**
 * Does something with the database of an installation: the one of DATABASE_URL, the embedded one that the service has running, or the
 * embedded one started for this alone. With `alone`, a service that runs is in the way.
 */
export async function atDatabase<T>(config: Config, work: (url: string) => Promise<T>, { alone = false }: { alone?: boolean } = {}): Promise<T> {
  if (config.databaseUrl) return await work(config.databaseUrl)
  const running = await runningEmbedded(config.dataDir)
  if (running && alone) throw new CannotRun('Trådverk kjører på denne datamappen. Stopp det først.')
  if (running) return await work(running)
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: () => {} })
  if (isRefusal(embedded)) throw new CannotRun(embedded.refused)
  try {
    return await work(embedded.url)
  } finally {
    await embedded.stop()
  }
}

/** Lines that people read; what went wrong goes where errors go. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`)
export const complain = (line: string): void => void process.stderr.write(`${line}\n`)

/** A size as people say it. */
export const sizeInWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB` : `${(bytes / 1_000_000_000).toFixed(1).replace('.', ',')} GB`
