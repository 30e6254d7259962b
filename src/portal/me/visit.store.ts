import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database.ts'

const visitHours = 1

/**
 * When this person was last here before this visit; null the first time. A visit lasts an hour, so that the page shows the same when it is
 * looked at twice, and is written no more often. Two requests at once begin one visit.
 */
export async function lastVisit(db: Reader, personId: string, now: Temporal.Instant): Promise<Temporal.Instant | null> {
  const known = await db.selectFrom('visit').select(['since', 'latest']).where('person_id', '=', personId).executeTakeFirst()
  const began = now.subtract({ hours: visitHours })
  if (known && Temporal.Instant.compare(known.latest, began) > 0) return known.since
  const { rows } = await sql<{ since: Temporal.Instant | null }>`
    insert into visit (person_id, since, latest) values (${personId}, null, ${now.toString()}::timestamptz)
    on conflict (person_id) do update set since = visit.latest, latest = excluded.latest where visit.latest <= ${began.toString()}::timestamptz
    returning since`.execute(db)
  return rows[0]?.since ?? known?.latest ?? null
}
