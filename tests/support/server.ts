import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbedded, type EmbeddedDatabase } from '../../src/platform/db/embedded/embedded.ts'
import { isRefusal } from '../../src/platform/db/embedded/refusal.ts'
import { projectRoot } from '../../src/platform/project-root.ts'

/** Several runs may go on at once in one tree: each takes the first folder that nobody holds. */
export async function startTestServer(): Promise<EmbeddedDatabase> {
  for (let place = 1; ; place++) {
    const dataDir = join(projectRoot, 'test-results', `database-${place}`)
    const options = { dataDir, durable: false, patienceMs: 0, log: console.warn }
    const server = await startEmbedded(options)
    if (!isRefusal(server)) return server
    if (server.cause === 'in-use') continue
    // Nothing in it is worth keeping, and with fsync off a power cut may have spoilt it.
    await rm(dataDir, { recursive: true, force: true })
    const again = await startEmbedded(options)
    if (!isRefusal(again)) return again
    throw new Error(again.refused)
  }
}
