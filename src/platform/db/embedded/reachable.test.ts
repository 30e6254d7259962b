import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closedFolder } from './reachable.ts'

const stranger = { uid: 65_533, gid: 65_533 }
let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'))
  mkdirSync(join(home, 'project'))
})
afterEach(() => rmSync(home, { recursive: true }))

test.skipIf(process.platform === 'win32')('a closed home is found above what lies in it, also when that is not made yet', () => {
  chmodSync(home, 0o700)
  expect(closedFolder(join(home, 'project'), stranger)).toBe(home)
  expect(closedFolder(join(home, 'project/data/postgres'), stranger)).toBe(home)
  chmodSync(home, 0o711)
  expect(closedFolder(join(home, 'project/data'), stranger)).toBeNull()
})

test('one who runs the database as oneself may enter what is one’s own', () => {
  chmodSync(home, 0o700)
  expect(closedFolder(home, {})).toBeNull()
})
