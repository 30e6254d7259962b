import type { Manifest } from '../../platform/item/manifest.ts'
import { checks } from './checks.ts'
import { asOfPage } from './as-of/as-of-page.tsx'
import { challenge } from './challenge/challenge.ts'
import { contributionsPage } from './contributions/contributions-page.tsx'
import { effect } from './effect/effect.ts'
import { focusPage } from './focus/focus-page.tsx'
import { goal } from './goal/goal.ts'
import { indicator } from './indicator/indicator.ts'
import { measurementPages } from './indicator/measurement.pages.tsx'
import { measurementPart } from './indicator/measurement.part.tsx'
import { progressPage } from './indicator/progress-page.tsx'
import { latePage } from './late/late-page.tsx'
import { instrumentPages } from './measure/instrument.pages.tsx'
import { instrumentPart } from './measure/instrument.part.tsx'
import { measure } from './measure/measure.ts'
import { measuresAsked } from './measure/measure.asked.ts'
import { milestonePages } from './measure/milestone.pages.tsx'
import { milestonePart } from './measure/milestone.part.tsx'
import { planPage } from './one-page/plan-page.tsx'
import { planDocument } from './plan-document/plan-document.ts'
import { picturesAsked } from './picture/pictures.asked.ts'
import { picturePages } from './picture/pages/index.ts'
import { picturePart } from './picture/pages/picture-part.tsx'
import { priorityArea } from './priority-area/priority-area.ts'
import { result } from './result/result.ts'
import { questionsAsked } from './status/questions.asked.ts'
import { statusPart } from './status/pages/status-part.tsx'
import { statusPages } from './status/pages/index.ts'
import { timelinePage } from './timeline/timeline-page.tsx'

/** A new kind of the plan is a folder beside these and a line here. */
export const plans: Manifest = {
  module: 'plans',
  kinds: [challenge, goal, priorityArea, measure, indicator, result, effect, planDocument],
  checks,
  asked: [measuresAsked, questionsAsked, picturesAsked],
  parts: [picturePart, statusPart, milestonePart, instrumentPart, measurementPart],
  pages: [planPage, asOfPage, ...milestonePages, ...instrumentPages, ...measurementPages, progressPage, contributionsPage, focusPage, timelinePage, latePage, ...statusPages, ...picturePages],
}
