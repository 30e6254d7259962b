import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { emptyDatabase } from '../../../tests/support/database.ts'
import { type House, openHouse } from '../../../tests/support/house.ts'
import { numbersFrom } from '../../../tests/support/numbers.ts'
import { openDatabase } from '../db/database.ts'
import { readMigrations } from '../db/migrate.ts'
import { type ContentStore, openContentStore } from '../files/content.ts'
import { backupLock, keepFile, sweepFiles } from '../files/file.store.ts'
import { defineJob, jobStatus, migrateJobs, queue } from '../jobs/jobs.ts'
import { projectRoot } from '../project-root.ts'
import { type Backup, checkBackup, DamagedArchive, lastBackup, makeBackup, restoreBackup, type RestoreSettings, WrongPassphrase } from './index.ts'
import { migrationsOf } from './restore.ts'
import { readTar, tarWriter } from './tar.ts'
import { dumpOf } from './testing/dump.ts'

const { seed, all } = inject('sampling')
const waitingJob = defineJob({ name: 'backup-test', input: z.object({ n: z.number() }), run: async () => undefined })
const now = Temporal.Instant.from('2026-11-20T10:00:00Z')
const secretKey = 'x'.repeat(32)
const passphrase = 'riktig hest batteri stift'
const secret = 'ab'.repeat(32)

let house: House
let folder: string
let plain: Backup
let sealed: Backup
let there: Awaited<ReturnType<typeof target>>
let jobs: { waiting: string; running: string }

const make = (more: Partial<Parameters<typeof makeBackup>[0]> = {}) =>
  makeBackup({ url: house.url, dataDir: house.platform.config.dataDir, secretKey, files: house.platform.files, program: 'test', to: folder, passphrase: null, keep: null, now, say: () => undefined, ...more })

beforeAll(async () => {
  house = await openHouse()
  folder = await mkdtemp(path.join(tmpdir(), 'tradverk-backup-'))
  await fillHostile()
  jobs = await fillJobs()
  plain = await make()
  await writeFile(path.join(house.platform.config.dataDir, 'secret-key'), secret)
  sealed = await make({ secretKey: null, passphrase, now: now.add({ seconds: 9 }) })
  there = await target()
}, 60_000)
afterAll(async () => {
  await house.close()
  await there.close()
  await rm(folder, { recursive: true, force: true })
})

const hostile = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('\\N', '\\.', '\\', 'a\tb\nc\rd', '\u{10ffff}', 'æøå ÆØÅ', "'; drop table item; --", '\\x00', '{"a":1}', '\u2028', ' '))
  .map((text) => text.replaceAll('\0', '').toWellFormed())

/** Rows with everything that a column may hold: quotes, control characters, the marks of COPY itself, emptiness, infinity. */
async function fillHostile(): Promise<void> {
  const { db, files } = house.platform
  const person = await db.selectFrom('person').select('id').executeTakeFirstOrThrow()
  const texts = fc.sample(hostile, { seed, numRuns: 200 })
  const values = fc.sample(fc.json().map((json) => json.replaceAll('\\u0000', '')), { seed, numRuns: 100 })
  await sql`insert into search_word (word) select unnest(${texts}::text[])`.execute(db)
  await sql`insert into submission (key, location) select 'k' || n || t, t from unnest(${texts}::text[]) with ordinality one (t, n)`.execute(db)
  await sql`insert into draft (person_id, form, answers, changed_at) select ${person.id}, 'f' || n, v::jsonb, 'infinity' from unnest(${values}::text[]) with ordinality one (v, n)`.execute(db)
  await sql`insert into moved (journal, step, table_name, key, old) select gen_random_uuid(), 1, t, '{}', to_jsonb(t) from unnest(${texts}::text[]) t`.execute(db)
  await sql`insert into rate_limit (key, hits, expires_at) values
    ('\\x00ff0a5c'::bytea, '{}', '-infinity'), ('\\x'::bytea, array['infinity', '0044-03-15 10:00:00.123456+00 BC', '2026-03-29 01:59:59.999999+00']::timestamptz[], 'infinity')`.execute(db)
  for (const size of [1, 511, 512, 513, 200_000]) await db.transaction().execute(async (tx) => {
    const receipt = await files.receive((async function* () { yield Buffer.alloc(size, `innhold ${size}\n`) })(), size)
    if (receipt.ok) await keepFile(tx, files, receipt.received, { name: `æ ${size}.txt`, mediaType: 'text/plain', uploadedBy: person.id, now, stagedUntil: null })
  })
}

