import { asking } from '../../../workspaces/index.ts'
import { expectations } from '../expectations.ts'
import { type Phase, phaseOf, type Round } from '../round.ts'

export type Answering = asking.Answering<Round, Phase>

export const { withLink, askedOnes } = asking.answeringAccess<Round, Phase>(expectations, '/min-side/forventninger', phaseOf, ['answering', 'replying'])
