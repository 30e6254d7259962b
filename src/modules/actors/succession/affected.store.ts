import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/database.ts'
import type { PartyRole } from '../party.store.ts'
import type { SuccessionRow } from './succession.ts'
import type { AnswerTables } from '../rounds.ts'

/** What of a workspace is open, by kind: these states are over, and what is over keeps the name it had. A kind that is not named is never moved. */
export type OpenKinds = Readonly<Record<string, readonly string[]>>
/** All that goes on when an organisation becomes another: items, and rounds in which it has an answer. */
export type GoingOn = { open: OpenKinds; answers: readonly AnswerTables[] }

export type Held = {
  parties: { id: string; organisationId: string; role: PartyRole; from: string | null }[]
  members: { id: string; personId: string; name: string; role: string; organisationId: string; from: string; to: string | null }[]
  owned: { itemId: string; kind: string; title: string; number: number; organisationId: string; role: string; place: number; seen: boolean }[]
  lines: { id: string; itemId: string; organisationId: string; year: number | null; type: string; amount: number | null }[]
  hidden: { itemId: string; organisationId: string; authorId: string | null }[]
  answersFor: { column: string; organisationId: string }[]
}

/** Everything in a workspace that these organisations have and that goes on: seven small statements, whatever its size. */
export async function heldBy(db: Reader, workspaceId: string, ids: readonly string[], open: OpenKinds, from: { day: string; year: number }): Promise<Held> {
  const these = sql`any(${[...ids]}::uuid[])`
  const isOpen = sql`(${sql.join(Object.entries(open).map(([kind, over]) => sql`(item.kind = ${kind} and not coalesce(item.state = any(${[...over]}::text[]), false))`), sql` or `)})`
  const [parties, members, owned, lines, hidden, answersFor] = await Promise.all([
    sql<Held['parties'][number]>`select id, organisation_id as "organisationId", role, valid_from as "from" from party where workspace_id = ${workspaceId} and organisation_id = ${these} and valid_to is null order by id`.execute(db),
    sql<Held['members'][number]>`select m.id, m.person_id as "personId", person.name, m.role, m.organisation_id as "organisationId", m.valid_from as "from", m.valid_to as "to" from membership m join person on person.id = m.person_id
      where m.workspace_id = ${workspaceId} and m.organisation_id = ${these} and (m.valid_to is null or m.valid_to >= ${from.day}::date) order by person.name, m.id`.execute(db),
    sql<Held['owned'][number]>`select io.item_id as "itemId", item.kind, item.title, item.number, io.organisation_id as "organisationId", io.role, io.place, item.audience in ('public', 'workspace') as seen
      from item_organisation io join item on item.id = io.item_id
      where item.workspace_id = ${workspaceId} and item.removed_at is null and io.organisation_id = ${these} and ${isOpen} order by item.kind, item.place, item.number, io.role, io.place`.execute(db),
    sql<Held['lines'][number]>`select i.id, i.item_id as "itemId", i.organisation_id as "organisationId", i.year, i.type, i.amount from instrument i join item on item.id = i.item_id
      where item.workspace_id = ${workspaceId} and item.removed_at is null and i.organisation_id = ${these} and ${isOpen} and (i.year is null or i.year >= ${from.year}) order by i.id`.execute(db),
    sql<Held['hidden'][number]>`select id as "itemId", audience_organisation_id as "organisationId", created_by as "authorId" from item where workspace_id = ${workspaceId} and audience_organisation_id = ${these}`.execute(db),
    sql<Held['answersFor'][number]>`select c as column, v as "organisationId" from workspace cross join lateral (values ('legal_owner_id', legal_owner_id), ('data_controller_id', data_controller_id), ('archive_responsible_id', archive_responsible_id)) x (c, v)
      where workspace.id = ${workspaceId} and v = ${these}`.execute(db),
  ])
  return { parties: parties.rows, members: members.rows, owned: owned.rows, lines: lines.rows, hidden: hidden.rows, answersFor: answersFor.rows }
}

/** Successions of organisations that are parties of a workspace now, with all who become the same: what it has to say yes to. */
export async function successionsHere(db: Reader, workspaceId: string): Promise<{ rows: SuccessionRow[]; here: Set<string> }> {
  const { rows } = await sql<SuccessionRow & { here: boolean }>`
    with gone as (
      select s.from_id, s.to_id, s.on_date from succession s join party p on p.organisation_id = s.from_id and p.workspace_id = ${workspaceId} and p.valid_to is null)
    select s.on_date as "on", s.from_id as "fromId", f.name as "from", s.to_id as "toId", t.name as "to", exists (select from gone where gone.from_id = s.from_id) as here
    from succession s join organisation f on f.id = s.from_id join organisation t on t.id = s.to_id
    where exists (select from gone where gone.on_date = s.on_date and (gone.to_id = s.to_id or gone.from_id = s.from_id)) order by s.on_date, f.name, t.name`.execute(db)
  return { rows, here: new Set(rows.filter((row) => row.here).map((row) => row.fromId)) }
}

/** The successions of one day from these organisations, as they are called now. */
export async function successionsFrom(db: Reader, ids: readonly string[], on: string): Promise<SuccessionRow[]> {
  const { rows } = await sql<SuccessionRow>`
    select s.on_date as "on", s.from_id as "fromId", f.name as "from", s.to_id as "toId", t.name as "to"
    from succession s join organisation f on f.id = s.from_id join organisation t on t.id = s.to_id
    where s.on_date = ${on}::date and s.from_id in (select coalesce(merged_into_id, id) from organisation where id = any(${[...ids]}::uuid[]))`.execute(db)
  return rows
}
