import { sql } from 'kysely'
import type { AskedKind } from '../../../platform/item/asked.ts'

/** Rounds of the common picture in which somebody is asked, and their organisation has not answered. */
export const picturesAsked: AskedKind = {
  what: 'picture',
  words: { nb: 'Spørsmål om utfordringene', nn: 'Spørsmål om utfordringane', en: 'Question about the challenges' },
  rows: ({ viewer, today }) => sql`
    select round.title, round.due_on, round.workspace_id, '/min-side/felles-bilde/' || q.id, true
    from picture_asked q join picture_answer a on a.id = q.answer_id join picture_round round on round.id = a.round_id
    where q.person_id = ${viewer.person?.id ?? null}::uuid and q.handed_on_at is null and round.state = 'open' and round.due_on >= ${today}::date and a.sent_at is null
      and not exists (select from pass where pass.id = q.pass_id and pass.revoked_at is not null)`,
}
