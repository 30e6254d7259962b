import type { Lang } from '../../platform/text/texts.ts'
import { describe } from './messages.ts'
import type { ParsedPlan, Remark } from './plan.ts'

/** The plan with its remarks in words, as `import:plan` prints it. */
export function planAsJson(plan: ParsedPlan, lang: Lang = 'nb') {
  const said = ({ sheet, row, why }: Remark) => ({ sheet, row, why: describe(why, lang) })
  return { ...plan, notUnderstood: plan.notUnderstood.map(said), ignored: plan.ignored.map(said), warnings: plan.warnings.map(each => describe(each, lang)) }
}
