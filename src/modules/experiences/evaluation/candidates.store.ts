import { sql } from 'kysely'
import { holdsOn } from '../../../platform/access/holds.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { PartnerType } from './form.ts'

/** Somebody who may be asked, and why: they speak for a party today, or did so until a day in the period. */
export type Candidate = { personId: string; name: string; email: string | null; organisationId: string; organisation: string; type: PartnerType; leftOn: string | null }

/**
 * Those who may be asked about a partnership, each once: everybody who represents a party with a role today, and those who left since a day, because
 * their role ended or their organisation is a party no more. Those who left are a group of their own. People who are blocked are not among them.
 */
export async function candidatesFor(db: Reader, workspaceId: string, since: string, today: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    with here as (
      select m.person_id, m.organisation_id,
        ${holdsOn('m', today)} and exists (select from party p where p.workspace_id = m.workspace_id and p.organisation_id = m.organisation_id and p.role <> 'mentioned' and (p.valid_to is null or p.valid_to >= ${today}::date)) as now,
        least(m.valid_to, case when not exists (select from party p where p.workspace_id = m.workspace_id and p.organisation_id = m.organisation_id and p.valid_to is null)
          then (select max(p.valid_to) from party p where p.workspace_id = m.workspace_id and p.organisation_id = m.organisation_id) end) as left_on
      from membership m
      where m.workspace_id = ${workspaceId} and m.organisation_id is not null and m.role in ('leader', 'secretariat', 'process_leader', 'partner') and m.valid_from <= ${today}::date)
    select * from (
      select distinct on (here.person_id) here.person_id as "personId", person.name, organisation.id as "organisationId", organisation.name as organisation,
        case when here.now then organisation.kind else 'left' end as type, case when not here.now then here.left_on end as "leftOn",
        (select subject from identity where person_id = here.person_id and provider = 'email' order by created_at, subject limit 1) as email
      from here join person on person.id = here.person_id and person.blocked_at is null join organisation on organisation.id = here.organisation_id
      where here.now or (here.left_on >= ${since}::date and here.left_on < ${today}::date)
      order by here.person_id, here.now desc, here.left_on desc, organisation.name) one
    order by "leftOn" is not null, organisation, name limit 500`.execute(db)
  return rows
}