async function fillJobs() {
  const { db } = house.platform
  await migrateJobs(house.url, [waitingJob])
  const [waiting, running] = await db.transaction().execute(async (tx) => [await queue(tx, waitingJob, { n: 1 }), await queue(tx, waitingJob, { n: 2 })] as const)
  await sql`update pgboss.job set state = 'active', started_on = now() where id = ${running}`.execute(db)
  return { waiting, running }
}

async function target() {
  const database = await emptyDatabase()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tradverk-restored-'))
  const files = await openContentStore(dataDir)
  const settings: RestoreSettings = { url: database.url, root: projectRoot, dataDir, secretKey, files, file: '', passphrase: null, emptyFirst: false, withoutSecret: false, now, say: () => undefined }
  const restore = async (file: string, more: Partial<RestoreSettings> = {}) => restoreBackup(await checkBackup(file, more.passphrase ?? null), { ...settings, file, ...more })
  const close = async () => {
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { url: database.url, dataDir, files, settings, restore, close }
}

const contents = async (store: ContentStore) => {
  const found: string[] = []
  for (const drawer of await store.drawers()) for (const sha256 of await store.inDrawer(drawer)) found.push(sha256.toString('hex'))
  return found.sort()
}

describe('check 48: a backup brought back', () => {
  // Seen to fail when counters are not set, and when a job that was running is left as running.
  test('to an empty database is the same in every table, index, counter and file; jobs wait again, and the secret comes with what is encrypted', { timeout: 60_000 }, async () => {
    await there.restore(sealed.file, { secretKey: null, passphrase })
    expect(await dumpOf(there.url)).toEqual(await dumpOf(house.url))
    expect(await contents(there.files)).toEqual(await contents(house.platform.files))
    const db = openDatabase(there.url)
    expect(await jobStatus(db, jobs.waiting)).toMatchObject({ name: 'backup-test', state: 'waiting' })
    expect(await jobStatus(db, jobs.running)).toMatchObject({ state: 'waiting' })
    await db.destroy()
    expect(await readFile(path.join(there.dataDir, 'secret-key'), 'utf8')).toBe(secret)
  })
  test('to one that is not empty is refused; emptied first, it is as it was when that fails', { timeout: 60_000 }, async () => {
    const before = await dumpOf(there.url)
    await expect(there.restore(plain.file)).rejects.toThrow('ikke tom')
    const copy = path.join(folder, 'changing.tar')
    const whole = await readFile(plain.file)
    await writeFile(copy, whole)
    const checked = await checkBackup(copy, null)
    const at = whole.indexOf('tables/person/000001.copy.gz') + 512 + 40
    whole[at] = (whole[at] ?? 0) ^ 1
    await writeFile(copy, whole)
    await expect(restoreBackup(checked, { ...there.settings, file: copy, emptyFirst: true })).rejects.toThrow()
    expect(await dumpOf(there.url)).toEqual(before)
    await rm(copy)
  })
  test('was made while people wrote, and is as of one instant; what was gone or damaged then is told', { timeout: 60_000 }, async () => {
    const { db } = house.platform
    const [gone = '', hurt = ''] = await contents(house.platform.files)
    const place = (sha256: string) => path.join(house.platform.config.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2))
    await rm(place(gone))
    await writeFile(place(hurt), Buffer.alloc((await readFile(place(hurt))).length))
    let writing = true
    const write = async () => {
      while (writing) await db.transaction().execute(async (tx) => {
        const { rows: [made] } = await sql<{ id: string }>`insert into person (id, name) values (gen_random_uuid(), 'Under arbeid') returning id`.execute(tx)
        await sql`insert into visit (person_id, latest) values (${made?.id}, now())`.execute(tx)
      })
    }
    const writers = [write(), write()]
    const made = await make({ now: now.add({ seconds: 2 }) })
    writing = false
    await Promise.all(writers)
    expect(made.manifest.files).toMatchObject({ count: 4, missing: [gone], damaged: [hurt] })
    // Seen to fail with `read committed` instead of `repeatable read`.
    expect(await there.restore(made.file, { emptyFirst: true })).toMatchObject({ contents: 3, jobs: 2 })
    const restored = openDatabase(there.url)
    const { rows: [seen] } = await sql<{ people: number; visits: number }>`
      select count(*)::int as people, (select count(*)::int from visit v join person p on p.id = v.person_id where p.name = 'Under arbeid') as visits from person where name = 'Under arbeid'`.execute(restored)
    await restored.destroy()
    expect(seen?.people).toBe(seen?.visits)
  })
})

