import { sql } from 'kysely'
import { type Membership, type Viewer, workspacesOf } from '../access/viewer.ts'
import { installation } from '../audit/installation.ts'
import type { Reader } from '../db/database.ts'
import type { Lang } from '../text/texts.ts'
import { osloDate } from '../time/oslo.ts'
import type { Subject } from './rule.ts'

type Found = { ids: string[]; names: string[]; addresses: string[]; name: string; language: Lang; administrator: boolean; memberships: Membership[] }

/** Who an account is on this day: itself and everybody who was merged into it, what they are called, every way in that is an address, and what they may see. */
export async function subjectOf(db: Reader, personId: string, now: Temporal.Instant): Promise<Subject> {
  const today = sql`${osloDate(now).toString()}::date`
  const { rows: [found] } = await sql<Found>`
    with recursive self as (
      select id, name, language, administrator from person where id = ${personId}
      union select p.id, p.name, p.language, p.administrator from person p join self on p.merged_into_id = self.id)
    select array_agg(self.id::text) as ids, array_agg(distinct self.name::text) as names, bool_or(self.administrator) as administrator,
      max(self.name) filter (where self.id = ${personId}) as name, max(self.language) filter (where self.id = ${personId}) as language,
      coalesce((select array_agg(distinct lower(i.subject)) from identity i where i.person_id in (select id from self) and i.subject like '%@%'), '{}') as addresses,
      coalesce((select jsonb_agg(jsonb_build_object('workspaceId', m.workspace_id, 'role', m.role, 'organisationId', m.organisation_id)) from membership m
        where m.person_id in (select id from self) and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})), '[]') as memberships
    from self having count(*) > 0`.execute(db)
  const { ids, names, addresses, name, language, administrator, memberships } = found ?? { ids: [], names: [], addresses: [], name: '', language: 'nb' as const, administrator: false, memberships: [] }
  const viewer: Viewer = { person: { id: personId, name, language, administrator }, memberships, lang: language }
  return { ids, names, addresses, workspaces: [...workspacesOf({ memberships }), ...(administrator ? [installation] : [])], viewer }
}
