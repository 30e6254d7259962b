import { sql } from 'kysely'
import { holdsOn } from '../../../platform/access/holds.ts'
import { readable } from '../../../platform/access/readable.ts'
import { type Viewer, workspacesOf } from '../../../platform/access/viewer.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import { headColumns, type Item, type ItemHead, withFields } from '../../../platform/item/item.store.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import type { Channel, FollowUpAnswer, Said } from './answer.ts'
import { openStates } from './answer.ts'
import { isUnapproved } from '../minutes/unapproved.store.ts'
import { followUp } from './follow-up.ts'
import { heldBy, readableToHolder } from './held.ts'

export type NewAnswer = FollowUpAnswer & { itemId: string; channel: Channel; personId: string | null; organisationId: string | null; itemVersion: number; at: string }

/** Adds an answer to those that were given. Nothing ever changes one. */
export async function insertAnswer(tx: Tx, answer: NewAnswer): Promise<void> {
  await tx
    .insertInto('follow_up_answer')
    .values({
      id: v7(), item_id: answer.itemId, said: answer.said, note: answer.note, given_to_id: answer.givenTo?.personId ?? null, given_to: answer.givenTo?.personId ? null : (answer.givenTo?.name ?? null),
      channel: answer.channel, person_id: answer.personId, organisation_id: answer.organisationId, item_version: answer.itemVersion, at: answer.at,
    })
    .execute()
}

/** Whether somebody gave this very answer, and it became this version of the task. */
export async function wasSaid(db: Reader, one: { itemId: string; personId: string | null; said: Said; note: string | null; itemVersion: number }): Promise<boolean> {
  const found = await db.selectFrom('follow_up_answer').select('id').where('item_id', '=', one.itemId).where('item_version', '=', one.itemVersion).where('person_id', '=', one.personId)
    .where('said', '=', one.said).where('note', 'is not distinct from', one.note).executeTakeFirst()
  return found !== undefined
}

/** An answer as it is shown. */
export type GivenAnswer = { said: Said; note: string | null; givenTo: string | null; channel: Channel; person: string | null; organisation: string | null; at: Temporal.Instant }

/** What has been said of a task, the latest first; at most 50. */
export async function answersTo(db: Reader, itemId: string): Promise<GivenAnswer[]> {
  const { rows } = await sql<GivenAnswer>`
    select a.said, a.note, coalesce(given.name, a.given_to) as "givenTo", a.channel, p.name as person, o.name as organisation, a.at
    from follow_up_answer a left join person p on p.id = a.person_id left join person given on given.id = a.given_to_id left join organisation o on o.id = a.organisation_id
    where a.item_id = ${itemId} order by a.at desc, a.id desc limit 50`.execute(db)
  return rows
}

/** A task as the one who has it sees it. */
export type Task = {
  id: string; number: number; title: string; language: Lang; version: number; state: string; dueOn: string | null; answer: string | null; description: string | null
  workspaceId: string; slug: string; workspace: string; example: boolean; archived: boolean
  /** The meeting it was taken down in, when they may read it. */
  meeting: string | null
  heldOn: string | null
  /** Still theirs. */
  mine: boolean
  /** What they said last, and when. */
  said: Said | null
  saidAt: Temporal.Instant | null
}

/** Which tasks: those that a mail told of as one's own, or all that are one's own now or were answered since a moment. */
export type Which = { mailId: string } | { since: Temporal.Instant }

/**
 * Somebody's tasks: soonest first, at most 100. Only what they may read or have, and nothing that was removed; what is no longer theirs is there so
 * that a mail's link can say so. One statement.
 */