/** Flips bits at places drawn by the seed, and sees that each is noticed. */
async function flipped(file: string, count: number, withPassphrase: string | null, ...places: string[]): Promise<void> {
  const whole = await readFile(file)
  const random = numbersFrom(seed)
  const broken = path.join(folder, `broken-${path.basename(file)}`)
  const drawn = Array.from({ length: count }, () => Math.floor(random() * whole.length))
  const named = places.map((text) => whole.indexOf(text) + text.length)
  for (const [i, at] of [...named, ...drawn].entries()) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ (i < named.length ? 1 : 1 << Math.floor(random() * 8))
    await writeFile(broken, bytes)
    await expect(checkBackup(broken, withPassphrase), `bit flipped at ${at} of ${whole.length}`).rejects.toThrow()
  }
  await rm(broken)
}

describe('check 48: a damaged backup is noticed before anything is written', () => {
  test('a bit flipped anywhere', { timeout: all ? 300_000 : 20_000 }, async () => {
    await checkBackup(plain.file, null)
    // In what only the checksum of all covers: a word of the manifest.
    await flipped(plain.file, all ? 1_000 : 40, null, '"program": "te')
  })
  test('a bit flipped in one that is encrypted, and the wrong passphrase or none', { timeout: all ? 300_000 : 60_000 }, async () => {
    await flipped(sealed.file, all ? 60 : 3, passphrase)
    await expect(checkBackup(sealed.file, 'en helt annen frase')).rejects.toThrow(WrongPassphrase)
    await expect(checkBackup(sealed.file, null)).rejects.toThrow('kryptert')
  })
  test('cut off, or with more after it', async () => {
    const whole = await readFile(plain.file)
    const broken = path.join(folder, 'cut.tar')
    for (const length of [0, 1, 511, 512, 513, Math.floor(whole.length / 2), whole.length - 1_024, whole.length - 1]) {
      await writeFile(broken, whole.subarray(0, length))
      await expect(checkBackup(broken, null), `the first ${length} bytes`).rejects.toThrow(DamagedArchive)
    }
    await writeFile(broken, Buffer.concat([whole, Buffer.alloc(1)]))
    await expect(checkBackup(broken, null)).rejects.toThrow(DamagedArchive)
    await rm(broken)
  })
  test('a part that is missing, changes places with another, or is another, in an archive that is whole in itself', async () => {
    const parts = await partsOf(plain.file)
    const [first, second] = parts.filter((part) => part.name.startsWith('tables/'))
    const file = parts.find((part) => part.name.startsWith('files/'))
    if (!first || !second || !file) throw new Error('too few parts')
    const cases = {
      missing: parts.filter((part) => part !== second),
      missingFile: parts.filter((part) => part !== file),
      moved: parts.map((part) => (part === first ? second : part === second ? first : part)),
      swapped: parts.map((part) => (part === first ? { ...first, body: second.body } : part === second ? { ...second, body: first.body } : part)),
      otherFile: parts.map((part) => (part === file ? { ...file, body: Buffer.alloc(file.body.length) } : part)),
      twice: parts.flatMap((part) => (part === first ? [first, first] : [part])),
      noManifest: parts.filter((part) => part.name !== 'manifest.json'),
    }
    const broken = path.join(folder, 'parts.tar')
    for (const [name, changed] of Object.entries(cases)) {
      await writeTar(broken, changed)
      await expect(checkBackup(broken, null), name).rejects.toThrow(DamagedArchive)
    }
    await writeTar(broken, parts)
    expect((await checkBackup(broken, null)).manifest).toEqual(plain.manifest)
    await rm(broken)
  })
})

