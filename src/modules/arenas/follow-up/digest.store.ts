import { sql } from 'kysely'
import { readableFor } from '../../../platform/access/readable.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import { leading } from '../../../platform/item/kind.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { startOfOsloDay } from '../../../platform/time/oslo.ts'
import { holders, leads } from './held.ts'
import { aheadDays, lateAfter, newDays, peaceDays, steps } from './reminding.ts'

export type Day = { today: Temporal.PlainDate; now: Temporal.Instant }

/** What a mail that did not get out in time told of, was not told. */
const wasTold = sql`from follow_up_told t join follow_up_mail told on told.id = t.follow_up_mail_id left join mail sent on sent.id = told.mail_id
  where sent.failed_why is distinct from 'deadline'`

/**
 * The tasks that people have, as rows (person_id, item_id, due_on, stage, reason): `reason` is whether they are a reason to write today. It
 * is one when it has come a step further than what was told (or it is new), its owner has not just answered, and does not wait for help.
 */
const ownTasks = ({ today, now }: Day, among: readonly string[] | null) => sql`
  select h.person_id, h.item_id, f.due_on, s.stage,
    i.state <> 'problem'
    and (s.stage > 0 or (i.changed_at < ${startOfOsloDay(today).toString()}::timestamptz and i.changed_at > ${now.subtract({ hours: 24 * newDays }).toString()}::timestamptz))
    and not exists (select from follow_up_answer a where a.item_id = h.item_id and a.person_id = h.person_id and a.at > ${now.subtract({ hours: 24 * peaceDays }).toString()}::timestamptz)
    and not exists (select ${wasTold} and told.person_id = h.person_id and t.item_id = h.item_id and t.why = 'own' and (s.stage = 0 or (t.stage >= s.stage and t.due_on is not distinct from f.due_on))) as reason
  from (${holders(today.toString())}) h join follow_up f on f.id = h.item_id join item i on i.id = h.item_id
    cross join lateral (select count(*)::int as stage from unnest(${[...steps]}::int[]) step where ${today.toString()}::date - f.due_on >= step) s
  where ${among === null ? sql`true` : sql`h.person_id = any(${[...among]}::uuid[])`}`

/**
 * The tasks that those who lead must see to and have not been told of, as rows (person_id, item_id, due_on, why): a problem, one that nobody has,
 * and one that is long past its date. Not one that they have themselves.
 */
const raised = ({ today }: Day, among: readonly string[] | null) => sql`
  select l.person_id, r.item_id, r.due_on, r.why
  from (select f.id as item_id, f.due_on, i.workspace_id, i.audience, i.audience_roles, i.audience_organisation_id, i.created_by,
      case when i.state = 'problem' then 'problem' when not exists (select from held where held.item_id = f.id) then 'nobody' when f.due_on < ${today.subtract({ days: lateAfter }).toString()}::date then 'late' end as why
    from follow_up f join item i on i.id = f.id join workspace w on w.id = i.workspace_id
    where w.state = 'active' and i.removed_at is null and i.state in ('open', 'on_the_way', 'problem') and i.changed_at < ${startOfOsloDay(today).toString()}::timestamptz) r
    join (${leads(today.toString(), leading)}) l on l.workspace_id = r.workspace_id and ${readableFor('r', 'l')}
  where r.why is not null and ${among === null ? sql`true` : sql`l.person_id = any(${[...among]}::uuid[])`}
    and (r.why = 'problem' or not exists (select from held where held.item_id = r.item_id and held.person_id = l.person_id))
    and not exists (select ${wasTold} and told.person_id = l.person_id and t.item_id = r.item_id and t.why = r.why
      and case r.why when 'problem' then told.made_at > coalesce((select max(a.at) from follow_up_answer a where a.item_id = r.item_id and a.said in ('problem', 'not_mine')), '-infinity') else t.due_on is not distinct from r.due_on end)`

/**
 * Whom there is reason to write to today: they have an address, want mail, take no pause, and have not been written to today. Those who
 * have their mail gathered are written to on Mondays alone, so that nothing lies and grows old.
 */