export async function tasksOf(db: Reader, viewer: Viewer, which: Which): Promise<Task[]> {
  const me = viewer.person?.id
  if (!me) return []
  const chosen = 'mailId' in which
    ? sql`exists (select from follow_up_told t where t.follow_up_mail_id = ${which.mailId} and t.item_id = item.id and t.why = 'own')`
    : sql`((w.state = 'active' and item.state = any(${[...openStates]}::text[]) and ${heldBy(viewer)}) or (last.at > ${which.since.toString()}::timestamptz))`
  // What was theirs in minutes that are not approved, and is no more, is told by the mail that told of it, and after their own answer.
  const told = sql`(item.workspace_id = any(${workspacesOf(viewer)}::uuid[]) and ${isUnapproved('item')} and ${'mailId' in which ? sql`true` : sql`last.at is not null`})`
  const { rows } = await sql<Task>`
    select item.id, item.number, item.title, item.language, item.version, item.state, f.due_on as "dueOn", f.answer, f.description, w.id as "workspaceId", w.slug, w.title as workspace, w.example, w.state <> 'active' as archived,
      met.title as meeting, met.held_on as "heldOn", coalesce(${heldBy(viewer)}, false) as mine, last.said, last.at as "saidAt"
    from follow_up f join item on item.id = f.id join workspace w on w.id = item.workspace_id
    left join lateral (select a.said, a.at from follow_up_answer a where a.item_id = item.id and a.person_id = ${me} order by a.at desc, a.id desc limit 1) last on true
    left join lateral (
      select meeting.title, own.held_on from link l join item meeting on meeting.id = l.to_id join meeting own on own.id = meeting.id
      where l.from_id = item.id and l.relation = 'comes_from' and l.removed_at is null and meeting.removed_at is null and ${readable(viewer, 'meeting')} order by own.held_on desc nulls last limit 1) met on true
    where item.removed_at is null and (${readableToHolder(viewer)} or ${told}) and ${chosen}
    order by item.state <> all(${[...openStates]}::text[]), f.due_on nulls last, item.title, item.id limit 100`.execute(db)
  return rows
}

/** A task with its fields, for one who may read it or has it; null when there is none for them. */
export async function findTask(db: Reader, viewer: Viewer, workspaceId: string, id: string): Promise<Item | null> {
  const heads = await db
    .selectFrom('item')
    .innerJoin('follow_up as f', 'f.id', 'item.id')
    .select(headColumns.map((column) => `item.${column}` as const))
    .where('item.workspace_id', '=', workspaceId)
    .where('item.id', '=', id)
    .where('item.removed_at', 'is', null)
    .where(readableToHolder(viewer))
    .execute()
  return (await withFields(db, followUp, heads as ItemHead[]))[0] ?? null
}

/** Who in a workspace has an e-mail address today, and for whom they act there. */
export async function memberByEmail(db: Reader, workspaceId: string, email: string, today: string): Promise<{ personId: string; organisationId: string | null } | null> {
  const { rows } = await sql<{ personId: string; organisationId: string | null }>`
    select m.person_id as "personId", m.organisation_id as "organisationId" from identity i join person p on p.id = i.person_id join membership m on m.person_id = i.person_id
    where i.provider = 'email' and i.subject = ${email} and p.blocked_at is null and m.workspace_id = ${workspaceId} and ${holdsOn('m', today)} order by m.organisation_id nulls last limit 1`.execute(db)
  return rows[0] ?? null
}

/** For whom somebody acts in a workspace today, if they are in it. */
export async function memberOf(db: Reader, workspaceId: string, personId: string, today: string): Promise<{ organisationId: string | null } | null> {
  const { rows } = await sql<{ organisationId: string | null }>`
    select m.organisation_id as "organisationId" from membership m where m.workspace_id = ${workspaceId} and m.person_id = ${personId} and ${holdsOn('m', today)} order by m.organisation_id nulls last limit 1`.execute(db)
  return rows[0] ?? null
}

/** Whom a mail about tasks was written to; null when there is no such mail. */
export async function readerOf(db: Reader, mailId: string): Promise<string | null> {
  return (await db.selectFrom('follow_up_mail').select('person_id').where('id', '=', mailId).executeTakeFirst())?.person_id ?? null
}