type Body = { name: string; body: Buffer }
async function partsOf(file: string): Promise<Body[]> {
  const parts: Body[] = []
  for await (const { name, body } of readTar((async function* () { yield await readFile(file) })())) {
    const pieces: Buffer[] = []
    for await (const piece of body) pieces.push(piece)
    parts.push({ name, body: Buffer.concat(pieces) })
  }
  return parts
}
async function writeTar(file: string, parts: readonly Body[]): Promise<void> {
  const pieces: Uint8Array[] = []
  const tar = tarWriter({ write: async (bytes) => void pieces.push(Buffer.from(bytes)) }, now)
  for (const { name, body } of parts) await tar.add(name, body)
  await tar.end()
  await writeFile(file, Buffer.concat(pieces))
}

describe('what is refused, with nothing changed', () => {
  test('check 49: a backup from a newer program, or one whose migrations are others', async () => {
    const known = await readMigrations(projectRoot)
    const digest = 'ab'.repeat(32)
    const { manifest } = plain
    expect(() => migrationsOf({ ...manifest, migrations: [...manifest.migrations, { number: 9999, name: '9999_later.sql', digest }] }, known)).toThrow('nyere Trådverk')
    expect(() => migrationsOf({ ...manifest, migrations: manifest.migrations.map((one, i) => (i === 3 ? { ...one, digest } : one)) }, known)).toThrow('en annen')
    expect(migrationsOf(manifest, known)).toHaveLength(known.length)
  })
  test('another secret', async () => {
    await expect(there.restore(plain.file, { secretKey: 'y'.repeat(32) })).rejects.toThrow('secret-key')
  })
  test('a database that a Trådverk is using', async () => {
    const db = openDatabase(there.url)
    await sql`select 1`.execute(db)
    await expect(there.restore(plain.file, { emptyFirst: true })).rejects.toThrow('Stopp det først')
    await db.destroy()
  })
})

describe('a backup that is made', () => {
  test('is there whole or not at all, and only so many are kept', async () => {
    const place = await mkdtemp(path.join(folder, 'keep-'))
    await writeFile(path.join(place, 'notes.txt'), 'mine')
    for (const seconds of [1, 2, 3]) await make({ to: place, keep: 2, now: now.add({ seconds }) })
    expect((await readdir(place)).sort()).toEqual(['notes.txt', 'tradverk-20261120T100002Z.tar', 'tradverk-20261120T100003Z.tar'])
    expect((await lastBackup(house.platform.config.dataDir))?.file).toBe(path.join(place, 'tradverk-20261120T100003Z.tar'))
    await expect(make({ to: place, now: now.add({ seconds: 3 }) })).rejects.toThrow('finnes fra før')
    await expect(make({ to: place, url: house.url.replace(/\/[^/]*$/, '/not_there') })).rejects.toThrow()
    expect(await readdir(place)).toHaveLength(3)
  })
  test('keeps the sweep away from the contents until it has them', async () => {
    const { db, files } = house.platform
    const receipt = await files.receive((async function* () { yield Buffer.from('nobody names this') })(), 100)
    if (receipt.ok) await files.keep(receipt.received)
    const later = now.add({ hours: 1 })
    const held = await db.connection().execute(async (one) => {
      await sql`select pg_advisory_lock_shared(${backupLock})`.execute(one)
      const swept = await sweepFiles(db, files, later)
      await sql`select pg_advisory_unlock_shared(${backupLock})`.execute(one)
      return swept.contents
    })
    expect([held, (await sweepFiles(db, files, later)).contents]).toEqual([0, 1])
  })
})
