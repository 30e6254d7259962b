/** The workspaces that are measured by themselves, and what they hold. All others share the rest. */
export const special = [
  { slug: 'bench-stor', items: 2_000 },
  { slug: 'bench-tegnet', items: 300 },
  /** 45 measures, everything public: the same page with and without log-in. */
  { slug: 'bench-plan', items: 75 },
] as const

export const itemsInWorkspace = 500

/** Of a workspace's items, how many are of each kind, in their order in the plan; and where the kind keeps its text. */
export const kinds = [
  { kind: 'finding', share: 0.1, text: 'statement' },
  { kind: 'challenge', share: 0.05, text: 'description' },
  { kind: 'goal', share: 0.05, text: 'description' },
  { kind: 'priority_area', share: 0.05, text: 'description' },
  { kind: 'measure', share: 0.6, text: 'description' },
  { kind: 'result', share: 0.1, text: 'description' },
  { kind: 'lesson', share: 0.05, text: 'advice' },
] as const

/** Links from each item of a kind to so many of another; in small workspaces few, as people make them. Every seventh thread is left loose. */
export const ties = [
  { relation: 'supports', from: 'finding', to: 'challenge', many: 2, few: 1 },
  { relation: 'addresses', from: 'goal', to: 'challenge', many: 2, few: 1 },
  { relation: 'pursues', from: 'priority_area', to: 'goal', many: 2, few: 1 },
  { relation: 'delivers', from: 'measure', to: 'priority_area', many: 2, few: 1 },
  { relation: 'delivers', from: 'measure', to: 'goal', many: 1, few: 0 },
  { relation: 'leads_to', from: 'measure', to: 'result', many: 2, few: 1 },
  { relation: 'learned_from', from: 'lesson', to: 'result', many: 2, few: 1 },
] as const

/** One item in five has a text of 60 words: 200,000 of a million. */
export const textEvery = 5
export const textWords = 60

export type Place = { slug: string; items: number; many: boolean }

/** The workspaces of a world of about so many items. */
export function places(size: number): Place[] {
  const left = Math.max(0, size - special.reduce((sum, one) => sum + one.items, 0))
  const others = Math.max(1, Math.round(left / itemsInWorkspace))
  return [
    ...special.map((one) => ({ ...one, many: false })),
    ...Array.from({ length: others }, (_, i) => ({ slug: `bench-${i + 1}`, items: Math.round(left / others), many: true })),
  ]
}

/** Of a workspace of so many items, where each kind begins and how many there are. */
export function spans(items: number): { kind: string; from: number; count: number }[] {
  let from = 0
  return kinds.map(({ kind, share }, i) => {
    const count = i === kinds.length - 1 ? items - from : Math.round(items * share)
    const span = { kind, from, count }
    from += count
    return span
  })
}
