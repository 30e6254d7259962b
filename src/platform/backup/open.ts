import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { readAt } from '../files/zip-names.ts'
import { introLength, isEncrypted, unsealed } from './age.ts'
import { filePart, type Manifest, manifestName, manifestSchema, type Part, secretName, sha256OfPart } from './manifest.ts'
import { DamagedArchive, type Entry, readTar } from './tar.ts'

/** Why a backup cannot be used, in words for the one who tries. */
export class UnusableBackup extends Error {
  override name = 'UnusableBackup'
}

const largestManifest = 100_000_000

/** The parts of a backup, as they come. Nothing of them may be trusted before the last has been read. */
export async function* openBackup(file: string, passphrase: string | null): AsyncGenerator<Entry> {
  const handle = await open(file, 'r').catch(() => null)
  if (!handle) throw new UnusableBackup(`Kan ikke lese ${file}. Se at navnet er riktig, og at du har lov til å lese den.`)
  const start = await readAt(handle, 0, introLength).finally(() => handle.close())
  const encrypted = start !== null && isEncrypted(start)
  if (encrypted && passphrase === null) throw new UnusableBackup('Sikkerhetskopien er kryptert. Oppgi passordfrasen med BACKUP_PASSPHRASE eller --passphrase-file.')
  const bytes = createReadStream(file, { highWaterMark: 262_144 })
  yield* readTar(encrypted ? unsealed(bytes, passphrase ?? '') : bytes)
}

/** What a backup holds, when every byte of it has been read and is as it was written. */
export type Checked = { manifest: Manifest; secret: string | null }

/**
 * Reads a whole backup without using it: every part is there, in its place, and as it was written. Throws `DamagedArchive` otherwise.
 */
export async function checkBackup(file: string, passphrase: string | null): Promise<Checked> {
  const seen: Part[] = []
  let [contents, bytes, secret, manifest]: [number, number, string | null, Manifest | null] = [0, 0, null, null]
  const damaged = new Set<string>()
  for await (const entry of openBackup(file, passphrase)) {
    if (manifest) throw new DamagedArchive('There is a part after the manifest')
    if (entry.name === manifestName) manifest = readManifest(await whole(entry, largestManifest))
    else if (entry.name === secretName) secret = (await whole(entry, 1_000)).toString('latin1')
    else {
      const hash = createHash('sha256')
      for await (const piece of entry.body) hash.update(piece)
      const digest = hash.digest('hex')
      const content = sha256OfPart(entry.name)
      if (content === null) seen.push({ name: entry.name, size: entry.size, sha256: digest })
      else {
        if (content !== digest) damaged.add(content)
        contents += 1
        bytes += entry.size
      }
    }
  }
  if (!manifest) throw new DamagedArchive('The manifest is missing')
  const wanted = [...manifest.tables, ...(manifest.jobs ? [manifest.jobs] : [])].flatMap((table) => table.parts)
  const other = wanted.find((part, i) => seen[i]?.name !== part.name || seen[i].sha256 !== part.sha256) ?? seen[wanted.length]
  if (other) throw new DamagedArchive(`${other.name} is missing, moved or another`)
  if (contents !== manifest.files.count || bytes !== manifest.files.bytes) throw new DamagedArchive('A file is missing, or there is one too many')
  const unknown = [...damaged].find((content) => !manifest.files.damaged.includes(content))
  if (unknown) throw new DamagedArchive(`${filePart(unknown)} is damaged`)
  if ((secret !== null) !== manifest.secret.included) throw new DamagedArchive('The secret is missing')
  return { manifest, secret }
}

function readManifest(bytes: Buffer): Manifest {
  let read: unknown
  try {
    read = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new DamagedArchive('The manifest cannot be read')
  }
  const parsed = manifestSchema.safeParse(read)
  if (parsed.success) return parsed.data
  const version = typeof read === 'object' && read !== null && 'version' in read ? read.version : null
  if (typeof version === 'number' && version > 1) throw new UnusableBackup('Sikkerhetskopien er laget av et nyere Trådverk. Oppgrader programmet her først.')
  throw new DamagedArchive('The manifest is not as it should be')
}

async function whole({ size, body }: Entry, most: number): Promise<Buffer> {
  if (size > most) throw new DamagedArchive('A part is too large')
  const pieces: Buffer[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces)
}
