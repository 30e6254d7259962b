import type { Channel } from '../../../workspaces/index.ts'
import type { Viewer } from '../../../../platform/access/viewer.ts'
import type { Access, Request, Scope } from '../../../../platform/http/page.ts'
import { isId } from '../../../../platform/item/id.ts'
import { passHolders } from '../../../../platform/pass/pass.ts'
import { findQuestion, type Question } from '../question.store.ts'
import { type Phase, phaseOf } from '../round.ts'

/** Who answers, about what, at which address, and what may be done there now. `revoked`: the link opens nothing any more. */
export type Answering = Scope & { question: Question; base: string; channel: Channel; phase: Phase | 'revoked' }

const scopeOf = (question: Question, base: string, channel: Channel, revoked: boolean, now: Temporal.Instant): Answering => {
  const phase = revoked ? 'revoked' : phaseOf(question.round, question.workspace.state, now)
  const { organisationId, organisation } = question.asked
  return { question, base, channel, phase, closed: phase !== 'answering' && phase !== 'replying', actingFor: { id: organisationId, name: organisation } }
}

/** Whoever has the link. */
export const withLink: Access<Answering> = {
  name: 'pass-expectation',
  async check(request, params) {
    const found = await passHolders('expectation').check(request, params)
    if ('denied' in found) return found
    const question = await findQuestion(request.db, found.pass.subjectId)
    if (!question || question.asked.personId !== found.holder?.person?.id) return { denied: 'missing' }
    return { ...scopeOf(question, `/forventning/${params.token}`, 'link', found.pass.state === 'revoked', request.now), holder: found.holder }
  },
}

/** The one who is asked, logged in. */
export const askedOnes: Access<Answering> = {
  name: 'expectation-asked',
  async check(request, params) {
    if (!request.viewer.person) return { denied: 'login' }
    const question = isId(params.asked ?? '') ? await findQuestion(request.db, params.asked ?? '') : null
    if (!question || question.asked.personId !== request.viewer.person.id) return { denied: 'missing' }
    return scopeOf(question, `/min-side/forventninger/${question.asked.id}`, 'page', question.asked.revoked, request.now)
  },
}

/** Who answers here: whom the link was sent to, or who is logged in. */
export const answererOf = (request: Request, scope: Answering): Viewer => scope.holder ?? request.viewer
