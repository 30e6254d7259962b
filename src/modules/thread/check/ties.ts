import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { CheckAt, Hop } from '../../../platform/item/check.ts'

/** How rules ask what an item is tied to. */
export type Ties = Pick<CheckAt, 'tied' | 'loose'>

const withTied = (tied: CheckAt['tied']): Ties => ({
  tied,
  loose: (...looks) => sql<SqlBool>`not (${sql.join(looks.map((hops) => tied(hops)), sql` or `)})`,
})

/** Of few items: each look follows the links from the item itself. */
export const tiesOfFew: Ties = withTied((hops) => {
  const joins = hops.map((hop, i) => {
    const [tie, end] = [`tie${i}`, `hop${i}`]
    const [near, far] = hop.out ? ['from_id', 'to_id'] : ['to_id', 'from_id']
    return {
      tables: [sql`link ${sql.id(tie)}`, sql`item ${sql.id(end)}`],
      where: sql`${sql.ref(`${tie}.${near}`)} = ${sql.ref(i === 0 ? 'item.id' : `hop${i - 1}.id`)} and ${sql.ref(`${tie}.relation`)} = ${hop.relation} and ${sql.ref(`${tie}.removed_at`)} is null
        and ${sql.ref(`${end}.id`)} = ${sql.ref(`${tie}.${far}`)} and ${sql.ref(`${end}.removed_at`)} is null
        ${hop.kinds.length > 0 ? sql`and ${sql.ref(`${end}.kind`)} = any(${hop.kinds}::text[])` : sql``}
        ${hop.butNot === undefined ? sql`` : sql`and ${sql.ref(`${end}.state`)} is distinct from ${hop.butNot}`}`,
    }
  })
  return sql<SqlBool>`exists (select from ${sql.join(joins.flatMap((join) => join.tables))} where ${sql.join(joins.map((join) => join.where), sql` and `)})`
})

/** So many bits are exact in a number of ours, and fit in one of the database's. */
const mostBits = 52

/**
 * Of everything in whole workspaces: each link is read once, and gives each of its ends a bit for every single hop that some rule looks along.
 * Asks for `thread` (links with the bits that they give) and `facts` (the bits of each item), and for `item.bits`. When all rules have said what they look
 * along, `ways` tells which bits a row of `relation` gives its one end, and `without` which of them stand when the other end is in a state.
 */
export function tiesOfWhole(): Ties & { ways(end: 'from' | 'to'): RawBuilder<unknown>; without(state: RawBuilder<unknown>): RawBuilder<unknown> } {
  const bits = new Map<string, { hop: Hop; bit: number }>()
  const bitOf = (hop: Hop): RawBuilder<unknown> => {
    const known = bits.get(JSON.stringify(hop)) ?? { hop, bit: 2 ** bits.size }
    bits.set(JSON.stringify(hop), known)
    if (bits.size > mostBits) throw new Error('Rules look along more ways than there are bits for')
    return sql.lit(known.bit)
  }
  const has = (column: string, hop: Hop) => sql<SqlBool>`${sql.ref(column)} & ${bitOf(hop)} <> 0`
  /** The items from which one comes along these hops. */
  const from = ([hop, ...rest]: readonly Hop[]): RawBuilder<unknown> => {
    if (!hop) return sql`null`
    if (rest.length === 0) return sql`select facts.id from facts where ${has('facts.bits', hop)}`
    const [near, far] = hop.out ? ['from', 'to'] : ['to', 'from']
    return sql`select ${sql.ref(`thread.${near}_id`)} from thread where ${has(`thread.${near}_bits`, hop)} and ${sql.ref(`thread.${far}_id`)} in (${from(rest)})`
  }
  return {
    ...withTied((hops) => {
      const [hop, ...rest] = hops
      return hop && rest.length === 0 ? has('item.bits', hop) : sql<SqlBool>`item.id in (${from(hops)})`
    }),
    ways: (end) => {
      const far = end === 'from' ? 'to' : 'from'
      const given = [...bits.values()].filter(({ hop }) => hop.out === (end === 'from')).map(({ hop, bit }) =>
        sql`case when relation = ${sql.lit(hop.relation)} ${hop.kinds.length > 0 ? sql`and ${sql.ref(`${far}_kind`)} in (${sql.join(hop.kinds.map((kind) => sql.lit(kind)))})` : sql``} then ${sql.lit(bit)} else 0 end`)
      return given.length === 0 ? sql`0::bigint` : sql`(${sql.join(given, sql` | `)})::bigint`
    },
    without: (state) => {
      const states = [...Map.groupBy([...bits.values()].filter(({ hop }) => hop.butNot !== undefined), ({ hop }) => hop.butNot ?? '')]
      return states.length === 0 ? sql`-1::bigint` : sql`(case ${state} ${sql.join(states.map(([butNot, each]) => sql`when ${sql.lit(butNot)} then ${sql.lit(-1 - each.reduce((sum, { bit }) => sum + bit, 0))}`), sql` `)} else -1 end)::bigint`
    },
  }
}
