import type { Manifest } from '../../platform/item/manifest.ts'
import { challenge } from './challenge/challenge.ts'
import { effect } from './effect/effect.ts'
import { goal } from './goal/goal.ts'
import { indicator } from './indicator/indicator.ts'
import { measure } from './measure/measure.ts'
import { planPage } from './one-page/plan-page.tsx'
import { planDocument } from './plan-document/plan-document.ts'
import { priorityArea } from './priority-area/priority-area.ts'
import { result } from './result/result.ts'

/** A new kind of the plan is a folder beside these and a line here. */
export const plans: Manifest = {
  module: 'plans',
  kinds: [challenge, goal, priorityArea, measure, indicator, result, effect, planDocument],
  pages: [planPage],
}
