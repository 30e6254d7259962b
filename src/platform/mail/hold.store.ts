import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { choiceOf, type MailChoice, writeChoice } from './choice.store.ts'
import { planSlots, weeklyPurpose } from './slots.ts'

/** Takes the person's row, so that two who decide at once decide after each other. Others may go on pointing at it. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  const found = await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().executeTakeFirst()
  if (!found) throw new Error('A mail that its reader did not ask for must be to a person that there is')
}

/**
 * Decides anew when each waiting mail to a person may go, questions before news. Called under the person's lock whenever something that
 * it depends on has changed: a new mail, a choice, one that was sent or given up. A mail that is being sent is left alone.
 */
export async function replanMails(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  const choice = await choiceOf(tx, personId)
  await giveUpUnwanted(tx, personId, choice, now)
  const { rows } = await sql<{ id: string; last_day: string | null; weekly: boolean; used_at: Temporal.Instant | null }>`
    select id, last_day, purpose = ${weeklyPurpose} as weekly, case when sent_at is not null then sent_at when attempts > 0 then ${now.toString()}::timestamptz end as used_at
    from mail
    where person_id = ${personId} and nature <> 'own' and failed_at is null and gathered_in is null
      and (sent_at is null or sent_at > ${now.subtract({ hours: 7 * 24 }).toString()}::timestamptz)
    order by nature <> 'question', created_at, id`.execute(tx)
  const waiting = rows.filter((row) => row.used_at === null).map(({ id, last_day, weekly }) => ({ id, lastDay: last_day, weekly }))
  const slots = planSlots(choice, rows.flatMap((row) => row.used_at ?? []), waiting, now)
  if (slots.length === 0) return
  await sql`
    update mail set next_attempt_at = slot.at, held_why = slot.why
    from unnest(${slots.map((slot) => slot.id)}::uuid[], ${slots.map((slot) => slot.at.toString())}::timestamptz[], ${slots.map((slot) => slot.why)}::text[]) as slot(id, at, why)
    where mail.id = slot.id and attempts = 0 and sent_at is null and failed_at is null
      and (next_attempt_at <> slot.at or held_why is distinct from slot.why)`.execute(tx)
}

/** Keeps what a person has chosen, and lets what waits follow it. */
export async function keepChoice(tx: Tx, personId: string, choice: MailChoice, now: Temporal.Instant): Promise<void> {
  await lockPerson(tx, personId)
  await writeChoice(tx, personId, choice, now)
  await replanMails(tx, personId, now)
}

/** What its reader does not want is not kept until they change their mind: its sender sees that it did not go, and why. */
async function giveUpUnwanted(tx: Tx, personId: string, choice: MailChoice, now: Temporal.Instant): Promise<void> {
  if (!choice.nothing && choice.news && choice.muted.length === 0) return
  const which = choice.nothing ? sql`true` : choice.news ? sql`nature = 'news' and workspace_id = any(${[...choice.muted]}::uuid[])` : sql`nature = 'news'`
  await sql`
    update mail set failed_at = ${now.toString()}, failed_why = 'unwanted', held_why = null
    where person_id = ${personId} and nature <> 'own' and sent_at is null and failed_at is null and attempts = 0 and ${which}`.execute(tx)
}
