import { sql } from 'kysely'
import { holdsOn } from '../../../platform/access/holds.ts'
import type { Reader } from '../../../platform/db/database.ts'

/**
 * Those who speak for these organisations in a workspace today and can be written to: their partner representatives; for the organisation
 * that owns it its secretariat, or its leader where it has none.
 */
export async function representativesOf(db: Reader, workspaceId: string, organisationIds: readonly string[], today: string): Promise<{ organisationId: string; personId: string }[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<{ organisationId: string; personId: string }>`
    with here as (
      select m.organisation_id, m.person_id, m.role,
        exists (select from party p where p.workspace_id = m.workspace_id and p.organisation_id = m.organisation_id and p.role = 'owner' and p.valid_to is null) as owner
      from membership m join person on person.id = m.person_id and person.blocked_at is null
      where m.workspace_id = ${workspaceId} and m.organisation_id = any(${[...organisationIds]}::uuid[])
        and ${holdsOn('m', today)}
        and exists (select from identity i where i.person_id = m.person_id and i.provider = 'email'))
    select distinct organisation_id as "organisationId", person_id as "personId" from here
    where role = 'partner' or (owner and (role in ('secretariat', 'process_leader')
      or (role = 'leader' and not exists (select from here k where k.organisation_id = here.organisation_id and k.role in ('secretariat', 'process_leader')))))
    order by 1, 2`.execute(db)
  return rows
}
