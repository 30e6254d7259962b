/** How far something has come: `done` of `of`. Nothing to count is 0 of 0. */
export type Count = { done: number; of: number }

/** What is known of the way to an agreement. Counts are of organisations. */
export type Facts = {
  /** Those who are partners, or were thought of as such in the latest round. */
  possible: number
  /** The latest round: how many organisations have been asked, and have answered. 0 of 0 before anybody is asked. */
  answers: Count
  /** The parties of the agreement: anchored with their leadership, and signed. */
  anchored: Count
  signed: Count
  textAgreed: boolean
  /** The parties whose role is settled. */
  roles: Count
  inForce: boolean
  /** Those who joined after it came into force, and those of them who have signed. */
  joined: Count
  renewalPlanned: boolean
}

/** The order matters: each step stands on the one before. This list drives the page, what may be done, and what is said. */
export const steps = ['mapped', 'asked', 'answered', 'anchored', 'agreed', 'roles', 'signed', 'accession', 'renewal'] as const
export type StepName = (typeof steps)[number]

type Declared = {
  /** Which step must be passed before this one is taken. */
  after: StepName | null
  count(facts: Facts): Count
  /** Somebody is stopped when it is tried too early; for the others the order is advice. */
  guards?: true
  /** Where it is done, under the workspace or under the agreement. */
  at: { workspace: string } | { agreement: string }
}
const yes = (done: boolean): Count => ({ done: done ? 1 : 0, of: 1 })

export const declared: Readonly<Record<StepName, Declared>> = {
  mapped: { after: null, count: ({ possible }) => ({ done: Math.min(possible, 2), of: 2 }), at: { workspace: 'partnere' } },
  asked: { after: 'mapped', count: ({ answers }) => yes(answers.of > 0), at: { workspace: 'forventninger' } },
  answered: { after: 'asked', count: ({ answers }) => answers, at: { workspace: 'forventninger' } },
  anchored: { after: 'answered', count: ({ anchored }) => anchored, at: { agreement: 'parter' } },
  agreed: { after: 'anchored', count: ({ textAgreed }) => yes(textAgreed), at: { agreement: 'tekst' } },
  roles: { after: 'agreed', count: ({ roles }) => roles, guards: true, at: { agreement: 'roller' } },
  signed: { after: 'roles', count: ({ signed }) => signed, guards: true, at: { agreement: 'parter' } },
  // What opens for others is that the agreement is in force.
  accession: { after: 'signed', count: ({ inForce, joined }) => (inForce ? joined : { done: 0, of: 1 }), guards: true, at: { agreement: 'parter' } },
  renewal: { after: 'signed', count: ({ renewalPlanned }) => yes(renewalPlanned), at: { agreement: 'endre' } },
}

/** `open`: nobody is joining, and anybody may. */
export type StepState = 'done' | 'overridden' | 'now' | 'later' | 'open'
export type Step = { name: StepName; state: StepState; count: Count; /** What it waits for. */ after: StepName | null }

const isDone = (name: StepName, facts: Facts): boolean => {
  const { done, of } = declared[name].count(facts)
  return of > 0 && done >= of
}

/** Every step with how far it is. A step is taken now when the one before is done or was passed by with a reason. */
export function stepsOf(facts: Facts, overridden: ReadonlySet<StepName>): Step[] {
  const passed = (name: StepName | null) => name === null || isDone(name, facts) || overridden.has(name)
  return steps.map((name) => {
    const { after, count } = declared[name]
    const counted = count(facts)
    const state: StepState = isDone(name, facts) ? 'done' : overridden.has(name) ? 'overridden' : !passed(after) ? 'later' : name === 'accession' && facts.inForce && counted.of === 0 ? 'open' : 'now'
    return { name, state, count: counted, after }
  })
}

/** The step that must be passed before this one may be taken; null when it may. Only the steps that guard stop anybody. */
export function blockedBy(name: StepName, facts: Facts, overridden: ReadonlySet<StepName>): StepName | null {
  const { after, guards } = declared[name]
  return !guards || after === null || isDone(after, facts) || overridden.has(after) ? null : after
}

/** The step to take now: the first that is neither done nor passed by. */
export const nextStep = (all: readonly Step[]): Step | null => all.find((one) => one.state === 'now') ?? null

/** What an organisation does in the partnership. */
export const roles = ['leads', 'secretariat', 'takes_part', 'supports', 'not_now'] as const
export type PartyRoleName = (typeof roles)[number]
