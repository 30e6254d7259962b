import { sql } from 'kysely'
import type { AnswerTables, AskedRounds } from '../../../actors/index.ts'
import { type RoundName, tablesOf } from './kind.ts'

/** A kind of round as those know it who see to who leaves and what organisations become. `about` is what names organisations in its answers. */
export function askedRounds({ name }: { name: RoundName }, path: AskedRounds['path'], about?: AnswerTables['about']): AskedRounds {
  const tables = tablesOf(name)
  const [round, answer, asked] = [sql.table(tables.round), sql.table(tables.answer), sql.table(tables.asked)]
  return {
    name, path, answers: { ...tables, ...(about && { about }) },
    asked: (which) => sql`
      select q.id, q.person_id, a.organisation_id, r.workspace_id, r.title, r.number, r.state = 'open' and a.sent_at is null and q.handed_on_at is null
      from ${asked} q join ${answer} a on a.id = q.answer_id join ${round} r on r.id = a.round_id where ${which}`,
  }
}