export async function peopleToWrite(db: Reader, day: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with held as (${holders(day.today.toString())}),
    wanted as (
      select person_id from (${ownTasks(day, null)}) own where reason
      union select person_id from (${raised(day, null)}) up)
    select p.id from wanted join person p on p.id = wanted.person_id left join mail_choice c on c.person_id = p.id
    where p.blocked_at is null and exists (select from identity i where i.person_id = p.id and i.provider = 'email')
      and not coalesce(c.nothing, false) and (c.paused_until is null or c.paused_until < ${day.today.toString()}::date) and (not coalesce(c.gathered, false) or ${day.today.dayOfWeek === 1}::boolean)
      and not exists (select from follow_up_mail m where m.person_id = p.id and m.day = ${day.today.toString()}::date)
    order by p.id`.execute(db)
  return rows.map((row) => row.id)
}

export type Taken = { id: string; personId: string }

/** Takes the day of these people: of two that write at once, one does. The other waits, and finds it taken. */
export async function takeDay(tx: Tx, personIds: readonly string[], { today, now }: Day): Promise<Taken[]> {
  if (personIds.length === 0) return []
  const taken = await tx
    .insertInto('follow_up_mail')
    .values(personIds.toSorted().map((personId) => ({ id: v7(now.epochMilliseconds), person_id: personId, day: today.toString(), made_at: now.toString() })))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'person_id'])
    .execute()
  return taken.map((row) => ({ id: row.id, personId: row.person_id }))
}

/** Notes what each of these mails tells of: own tasks that are a reason, late, or due soon; and what is raised to those who lead. */
export async function noteTold(tx: Tx, taken: readonly Taken[], day: Day): Promise<void> {
  const people = taken.map((one) => one.personId)
  await sql`
    with held as (${holders(day.today.toString())}), mine as (select unnest(${taken.map((one) => one.id)}::uuid[]) as id, unnest(${people}::uuid[]) as person_id)
    insert into follow_up_told (follow_up_mail_id, item_id, why, stage, due_on)
    select mine.id, own.item_id, 'own', own.stage, own.due_on from (${ownTasks(day, people)}) own join mine on mine.person_id = own.person_id
      where own.reason or own.due_on <= ${day.today.add({ days: aheadDays }).toString()}::date
    union all
    select mine.id, up.item_id, up.why, 0, up.due_on from (${raised(day, people)}) up join mine on mine.person_id = up.person_id`.execute(tx)
}

export type ToldWhy = 'own' | 'late' | 'problem' | 'nobody'

/** A line of a mail. `total` is how many there are of its sort (own, or raised) in that mail; at most `mostLines` of them are here. */
export type ToldLine = {
  mailId: string; why: ToldWhy; stage: number; title: string; number: number; dueOn: string | null; state: string; answer: string | null; workspaceId: string; slug: string; workspace: string; total: number
  /** Whom a task that is raised was given on to by the one who had it, as they wrote it. */
  givenTo: string | null
}

export const mostLines = 10

/** What these mails tell, most urgent first. */
export async function toldLines(db: Reader, mailIds: readonly string[]): Promise<ToldLine[]> {
  const { rows } = await sql<ToldLine & { place: number }>`
    select * from (
      select t.follow_up_mail_id as "mailId", t.why, t.stage, item.title, item.number, t.due_on as "dueOn", item.state, f.answer, w.id as "workspaceId", w.slug, w.title as workspace,
        (select a.given_to from follow_up_answer a where a.item_id = item.id and t.why = 'problem' order by a.at desc, a.id desc limit 1) as "givenTo",
        count(*) over (partition by t.follow_up_mail_id, t.why = 'own')::int as total,
        row_number() over (partition by t.follow_up_mail_id, t.why = 'own' order by t.why <> 'problem', t.due_on nulls last, item.title, item.id) as place
      from follow_up_told t join item on item.id = t.item_id join follow_up f on f.id = item.id join workspace w on w.id = item.workspace_id
      where t.follow_up_mail_id = any(${[...mailIds]}::uuid[])) line
    where place <= ${mostLines} order by "mailId", place`.execute(db)
  return rows
}

export type MailReader = { personId: string; email: string; language: Lang }

/** Where mail to these people goes, and in which language. */
export async function readersAmong(db: Reader, personIds: readonly string[]): Promise<Map<string, MailReader>> {
  const { rows } = await sql<MailReader>`
    select p.id as "personId", p.language, (select i.subject from identity i where i.person_id = p.id and i.provider = 'email' order by i.created_at, i.subject limit 1) as email
    from person p where p.id = any(${[...personIds]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.personId, row]))
}

/** Who answers for each of these workspaces, for those who answer a mail: somebody in its secretariat, else who leads it. */
export async function answering(db: Reader, workspaceIds: readonly string[], today: string): Promise<Map<string, { personId: string; email: string }>> {
  const { rows } = await sql<{ workspaceId: string; personId: string; email: string }>`
    select distinct on (l.workspace_id) l.workspace_id as "workspaceId", l.person_id as "personId", i.subject as email
    from (${leads(today, leading)}) l join identity i on i.person_id = l.person_id and i.provider = 'email'
    where l.workspace_id = any(${[...new Set(workspaceIds)]}::uuid[]) order by l.workspace_id, i.created_at, i.subject`.execute(db)
  return new Map(rows.map((row) => [row.workspaceId, row]))
}

/** Notes the link and the mail of each; one that came to nothing stands without. */
export async function noteMails(tx: Tx, sent: readonly { id: string; passId: string | null; mailId: string }[]): Promise<void> {
  if (sent.length === 0) return
  await sql`
    update follow_up_mail set pass_id = sent.pass_id, mail_id = sent.mail_id
    from unnest(${sent.map((one) => one.id)}::uuid[], ${sent.map((one) => one.passId)}::uuid[], ${sent.map((one) => one.mailId)}::uuid[]) as sent(id, pass_id, mail_id)
    where follow_up_mail.id = sent.id`.execute(tx)
}

/** Takes away what mails of days before an instant told; says how many. */
export async function sweepFollowUpMails(db: Reader, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('follow_up_mail').where('made_at', '<', sql<Temporal.Instant>`${before.toString()}::timestamptz`).executeTakeFirst()
  return Number(numDeletedRows)
}
