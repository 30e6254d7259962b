import { z } from 'zod'

/** The name of the part that says what the others are: the last but the checksum. */
export const manifestName = 'manifest.json'
export const secretName = 'secret-key'
export const formatVersion = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const identifier = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/)
const count = z.int().min(0)

const part = z.strictObject({ name: z.string().max(100), size: count, sha256 })
export type Part = z.infer<typeof part>

const table = z.strictObject({ name: identifier, columns: z.array(identifier), rows: count, parts: z.array(part) })
export type TableInBackup = z.infer<typeof table>
export type JobsInBackup = NonNullable<Manifest['jobs']>

/** What a backup says of itself. Unknown names are refused: whoever adds one raises `version`. */
export const manifestSchema = z.strictObject({
  format: z.literal('tradverk-backup'),
  version: z.literal(formatVersion),
  /** When the snapshot was taken, by which program and from which PostgreSQL. */
  at: z.string(),
  program: z.string(),
  postgresql: z.string(),
  /** The schema: every migration that had run, in order. */
  migrations: z.array(z.strictObject({ number: count, name: z.string(), digest: sha256 })),
  tables: z.array(table),
  /** Jobs, whatever state they were in, and the names of their queues; null when no queue had ever been made. */
  jobs: table.extend({ queues: z.array(z.string().max(200)) }).nullable(),
  /** Where counters had come to. */
  sequences: z.array(z.strictObject({ name: identifier, last: count })),
  /** Contents by their sha-256; those that could not be had, and those that were not what they should be. */
  files: z.strictObject({ count, bytes: count, missing: z.array(sha256), damaged: z.array(sha256) }),
  /** The mark of the secret that the event chain and links in e-mails need, and whether it is in the archive. */
  secret: z.strictObject({ mark: z.string().nullable(), included: z.boolean() }),
})
export type Manifest = z.infer<typeof manifestSchema>

/** The name of a part of a table: `tables/item/000001.copy.gz`. */
export const tablePart = (table: string, number: number): string => `tables/${table}/${String(number).padStart(6, '0')}.copy.gz`
export const jobPart = (number: number): string => `jobs/${String(number).padStart(6, '0')}.copy.gz`
/** The name of a content: `files/ab/cdef…`, as in the data folder. */
export const filePart = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256.slice(2)}`
export const sha256OfPart = (name: string): string | null => {
  const [, drawer, rest] = /^files\/([0-9a-f]{2})\/([0-9a-f]{62})$/.exec(name) ?? []
  return drawer && rest ? drawer + rest : null
}
