import type { StateKind } from '../../../../ui/index.ts'
import type { Standing } from '../match.ts'

/** The shape that goes with the word for how an expectation stands. */
export const shapeOf: Record<Standing, StateKind> = { contradicted: 'watch', unanswered: 'loose', partly: 'in_progress', met: 'holds' }
