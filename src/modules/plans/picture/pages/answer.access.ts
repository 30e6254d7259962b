import type { Viewer } from '../../../../platform/access/viewer.ts'
import type { Request } from '../../../../platform/http/page.ts'
import { asking } from '../../../workspaces/index.ts'
import { seenBy } from '../../status/answering.store.ts'
import { pictures } from '../pictures.ts'
import { type Phase, phaseOf, type Round } from '../round.ts'

export type Answering = asking.Answering<Round, Phase>

export const { withLink, askedOnes } = asking.answeringAccess<Round, Phase>(pictures, '/min-side/felles-bilde', phaseOf, ['answering'])

/** What somebody who was asked sees of the workspace: what all its members do, and what is for the organisation that they answer for. */
export const readerOf = (request: Request, { holder, question }: Answering): Viewer => seenBy(holder ?? request.viewer, question.workspace.id, question.answer.organisationId)
