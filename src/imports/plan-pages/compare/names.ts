import type { Message, ParsedPlan } from '../../plan/index.ts'
import { nameKey, type Organisation } from '../../../modules/actors/index.ts'
import type { Choices } from './choices.ts'

/** A name in the file: how often, whether the reader doubted it, and what it is taken for. */
export type Name = { readonly key: string; readonly name: string; readonly count: number; readonly unsure: boolean; readonly party: Organisation | null; readonly taken: 'ny' | 'tekst' | Organisation }

/** Longer than the name of any organisation: rather a sentence about several. */
const longestName = 70

/** The names that a plan has for organisations, most used first, each with what we take it for until somebody says otherwise. */
export function namesIn(plan: Pick<ParsedPlan, 'measures' | 'warnings'>, parties: readonly Organisation[], chosen: Choices['parties']): Name[] {
  const counts = new Map<string, { name: string; count: number }>()
  for (const measure of plan.measures) {
    for (const name of [...measure.owners, ...measure.partners]) {
      const key = nameKey(name)
      const known = counts.get(key)
      if (known) known.count++
      else if (key !== '') counts.set(key, { name: name.trim().replace(/\s+/g, ' '), count: 1 })
    }
  }
  const doubted = doubtedTexts(plan.warnings)
  const byKey = new Map(parties.map((party) => [nameKey(party.name), party]))
  const byId = new Map(parties.map((party) => [party.id, party]))
  return [...counts].map(([key, { name, count }]): Name => {
    const party = byKey.get(key) ?? null
    const unsure = party === null && (name.length > longestName || doubted.has(key))
    const said = chosen[key]
    const guess = party ?? (name.length > longestName ? 'tekst' : 'ny')
    const taken = said === 'ny' || said === 'tekst' ? said : ((said && byId.get(said)) || guess)
    return { key, name, count, unsure, party, taken: taken === 'ny' && party ? party : taken }
  }).sort((a, b) => b.count - a.count)
}

/** Cells that the reader was not certain were one or several. */
function doubtedTexts(warnings: readonly Message[]): Set<string> {
  return new Set(warnings.filter(({ code }) => code === 'namesKept' || code === 'ownersOrPartners').map(({ params }) => nameKey(String(params.text ?? ''))))
}

/** The key of a name's organisation, or null when it is kept as text. */
export function partyKeys(names: readonly Name[]): (name: string) => string | null {
  const taken = new Map(names.map((each) => [each.key, each.taken === 'tekst' ? null : each.taken === 'ny' ? `ny:${each.key}` : each.taken.id]))
  return (name) => taken.get(nameKey(name)) ?? null
}
