import { sql } from 'kysely'
import { moveReferences, removeRows, setColumn } from '../../../platform/db/journal/index.ts'
import { mergingRules } from '../merge/merge.ts'
import type { Held } from './affected.store.ts'
import type { Doing } from './carry-out.ts'
import { successorFor } from './succession.ts'

/**
 * Rounds of expectations that are under way, or being written: the old organisation's answer is the successor's, and what others expect of the old is expected of
 * it. Two that become one have one answer, with what both wrote and all who were asked, each with the link they have. Answers of rounds that are over
 * stand as they were given.
 */
export async function passOnExpectations({ journal, tx, workspaceId, change, choices }: Doing, members: Held['members']): Promise<void> {
  const these = sql`any(${change.from.map((one) => one.id)}::uuid[])`
  const underWay = sql`r.workspace_id = ${workspaceId} and r.state in ('draft', 'open')`
  const { rows: answers } = await sql<{ id: string; roundId: string; organisationId: string; personId: string | null }>`
    select a.id, a.round_id as "roundId", a.organisation_id as "organisationId", (select q.person_id from expectation_asked q where q.answer_id = a.id order by q.depth, q.id limit 1) as "personId"
    from expectation_answer a join expectation_round r on r.id = a.round_id where ${underWay} and a.organisation_id = ${these} order by a.id`.execute(tx)
  const moves = answers.flatMap((one) => {
    // Where one becomes several, the answer goes with the one who was asked first.
    const role = members.find((member) => member.personId === one.personId && member.organisationId === one.organisationId && choices.people[member.id])
    const to = successorFor(change, choices, one.organisationId, role && choices.people[role.id])
    return to ? [{ ...one, to }] : []
  })
  const { rows: standing } = await sql<{ id: string; key: string }>`
    select id, round_id::text || organisation_id as key from expectation_answer
    where round_id = any(${moves.map((one) => one.roundId)}::uuid[]) and organisation_id = any(${moves.map((one) => one.to)}::uuid[])`.execute(tx)
  const there = new Map(standing.map((row) => [row.key, row.id]))
  const [own, doubled]: [{ id: string; value: string }[], { from: string; to: string }[]] = [[], []]
  for (const { id, roundId, to } of moves) {
    const stays = there.get(`${roundId}${to}`)
    if (stays !== undefined) doubled.push({ from: id, to: stays })
    else {
      there.set(`${roundId}${to}`, id)
      own.push({ id, value: to })
    }
  }
  await moveReferences(journal, 'expectation_answer', doubled, mergingRules)
  await removeRows(journal, 'expectation_answer', sql`t.id = any(${doubled.map((one) => one.from)}::uuid[])`)
  const { rows: said } = await sql<{ id: string; aboutId: string }>`
    select s.id, s.about_id as "aboutId" from expectation_statement s join expectation_answer a on a.id = s.answer_id join expectation_round r on r.id = a.round_id where ${underWay} and s.about_id = ${these}`.execute(tx)
  const about = said.flatMap(({ id, aboutId }) => { const value = successorFor(change, choices, aboutId, undefined); return value ? [{ id, value }] : [] })
  for (const [table, column, rows] of [['expectation_answer', 'organisation_id', own], ['expectation_statement', 'about_id', about]] as const) {
    await setColumn(journal, table, column, sql`select id, value from unnest(${rows.map((one) => one.id)}::uuid[], ${rows.map((one) => one.value)}::uuid[]) x (id, value)`)
  }
}
