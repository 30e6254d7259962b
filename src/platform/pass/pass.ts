import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Viewer } from '../access/viewer.ts'
import type { Reader, Tx } from '../db/database.ts'
import type { Access, Scope } from '../http/page.ts'
import type { Lang } from '../text/texts.ts'
import { isPast } from '../time/oslo.ts'

/** What a link from an e-mail may be for. Each has a page of its own. */
export type Purpose = 'status' | 'expectation' | 'picture' | 'evaluation' | 'invitation' | 'mail-choice' | 'follow-up' | 'meeting'

/** A link from an e-mail, as it stands now: open, past its last day, or taken back. */
export type Pass = {
  id: string
  purpose: Purpose
  subjectId: string
  /** Whom it was sent to, seen as somebody with this link: no roles, so that it opens one thing and nothing beside it. */
  holder: Viewer
  lastDay: string | null
  state: 'open' | 'ended' | 'revoked'
}

export type NewPass = { purpose: Purpose; subjectId: string; personId: string; lastDay: string | null; now: Temporal.Instant }

/** Makes a pass and returns its id; `passToken` makes the token of it, as often as the mail has to be written. */
export async function issuePass(tx: Tx, pass: NewPass): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('pass')
    .values({ id, purpose: pass.purpose, subject_id: pass.subjectId, person_id: pass.personId, created_at: pass.now.toString(), last_day: pass.lastDay })
    .execute()
  return id
}

/** Makes passes to several things at once; the ids come back in the order given. */
export async function issuePasses(tx: Tx, passes: readonly NewPass[]): Promise<string[]> {
  const made = passes.map((pass) => ({ ...pass, id: randomUUID() }))
  if (made.length > 0) {
    await tx
      .insertInto('pass')
      .values(made.map((pass) => ({ id: pass.id, purpose: pass.purpose, subject_id: pass.subjectId, person_id: pass.personId, created_at: pass.now.toString(), last_day: pass.lastDay })))
      .execute()
  }
  return made.map((pass) => pass.id)
}

/**
 * Gives the passes to these things a new last day; those that were taken back stay so. Passes that ended long ago have been swept: for these, new ones
 * are made, which the next mail carries. Returns those that were made.
 */
export async function lengthenPasses(tx: Tx, purpose: Purpose, holders: readonly { subjectId: string; personId: string }[], lastDay: string, now: Temporal.Instant): Promise<{ subjectId: string; passId: string }[]> {
  const rows = await tx
    .updateTable('pass')
    .set({ last_day: lastDay })
    .where('purpose', '=', purpose)
    .where('subject_id', '=', sql<string>`any(${holders.map((one) => one.subjectId)}::uuid[])`)
    .returning('subject_id')
    .execute()
  const had = new Set(rows.map((row) => row.subject_id))
  const without = holders.filter((one) => !had.has(one.subjectId))
  const made = await issuePasses(tx, without.map((one) => ({ purpose, ...one, lastDay, now })))
  return without.map(({ subjectId }, i) => ({ subjectId, passId: made[i] ?? '' }))
}

/** Takes back all passes to a thing, or only one person's. They open nothing from now on. */
export async function revokePasses(tx: Tx, of: { purpose: Purpose; subjectId: string; personId?: string }, now: Temporal.Instant): Promise<void> {
  let query = tx.updateTable('pass').set({ revoked_at: now.toString() }).where('purpose', '=', of.purpose).where('subject_id', '=', of.subjectId).where('revoked_at', 'is', null)
  if (of.personId) query = query.where('person_id', '=', of.personId)
  await query.execute()
}

/** Takes back all passes to several things of one sort. */
export async function revokePassesTo(tx: Tx, purpose: Purpose, subjectIds: readonly string[], now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('pass')
    .set({ revoked_at: now.toString() })
    .where('purpose', '=', purpose)
    .where('subject_id', '=', sql<string>`any(${[...subjectIds]}::uuid[])`)
    .where('revoked_at', 'is', null)
    .execute()
}

const idBytes = 16
const macBytes = 16
const macOf = (key: Uint8Array, purpose: Purpose, id: Buffer): Buffer => createHmac('sha256', key).update(`${purpose}\0`).update(id).digest().subarray(0, macBytes)

/** The token that stands in the link: the pass's id and a code of it that only this installation can make. 43 letters. */
export function passToken(key: Uint8Array, purpose: Purpose, id: string): string {
  const raw = Buffer.from(id.replaceAll('-', ''), 'hex')
  return Buffer.concat([raw, macOf(key, purpose, raw)]).toString('base64url')
}

/** The id in a token, when the token was made here and for this purpose. Asks no database. */
export function passIdOf(key: Uint8Array, purpose: Purpose, token: string): string | null {
  const raw = Buffer.from(token, 'base64url')
  if (raw.length !== idBytes + macBytes || raw.toString('base64url') !== token) return null
  const id = raw.subarray(0, idBytes)
  if (!timingSafeEqual(raw.subarray(idBytes), macOf(key, purpose, id))) return null
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Looks at a pass without using it: mail scanners open everything, so a GET changes nothing. */
export async function findPass(db: Reader, key: Uint8Array, purpose: Purpose, token: string, now: Temporal.Instant): Promise<Pass | null> {
  const id = passIdOf(key, purpose, token)
  if (!id) return null
  const row = await db
    .selectFrom('pass')
    .innerJoin('person', 'person.id', 'pass.person_id')
    .select(['pass.subject_id', 'pass.last_day', 'pass.revoked_at', 'person.id', 'person.name', 'person.language'])
    .where('pass.id', '=', id)
    .where('pass.purpose', '=', purpose)
    .where('person.blocked_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const lang = row.language as Lang
  return {
    id, purpose, subjectId: row.subject_id, lastDay: row.last_day,
    holder: { person: { id: row.id, name: row.name, language: lang, administrator: false }, memberships: [], lang },
    state: row.revoked_at ? 'revoked' : row.last_day !== null && isPast(row.last_day, now) ? 'ended' : 'open',
  }
}

export type WithPass = Scope & { pass: Pass }

/**
 * Whoever has a link for this purpose, at an address with `:token`. What they do is done by the one the link was sent to; on a link
 * that has ended the page is shown, so that it can say so, and the router refuses every change.
 */
export const passHolders = (purpose: Purpose): Access<WithPass> => ({
  name: `pass-${purpose}`,
  async check(request, params) {
    const pass = await findPass(request.db, request.platform.passKey, purpose, params.token ?? '', request.now)
    return pass ? { pass, holder: pass.holder, closed: pass.state !== 'open' } : { denied: 'missing' }
  },
})

/** Takes away passes that ended or were taken back before an instant; says how many. */
export async function sweepPasses(db: Reader, before: Temporal.Instant): Promise<number> {
  const then = sql`${before.toString()}::timestamptz`
  const { numDeletedRows } = await db.deleteFrom('pass').where(sql<boolean>`revoked_at < ${then} or last_day < ${then}`).executeTakeFirst()
  return Number(numDeletedRows)
}
