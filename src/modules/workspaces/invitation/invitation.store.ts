import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Invitation, InvitationState } from './invitation.ts'

const columns = [
  'id', 'workspace_id as workspaceId', 'kind', 'person_id as personId', 'email', 'person_made as personMade', 'organisation_id as organisationId', 'role', 'member_from as memberFrom',
  'member_to as memberTo', 'greeting', 'language', 'state', 'last_day as lastDay', 'pass_id as passId', 'mail_id as mailId', 'invited_by as invitedBy', 'invited_at as invitedAt',
  'reminded_at as remindedAt', 'passed_on_at as passedOnAt', 'passed_on_by as passedOnBy', 'answered_at as answeredAt', 'answer',
] as const

export const findInvitation = (db: Reader, id: string): Promise<Invitation | undefined> =>
  db.selectFrom('invitation').select(columns).where('id', '=', id).$castTo<Invitation>().executeTakeFirst()

/** The same, held until the end of the transaction: of two answers at once the second sees the first. */
export const lockInvitation = (tx: Tx, id: string): Promise<Invitation | undefined> =>
  tx.selectFrom('invitation').select(columns).where('id', '=', id).forUpdate().$castTo<Invitation>().executeTakeFirst()

export type NewInvitation = Pick<
  Invitation, 'workspaceId' | 'kind' | 'personId' | 'email' | 'personMade' | 'organisationId' | 'role' | 'memberFrom' | 'memberTo' | 'greeting' | 'language' | 'lastDay' | 'invitedBy' | 'invitedAt'
>

/** Writes invitations; their ids come back in the order given. The pass and the mail are noted when they are made. */
export async function insertInvitations(tx: Tx, invitations: readonly NewInvitation[]): Promise<string[]> {
  const rows = invitations.map((one) => ({
    id: v7(), workspace_id: one.workspaceId, kind: one.kind, person_id: one.personId, email: one.email, person_made: one.personMade, organisation_id: one.organisationId, role: one.role,
    member_from: one.memberFrom, member_to: one.memberTo, greeting: one.greeting, language: one.language, last_day: one.lastDay, invited_by: one.invitedBy, invited_at: one.invitedAt.toString(),
  }))
  if (rows.length > 0) await tx.insertInto('invitation').values(rows).execute()
  return rows.map((row) => row.id)
}

export type InvitationChange = Partial<{
  state: InvitationState; personId: string; email: string; personMade: boolean; lastDay: string; passId: string; mailId: string | null; invitedAt: Temporal.Instant; invitedBy: string
  remindedAt: Temporal.Instant | null; remindedByItself: boolean; passedOnAt: Temporal.Instant; passedOnBy: string | null; answeredAt: Temporal.Instant; answer: string | null; organisationId: string
}>

/** Changes an invitation that the caller holds. */
export async function setInvitation(tx: Tx, id: string, change: InvitationChange): Promise<void> {
  const at = (value: Temporal.Instant | null | undefined) => (value === undefined ? undefined : (value?.toString() ?? null))
  await tx
    .updateTable('invitation')
    .set({
      state: change.state, person_id: change.personId, email: change.email, person_made: change.personMade, last_day: change.lastDay, pass_id: change.passId, mail_id: change.mailId,
      invited_at: change.invitedAt?.toString(), invited_by: change.invitedBy, reminded_at: at(change.remindedAt), reminded_by_itself: change.remindedByItself, passed_on_at: change.passedOnAt?.toString(),
      passed_on_by: change.passedOnBy, answered_at: change.answeredAt?.toString(), answer: change.answer, organisation_id: change.organisationId,
    })
    .where('id', '=', id)
    .execute()
}

