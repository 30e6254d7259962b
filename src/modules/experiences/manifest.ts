import type { Manifest } from '../../platform/item/manifest.ts'
import { checks } from './checks.ts'
import { evaluation } from './evaluation/evaluation.ts'
import { evaluationChecks } from './evaluation/evaluation.checks.ts'
import { evaluationsAsked } from './evaluation/evaluations.asked.ts'
import { evaluationPages } from './evaluation/pages/index.ts'
import { resultsPart } from './evaluation/results.part.tsx'
import { lesson } from './lesson/lesson.ts'
import { offeredPart } from './offered/offered.part.tsx'

export const experiences: Manifest = {
  module: 'experiences',
  kinds: [lesson, evaluation],
  checks: [...checks, ...evaluationChecks],
  asked: [evaluationsAsked],
  parts: [resultsPart],
  births: [offeredPart],
  pages: evaluationPages,
}
