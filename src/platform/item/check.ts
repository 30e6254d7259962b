import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Lang, Text } from '../text/texts.ts'
import type { StepId } from './kind.ts'

/** What a rule is asked about: one workspace, as it is set up, on one day in Oslo ('YYYY-MM-DD'). */
export type CheckAt = {
  workspaceId: string
  today: string
  /** The workspace's own limit, or the rule's. 0 for a rule without one. */
  limit: number
  areasAboveGoals: boolean
  /** How many are few enough, as the workspace has said; null where it has not. */
  focus: { areas: number | null; measuresPerArea: number | null; measuresPerOrganisation: number | null }
}

/** From one item to those it is tied to: along a relation, out from it or into it, to items of these kinds (any when empty). */
export type Hop = { relation: string; out: boolean; kinds: readonly string[] }
export const out = (relation: string, ...kinds: string[]): Hop => ({ relation, out: true, kinds })
export const into = (relation: string, ...kinds: string[]): Hop => ({ relation, out: false, kinds })

/** How a loose thread is mended where it is shown. */
export type Mend =
  /** Choose the one who owns it; a new name may be written. Where there are several, the others become partners. */
  | { by: 'owner' }
  /** Write one field of the item's kind. */
  | { by: 'field'; field: string }
  /** Say how far it has come: one of these states of its kind. */
  | { by: 'state'; states: readonly string[] }
  /** Tie it to an item that stands, or to a new one that is written here. */
  | { by: 'tie'; hop: Hop; make: readonly string[] }
  /** One button that empties a field, because what it asked for is done. */
  | { by: 'clear'; field: string; text: Text }
  /** Go to the item's own page, or to a part of it such as `/endre`. */
  | { by: 'open'; rest?: string }
  /** Go to a page of the workspace, such as `plan/fokus`. */
  | { by: 'page'; path: string; text: Text }

export type CheckWords = {
  /** Heading of the group: «Tiltak uten eier». */
  title: string
  /** On the picture and the item's page: «uten eier». */
  word: string
  /** One sentence on why it matters, from experience. */
  why: string
  /** What to do: «Velg hvem som ser til at det blir gjort.» */
  mend: string
}

export type End = 'before' | 'after'

/**
 * A rule of the thread check, declared by the module that owns the kind. What it finds are loose threads, never errors.
 * It is set-based: `fails` is a condition on one row of `item` and one of its kind's own table, `own`.
 */
export type Check = {
  id: string
  kind: string
  /** 1 is what breaks the thread, 3 is what would make it better. */
  severity: 1 | 2 | 3
  /** What it finds fault with: an item of the kind, an organisation that owns such items, or the workspace as a whole. */
  about?: 'item' | 'organisation' | 'workspace'
  /** Counted only where the workspace uses all of these parts … */
  parts: readonly StepId[]
  /** … and has something of these kinds. */
  needs?: readonly string[]
  limit?: { standard: number; label: Text }
  /** The answer changes with the date alone. */
  byDate?: true
  /** How far from the item the rule looks: by these the check finds what a change may have touched. */
  looks?: readonly (readonly Hop[])[]
  /** It also reads the contents of what it finds there, not only whether it is there. */
  reads?: true
  fails(at: CheckAt): Expression<SqlBool>
  words: Readonly<Record<Lang, CheckWords>>
  /** Where the sentence on why comes from. */
  source?: Text
  /** Which end of its thread is loose. */
  end?: End | ((areasAboveGoals: boolean) => End)
  mend: readonly Mend[] | ((areasAboveGoals: boolean) => readonly Mend[])
}

/** Declares a rule. */
export const check = (declared: Check): Check => declared

/** A condition on `item`: it is tied, hop by hop, to something that is not removed. `last` may ask more of the item at the end, which is `hop`. */
export function tied(hops: readonly Hop[], last?: Expression<SqlBool>): RawBuilder<SqlBool> {
  const joins = hops.map((hop, i) => {
    const tie = `tie${i}`
    const [near, far] = hop.out ? ['from_id', 'to_id'] : ['to_id', 'from_id']
    const from = sql.ref(i === 0 ? 'item.id' : `hop${i - 1}.id`)
    const end = i === hops.length - 1 ? 'hop' : `hop${i}`
    return {
      tables: [sql`link ${sql.id(tie)}`, sql`item ${sql.id(end)}`],
      where: sql`${sql.ref(`${tie}.${near}`)} = ${from} and ${sql.ref(`${tie}.relation`)} = ${hop.relation} and ${sql.ref(`${tie}.removed_at`)} is null
        and ${sql.ref(`${end}.id`)} = ${sql.ref(`${tie}.${far}`)} and ${sql.ref(`${end}.removed_at`)} is null
        ${hop.kinds.length > 0 ? sql`and ${sql.ref(`${end}.kind`)} = any(${hop.kinds}::text[])` : sql``}`,
    }
  })
  return sql<SqlBool>`exists (
    select from ${sql.join(joins.flatMap((join) => join.tables))} where ${sql.join(joins.map((join) => join.where), sql` and `)} ${last ? sql`and ${last}` : sql``})`
}

/** No thread along any of these. */
export const loose = (...looks: readonly (readonly Hop[])[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`not (${sql.join(looks.map((hops) => tied(hops)), sql` or `)})`
