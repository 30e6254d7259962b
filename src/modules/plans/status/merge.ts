/** What a measure says of its own status. */
export type Said = { state: string | null; note: string | null; decision: string | null }

/** What of the measure is changed, and what somebody else had written meanwhile that therefore stands beside the answer. */
export type Merged = { change: Partial<Said>; kept: Partial<Said> | null }

const joined = (first: string, second: string, between: string, longest: number): string | null => {
  const both = `${first}${between}${second}`
  return both.length <= longest ? both : null
}

/**
 * Brings an answer together with a measure that may have been changed since the one who answered looked at it (`seen`). What they
 * did not change stays as it is now. What only they changed becomes theirs. What both changed: of two texts both stand, the
 * answer first; of two states the answer counts, and the other is told in `kept`. An empty note says nothing new; an emptied
 * decision was made, unless another has been asked for meanwhile.
 */
export function mergeAnswer(seen: Said, now: Said, answer: Said): Merged {
  const change: Partial<Said> = {}
  const kept: Partial<Said> = {}
  if (answer.state !== null && answer.state !== now.state) {
    const othersChanged = now.state !== seen.state
    if (answer.state !== seen.state || !othersChanged) change.state = answer.state
    if (othersChanged) kept.state = now.state
  }
  if (answer.note !== null && answer.note !== now.note && answer.note !== seen.note) {
    const others = now.note !== null && now.note !== seen.note ? now.note : null
    change.note = others === null ? answer.note : (joined(answer.note, others, '\n\n', 10_000) ?? answer.note)
    if (others !== null) kept.note = others
  }
  if (answer.decision !== now.decision && answer.decision !== seen.decision) {
    const others = now.decision !== null && now.decision !== seen.decision ? now.decision : null
    if (others !== null) kept.decision = others
    if (others === null) change.decision = answer.decision
    else if (answer.decision !== null) change.decision = joined(answer.decision, others, ' / ', 300) ?? answer.decision
  }
  return { change, kept: Object.keys(kept).length > 0 ? kept : null }
}
