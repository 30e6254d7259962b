import { sql } from 'kysely'
import type { Platform } from '../../platform/platform.ts'
import { fillWorld } from './world.ts'

/** Any number that only this uses: of two that start at once, one fills the demo. */
const demoLock = 7_316_004

/** Fills an empty installation with the example, once. A demo that somebody has worked in is left alone. */
export async function fillDemo(platform: Platform): Promise<void> {
  await platform.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${demoLock})`.execute(tx)
    const { rows } = await sql<{ filled: boolean }>`select exists (select from workspace) as filled`.execute(tx)
    if (!rows[0]?.filled) await fillWorld(platform, tx)
  })
}
