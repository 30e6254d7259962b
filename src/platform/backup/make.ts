import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { ContentStore } from '../files/content.ts'
import { markOfSecret, secretForBackup } from '../secrets.ts'
import { sealingSink } from './age.ts'
import { formatVersion, type Manifest, manifestName, secretName } from './manifest.ts'
import { type Progress, writeSnapshot } from './snapshot.ts'
import { keepNewest, nameOf, openTarget } from './target.ts'
import { tarWriter } from './tar.ts'

export type BackupSettings = {
  url: string
  dataDir: string
  secretKey: string | null
  files: ContentStore
  program: string
  /** A folder, or the name of the file to be. */
  to: string
  /** Null: not encrypted, and without the secret. */
  passphrase: string | null
  /** How many of our backups the folder keeps; null: all. */
  keep: number | null
  now: Temporal.Instant
  say: Progress
}

export type Backup = { file: string; size: number; manifest: Manifest; removed: string[] }

/** Makes a backup of all, as of one instant, while the service runs. The file is there whole, or not at all. */
export async function makeBackup({ url, dataDir, secretKey, files, program, to, passphrase, keep, now, say }: BackupSettings): Promise<Backup> {
  const isFile = /\.(tar|age)$/.test(to) && !(await stat(to).then((found) => found.isDirectory(), () => false))
  const file = isFile ? path.resolve(to) : path.resolve(to, nameOf(now, passphrase !== null))
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const target = await openTarget(file)
  try {
    const sealed = passphrase === null ? null : await sealingSink(target, passphrase)
    const tar = tarWriter(sealed ?? target, now)
    // Only where it cannot be read without the passphrase: whoever has the secret and the database can write history anew.
    const secret = sealed && secretKey === null ? secretForBackup(dataDir) : null
    if (secret !== null) await tar.add(secretName, Buffer.from(secret))
    const snapshot = await writeSnapshot(url, files, tar, say)
    const manifest: Manifest = {
      format: 'tradverk-backup', version: formatVersion, at: now.toString(), program, ...snapshot,
      secret: { mark: markOfSecret({ secretKey, dataDir }), included: secret !== null },
    }
    await tar.add(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`))
    await tar.end()
    await sealed?.end()
    const size = await target.finish()
    const removed = keep === null ? [] : await keepNewest(path.dirname(file), keep)
    await noteBackup(dataDir, { at: now.toString(), file, size, whole: manifest.files.missing.length + manifest.files.damaged.length === 0 })
    return { file, size, manifest, removed }
  } catch (error) {
    await target.abandon()
    throw error
  }
}

/** `whole` is false when a file was missing or damaged before it was taken; `checkedAt` is when it was last read through and found whole. */
const noted = z.object({ at: z.string(), file: z.string(), size: z.number(), whole: z.boolean().optional(), checkedAt: z.string().optional() })
export type NotedBackup = z.infer<typeof noted>

const noteIn = (dataDir: string) => path.join(dataDir, 'last-backup.json')

async function noteBackup(dataDir: string, note: NotedBackup): Promise<void> {
  const draft = `${noteIn(dataDir)}.${process.pid}.new`
  await writeFile(draft, JSON.stringify(note), { mode: 0o600 })
  await rename(draft, noteIn(dataDir))
}

/** The last backup that was made on this machine, for those who watch over it; null when there has been none. */
export async function lastBackup(dataDir: string): Promise<NotedBackup | null> {
  const text = await readFile(noteIn(dataDir), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return noted.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Notes that the last backup was read through and is whole; another one than the last leaves no trace. */
export async function noteChecked(dataDir: string, at: string, now: Temporal.Instant): Promise<void> {
  const last = await lastBackup(dataDir)
  if (last?.at === at) await noteBackup(dataDir, { ...last, checkedAt: now.toString() })
}
