import type { Channel } from '../../../workspaces/index.ts'
import type { Viewer } from '../../../../platform/access/viewer.ts'
import type { Access, Request, Scope } from '../../../../platform/http/page.ts'
import { passHolders } from '../../../../platform/pass/pass.ts'
import { findQuestion, type Question } from '../answering.store.ts'
import { takesAnswers } from '../status.ts'

/** Why no answer is taken any more. */
export type Closed = 'revoked' | 'over' | 'archived'

/** Who answers, about what, and at which address. */
export type Answering = Scope & { question: Question; base: string; channel: Channel; closedWhy: Closed | null }

const scopeOf = (question: Question, base: string, channel: Channel, revoked: boolean, now: Temporal.Instant): Answering => {
  const { organisationId, organisation } = question.asked
  const closedWhy = revoked ? 'revoked' : question.workspace.state !== 'active' ? 'archived' : takesAnswers(question.round, question.workspace.state, now) ? null : 'over'
  return { question, base, channel, closedWhy, closed: closedWhy !== null, actingFor: organisationId === null ? null : { id: organisationId, name: organisation ?? '' } }
}

/** Whoever has the link. */
export const withLink: Access<Answering> = {
  name: 'pass-status',
  async check(request, params) {
    const found = await passHolders('status').check(request, params)
    if ('denied' in found) return found
    const question = await findQuestion(request.db, found.pass.subjectId)
    if (!question || question.asked.personId !== found.holder?.person?.id) return { denied: 'missing' }
    return { ...scopeOf(question, `/svar/${params.token}`, 'link', found.pass.state === 'revoked', request.now), holder: found.holder }
  },
}

/** The one who is asked, logged in. */
export const askedOnes: Access<Answering> = {
  name: 'status-asked',
  async check(request, params) {
    if (!request.viewer.person) return { denied: 'login' }
    const question = /^[0-9a-f-]{36}$/.test(params.asked ?? '') ? await findQuestion(request.db, params.asked ?? '') : null
    if (!question || question.asked.personId !== request.viewer.person.id) return { denied: 'missing' }
    return scopeOf(question, `/min-side/status/${question.asked.id}`, 'page', question.asked.revoked, request.now)
  },
}

/** Who answers here: whom the link was sent to, or who is logged in. */
export const answererOf = (request: Request, scope: Answering): Viewer => scope.holder ?? request.viewer
