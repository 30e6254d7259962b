import type { Lang } from '../../../platform/text/texts.ts'

/** The eight steps of the thread. Their order in a picture is given by `Picture.steps`. */
export const stepIds = ['knowledge', 'challenge', 'goal', 'priorityArea', 'measure', 'result', 'effect', 'lesson'] as const
export type StepId = (typeof stepIds)[number]

/** One column. A step that is not in use is drawn narrow and dotted, with `notUsedText` or our own words. */
export type Step = { readonly id: StepId; readonly name: string; readonly inUse: boolean; readonly notUsedText?: string }

/** Each tone has its own shape and word beside its colour. */
export type Tone = 'holds' | 'watch' | 'loose' | 'calm'

/**
 * Something that is loose about an item, as the thread check says it («uten eier»).
 * `end` says which end of the thread it is about; without it the word is only written.
 */
export type LooseEnd = { readonly word: string; readonly why?: string; readonly end?: 'before' | 'after' }

/** A decision, drawn as a knot on the item that it decides. */
export type Knot = { readonly title: string; readonly href: string }

export type PictureNode = {
  readonly id: string
  readonly step: StepId
  readonly title: string
  readonly href: string
  readonly number?: string | number
  readonly kindName: string
  readonly state?: { readonly word: string; readonly tone: Tone }
  readonly loose: readonly LooseEnd[]
  readonly knots: readonly Knot[]
  /** The goal or priority area it belongs to; found from the threads when not given. */
  readonly group?: string
}

/** A tie between two items. One that does not hold (doubted, weakened, too old) is drawn broken, with its note. */
export type Thread = { readonly from: string; readonly to: string; readonly holds: boolean; readonly note?: string }

export type GroupBy = 'goal' | 'priorityArea' | 'none'

/** What a link in the picture changes in the address; `null` takes the choice away. */
export type Change = {
  readonly focus?: string | null
  readonly onlyLoose?: boolean
  readonly groupBy?: GroupBy | null
  readonly open?: readonly string[]
  readonly query?: string | null
}

export type Picture = {
  readonly lang: Lang
  readonly steps: readonly Step[]
  readonly nodes: readonly PictureNode[]
  readonly threads: readonly Thread[]
  readonly focus?: string
  readonly onlyLoose?: boolean
  /** Not given: grouped when there are more than `groupAbove` items. */
  readonly groupBy?: GroupBy
  readonly open?: readonly string[]
  readonly query?: string
  readonly hrefFor: (change: Change) => string
}

/** With more items than this the picture is grouped unless one asks otherwise. */
export const groupAbove = 60

/** The group of items that belong to no goal (or area). */
export const restGroup = 'none'
