import { sql } from 'kysely'
import type { AskedKind } from '../../../platform/item/asked.ts'

/** Rounds of expectations in which somebody is asked, and their organisation has not answered, or has not replied to what others expect of it. */
export const expectationsAsked: readonly AskedKind[] = [
  {
    what: 'expectation',
    words: { nb: 'Spørsmål om forventninger', nn: 'Spørsmål om forventningar', en: 'Question about expectations' },
    rows: ({ viewer, today }) => sql`
      select round.title, round.due_on, round.workspace_id, '/min-side/forventninger/' || q.id, true
      from expectation_asked q join expectation_answer a on a.id = q.answer_id join expectation_round round on round.id = a.round_id
      where q.person_id = ${viewer.person?.id ?? null}::uuid and q.handed_on_at is null and round.state = 'open' and round.due_on >= ${today}::date and a.sent_at is null
        and not exists (select from pass where pass.id = q.pass_id and pass.revoked_at is not null)`,
  },
  {
    what: 'expectation_reply',
    words: { nb: 'Svar på det andre forventer', nn: 'Svar på det andre ventar', en: 'Reply to what others expect' },
    rows: ({ viewer, today }) => sql`
      select round.title, round.reply_by, round.workspace_id, '/min-side/forventninger/' || q.id, true
      from expectation_asked q join expectation_answer a on a.id = q.answer_id join expectation_round round on round.id = a.round_id
      where q.person_id = ${viewer.person?.id ?? null}::uuid and q.handed_on_at is null and round.state = 'released' and round.reply_by >= ${today}::date
        and not exists (select from pass where pass.id = q.pass_id and pass.revoked_at is not null)
        and exists (
          select from expectation_statement s join expectation_answer other on other.id = s.answer_id
          where other.round_id = round.id and other.id <> a.id and s.sent and s.what = 'expects' and s.about_id = a.organisation_id and not exists (select from expectation_reply r where r.statement_id = s.id))`,
  },
]
