import { sql } from 'kysely'
import { removeRows, setColumn } from '../../../platform/db/journal/index.ts'
import type { Held } from './affected.store.ts'
import type { Doing } from './carry-out.ts'
import { type Choices, successorFor } from './succession.ts'

type Waiting = { table: 'status_contact' | 'status_asked' | 'status_round' | 'invitation' | 'handover'; id: string; organisationId: string; personId: string | null; subjectId: string | null }

const pointer = { status_contact: 'organisation_id', status_asked: 'organisation_id', status_round: 'scope_id', invitation: 'organisation_id', handover: 'organisation_id' } as const

/**
 * What waits for somebody on behalf of the old organisation waits for the successor's: whom to ask about status, questions in rounds
 * under way, rounds that are being written, invitations that stand open, and what somebody left behind. What was answered stands as it was.
 */
export async function passOnWaiting({ journal, tx, workspaceId, change, choices }: Doing, members: Held['members']): Promise<void> {
  const these = sql`any(${change.from.map((one) => one.id)}::uuid[])`
  const { rows } = await sql<Waiting>`
    select 'status_contact' as table, id, organisation_id as "organisationId", person_id as "personId", null::uuid as "subjectId" from status_contact where workspace_id = ${workspaceId} and organisation_id = ${these}
    union all select 'status_asked', q.id, q.organisation_id, q.person_id, null from status_asked q join status_round r on r.id = q.round_id where r.workspace_id = ${workspaceId} and r.state = 'open' and q.organisation_id = ${these}
    union all select 'status_round', id, scope_id, null, null from status_round where workspace_id = ${workspaceId} and state = 'draft' and scope = 'organisation' and scope_id = ${these}
    union all select 'invitation', id, organisation_id, person_id, null from invitation where workspace_id = ${workspaceId} and state in ('sent', 'reminded') and organisation_id = ${these}
    union all select 'handover', id, organisation_id, person_id, subject_id from handover where workspace_id = ${workspaceId} and settled_at is null and organisation_id = ${these}
    order by 1, 2`.execute(tx)
  const moves = rows.flatMap((row) => {
    const to = successorFor(change, choices, row.organisationId, chosenFor(row, choices, members))
    return to ? [{ ...row, to }] : []
  })
  // Somebody may be named for both of two that become one, or for the successor already.
  const contacts = moves.filter((one) => one.table === 'status_contact')
  const { rows: standing } = await sql<{ key: string }>`
    select organisation_id::text || person_id as key from status_contact where workspace_id = ${workspaceId} and organisation_id = any(${contacts.map((one) => one.to)}::uuid[])`.execute(tx)
  const there = new Set(standing.map((row) => row.key))
  const doubled = new Set(contacts.flatMap((one) => {
    const key = `${one.to}${one.personId}`
    if (there.has(key)) return [one.id]
    there.add(key)
    return []
  }))
  await removeRows(journal, 'status_contact', sql`t.id = any(${[...doubled]}::uuid[])`)
  for (const [table, own] of Map.groupBy(moves.filter((one) => !doubled.has(one.id)), (one) => one.table)) {
    await setColumn(journal, table, pointer[table], sql`select id, value from unnest(${own.map((one) => one.id)}::uuid[], ${own.map((one) => one.to)}::uuid[]) x (id, value)`)
  }
}

/** Who was chosen for the thing that it is about, or for the role that the person has for the old organisation. */
function chosenFor({ subjectId, personId, organisationId }: Waiting, choices: Choices, members: Held['members']): string | undefined {
  const own = subjectId === null ? undefined : (choices.items[subjectId] ?? choices.people[subjectId])
  const role = members.find((one) => one.personId === personId && one.organisationId === organisationId && choices.people[one.id])
  return own ?? (role && choices.people[role.id])
}
