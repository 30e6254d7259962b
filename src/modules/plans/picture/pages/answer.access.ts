import type { Access, Request, Scope } from '../../../../platform/http/page.ts'
import { isId } from '../../../../platform/item/id.ts'
import { passHolders } from '../../../../platform/pass/pass.ts'
import type { Viewer } from '../../../../platform/access/viewer.ts'
import type { Channel } from '../../../workspaces/index.ts'
import { seenBy } from '../../status/answering.store.ts'
import { findQuestion, type Question } from '../question.store.ts'
import { type Phase, phaseOf } from '../round.ts'

/** Who answers, about what, at which address, and what may be done there now. `revoked`: the link opens nothing any more. */
export type Answering = Scope & { question: Question; base: string; channel: Channel; phase: Phase | 'revoked' }

const scopeOf = (question: Question, base: string, channel: Channel, revoked: boolean, now: Temporal.Instant): Answering => {
  const phase = revoked ? 'revoked' : phaseOf(question.round, question.workspace.state, now)
  const { organisationId, organisation } = question.asked
  return { question, base, channel, phase, closed: phase !== 'answering', actingFor: { id: organisationId, name: organisation } }
}

/** Whoever has the link. */
export const withLink: Access<Answering> = {
  name: 'pass-picture',
  async check(request, params) {
    const found = await passHolders('picture').check(request, params)
    if ('denied' in found) return found
    const question = await findQuestion(request.db, found.pass.subjectId)
    if (!question || question.asked.personId !== found.holder?.person?.id) return { denied: 'missing' }
    return { ...scopeOf(question, `/felles-bilde/${params.token}`, 'link', found.pass.state === 'revoked', request.now), holder: found.holder }
  },
}

/** The one who is asked, logged in. */
export const askedOnes: Access<Answering> = {
  name: 'picture-asked',
  async check(request, params) {
    if (!request.viewer.person) return { denied: 'login' }
    const question = isId(params.asked ?? '') ? await findQuestion(request.db, params.asked ?? '') : null
    if (!question || question.asked.personId !== request.viewer.person.id) return { denied: 'missing' }
    return scopeOf(question, `/min-side/felles-bilde/${question.asked.id}`, 'page', question.asked.revoked, request.now)
  },
}

/** What somebody who was asked sees of the workspace: what all its members do, and what is for the organisation that they answer for. */
export const readerOf = (request: Request, { holder, question }: Answering): Viewer => seenBy(holder ?? request.viewer, question.workspace.id, question.answer.organisationId)
