import { sql } from 'kysely'
import { isProblems, readConfig } from '../platform/config.ts'
import { notedHeads } from '../platform/audit/heads.ts'
import { verifyChains } from '../platform/audit/verify.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { runningEmbedded, startEmbedded } from '../platform/db/embedded/embedded.ts'
import { isRefusal } from '../platform/db/embedded/refusal.ts'
import { danglingFiles } from '../platform/files/dangling.ts'
import { openContentStore } from '../platform/files/content.ts'
import { checkWorkspace } from '../modules/thread/index.ts'
import { readSecrets } from '../platform/secrets.ts'
import { catalogue } from './app.ts'

const faultWords = { changed: 'innholdet er endret', missing: 'en hendelse mangler', forged: 'kjeden er laget uten nøkkelen', truncated: 'slutten er kuttet av' } as const

/** Goes through everything that must hold and says what does not: exit code 0 when all does, 1 when something does not. */
async function main(): Promise<number> {
  const config = readConfig(process.env)
  if (isProblems(config)) return say(config.map((problem) => problem.message), 2)
  const running = config.databaseUrl ?? (await runningEmbedded(config.dataDir))
  const embedded = running ? null : await startEmbedded({ dataDir: config.dataDir, log: () => {} })
  if (embedded && isRefusal(embedded)) return say([embedded.refused], 2)
  const db = openDatabase(running ?? embedded?.url ?? '', { max: 2 })
  try {
    if (!(await isFilled(db))) return say(['Databasen er tom. Start Trådverk én gang først.'], 2)
    const { auditKey } = readSecrets(config)
    const chains = await db.selectFrom('event_head').select(['workspace_id', 'sequence']).execute()
    const faults = await verifyChains(db, auditKey, await notedHeads(config.dataDir))
    const lost = await danglingFiles(db, await openContentStore(config.dataDir))
    const { rowsMended, workspaces } = await checkThreads(db)
    const events = chains.reduce((sum, chain) => sum + chain.sequence, 0)
    const lines = [
      `Hendelser: ${events} i ${chains.length} kjeder. ${faults.length === 0 ? 'Alt henger sammen.' : `${faults.length} feil:`}`,
      ...faults.map((fault) => `  arbeidsrom ${fault.workspaceId}, hendelse ${fault.sequence}: ${faultWords[fault.fault]}`),
      `Filer: ${lost.length === 0 ? 'alle er der.' : `${lost.length} mangler:`}`,
      ...lost.map((id) => `  fil ${id}`),
    ]
    lines.push(`Løse tråder: ${workspaces} arbeidsrom sjekket. ${rowsMended === 0 ? 'Alle rader stemte.' : `${rowsMended} rader stemte ikke og er rettet.`}`)
    return say(lines, faults.length + lost.length === 0 ? 0 : 1)
  } finally {
    await db.destroy()
    if (embedded && !isRefusal(embedded)) await embedded.stop()
  }
}

/** The kept rows of the thread check against a full run, which mends them. */
async function checkThreads(db: Database): Promise<{ rowsMended: number; workspaces: number }> {
  const workspaces = await db.selectFrom('workspace').select('id').execute()
  let rowsMended = 0
  for (const { id } of workspaces) rowsMended += await db.transaction().execute((tx) => checkWorkspace(tx, catalogue, id, Temporal.Now.instant()))
  return { rowsMended, workspaces: workspaces.length }
}

/** Whether the migrations have run: before the first start there is nothing to verify. */
async function isFilled(db: Database): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('event_head') is not null as there`.execute(db)
  return rows[0]?.there ?? false
}

function say(lines: readonly string[], code: number): number {
  ;(code === 2 ? process.stderr : process.stdout).write(`${lines.join('\n')}\n`)
  return code
}

process.exitCode = await main()
