import type { Database, Tx } from '../../../platform/db/database.ts'
import type { BeforeCommit } from '../../../platform/db/work.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { beginDay, holdWorkspaces, type Room, roomsToCheck } from './day.store.ts'
import { keepCounts } from './count.store.ts'
import { type At, everyOf, settleRows, walkBack } from './row.store.ts'
import type { Standing } from './standing.store.ts'
import { type Touched, touchedBy, waysBack } from './touched.ts'

/** Above this many, asking about everything is quicker than finding out what to ask about. */
const manyItems = 1_000

/** So much is checked in one go: enough that each is not planned and begun by itself, and no more than others can wait for. */
const itemsAtOnce = 5_000

export const checkedKinds = (catalogue: Catalogue): string[] => [...catalogue.kinds.keys()]

const atOf = (now: Temporal.Instant): At => ({ today: osloDate(now).toString(), now })

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
  const whole = touched.whole || own.length > manyItems
  const { fresh, kindOf } = await upToDay(tx, catalogue, [workspaceId], now, whole ? [] : own)
  if (fresh.length > 0) return
  if (whole) {
    await settleRows(tx, catalogue, catalogue.checks, { workspaces: [workspaceId] }, atOf(now), { afresh: true })
    return
  }
  const further = await walkBack(tx, waysBack(catalogue.checks, touched, kindOf))
  const touchedKinds = new Set(kindOf.values())
  const others = catalogue.checks.filter((rule) => rule.others?.some((kind) => touchedKinds.has(kind))).map((rule) => rule.kind)
  const all = await everyOf(tx, workspaceId, [...new Set(others)])
  const asked = Map.groupBy([...[...kindOf].map(([id, kind]) => ({ id, kind })), ...further, ...all], (one) => one.kind)
  await settleRows(tx, catalogue, catalogue.checks, { workspace: workspaceId, items: new Map([...asked].map(([kind, all]) => [kind, [...new Set(all.map((one) => one.id))]])) }, atOf(now))
}

/**
 * Holds the workspaces for this transaction and lets a new day begin: yesterday's counts are kept, and rules about dates are asked.
 * Those that were never checked are checked whole, and told (`fresh`). Tells also of what kinds these items are.
 */
async function upToDay(tx: Tx, catalogue: Catalogue, workspaceIds: readonly string[], now: Temporal.Instant, items: readonly string[] = []): Promise<{ fresh: string[]; kindOf: Map<string, string> }> {
  const at = atOf(now)
  const { days, kindOf } = await holdWorkspaces(tx, workspaceIds, at.today, items)
  const fresh = workspaceIds.filter((id) => days.get(id) === 'new')
  const behind = workspaceIds.filter((id) => days.get(id) !== 'new' && days.get(id) !== at.today)
  if (fresh.length > 0) await settleRows(tx, catalogue, catalogue.checks, { workspaces: fresh }, at, { all: true, afresh: true })
  if (behind.length > 0) {
    await keepCounts(tx, behind)
    await settleRows(tx, catalogue, catalogue.checks.filter((rule) => rule.byDate), { workspaces: behind }, at)
    await beginDay(tx, behind, at.today)
  }
  return { fresh, kindOf }
}

/**
 * Asks every rule about everything in these workspaces and makes the rows right. Returns how many were not: after an import that
 * is what it found, and otherwise it should be 0.
 */
export async function checkWorkspaces(tx: Tx, catalogue: Catalogue, workspaceIds: readonly string[], now: Temporal.Instant): Promise<number> {
  const { fresh } = await upToDay(tx, catalogue, workspaceIds, now)
  const rest = workspaceIds.filter((id) => !fresh.includes(id))
  return rest.length === 0 ? 0 : settleRows(tx, catalogue, catalogue.checks, { workspaces: rest }, atOf(now), { all: true })
}

export const checkWorkspace = (tx: Tx, catalogue: Catalogue, workspaceId: string, now: Temporal.Instant): Promise<number> => checkWorkspaces(tx, catalogue, [workspaceId], now)

/** Before a page reads rows: if it is a new day in Oslo, rules about dates are asked first. Usually nothing is done. */
export async function freshen(db: Database, catalogue: Catalogue, standing: Standing, now: Temporal.Instant): Promise<void> {
  if (standing.checkedOn === osloDate(now).toString()) return
  await db.transaction().execute((tx) => upToDay(tx, catalogue, [standing.workspaceId], now))
}

/** For the job that runs a little after midnight: every workspace gets its new day, a group of them in each transaction. Returns how many. */
export async function checkNewDay(db: Database, catalogue: Catalogue, now: Temporal.Instant): Promise<number> {
  const waiting = await roomsToCheck(db, osloDate(now).toString())
  await eachGroup(db, waiting, (tx, ids) => upToDay(tx, catalogue, ids, now))
  return waiting.length
}

/** A full run of everything, a group of workspaces in each transaction. Says how many rows were not right. */
export async function checkEverything(db: Database, catalogue: Catalogue, now: Temporal.Instant): Promise<{ rowsMended: number; workspaces: number }> {
  const rooms = await roomsToCheck(db, null)
  let rowsMended = 0
  await eachGroup(db, rooms, async (tx, ids) => {
    const mended = await checkWorkspaces(tx, catalogue, ids, now)
    rowsMended += mended
  })
  return { rowsMended, workspaces: rooms.length }
}

/** Does something with one group of rooms after another, each in a transaction of its own, on two lines to the database: no group shares a workspace with another. */
async function eachGroup(db: Database, rooms: readonly Room[], work: (tx: Tx, ids: readonly string[]) => Promise<unknown>): Promise<void> {
  const groups = inGroups(rooms).values()
  const line = async () => {
    for (const ids of groups) await db.transaction().execute((tx) => work(tx, ids))
  }
  await Promise.all([line(), line()])
}

/** Rooms as they come, as many together as hold no more than may be checked at once; one that holds more is alone. */
export function inGroups(rooms: readonly Room[], most = itemsAtOnce): string[][] {
  const groups: string[][] = []
  let held = Infinity
  for (const { id, size } of rooms) {
    held += size
    if (held > most) {
      groups.push([])
      held = size
    }
    groups.at(-1)?.push(id)
  }
  return groups
}
