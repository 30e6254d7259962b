import type { Request } from '../../platform/http/page.ts'
import { isId } from '../../platform/item/id.ts'
import { identitiesOf, type Mergeable, type MergeKind, mergeables, organisationFacts, partiesOf, type Use, usesOf } from '../../modules/actors/index.ts'
import type { Where } from './merging.policy.ts'

export type Side = Mergeable & { number: string | null; ways: readonly string[] }
export type Pair = { kind: MergeKind; one: Side; other: Side; uses: readonly Use[] }


/** Two that may be the same, side by side; null when one is not there, or not in this workspace. */
export async function readPair({ db }: Request, kind: MergeKind, where: Where, one: string, other: string): Promise<Pair | null> {
  if (![one, other].every((id) => isId(id))) return null
  if (where) {
    // One that was just merged into the other still leads here: a form that is sent twice finds its page.
    const [parties, known] = [await partiesOf(db, where.id), await mergeables(db, kind, [one, other])]
    if (![one, other].every((id) => parties.some((party) => party.id === (known.get(id)?.mergedInto ?? id)))) return null
  }
  const [found, uses, numbers, ways] = await Promise.all([
    mergeables(db, kind, [one, other]), usesOf(db, kind, [one, other]), kind === 'organisation' ? organisationFacts(db, [one, other]) : new Map<string, string | null>(), kind === 'person' ? identitiesOf(db, [one, other]) : new Map<string, string[]>(),
  ])
  const side = (id: string): Side | null => {
    const known = found.get(id)
    return known ? { ...known, number: numbers.get(id) ?? null, ways: ways.get(id) ?? [] } : null
  }
  const [first, second] = [side(one), side(other)]
  return first && second ? { kind, one: first, other: second, uses } : null
}

export type Row = { key: string; one: number; other: number }

/** What each has, by what points at it: in one workspace only what stands there, so that nothing is told of others. */
export function rowsOf({ one, other, uses }: Pair, where: Where, known: (key: string) => boolean): Row[] {
  const rows = new Map<string, Row>()
  for (const use of uses) {
    if (where && use.workspaceId !== where.id) continue
    const key = known(`${use.table}.${use.column}`) ? `${use.table}.${use.column}` : 'more'
    const row = rows.get(key) ?? { key, one: 0, other: 0 }
    if (use.id === one.id) row.one += use.n
    if (use.id === other.id) row.other += use.n
    rows.set(key, row)
  }
  return [...rows.values()].sort((a, b) => Number(a.key === 'more') - Number(b.key === 'more') || b.one + b.other - a.one - a.other)
}

export type Choice = { from: Side; to: Side; name: string }

/** What was chosen on the page: who stays, and what it is called. */
export function chosen({ one, other }: Pair, stays: string, called: string, typed: string, rename: (toId: string) => boolean): Choice | { errors: Partial<Record<'blir' | 'navn', 'which' | 'missing' | 'long'>> } {
  const to = [one, other].find((side) => side.id === stays)
  if (!to) return { errors: { blir: 'which' } }
  const from = to === one ? other : one
  if (to.registered || !rename(to.id)) return { from, to, name: to.name }
  const name = called === 'annet' ? typed.replaceAll('\0', '').trim().replace(/\s+/g, ' ') : called === one.id ? one.name : called === other.id ? other.name : to.name
  if (name === '') return { errors: { navn: 'missing' } }
  if (name.length > 120) return { errors: { navn: 'long' } }
  return { from, to, name }
}
