import { actingFor, type Viewer } from '../access/viewer.ts'
import { appendEvents, type Happening } from '../audit/record.ts'
import type { Database, Tx } from './database.ts'

/**
 * One unit of work: everything an action does, in one transaction that was handed to it.
 * Actions record what happened; the chain is appended as the last thing before the commit.
 */
export type Work = {
  tx: Tx
  viewer: Viewer
  now: Temporal.Instant
  /** How the change came: a page, an e-mail link, a command. */
  via: string
  /** On behalf of which organisation, where that does not follow from the viewer's roles. */
  actingFor?: string | null
  record(happening: Happening): void
  happenings: readonly Happening[]
}

/** What the composition root adds to every unit of work, such as checking the thread again where it was touched. */
export type BeforeCommit = (work: Work) => Promise<void>

export type WorkSettings = { db: Database; auditKey: Uint8Array; beforeCommit: readonly BeforeCommit[] }

/** Thrown by `refuse` to leave a transaction without a trace; caught by `inTransaction`, seen by nobody else. */
class Refused<R> extends Error {
  readonly refusal: R
  constructor(refusal: R) {
    super('refused')
    this.refusal = refusal
  }
}

/** A change, or a reason why not. A refusal rolls everything back. */
export type Outcome<T, R> = { done: T } | { refused: R }

/**
 * Runs an action in a transaction. A refusal that it returns undoes what it did; an exception does too, and is a fault.
 * Serialisation failures and deadlocks are tried again: nothing was acknowledged yet.
 */
export async function inTransaction<T, R>(
  settings: WorkSettings,
  by: { viewer: Viewer; now: Temporal.Instant; via: string; actingFor?: string | null },
  action: (work: Work) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await settings.db.transaction().execute(async (tx) => {
        const happenings: Happening[] = []
        const work: Work = { tx, ...by, happenings, record: (happening) => void happenings.push(happening) }
        const outcome = await action(work)
        if ('refused' in outcome) throw new Refused(outcome.refused)
        for (const step of settings.beforeCommit) await step(work)
        const actingForIn = (workspaceId: string) => (by.actingFor !== undefined ? by.actingFor : actingFor(by.viewer, workspaceId))
        await appendEvents(tx, settings.auditKey, { personId: by.viewer.person?.id ?? null, actingForIn, via: by.via, at: by.now }, happenings)
        await refuseArchived(tx, happenings)
        return outcome
      })
    } catch (error) {
      if (error instanceof Refused) return { refused: error.refusal as R }
      if (attempt < 3 && isPassing(error)) continue
      throw error
    }
  }
}

/**
 * Thrown when something was changed in a workspace that is closed: whichever way the change came, it is undone. The router says it
 * in words; a job that meets it has nothing to do.
 */
export class WorkspaceArchived extends Error {
  constructor() {
    super('The workspace is archived')
  }
}

/**
 * That two were one and the same is found out also after a workspace is closed: its work stands, and its history tells. And what lets
 * other systems in may be shut.
 */
const ofIdentity: ReadonlySet<string> = new Set(['item.moved', 'organisation.merged', 'organisation.parted', 'person.merged', 'person.parted', 'key.revoked'])

/** Asked when the head of the chain is locked, so that nothing slips in while the workspace is being closed. */
async function refuseArchived(tx: Tx, happenings: readonly Happening[]): Promise<void> {
  const closing = new Set(happenings.flatMap((one) => (one.what === 'workspace.archived' ? [one.workspaceId] : [])))
  const others = [...new Set(happenings.filter((one) => !ofIdentity.has(one.what)).map((one) => one.workspaceId))].filter((id) => !closing.has(id))
  if (others.length === 0) return
  const archived = await tx.selectFrom('workspace').select('id').where('id', 'in', others).where('state', '=', 'archived').executeTakeFirst()
  if (archived) throw new WorkspaceArchived()
}

/** 40001 serialisation failure, 40P01 deadlock. */
const isPassing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01')
