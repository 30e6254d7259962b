/** What the workspace says of a period, as far as everybody in it may see. Days as YYYY-MM-DD, both ends counted; money in whole kroner, people in man-years. */
export type YearMaterial = {
  workspace: string
  from: string
  to: string
  /** The day that it was fetched. */
  on: string
  recipient: string | null
  purpose: string | null
  parties: readonly string[]
  came: readonly { name: string; on: string }[]
  left: readonly { name: string; on: string }[]
  successions: readonly { from: string; to: string; on: string }[]
  agreements: readonly { title: string; state: string; startsOn: string | null; endsOn: string | null; renewBy: string | null; parties: number; signed: number }[]
  governance: string | null
  decisions: readonly { title: string; on: string; by: string | null; followedUp: boolean }[]
  tasks: { all: number; done: number; late: number }
  measures: readonly { title: string; state: string; endsOn: string | null }[]
  milestones: readonly { title: string; measure: string; on: string }[]
  results: readonly { title: string; on: string | null }[]
  effects: readonly { title: string; certainty: string | null; others: string | null }[]
  indicators: readonly { title: string; unit: string | null; baseline: number | null; baselineOn: string | null; latest: number | null; latestOn: string | null; target: number | null; targetOn: string | null; source: string | null }[]
  resources: readonly { organisation: string; money: number | null; people: number | null }[]
  arenas: readonly { title: string; meetings: number; matters: number; decisions: number }[]
  lessons: readonly { title: string; advice: string | null }[]
  loose: readonly { title: string; count: number }[]
  asks: readonly { text: string; about: string | null }[]
  /** Matters that wait in a political arena. */
  waiting: readonly { title: string; arena: string }[]
  coming: readonly { what: 'measure' | 'milestone' | 'agreement' | 'influence'; title: string; on: string }[]
  /** What partners said when the partnership was evaluated, a sentence each. */
  evaluation: readonly string[]
}

/** The parties of a period, and who came and left in it. One that only changed its role has neither come nor left; where all came, nobody is new. */
export function partiesIn(periods: readonly { name: string; organisationId: string; from: string | null; to: string | null }[], from: string, to: string): Pick<YearMaterial, 'parties' | 'came' | 'left'> {
  const byOrganisation = [...Map.groupBy(periods, (one) => one.organisationId).values()]
  const here: { name: string; since: string | null }[] = []
  const left: { name: string; on: string }[] = []
  for (const all of byOrganisation) {
    const [first] = all
    if (!first) continue
    const starts = all.map((one) => one.from)
    const since = starts.includes(null) ? null : starts.flatMap((one) => one ?? []).toSorted()[0] ?? null
    if (all.some((one) => (one.from === null || one.from <= to) && (one.to === null || one.to > to))) here.push({ name: first.name, since })
    else {
      const last = all.flatMap((one) => one.to ?? []).toSorted().at(-1)
      if (last !== undefined && last >= from && last <= to) left.push({ name: first.name, on: last })
    }
  }
  const fresh = here.flatMap(({ name, since }) => (since !== null && since >= from && since <= to ? [{ name, on: since }] : []))
  return { parties: here.map((one) => one.name).toSorted((a, b) => a.localeCompare(b, 'nb')), came: fresh.length === here.length ? [] : fresh, left }
}
