import { sql } from 'kysely'
import type { AskedRounds } from '../../actors/index.ts'

/** Status rounds, as those know them who see to what is left when somebody leaves. Each is asked about measures of their own. */
export const statusRounds: AskedRounds = {
  name: 'status',
  path: () => 'plan/status',
  asked: (which) => sql`
    select q.id, q.person_id, q.organisation_id, r.workspace_id, r.title, r.number,
      r.state = 'open' and exists (select from status_share s join status_answer n on n.id = s.answer_id where s.asked_id = q.id and s.handed_to is null and n.sending_id is null)
    from status_asked q join status_round r on r.id = q.round_id where ${which}`,
}
