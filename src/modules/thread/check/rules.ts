import type { Check } from '../../../platform/item/check.ts'
import { type StepId, stepIds } from '../../../platform/item/kind.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import type { Standing } from './standing.store.ts'

/** The parts that a workspace uses: those it has said, and those it has something in. */
export function partsInUse(catalogue: Catalogue, standing: Standing): ReadonlySet<StepId> {
  const filled = [...standing.kinds].flatMap((name) => catalogue.kinds.get(name)?.step ?? [])
  return new Set(stepIds.filter((step) => standing.partsInUse.includes(step) || filled.includes(step)))
}

/** Why a rule is not counted, or null when it is. */
export type Resting = 'off' | 'part' | 'nothing-of-its-kind' | null

export function resting(catalogue: Catalogue, standing: Standing, rule: Check): Resting {
  const used = partsInUse(catalogue, standing)
  if (!rule.parts.every((part) => used.has(part))) return 'part'
  if (!(rule.needs ?? []).every((kind) => standing.kinds.has(kind))) return 'nothing-of-its-kind'
  return standing.choices.get(rule.id)?.active === false ? 'off' : null
}

/** The rules that count here, the most serious first. */
export const countedRules = (catalogue: Catalogue, standing: Standing): Check[] =>
  catalogue.checks.filter((rule) => resting(catalogue, standing, rule) === null).toSorted((a, b) => a.severity - b.severity)

/** Which end of its thread a rule finds loose, as this plan stands. */
export const endOf = (rule: Check, areasAboveGoals: boolean) => (typeof rule.end === 'function' ? rule.end(areasAboveGoals) : rule.end)
