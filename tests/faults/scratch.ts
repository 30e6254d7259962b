import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A data folder for one test, gone when it has finished. */
export function scratchFolder(): string {
  const folder = temporaryFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A data folder that whoever asks removes. */
export const temporaryFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'tradverk-test-')))
