import { sql } from 'kysely'
import type { Reader } from '../db/database.ts'
import { installation } from '../audit/installation.ts'
import { osloDate } from '../time/oslo.ts'
import type { Subject } from './rule.ts'

/** Who an account is on this day: itself and everybody who was merged into it, what they are called, and every way in that is an address. */
export async function subjectOf(db: Reader, personId: string, now: Temporal.Instant): Promise<Subject> {
  const today = sql`${osloDate(now).toString()}::date`
  const { rows: [found] } = await sql<{ ids: string[]; names: string[]; addresses: string[]; workspaces: string[] }>`
    with recursive self as (
      select id, name from person where id = ${personId}
      union select p.id, p.name from person p join self on p.merged_into_id = self.id)
    select array_agg(self.id::text) as ids, array_agg(distinct self.name::text) as names,
      coalesce((select array_agg(distinct lower(i.subject)) from identity i where i.person_id in (select id from self) and i.subject like '%@%'), '{}') as addresses,
      coalesce((select array_agg(distinct m.workspace_id::text) from membership m where m.person_id in (select id from self) and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})), '{}')
        || case when exists (select from person p join self on self.id = p.id where p.administrator) then array[${installation}::text] else '{}' end as workspaces
    from self`.execute(db)
  return { ids: found?.ids ?? [], names: found?.names ?? [], addresses: found?.addresses ?? [], workspaces: found?.workspaces ?? [] }
}
