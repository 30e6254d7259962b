import { rename } from 'node:fs/promises'
import pg from 'pg'
import { headsFile } from '../audit/heads.ts'
import { type Migration, readMigrations } from '../db/migrate.ts'
import type { ContentStore } from '../files/content.ts'
import { makeQueues } from '../jobs/jobs.ts'
import { markOfSecret, readySecret } from '../secrets.ts'
import { contentsOf, emptyDatabase, othersConnected } from './empty.ts'
import { type Loaded, loadBackup } from './load.ts'
import type { Manifest } from './manifest.ts'
import { type Checked, openBackup, UnusableBackup } from './open.ts'
import type { Progress } from './snapshot.ts'

export type RestoreSettings = {
  url: string
  root: string
  dataDir: string
  secretKey: string | null
  files: ContentStore
  file: string
  passphrase: string | null
  /** Removes what the database holds, in the same transaction. Otherwise only an empty one is filled. */
  emptyFirst: boolean
  /** Goes on without the secret that the backup was made with. */
  withoutSecret: boolean
  now: Temporal.Instant
  say: Progress
}

/**
 * Fills a database from a backup that `checkBackup` has read, in one transaction: it is there whole, or nothing is changed. The schema is
 * then the backup's; the caller brings it forward. Throws `UnusableBackup` with what to do when it cannot be done here.
 */
export async function restoreBackup(checked: Checked, settings: RestoreSettings): Promise<Loaded> {
  const { url, dataDir, file, passphrase, files, say, now } = settings
  const { manifest, secret } = checked
  const migrations = migrationsOf(manifest, await readMigrations(settings.root))
  refuseOtherSecret(manifest, settings)
  const client = new pg.Client({ connectionString: url, application_name: 'tradverk-restore', statement_timeout: 0 })
  client.on('error', () => undefined)
  await client.connect()
  const ready = secret !== null && settings.secretKey === null ? readySecret(dataDir, secret, now) : null
  let unsure = false
  try {
    const { tables, jobs } = await contentsOf(client)
    if (tables + jobs > 0 && !settings.emptyFirst) throw new UnusableBackup('Databasen er ikke tom, og ingenting er endret. Gjenopprett til en tom database, eller skriv --empty-first for å slette det som er der.')
    if ((await othersConnected(client)) > 0) throw new UnusableBackup('Et Trådverk bruker databasen nå. Stopp det først.')
    if (manifest.jobs) await makeQueues(url, manifest.jobs.queues)
    await client.query('begin')
    if (tables > 0) await emptyDatabase(client)
    const loaded = await loadBackup(client, openBackup(file, passphrase), manifest, migrations, files, say)
    // The installation belongs to its secret; with another, the first start decides anew.
    if (settings.withoutSecret && (await client.query(`select to_regclass('installation') as there`)).rows[0]?.there) await client.query('delete from installation')
    // From here until it has answered, nobody knows whether the data are there: the secret that counts is not touched, and theirs lies beside it.
    unsure = true
    await client.query('commit')
    ready?.put()
    // The heads that were noted here are those of the history that was here before.
    await rename(headsFile(dataDir), `${headsFile(dataDir)}.before-restore-${now.epochMilliseconds}`).catch(() => undefined)
    await client.query('analyze').catch(() => undefined)
    return loaded
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    if (!ready) throw error
    if (!unsure) ready.drop()
    else throw new Error(`${error instanceof Error ? error.message : String(error)} Nøkkelen fra sikkerhetskopien ligger i ${ready.file}. Er dataene i databasen, gi den navnet «secret-key».`, { cause: error })
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The migrations that make the schema of the backup, as this program has them. */
export function migrationsOf(manifest: Manifest, known: readonly Migration[]): Migration[] {
  const byNumber = new Map(known.map((migration) => [migration.number, migration]))
  return manifest.migrations.map(({ number, name, digest }) => {
    const own = byNumber.get(number)
    if (!own) throw new UnusableBackup(`Sikkerhetskopien er laget av et nyere Trådverk (${manifest.program}): dette programmet kjenner ikke ${name}. Oppgrader programmet her først.`)
    if (own.digest !== digest) throw new UnusableBackup(`${name} er en annen i sikkerhetskopien enn i dette programmet. Bruk det Trådverk som laget den (${manifest.program}).`)
    return own
  })
}

function refuseOtherSecret({ secret }: Manifest, { dataDir, secretKey, withoutSecret }: RestoreSettings): void {
  if (withoutSecret || secret.mark === null) return
  if (secret.included && secretKey === null) return
  if (markOfSecret({ secretKey, dataDir }) === secret.mark) return
  throw new UnusableBackup(
    'Nøkkelen her er ikke den som sikkerhetskopien ble laget med. Uten den kan historikken ikke etterprøves, og lenker i e-post som er sendt, virker ikke. '
      + `Legg filen «secret-key» fra den gamle datamappen i ${dataDir}, eller sett SECRET_KEY som før. Finnes den ikke mer, skriv --without-secret.`)
}
