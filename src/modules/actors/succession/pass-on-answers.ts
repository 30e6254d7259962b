import { sql } from 'kysely'
import { moveReferences, removeRows, setColumn } from '../../../platform/db/journal/index.ts'
import { mergingRules } from '../merge/merge.ts'
import type { AnswerTables } from '../rounds.ts'
import type { Held } from './affected.store.ts'
import type { Doing } from './carry-out.ts'
import { successorFor } from './succession.ts'

const underWay = (workspaceId: string) => sql`r.workspace_id = ${workspaceId} and r.state in ('draft', 'open')`
const old = ({ change }: Doing) => sql`any(${change.from.map((one) => one.id)}::uuid[])`

/**
 * Rounds in which an organisation has one answer, and that are under way, or being written: the old organisation's answer is the successor's, and what others
 * say in them of the old is said of it. Answers of rounds that are over stand as they were given.
 */
export async function passOnAnswers(doing: Doing, kinds: readonly AnswerTables[], members: Held['members']): Promise<void> {
  for (const tables of kinds) {
    await passOnAnswersOf(tables, doing, members)
    if (tables.about) await passOnAbout(tables, tables.about, doing)
  }
}

async function passOnAbout({ round, answer }: AnswerTables, { table, column }: NonNullable<AnswerTables['about']>, doing: Doing): Promise<void> {
  const { journal, tx, workspaceId, change, choices } = doing
  const { rows: said } = await sql<{ id: string; aboutId: string }>`
    select s.id, s.${sql.ref(column)} as "aboutId" from ${sql.table(table)} s join ${sql.table(answer)} a on a.id = s.answer_id join ${sql.table(round)} r on r.id = a.round_id
    where ${underWay(workspaceId)} and s.${sql.ref(column)} = ${old(doing)}`.execute(tx)
  const about = said.flatMap(({ id, aboutId }) => { const value = successorFor(change, choices, aboutId, undefined); return value ? [{ id, value }] : [] })
  await setColumn(journal, table, column, valuesOf(about))
}

const valuesOf = (rows: readonly { id: string; value: string }[]) => sql`select id, value from unnest(${rows.map((one) => one.id)}::uuid[], ${rows.map((one) => one.value)}::uuid[]) x (id, value)`

/** Two that become one have one answer, with what both wrote and all who were asked, each with the link they have. */
async function passOnAnswersOf({ round, answer, asked }: AnswerTables, doing: Doing, members: Held['members']): Promise<void> {
  const { journal, tx, workspaceId, change, choices } = doing
  const { rows: answers } = await sql<{ id: string; roundId: string; organisationId: string; personId: string | null }>`
    select a.id, a.round_id as "roundId", a.organisation_id as "organisationId", (select q.person_id from ${sql.table(asked)} q where q.answer_id = a.id order by q.depth, q.id limit 1) as "personId"
    from ${sql.table(answer)} a join ${sql.table(round)} r on r.id = a.round_id where ${underWay(workspaceId)} and a.organisation_id = ${old(doing)} order by a.id`.execute(tx)
  const moves = answers.flatMap((one) => {
    // Where one becomes several, the answer goes with the one who was asked first.
    const role = members.find((member) => member.personId === one.personId && member.organisationId === one.organisationId && choices.people[member.id])
    const to = successorFor(change, choices, one.organisationId, role && choices.people[role.id])
    return to ? [{ ...one, to }] : []
  })
  const { rows: standing } = await sql<{ id: string; key: string }>`
    select id, round_id::text || organisation_id as key from ${sql.table(answer)}
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
  await moveReferences(journal, answer, doubled, mergingRules)
  await removeRows(journal, answer, sql`t.id = any(${doubled.map((one) => one.from)}::uuid[])`)
  await setColumn(journal, answer, 'organisation_id', valuesOf(own))
}