/** Who of these people are asked already and have not answered, with which role and for which organisation. */
export const waitingFor = (tx: Tx, workspaceId: string, personIds: readonly string[], today: string) =>
  tx
    .selectFrom('invitation')
    .select(['person_id as personId', 'role', 'organisation_id as organisationId'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('state', 'in', ['sent', 'reminded'])
    .where('last_day', '>=', today)
    .execute()

/** Whether somebody has been asked anything else, here or in another workspace, whatever came of it. */
export async function askedElsewhere(tx: Tx, personId: string, except: string): Promise<boolean> {
  return (await tx.selectFrom('invitation').select('id').where('person_id', '=', personId).where('id', '<>', except).executeTakeFirst()) !== undefined
}

/** What somebody is asked in a workspace and has not answered. */
export const findWaiting = async (db: Reader, workspaceId: string, personId: string): Promise<string | null> =>
  (await db.selectFrom('invitation').select('id').where('workspace_id', '=', workspaceId).where('person_id', '=', personId).where('state', 'in', ['sent', 'reminded']).executeTakeFirst())?.id ?? null

/** How many in a workspace have been asked and have not answered. */
export async function countWaiting(db: Reader, workspaceId: string): Promise<number> {
  const { n } = await db
    .selectFrom('invitation')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('workspace_id', '=', workspaceId)
    .where('state', 'in', ['sent', 'reminded'])
    .executeTakeFirstOrThrow()
  return n
}

/** Withdraws everything that waits in a workspace; the ids of what it withdrew. */
export const withdrawWaiting = async (tx: Tx, workspaceId: string, now: Temporal.Instant): Promise<string[]> =>
  (
    await tx
      .updateTable('invitation')
      .set({ state: 'withdrawn', answered_at: now.toString() })
      .where('workspace_id', '=', workspaceId)
      .where('state', 'in', ['sent', 'reminded'])
      .returning('id')
      .execute()
  ).map((row) => row.id)

/** Marks what nobody answered in time; returns it, with its workspace. */
export const expireBefore = (tx: Tx, today: string): Promise<{ id: string; workspaceId: string }[]> =>
  tx
    .updateTable('invitation')
    .set({ state: 'expired' })
    .where('state', 'in', ['sent', 'reminded'])
    .where('last_day', '<', today)
    .where('workspace_id', 'in', (eb) => eb.selectFrom('workspace').select('id').where('state', '=', 'active'))
    .returning(['id', 'workspace_id as workspaceId'])
    .execute()

/** Takes those whose reminder is due and that no other run has taken: it is theirs to send in this transaction. */
export const claimDue = (tx: Tx, due: { lastDayBy: string; today: string; mailedBefore: Temporal.Instant; now: Temporal.Instant }, most: number): Promise<Invitation[]> =>
  tx
    .updateTable('invitation')
    .set({ state: 'reminded', reminded_by_itself: true, reminded_at: due.now.toString() })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('invitation as i')
        .innerJoin('workspace', 'workspace.id', 'i.workspace_id')
        .select('i.id')
        .where('workspace.state', '=', 'active')
        .where('i.state', 'in', ['sent', 'reminded'])
        .where('i.reminded_by_itself', '=', false)
        .where('i.last_day', '<=', due.lastDayBy)
        .where('i.last_day', '>=', due.today)
        .where(sql<boolean>`greatest(i.invited_at, i.reminded_at, i.passed_on_at) < ${due.mailedBefore.toString()}::timestamptz`)
        .orderBy('i.last_day')
        .limit(most)
        .forUpdate('i')
        .skipLocked(),
    )
    .returning(columns)
    .$castTo<Invitation>()
    .execute()

/**
 * An invitation as the inviter's list shows it: what became of the mail goes with it, the name only of those who said yes. That a reader
 * wants no mail is theirs to know, and looks like nothing known.
 */
export type ListedInvitation = Invitation & {
  organisation: string | null
  /** Who said yes. Nobody's name is told before that. */
  name: string | null
  inviter: string | null
  passedOnByName: string | null
  mail: 'waiting' | 'sent' | 'failed' | 'unknown'
}

/** Newest first. */
export const invitationsOf = (db: Reader, workspaceId: string): Promise<ListedInvitation[]> =>
  db
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.person_id')
    .leftJoin('organisation', 'organisation.id', 'invitation.organisation_id')
    .leftJoin('person as inviter', 'inviter.id', 'invitation.invited_by')
    .leftJoin('mail', 'mail.id', 'invitation.mail_id')
    .select(columns.map((column) => `invitation.${column}` as const))
    .select([
      'organisation.name as organisation', 'inviter.name as inviter',
      sql<string | null>`case when invitation.state = 'accepted' then person.name end`.as('name'),
      sql<ListedInvitation['mail']>`case when mail.bounced_at is not null or (mail.failed_at is not null and mail.failed_why is distinct from 'unwanted') then 'failed' when mail.failed_at is not null then 'unknown' when mail.sent_at is not null then 'sent' when mail.id is not null then 'waiting' else 'unknown' end`.as('mail'),
    ])
    .where('invitation.workspace_id', '=', workspaceId)
    .orderBy('invitation.invited_at', 'desc')
    .orderBy('invitation.id', 'desc')
    .limit(500)
    .$castTo<ListedInvitation>()
    .execute()
