import type { Expression, RawBuilder, SqlBool } from 'kysely'
import type { Lang, Text } from '../text/texts.ts'
import type { StepId } from './kind.ts'

/** What a rule is asked with. */
export type CheckAt = {
  /** One day in Oslo, 'YYYY-MM-DD'. */
  today: string
  /** The workspace's own limit, or the rule's. 0 for a rule without one. */
  limit: RawBuilder<number>
  /** A condition on `item`: it is tied, hop by hop, to something that is not removed. */
  tied(hops: readonly Hop[]): RawBuilder<SqlBool>
  /** No thread along any of these. */
  loose(...looks: readonly (readonly Hop[])[]): RawBuilder<SqlBool>
}

/** From one item to those it is tied to: along a relation, out from it or into it, to items of these kinds (any when empty), but not to those in the state `butNot`. */
export type Hop = { relation: string; out: boolean; kinds: readonly string[]; butNot?: string }
export const out = (relation: string, ...kinds: string[]): Hop => ({ relation, out: true, kinds })
export const into = (relation: string, ...kinds: string[]): Hop => ({ relation, out: false, kinds })
/** The same way, but not to what is in this state. */
export const butNot = (hop: Hop, state: string): Hop => ({ ...hop, butNot: state })

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
 * It is set-based: `fails` is a condition on one row of `item`, of its kind's own table, `own`, and of their `workspace`. It is asked of few items or of
 * everything in many workspaces; which of the two is none of its business.
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
  /** It looks at others along no tie: when something of these kinds comes, goes or is changed, every item of its own kind is asked again. For kinds of which there are few. */
  others?: readonly string[]
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
