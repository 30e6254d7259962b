import { createHash } from 'node:crypto'
import type { Choices } from './choices.ts'
import { isBlank, type PlanKind, type Said, type SaidField, sameSaid, saidFields } from './said.ts'

/** One that the file has. `key` is its place in the file. */
export type Incoming = { readonly key: string; readonly kind: PlanKind; readonly said: Said; readonly sheet: string; readonly row: number }

/** One that stands in the plan, and what the last file it came in said of it. */
export type Standing = {
  readonly id: string
  readonly kind: PlanKind
  readonly number: number
  readonly said: Said
  readonly base: Said | null
  /** Removed by somebody since: it is known again, and not put back unasked. */
  readonly removed: boolean
  /** Money from partners stands on it, which a file cannot replace. */
  readonly costByOthers: boolean
}

/** A field that the file has otherwise than the plan. */
export type Difference = {
  /** Holds only while the plan stands as when it was shown. */
  readonly id: string
  readonly field: SaidField
  /** It has been changed in Trådverk since the last file. */
  readonly clash: boolean
  /** Taken unless somebody says otherwise. */
  readonly safe: boolean
  /** A file cannot change it. */
  readonly closed: boolean
}

export type Changed = { readonly incoming: Incoming; readonly standing: Standing; readonly theirs: Said; readonly differences: readonly Difference[] }
export type Added = { readonly incoming: Incoming; readonly removedBefore: boolean }

export type Proposal = {
  readonly added: readonly Added[]
  readonly changed: readonly Changed[]
  /** They stand in the plan, and not in the file. */
  readonly gone: readonly Standing[]
  /** In both, and alike. */
  readonly same: number
  /** Every one that is in both. */
  readonly known: readonly { readonly incoming: Incoming; readonly standing: Standing }[]
}

/**
 * What a file would change. Each field is weighed three ways: what the file says now, what the last file said, and what stands.
 * What the file has not changed since last time is left as it stands; what both have changed is asked about.
 */
export function propose(incoming: readonly Incoming[], standing: readonly Standing[], pairs: ReadonlyMap<string, string>, whole: boolean): Proposal {
  const byId = new Map(standing.map((each) => [each.id, each]))
  const known = new Map(incoming.flatMap((each) => {
    const found = byId.get(pairs.get(each.key) ?? '')
    return found ? [[each.key, found] as const] : []
  }))
  const matched = new Set([...known.values()].map((each) => each.id))
  const both = incoming.flatMap((each): Changed[] => {
    const found = known.get(each.key)
    return found && !found.removed ? [compared(each, found)] : []
  })
  return {
    added: incoming.flatMap((each): Added[] => {
      const found = known.get(each.key)
      return !found || found.removed ? [{ incoming: each, removedBefore: found !== undefined }] : []
    }),
    changed: both.filter((each) => each.differences.length > 0),
    gone: standing.filter((each) => !each.removed && !matched.has(each.id) && (whole || each.base !== null)),
    same: both.filter((each) => each.differences.length === 0).length,
    known: incoming.flatMap((each) => {
      const found = known.get(each.key)
      return found && !found.removed ? [{ incoming: each, standing: found }] : []
    }),
  }
}

function compared(incoming: Incoming, standing: Standing): Changed {
  const theirs = completed(incoming.said, standing)
  const { base, said } = standing
  const differences = saidFields[incoming.kind].flatMap((field): Difference[] => {
    if (sameSaid(field, theirs, said) || (base && sameSaid(field, theirs, base))) return []
    const blank = isBlank(field, theirs)
    if (blank && !base) return []
    const clash = base !== null && !sameSaid(field, said, base)
    const closed = field === 'cost' && standing.costByOthers
    return [{ id: markOf(standing, field), field, clash, closed, safe: !clash && !blank && !closed }]
  })
  return { incoming, standing, theirs, differences }
}

/** An empty cell for status says nothing of how far it has come; a text that is no state says nothing of the state. */
function completed(theirs: Said, { said, base }: Standing): Said {
  const { state, note } = theirs.status
  const before = (base ?? said).status
  if (state === null && note === null) return { ...theirs, status: before }
  return { ...theirs, status: { state: state ?? before.state, note: note ?? (base ? null : said.status.note) } }
}

/** A change is named with a mark of what it takes the place of, so that it is known when that is no longer there. */
const markOf = ({ id, said }: Standing, field: SaidField): string => `${id}.${field}.${createHash('sha256').update(JSON.stringify(said[field])).digest('hex').slice(0, 8)}`

/** What is to be done of a proposal, by what somebody has chosen. */
export function isTaken(choices: Choices, difference: Difference): boolean {
  if (difference.closed) return false
  return choices.taken.includes(difference.id) || (difference.safe && !choices.declined.includes(difference.id))
}
export const isAdded = (choices: Choices, { incoming, removedBefore }: Added): boolean =>
  choices.leftOut === null ? !removedBefore : !choices.leftOut.includes(incoming.key)

/** Somebody has changed, since the choice was made, what a chosen change is to take the place of. */
export function outdated(choices: Choices, standing: readonly Standing[]): boolean {
  const byId = new Map(standing.map((each) => [each.id, each]))
  return choices.taken.some((id) => {
    const [item = '', field = ''] = id.split('.')
    const found = byId.get(item)
    return !found || found.removed || id !== markOf(found, field as SaidField)
  })
}

/** Nothing in the file is new to the plan. */
export const isEmpty = (proposal: Proposal): boolean => proposal.added.length === 0 && proposal.changed.length === 0 && proposal.gone.length === 0
