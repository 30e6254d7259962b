import { sql } from 'kysely'
import { checkEverything } from '../../modules/thread/index.ts'
import { notedHeads } from '../../platform/audit/heads.ts'
import { type ChainFault, verifyChains } from '../../platform/audit/verify.ts'
import type { Database } from '../../platform/db/database.ts'
import { readMigrations } from '../../platform/db/migrate.ts'
import type { ContentStore } from '../../platform/files/content.ts'
import { unsoundFiles } from '../../platform/files/unsound.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { projectRoot } from '../../platform/project-root.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { verifyWords } from './verify.words.ts'

/** Something that does not hold: which sentence says so, and what it is about. */
export type Finding =
  | { what: ChainFault['fault'] | 'unchained'; workspaceId: string; sequence: number }
  | { what: 'migrationMissing' | 'migrationUnknown' | 'migrationChanged' | 'fileMissing' | 'fileDamaged' | 'itemWithoutRow' | 'itemOfNoKind' | 'numberTaken' | 'linkAstray'; id: string }

export type Verified = {
  findings: readonly Finding[]
  events: number
  chains: number
  files: number
  items: number
  workspaces: number
  /** Rows of the thread check that were not as a full run says, and have been made right. */
  rowsMended: number
  /** Whether everything holds. */
  sound: boolean
  /** The same in sentences, for the command line, in bokmål. */
  lines: readonly string[]
}

export type VerifySettings = {
  db: Database
  files: ContentStore
  catalogue: Catalogue
  dataDir: string
  auditKey: Uint8Array
  now: Temporal.Instant
  /** Reads every byte of every file; otherwise only sees that they are there with the right size. Default true. */
  readFiles?: boolean
  /** How far it has come: the part that is begun. */
  say?: (part: 'schema' | 'history' | 'items' | 'files' | 'threads') => void
}

/** So many of one sort are told one by one. */
const mostOfOne = 50

/** Goes through everything that must hold in an installation, while it runs, and says what does not. Only the rows of the thread check are changed. */
export async function verifyAll(settings: VerifySettings): Promise<Verified> {
  const { db, files, catalogue, dataDir, auditKey, now, readFiles = true, say = () => undefined } = settings
  const findings: Finding[] = []
  say('schema')
  findings.push(...(await schemaFindings(db)))
  say('history')
  const heads = await db.selectFrom('event_head').select((eb) => [eb.fn.countAll<number>().as('chains'), eb.fn.sum<number | null>('sequence').as('events')]).executeTakeFirstOrThrow()
  const chainFaults = await verifyChains(db, auditKey, await notedHeads(dataDir), mostOfOne)
  findings.push(...chainFaults.map(({ fault, workspaceId, sequence }) => ({ what: fault, workspaceId, sequence })), ...(await unchained(db)))
  say('items')
  findings.push(...(await itemFindings(db, catalogue)))
  say('files')
  const stored = await unsoundFiles(db, files, { readFiles, most: mostOfOne })
  findings.push(...stored.missing.map((id) => ({ what: 'fileMissing', id }) as const), ...stored.damaged.map((id) => ({ what: 'fileDamaged', id }) as const))
  say('threads')
  // The kept rows of the thread check against a full run, which mends them.
  const threads = await checkEverything(db, catalogue, now)
  const { items } = await db.selectFrom('item').select((eb) => eb.fn.countAll<number>().as('items')).executeTakeFirstOrThrow()
  const verified = { findings, events: heads.events ?? 0, chains: heads.chains, files: stored.looked, items, ...threads, sound: findings.length === 0 }
  return { ...verified, lines: linesOf(verified, 'nb') }
}

const partsOf = {
  schema: ['migrationMissing', 'migrationUnknown', 'migrationChanged'],
  history: ['changed', 'missing', 'forged', 'truncated', 'unchained'],
  items: ['itemWithoutRow', 'itemOfNoKind', 'numberTaken', 'linkAstray'],
  files: ['fileMissing', 'fileDamaged'],
} as const satisfies Record<string, readonly Finding['what'][]>

