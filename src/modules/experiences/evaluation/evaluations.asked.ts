import { sql } from 'kysely'
import type { AskedKind } from '../../../platform/item/asked.ts'

/** Evaluations that wait for one's answer, also where one has left. */
export const evaluationsAsked: AskedKind = {
  what: 'evaluation',
  words: { nb: 'Evaluering av partnerskapet', nn: 'Evaluering av partnarskapet', en: 'Evaluation of the partnership' },
  rows: ({ viewer, today }) => sql`
    select item.title, round.due_on, item.workspace_id, '/min-side/evalueringer/' || q.id, true
    from evaluation_asked q join evaluation_round round on round.item_id = q.item_id join item on item.id = q.item_id
    where q.person_id = ${viewer.person?.id ?? null}::uuid and q.answered_on is null and q.handed_on_at is null and round.closed_on is null and round.due_on >= ${today}::date and item.removed_at is null
      and not exists (select from pass where pass.id = q.pass_id and pass.revoked_at is not null)`,
}
