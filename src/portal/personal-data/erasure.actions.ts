import { sql } from 'kysely'
import { installation } from '../../platform/audit/installation.ts'
import { appendEvents } from '../../platform/audit/record.ts'
import type { Outcome, Work } from '../../platform/db/work.ts'
import { erasePerson, subjectOf } from '../../platform/personal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { personalData } from './classification.ts'
import { administersAlone, dueErasures, holdErasure, insertErasure, ledAlone, noteDone, noteWaiting, undoErasure } from './erasure.store.ts'

/** How long one may regret it. */
export const regretDays = 14

export const dueFrom = (now: Temporal.Instant): Temporal.Instant => now.add({ hours: 24 * regretDays })

/** Somebody asks to be deleted, or an administrator does it for them with a reason. Those who lead or administer alone hand over first. */
export async function askErasure(work: Work, { personId, reason }: { personId: string; reason: string | null }): Promise<Outcome<Temporal.Instant, 'leads' | 'administers' | 'already'>> {
  const by = work.viewer.person?.id ?? ''
  if (await administersAlone(work.tx, personId)) return { refused: 'administers' }
  if ((await ledAlone(work.tx, personId, osloDate(work.now).toString())).length > 0) return { refused: 'leads' }
  const due = dueFrom(work.now)
  if (!(await insertErasure(work.tx, { personId, askedBy: by, reason, now: work.now, due }))) return { refused: 'already' }
  work.record({ workspaceId: installation, what: 'person.erasure-asked', body: { person: personId, due: due.toString() } })
  return { done: due }
}

/** They have thought again. */
export async function regretErasure(work: Work, personId: string): Promise<Outcome<true, 'gone'>> {
  if (!(await undoErasure(work.tx, personId, work.viewer.person?.id ?? '', work.now))) return { refused: 'gone' }
  work.record({ workspaceId: installation, what: 'person.erasure-undone', body: { person: personId } })
  return { done: true }
}

/**
 * Carries out the wishes whose day has come, each in one transaction of its own: one that fails does not keep the others, and is thrown in the end. One whose person leads or administers alone by now waits,
 * and is seen by the administrators. Returns how many were done.
 */
export async function carryOutErasures({ db, auditKey }: Pick<Platform, 'db' | 'auditKey'>, now: Temporal.Instant): Promise<number> {
  let done = 0
  const faults: unknown[] = []
  for (const { id } of await dueErasures(db, now, 500)) {
    done += await db.transaction().execute(async (tx) => {
      // It reads through all that was ever written, and nobody waits for it.
      await sql`set local statement_timeout = '10min'`.execute(tx)
      const wish = await holdErasure(tx, id)
      if (!wish) return 0
      const why = (await administersAlone(tx, wish.personId)) ? 'administrator' : (await ledAlone(tx, wish.personId, osloDate(now).toString())).length > 0 ? 'leader' : null
      if (why) {
        await noteWaiting(tx, id, why)
        return 0
      }
      await noteDone(tx, id, await erasePerson(tx, personalData, await subjectOf(tx, wish.personId, now), now), now)
      await appendEvents(tx, auditKey, { personId: null, via: 'job', at: now }, [{ workspaceId: installation, what: 'person.erased', body: { person: wish.personId } }])
      return 1
    }).catch((fault: unknown) => {
      faults.push(fault)
      return 0
    })
  }
  if (faults.length > 0) throw faults[0]
  return done
}
