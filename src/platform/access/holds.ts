import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** That a role holds on a day (YYYY-MM-DD in Oslo), as a condition on a table of memberships by this name. */
export const holdsOn = (membership: string, day: string): RawBuilder<SqlBool> => {
  const [from, to] = [sql.ref(`${membership}.valid_from`), sql.ref(`${membership}.valid_to`)]
  return sql<SqlBool>`(${from} <= ${day}::date and (${to} is null or ${to} >= ${day}::date))`
}

/** The same of a role that is at hand. */
export const isHeldOn = ({ valid_from: from, valid_to: to }: { valid_from: string; valid_to: string | null }, day: string): boolean => from <= day && (to === null || to >= day)
