import { sql } from 'kysely'
import { holdsOn } from '../../../platform/access/holds.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { osloDate } from '../../../platform/time/oslo.ts'

/** Takes a person's week: of two that write the mail of the same week, one does. The other waits for it, and finds it taken. */
export async function takeWeek(tx: Tx, personId: string, monday: string): Promise<boolean> {
  const taken = await tx.insertInto('digest').values({ person_id: personId, monday }).onConflict((conflict) => conflict.doNothing()).returning('person_id').executeTakeFirst()
  return taken !== undefined
}

export async function noteMail(tx: Tx, personId: string, monday: string, mailId: string): Promise<void> {
  await tx.updateTable('digest').set({ mail_id: mailId }).where('person_id', '=', personId).where('monday', '=', monday).execute()
}

/** Those who may get the mail of a week and have not yet: they have an address, take part somewhere or have mail that waits for it, and want it. */
export async function readersOf(db: Reader, monday: string, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p left join mail_choice c on c.person_id = p.id
    where exists (select from identity i where i.person_id = p.id and i.provider = 'email')
      and not coalesce(c.nothing, false) and (c.paused_until is null or c.paused_until < ${today}::date)
      and ((coalesce(c.digest, true) and exists (
          select from membership m where m.person_id = p.id and ${holdsOn('m', today)}))
        or (c.gathered and exists (select from mail where mail.person_id = p.id and mail.nature <> 'own' and mail.held_why = 'gathered' and mail.sent_at is null and mail.failed_at is null)))
      and not exists (select from digest d where d.person_id = p.id and d.monday = ${monday}::date)
    order by p.id`.execute(db)
  return rows.map((row) => row.id)
}

/** Where mail to a person goes. */
export async function addressOf(db: Reader, personId: string): Promise<string | null> {
  const row = await db.selectFrom('identity').select('subject').where('provider', '=', 'email').where('person_id', '=', personId).orderBy('created_at').orderBy('subject').limit(1).executeTakeFirst()
  return row?.subject ?? null
}

/** Takes away that mails of weeks before an instant were written; says how many. */
export async function sweepDigests(db: Reader, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('digest').where('monday', '<', osloDate(before).toString()).executeTakeFirst()
  return Number(numDeletedRows)
}
