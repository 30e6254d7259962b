import type { Check } from '../../platform/item/check.ts'
import { challengeChecks } from './challenge/challenge.checks.ts'
import { effectChecks } from './effect/effect.checks.ts'
import { goalChecks } from './goal/goal.checks.ts'
import { indicatorChecks } from './indicator/indicator.checks.ts'
import { measureChecks } from './measure/measure.checks.ts'
import { priorityAreaChecks } from './priority-area/priority-area.checks.ts'
import { resultChecks } from './result/result.checks.ts'

/** What the thread check asks of a plan. The rules of a kind stand beside the kind. */
export const checks: readonly Check[] = [
  ...measureChecks, ...priorityAreaChecks, ...goalChecks, ...challengeChecks, ...indicatorChecks, ...resultChecks, ...effectChecks,
]
