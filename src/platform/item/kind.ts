import type { Lang, Text } from '../text/texts.ts'
import type { Role } from '../access/viewer.ts'
import type { Fields } from './field.ts'

/** The parts of the thread, from what we know to what others can learn. */
export const stepIds = ['knowledge', 'challenge', 'goal', 'priorityArea', 'measure', 'result', 'effect', 'lesson'] as const
export type StepId = (typeof stepIds)[number]

/** How a state looks: never by colour alone, the shape and the word go with it. */
export type Tone = 'neutral' | 'holds' | 'watch' | 'loose'

export type State = { text: Text; tone: Tone }

export type KindWords = {
  /** «tiltak», in running text. */
  one: string
  many: string
  /** Heading of the list. */
  title: string
  /** «Nytt tiltak» */
  new: string
  /** What the title field asks for. */
  titleLabel: string
  titleHint: string
  /** One or two sentences that teach what this is, shown when there is none. */
  empty: string
}

/**
 * A kind of item, declared by the module that owns it. From it everything generic follows: pages, forms, history, links,
 * the drawn thread, the check, import and export.
 */
export type Kind = {
  name: string
  /** The table of the kind's own columns, keyed (id, kind). */
  table: string
  /** Its column in the drawn thread; kinds without one (plan documents, decisions, indicators) sit beside it. */
  step?: StepId
  /** Address under the workspace, such as `plan/tiltak`. */
  segment: string
  words: Readonly<Record<Lang, KindWords>>
  fields: Fields
  /** Tables of rows that belong to an item (item_id, place, id) and count under its version, and what they are called: milestones, money lines. */
  children?: Readonly<Record<string, Text>>
  /** Roles that do not see those rows beside the item: what is still being written is not for everybody who may read what was agreed. */
  rowsHiddenFrom?: readonly Role[]
  /** Those of `children` that hold a file each, in a column `file_id`: whoever may read the item may open it. */
  childFiles?: readonly string[]
  /** The field with the day that tells items apart where many are called the same, as meetings are: it stands beside the title where they are tied to something. */
  day?: string
  /** Choices of `item.state`, the first one is where an item begins. */
  states?: Readonly<Record<string, State>>
  stateLabel?: Text
  /** The state follows from what is done with it, as a matter's does from its steps: no form asks for it, and no other system sets it. */
  stateFollows?: true
  /**
   * It may be kept in another system, which one of its fields names and another leads to. Then its state and the fields that stand in `instead`
   * are that system's to tell: they are neither asked for nor shown here, and the link stands in their place.
   */
  keptElsewhere?: { system: string; link: string; instead: readonly string[] }
  /** Roles that may make and change it; owners' representatives may change what their organisation owns. */
  writers: readonly Role[]
  /** A partner's representative may add one too. It is then its organisation's, which it goes on keeping up to date. */
  raisedByPartners?: true
  /** The room that it is reached from, by its address: it has no place of its own in the menu. */
  under?: string
}

/** Declares a kind. The function is there for the type: literal names survive it. */
export const kind = <const K extends Kind>(declared: K): K => declared

/** Who leads the work may write in it. */
export const leading: readonly Role[] = ['leader', 'secretariat', 'process_leader']
