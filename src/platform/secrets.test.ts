import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSecrets, readySecret } from './secrets.ts'

let dataDir: string
beforeEach(() => { dataDir = mkdtempSync(join(tmpdir(), 'secrets-')) })
afterEach(() => rmSync(dataDir, { recursive: true }))

test('made once, kept for the owner alone, and the same at the next start', () => {
  const first = readSecrets({ secretKey: null, dataDir })
  expect(readSecrets({ secretKey: null, dataDir })).toEqual(first)
  if (process.platform !== 'win32') expect(statSync(join(dataDir, 'secret-key')).mode & 0o777).toBe(0o600)
  expect(first.auditKey).toHaveLength(32)
  expect(first.auditKey).not.toEqual(first.cookieKey)
})

test('a key from the environment is used and writes nothing', () => {
  const given = readSecrets({ secretKey: 'x'.repeat(32), dataDir: join(dataDir, 'never-made') })
  expect(given).toEqual(readSecrets({ secretKey: 'x'.repeat(32), dataDir: '/nowhere' }))
  expect(given).not.toEqual(readSecrets({ secretKey: 'y'.repeat(32), dataDir: '/nowhere' }))
})

test('a damaged file is not replaced without a word', () => {
  writeFileSync(join(dataDir, 'secret-key'), '')
  expect(() => readSecrets({ secretKey: null, dataDir })).toThrow(/secret-key is damaged/)
})

// Seen to fail when the secret was put in place before the data were: a restore that went wrong then left the old data with the new secret.
test('a secret from a backup counts only when it is put in place, and the one before is laid aside', () => {
  const own = readSecrets({ secretKey: null, dataDir })
  const now = Temporal.Instant.from('2026-03-04T12:00:00Z')
  const dropped = readySecret(dataDir, 'a'.repeat(64), now)
  expect(readSecrets({ secretKey: null, dataDir })).toEqual(own)
  dropped.drop()
  expect(readdirSync(dataDir)).toEqual(['secret-key'])
  readySecret(dataDir, 'b'.repeat(64), now).put()
  expect(readSecrets({ secretKey: null, dataDir })).toEqual(readSecrets({ secretKey: 'b'.repeat(64), dataDir: '/nowhere' }))
  expect(readdirSync(dataDir)).toHaveLength(2)
})