/** What was found, in sentences: a line for each part, and under it one for each thing that does not hold. */
export function linesOf(verified: Omit<Verified, 'lines'>, lang: Lang): string[] {
  const words = verifyWords[lang]
  const sentence = (finding: Finding) => ('workspaceId' in finding ? words.event(finding.workspaceId, finding.sequence, words.what[finding.what]) : `${words.what[finding.what]}: ${finding.id}`)
  const lines = (['schema', 'history', 'items', 'files'] as const).flatMap((part) => {
    const mine = verified.findings.filter((finding) => partsOf[part].some((what) => what === finding.what))
    return [`${words.parts[part](verified)} ${mine.length === 0 ? words.holds : words.holdsNot(mine.length)}`, ...mine.map((finding) => `  ${sentence(finding)}`)]
  })
  return [...lines, words.threads(verified)]
}

async function schemaFindings(db: Database): Promise<Finding[]> {
  const { rows } = await sql<{ number: number; name: string; digest: string }>`select number, name, digest from schema_migration order by number`.execute(db)
  const known = await readMigrations(projectRoot)
  const ran = new Map(rows.map((row) => [row.number, row]))
  const numbers = new Set(known.map((one) => one.number))
  return [
    ...known.filter((one) => !ran.has(one.number)).map((one) => ({ what: 'migrationMissing', id: one.name }) as const),
    ...known.filter((one) => ran.has(one.number) && ran.get(one.number)?.digest !== one.digest).map((one) => ({ what: 'migrationChanged', id: one.name }) as const),
    ...rows.filter((row) => !numbers.has(row.number)).map((row) => ({ what: 'migrationUnknown', id: row.name }) as const),
  ]
}

/** Events that stand beside the chain. */
async function unchained(db: Database): Promise<Finding[]> {
  const rows = await db.selectFrom('event as e').select(['e.workspace_id', 'e.sequence'])
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('event_chain as c').select('c.sequence').whereRef('c.workspace_id', '=', 'e.workspace_id').whereRef('c.sequence', '=', 'e.sequence'))))
    .limit(mostOfOne).execute()
  return rows.map((row) => ({ what: 'unchained', workspaceId: row.workspace_id, sequence: row.sequence }))
}

async function itemFindings(db: Database, catalogue: Catalogue): Promise<Finding[]> {
  const kinds = [...catalogue.kinds.values()]
  const told = (what: 'itemWithoutRow' | 'itemOfNoKind' | 'numberTaken' | 'linkAstray', rows: readonly { id: string }[]) => rows.map(({ id }) => ({ what, id }) as const)
  const own = sql.join(kinds.map((kind) => sql`(select item.id::text as id from item where item.kind = ${kind.name} and not exists (select from ${sql.table(kind.table)} own where own.id = item.id) limit ${mostOfOne})`), sql` union all `)
  return [
    ...told('itemWithoutRow', kinds.length === 0 ? [] : (await sql<{ id: string }>`${own}`.execute(db)).rows),
    ...told('itemOfNoKind', (await sql<{ id: string }>`select id::text from item where kind <> all(${kinds.map((kind) => kind.name)}) limit ${mostOfOne}`.execute(db)).rows),
    ...told('numberTaken', (await sql<{ id: string }>`select w.id::text from workspace w where w.next_number <= (select max(i.number) from item i where i.workspace_id = w.id) limit ${mostOfOne}`.execute(db)).rows),
    ...told('linkAstray', (await sql<{ id: string }>`
      select l.id::text from link l join item a on a.id = l.from_id join item b on b.id = l.to_id where a.workspace_id <> l.workspace_id or b.workspace_id <> l.workspace_id limit ${mostOfOne}`.execute(db)).rows),
  ]
}
