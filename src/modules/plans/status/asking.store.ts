import { sql } from 'kysely'
import { holdsOn } from '../../../platform/access/holds.ts'
import type { Role, Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { organisationsById, reachOf } from '../../actors/index.ts'
import { readPlan } from '../one-page/plan.store.ts'
import { type Branch, isLate, type PlanItem, planTree } from '../one-page/plan-tree.ts'
import { type Contact, type Member, type Recipient, type Unreached, whomToAsk } from './recipients.ts'
import type { RoundScope } from './status.ts'

export type Choice = { scope: RoundScope; scopeId: string | null; leftOut: readonly string[] }
/** A measure that a round may ask about, with the version and state that it has now. */
export type Asking = PlanItem & { version: number; responsibleId: string | null }
export type Asked = { measures: Asking[]; leftOut: Asking[]; recipients: Recipient[]; unreached: Unreached[]; organisations: ReadonlyMap<string, string> }

/**
 * What a round would ask about and whom, as things stand: open measures that the viewer may see and all in the workspace may,
 * because a question to a partner must not tell what is kept among few.
 */
export async function readAsking(db: Reader, viewer: Viewer, workspace: WorkspaceHead, choice: Choice, now: Temporal.Instant): Promise<Asked> {
  const { items, links } = await readPlan(db, viewer, workspace.id)
  const wanted = chosen(items, planTree(items, links, workspace.areasAboveGoals), choice, now)
  const details = await detailsOf(db, wanted.map((item) => item.id))
  const all = wanted.flatMap((item) => {
    const detail = details.get(item.id)
    return detail ? [{ ...item, ...detail }] : []
  })
  const out = new Set(choice.leftOut)
  const measures = all.filter((item) => !out.has(item.id))
  const [members, contacts, owners, responsible] = [
    await membersWithAddress(db, workspace.id, now), await contactsOf(db, workspace.id), await ownersOf(db, workspace.id), await reachOf(db, measures.flatMap((item) => item.responsibleId ?? [])),
  ]
  const found = whomToAsk(measures.map((item) => ({ id: item.id, owners: item.owners.map((one) => one.id), responsibleId: item.responsibleId })), { members, contacts, responsible, workspaceOwners: owners })
  const named = await organisationsById(db, [...found.recipients, ...found.unreached].flatMap((one) => one.organisationId ?? []))
  return { measures, leftOut: all.filter((item) => out.has(item.id)), ...found, organisations: new Map([...named].map(([id, one]) => [id, one.name])) }
}

const isOpenMeasure = (item: PlanItem): boolean => item.kind === 'measure' && item.state !== 'completed' && item.state !== 'cancelled'
/** Open measures, but those that are kept in another system: their status is asked for there. */
export const isAskable = (item: PlanItem): boolean => isOpenMeasure(item) && !item.keptIn
/** How many open measures a round leaves out because they are kept in another system. */
export const leftElsewhere = (items: readonly PlanItem[]): number => items.filter((item) => isOpenMeasure(item) && item.keptIn).length

function chosen(items: readonly PlanItem[], tree: { tied: readonly Branch[]; untied: readonly Branch[] }, { scope, scopeId }: Choice, now: Temporal.Instant): PlanItem[] {
  const open = items.filter(isAskable)
  switch (scope) {
    case 'open': return open
    case 'late': return open.filter((item) => isLate(item, now))
    case 'organisation': return open.filter((item) => item.owners.some((one) => one.id === scopeId))
    // One that is named is asked about whatever its state: something may have happened after it was completed.
    case 'measure': return items.filter((item) => item.kind === 'measure' && !item.keptIn && item.id === scopeId)
    case 'goal':
    case 'priority_area': {
      const under = new Set<string>()
      const visit = (branch: Branch, inside: boolean) => {
        const within = inside || branch.item.id === scopeId
        if (within) under.add(branch.item.id)
        for (const one of branch.under) visit(one, within)
      }
      for (const branch of [...tree.tied, ...tree.untied]) visit(branch, false)
      return open.filter((item) => under.has(item.id))
    }
  }
}

async function detailsOf(db: Reader, ids: readonly string[]): Promise<Map<string, { version: number; responsibleId: string | null }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('item')
    .innerJoin('measure', 'measure.id', 'item.id')
    .select(['item.id', 'item.version', 'measure.responsible_id'])
    .where('item.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('item.audience', 'in', ['public', 'workspace'])
    .execute()
  return new Map(rows.map((row) => [row.id, { version: row.version, responsibleId: row.responsible_id }]))
}

/** The members of a workspace whose roles hold today, with how they are reached. */
async function membersWithAddress(db: Reader, workspaceId: string, now: Temporal.Instant): Promise<Member[]> {
  const today = osloDate(now).toString()
  const { rows } = await sql<{ personId: string; name: string; email: string | null; language: string; role: string; organisationId: string | null }>`
    select person.id as "personId", person.name, person.language, membership.role, membership.organisation_id as "organisationId",
      (select subject from identity where person_id = person.id and provider = 'email' order by created_at, subject limit 1) as email
    from membership join person on person.id = membership.person_id
    where membership.workspace_id = ${workspaceId} and ${holdsOn('membership', today)}
    order by person.name, membership.id`.execute(db)
  return rows.map((row) => ({ ...row, language: row.language as Lang, role: row.role as Role }))
}

/** Those who were named for an organisation that nobody represents here, the latest first. */
async function contactsOf(db: Reader, workspaceId: string): Promise<Contact[]> {
  const rows = await db.selectFrom('status_contact').select(['person_id', 'organisation_id']).where('workspace_id', '=', workspaceId).orderBy('named_at', 'desc').execute()
  const people = await reachOf(db, rows.map((row) => row.person_id))
  return rows.flatMap((row) => {
    const person = people.get(row.person_id)
    return person ? [{ ...person, organisationId: row.organisation_id }] : []
  })
}

const ownersOf = async (db: Reader, workspaceId: string): Promise<string[]> =>
  (await db.selectFrom('party').select('organisation_id').where('workspace_id', '=', workspaceId).where('role', '=', 'owner').where('valid_to', 'is', null).execute()).map((row) => row.organisation_id)
