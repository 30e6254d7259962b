/** A measure as a round left it: the state that was answered, or null where nobody answered. */
export type Told = { itemId: string; state: string | null }

/** What became of a measure from one round to the next. */
export const moves = ['completed', 'delayed', 'started', 'recovered', 'ended', 'reopened', 'sameTwice', 'same', 'first', 'silent'] as const
export type Move = (typeof moves)[number]

/**
 * How each measure moved since the round before; `before` is the one before that. Without an answer it is silent; without an
 * earlier one to hold it against it is the first. No change twice in a row is told apart: three rounds in the same state.
 */
export function movesBetween(now: readonly Told[], last: readonly Told[], before: readonly Told[]): Map<string, Move> {
  const [then, long] = [new Map(last.map((one) => [one.itemId, one.state])), new Map(before.map((one) => [one.itemId, one.state]))]
  return new Map(now.map(({ itemId, state }) => [itemId, moveOf(state, then.get(itemId) ?? null, long.get(itemId) ?? null)]))
}

function moveOf(state: string | null, last: string | null, before: string | null): Move {
  if (state === null) return 'silent'
  if (last === null) return 'first'
  if (state === last) return before === state ? 'sameTwice' : 'same'
  if (state === 'completed') return 'completed'
  if (state === 'cancelled') return 'ended'
  if (state === 'delayed') return 'delayed'
  if (last === 'completed' || last === 'cancelled') return 'reopened'
  if (last === 'delayed') return 'recovered'
  return state === 'in_progress' ? 'started' : 'reopened'
}
