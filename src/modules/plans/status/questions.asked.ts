import { sql } from 'kysely'
import type { AskedKind } from '../../../platform/item/asked.ts'

/** Rounds under way in which somebody is asked and has something left to answer. */
export const questionsAsked: AskedKind = {
  what: 'status',
  words: { nb: 'Spørsmål om status', nn: 'Spørsmål om status', en: 'Question about status' },
  rows: ({ viewer, today }) => sql`
    select round.title, round.due_on, round.workspace_id, '/min-side/status/' || asked.id, true
    from status_asked asked join status_round round on round.id = asked.round_id
    where asked.person_id = ${viewer.person?.id ?? null}::uuid and round.state = 'open' and round.due_on >= ${today}::date
      and exists (select from status_share share join status_answer answer on answer.id = share.answer_id where share.asked_id = asked.id and share.handed_to is null and answer.sending_id is null)
      and (asked.pass_id is null or not exists (select from pass where pass.id = asked.pass_id and pass.revoked_at is not null))`,
}
