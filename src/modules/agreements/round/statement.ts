/** What an answer is made of: what one expects, what one offers, and what must be in place. */
export const whats = ['expects', 'offers', 'needs'] as const
export type What = (typeof whats)[number]

/** What it is of. The same words for what is expected and what is offered, so that they can be held against each other. */
export const kinds = ['instrument', 'people', 'competence', 'network', 'other'] as const
export type Kind = (typeof kinds)[number]

/** One thing that an organisation says. `aboutId` is of whom it is expected; null is the partnership as a whole. Kinds may be chosen last. */
export type Statement = { what: What; kind: Kind | null; aboutId: string | null; text: string }

export const longestStatement = 500
/** How many of each an answer may have: what is longer than a page is read by nobody. */
export const mostOfEach = 15

const same = (a: Statement, b: Statement): boolean => a.what === b.what && a.kind === b.kind && a.aboutId === b.aboutId && a.text === b.text

/** Whether two answers say the same, in the same order. */
export const sameStatements = (a: readonly Statement[], b: readonly Statement[]): boolean => a.length === b.length && a.every((one, i) => same(one, b[i] as Statement))

export type Lacking = { at: number; what: What; field: 'kind' } | { at: null }

/** What stands in the way of sending an answer: nothing said at all, or a kind not chosen. Places count within each of the three. */
export function lackingIn(statements: readonly Statement[]): Lacking[] {
  if (statements.length === 0) return [{ at: null }]
  return whats.flatMap((what) => statements.filter((one) => one.what === what).flatMap((one, at): Lacking[] => (what !== 'needs' && one.kind === null ? [{ at, what, field: 'kind' }] : [])))
}
