import { sql } from 'kysely'
import type { Membership, Viewer } from '../access/viewer.ts'
import type { Reader } from '../db/database.ts'
import type { Lang } from '../text/texts.ts'
import { osloDate } from '../time/oslo.ts'

/** A person as a job that works for them sees them: with the memberships that hold now, not those of when they asked. Null when they are let in no more. */
export async function viewerOfPerson(db: Reader, personId: string, now: Temporal.Instant): Promise<Viewer | null> {
  const today = sql<string>`${osloDate(now).toString()}::date`
  const person = await db.selectFrom('person').select(['id', 'name', 'language', 'administrator']).where('id', '=', personId).where('blocked_at', 'is', null).executeTakeFirst()
  if (!person) return null
  const memberships = await db
    .selectFrom('membership')
    .select(['workspace_id as workspaceId', 'role', 'organisation_id as organisationId'])
    .where('person_id', '=', personId)
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .orderBy((eb) => eb.ref('acting_chosen_at'), (ob) => ob.desc().nullsLast())
    .orderBy('id')
    .execute()
  const language = person.language as Lang
  return { person: { ...person, language }, memberships: memberships as Membership[], lang: language }
}
