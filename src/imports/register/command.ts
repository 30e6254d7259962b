import { sql } from 'kysely'
import { isProblems, readConfig } from '../../platform/config.ts'
import { type Database, openDatabase, type Tx } from '../../platform/db/database.ts'
import { runningEmbedded, startEmbedded } from '../../platform/db/embedded/embedded.ts'
import { isRefusal } from '../../platform/db/embedded/refusal.ts'
import { formatDate } from '../../platform/text/format.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { applyRegisterUpdate, holdRegister, isNothingNew, readRegisterState, type RegisterState, type RegisterUpdate } from '../../modules/actors/index.ts'
import { compareRegister } from './compare.ts'
import { askSources, sourceAddresses, SourceFault } from './sources.ts'

type Environment = Readonly<Record<string, string | undefined>>
export type Outcome = { code: 0 | 1 | 2; lines: readonly string[] }

/** `[--dry-run]`: brings the register up to its sources. 0: done, or nothing new. 1: a source failed, nothing is written. 2: it cannot begin. */
async function main(argv: readonly string[], env: Environment): Promise<Outcome> {
  if (argv.some((word) => word !== '--dry-run')) return { code: 2, lines: ['Skriv npm run register:update, eller npm run register:update -- --dry-run for bare å se hva som er nytt.'] }
  const config = readConfig(env)
  if (isProblems(config)) return { code: 2, lines: config.map((problem) => problem.message) }
  const running = config.databaseUrl ?? (await runningEmbedded(config.dataDir))
  const embedded = running ? null : await startEmbedded({ dataDir: config.dataDir, log: () => {} })
  if (embedded && isRefusal(embedded)) return { code: 2, lines: [embedded.refused] }
  const db = openDatabase(running ?? embedded?.url ?? '', { max: 2 })
  try {
    return await updateRegister(db, { env, dryRun: argv.includes('--dry-run'), today: osloDate(Temporal.Now.instant()).toString() })
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ECONNREFUSED', 'ENOTFOUND'].includes(String(error.code))) return { code: 2, lines: ['Databasen svarer ikke. Se at adressen i DATABASE_URL er riktig og at den kjører.'] }
    throw error
  } finally {
    await db.destroy()
    if (embedded && !isRefusal(embedded)) await embedded.stop()
  }
}

/** Asks the sources first, outside any transaction; then compares and writes in one. */
export async function updateRegister(db: Database, { env, dryRun, today, timeoutMs }: { env: Environment; dryRun: boolean; today: string; timeoutMs?: number }): Promise<Outcome> {
  if (!(await isLoaded(db))) return { code: 2, lines: ['Databasen har ikke noe register. Start Trådverk én gang først.'] }
  try {
    const { lastChange } = await readRegisterState(db)
    const sources = await askSources(sourceAddresses(env), { since: lastChange, today, ...(timeoutMs !== undefined && { timeoutMs }) })
    return await db.transaction().execute(async (tx: Tx): Promise<Outcome> => {
      await holdRegister(tx)
      const state = await readRegisterState(tx)
      const update = compareRegister(state, sources, today)
      if ('unexplained' in update) throw new SourceFault(`Kildene forklarer ikke hva som har skjedd med ${update.unexplained.slice(0, 8).join(', ')}${update.unexplained.length > 8 ? ` og ${update.unexplained.length - 8} til` : ''}.`)
      if (isNothingNew(update)) return { code: 0, lines: ['Ingenting nytt. Registeret er som hos SSB og Kartverket.'] }
      if (!dryRun) await applyRegisterUpdate(tx, update)
      return { code: 0, lines: [...describe(state, update), dryRun ? 'Ikke skrevet (--dry-run).' : 'Skrevet.'] }
    })
  } catch (error) {
    if (error instanceof SourceFault) return { code: 1, lines: [`${error.message} Ingenting er skrevet.`] }
    throw error
  }
}

const isLoaded = async (db: Database): Promise<boolean> => {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('register_entry') is not null as there`.execute(db)
  return (rows[0]?.there ?? false) && (await db.selectFrom('register_entry').select('organisation_id').limit(1).executeTakeFirst()) !== undefined
}

/** One line for each thing that is new, in bokmål; figures together. */
function describe(state: RegisterState, update: RegisterUpdate): string[] {
  const known = new Map(state.organisations.map((one) => [one.id, `${one.name} ${one.number}`]))
  const names = new Map([...known, ...update.begun.map((one) => [one.id, `${one.name} ${one.number}`] as const)])
  const day = (date: string) => formatDate(Temporal.PlainDate.from(date), 'nb')
  const [first] = update.populations
  return [
    ...update.begun.map((one) => `Ny ${one.level === 'county' ? 'fylkeskommune' : 'kommune'}: ${one.name} ${one.number}, fra ${day(one.from)}, etter ${update.successions.filter((s) => s.toId === one.id).map((s) => names.get(s.fromId)).join(', ')}.`),
    ...update.ended.map((one) => `Slutt: ${names.get(one.id)}, siste dag ${day(one.lastDay)}.`),
    ...update.renumbered.map((one) => `Nytt nummer: ${names.get(one.id)} har nummer ${one.newNumber} fra ${day(one.from)}.`),
    ...update.namesAdded.filter((one) => known.has(one.id)).map((one) => `Nytt navn: ${names.get(one.id)} heter også ${one.name} (${one.language}).`),
    ...(update.points.length > 0 ? [`Plassering for ${update.points.length} av dem.`] : []),
    ...(first ? [`Folketall 1. januar ${first.year} for ${update.populations.length} kommuner.`] : []),
  ]
}

if (import.meta.main) {
  const { code, lines } = await main(process.argv.slice(2), process.env)
  ;(code === 0 ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`)
  process.exitCode = code
}
