import { type Expression, type SqlBool, sql } from 'kysely'
import { holdsOn } from '../../../platform/access/holds.ts'
import { type Viewer, workspacesOf } from '../../../platform/access/viewer.ts'
import type { ProfilePart } from './profile.ts'

/** Whether a person (a table `person`, or its alias) is in one of the viewer's workspaces today. */
export const near = (viewer: Viewer, today: string, alias = 'person'): Expression<SqlBool> =>
  sql<SqlBool>`exists (select from membership m where m.person_id = ${sql.ref(`${alias}.id`)} and m.workspace_id = any(${workspacesOf(viewer)}::uuid[])
    and ${holdsOn('m', today)})`

const column = { name: 'show_name', role: 'show_role', contact: 'show_contact', help: 'show_help' } as const

/**
 * The people who show a part of themselves to this viewer, as a condition on a table `person` (or its alias): the rule of `isShown` in SQL,
 * and the only one for lists, searches and names. `shown-person.test.ts` holds the two together.
 */
export function shownPerson(viewer: Viewer, part: ProfilePart, today: string, alias = 'person'): Expression<SqlBool> {
  const id = sql.ref(`${alias}.id`)
  const shown = sql.ref(`pr.${column[part]}`)
  const consented = sql`exists (select from profile pr where pr.person_id = ${id} and ((${shown} = 'everybody' and pr.show_name = 'everybody')
    or (${shown} in ('workspaces', 'everybody') and ${near(viewer, today, alias)})))`
  return viewer.person ? sql<SqlBool>`(${id} = ${viewer.person.id} or ${consented})` : sql<SqlBool>`${consented}`
}

/** The people who have a page for this viewer: the rule of `mayOpen` in SQL. */
export function openPerson(viewer: Viewer, today: string, alias = 'person'): Expression<SqlBool> {
  const id = sql.ref(`${alias}.id`)
  const named = sql`exists (select from profile pr where pr.person_id = ${id} and pr.show_name = 'everybody')`
  return viewer.person ? sql<SqlBool>`(${id} = ${viewer.person.id} or ${named} or ${near(viewer, today, alias)})` : sql<SqlBool>`${named}`
}
