import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { holdsOn } from '../../../platform/access/holds.ts'
import { readable, readableFor } from '../../../platform/access/readable.ts'
import { type Viewer, workspacesOf } from '../../../platform/access/viewer.ts'
import { ownedFor } from '../../../platform/item/asked.ts'
import { isUnapproved } from '../minutes/unapproved.store.ts'
import { openStates } from './answer.ts'

/** `isHeldBy` as a condition on a table `item` joined with its `follow_up`, `f`. */
export function heldBy(viewer: Viewer): Expression<SqlBool> {
  const asPartner = { ...viewer, memberships: viewer.memberships.filter((one) => one.role === 'partner') }
  return sql<SqlBool>`(item.workspace_id = any(${workspacesOf(viewer)}::uuid[]) and (f.responsible_id = ${viewer.person?.id ?? null}::uuid
    or (f.responsible_id is null and ${ownedFor(asPartner)})))`
}

/** What may be shown to the one who has it: what they may read, and what they were given in minutes that are not approved yet. The rest of the minutes is no business of theirs. */
export const readableToHolder = (viewer: Viewer): RawBuilder<SqlBool> => sql<SqlBool>`(${readable(viewer)} or (${isUnapproved('item')} and ${heldBy(viewer)}))`

/** Everybody who has an open task today, as rows (item_id, person_id): nobody who left, no removed task, no archived workspace, nothing that is hidden from them, but for what was taken down in minutes that are not approved. */
export const holders = (today: string) => sql`
  select f.id as item_id, m.person_id from follow_up f join item i on i.id = f.id join workspace w on w.id = i.workspace_id
    join membership m on m.person_id = f.responsible_id and m.workspace_id = i.workspace_id
  where w.state = 'active' and i.removed_at is null and i.state = any(${[...openStates]}::text[]) and ${holdsOn('m', today)} and (${readableFor('i', 'm')} or ${isUnapproved('i')})
  union
  select f.id, m.person_id from follow_up f join item i on i.id = f.id join workspace w on w.id = i.workspace_id
    join item_organisation io on io.item_id = f.id and io.role = 'owner' join membership m on m.organisation_id = io.organisation_id and m.workspace_id = i.workspace_id and m.role = 'partner'
  where f.responsible_id is null and w.state = 'active' and i.removed_at is null and i.state = any(${[...openStates]}::text[]) and ${holdsOn('m', today)} and (${readableFor('i', 'm')} or ${isUnapproved('i')})`

/** Who is told in each workspace of what needs those who lead, as rows (workspace_id, person_id …of membership m): the secretariat, else the others who lead. */
export const leads = (today: string, leading: readonly string[]) => sql`
  select m.workspace_id, m.person_id, m.role, m.organisation_id from membership m
  where m.role = any(${[...leading]}::text[]) and ${holdsOn('m', today)}
    and (m.role = 'secretariat' or not exists (select from membership s where s.workspace_id = m.workspace_id and s.role = 'secretariat' and ${holdsOn('s', today)}))`
