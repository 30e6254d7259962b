import type { Database, Tx } from '../../../platform/db/database.ts'
import type { BeforeCommit } from '../../../platform/db/work.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { beginDay, everChecked, holdWorkspace } from './day.store.ts'
import { keepCounts } from './count.store.ts'
import { kindsOf, settleRows, walkBack } from './row.store.ts'
import { readStanding, type Standing } from './standing.store.ts'
import { type Touched, touchedBy, waysBack } from './touched.ts'

/** Above this many, asking about everything is quicker than finding out what to ask about. */
const manyItems = 1_000

export const checkedKinds = (catalogue: Catalogue): string[] => [...catalogue.kinds.keys()]

/** Asks again about what a unit of work touched, in its own transaction: the rows are never behind what is committed. */
export const recheckTouched = (catalogue: Catalogue): BeforeCommit => async (work) => {
  const touched = touchedBy(work.happenings)
  // Always in the same order, so that two transactions never wait for each other.
  for (const workspaceId of [...touched.keys()].sort()) {
    const here = touched.get(workspaceId)
    if (here) await recheck(work.tx, catalogue, workspaceId, here, work.now)
  }
}

async function recheck(tx: Tx, catalogue: Catalogue, workspaceId: string, touched: Touched, now: Temporal.Instant): Promise<void> {
  const ends = touched.ties.flatMap((tie) => [tie.from, tie.to])
  const own = [...new Set([...touched.items, ...ends])]
  if (own.length === 0 && !touched.whole) return
  const standing = await upToDay(tx, catalogue, workspaceId, now)
  if (standing === 'checked-whole') return
  const at = { today: osloDate(now).toString(), now }
  if (touched.whole || own.length > manyItems) {
    await settleRows(tx, catalogue, standing, catalogue.checks, null, at)
    return
  }
  const kindOf = await kindsOf(tx, own)
  const further = await walkBack(tx, waysBack(catalogue.checks, touched, kindOf))
  const asked = Map.groupBy([...[...kindOf].map(([id, kind]) => ({ id, kind })), ...further], (one) => one.kind)
  await settleRows(tx, catalogue, standing, catalogue.checks, new Map([...asked].map(([kind, all]) => [kind, [...new Set(all.map((one) => one.id))]])), at)
}

/**
 * Holds the workspace for this transaction and lets a new day begin: yesterday's counts are kept, and rules about dates are asked.
 * A workspace that was never checked is checked whole.
 */
async function upToDay(tx: Tx, catalogue: Catalogue, workspaceId: string, now: Temporal.Instant): Promise<Standing | 'checked-whole'> {
  const today = osloDate(now).toString()
  const held = await holdWorkspace(tx, workspaceId, today)
  const standing = await readStanding(tx, workspaceId, checkedKinds(catalogue))
  if (held === 'new') {
    await settleRows(tx, catalogue, standing, catalogue.checks, null, { today, now }, true)
    return 'checked-whole'
  }
  if (held !== today) {
    await keepCounts(tx, workspaceId, held)
    await settleRows(tx, catalogue, standing, catalogue.checks.filter((rule) => rule.byDate), null, { today, now })
    await beginDay(tx, workspaceId, today)
  }
  return standing
}

/**
 * Asks every rule about everything in a workspace and makes the rows right. Returns how many were not: after an import that
 * is what it found, and otherwise it should be 0.
 */
export async function checkWorkspace(tx: Tx, catalogue: Catalogue, workspaceId: string, now: Temporal.Instant): Promise<number> {
  const today = osloDate(now).toString()
  const standing = await upToDay(tx, catalogue, workspaceId, now)
  if (standing === 'checked-whole') return 0
  return settleRows(tx, catalogue, standing, catalogue.checks, null, { today, now }, true)
}

/** Before a page reads rows: if it is a new day in Oslo, rules about dates are asked first. Usually nothing is done. */
export async function freshen(db: Database, catalogue: Catalogue, standing: Standing, now: Temporal.Instant): Promise<void> {
  if (standing.checkedOn === osloDate(now).toString()) return
  await db.transaction().execute((tx) => upToDay(tx, catalogue, standing.workspaceId, now))
}

/** For the job that runs a little after midnight: every workspace gets its new day, one transaction each. Returns how many. */
export async function checkNewDay(db: Database, catalogue: Catalogue, now: Temporal.Instant): Promise<number> {
  const waiting = await everChecked(db, osloDate(now).toString())
  for (const workspaceId of waiting) await db.transaction().execute((tx) => upToDay(tx, catalogue, workspaceId, now))
  return waiting.length
}
