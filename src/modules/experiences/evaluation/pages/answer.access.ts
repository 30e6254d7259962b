import type { Access, Scope } from '../../../../platform/http/page.ts'
import { isId } from '../../../../platform/item/id.ts'
import { passHolders } from '../../../../platform/pass/pass.ts'
import { findQuestion, type Question, takesAnswers } from '../question.store.ts'

/** What may be done at the address of a question: an answer is written, it is sent, it is too late, or the link opens nothing any more. */
export type Phase = 'answering' | 'answered' | 'over' | 'revoked'
export type Answering = Scope & { question: Question; base: string; own: boolean; phase: Phase }

const scopeOf = (question: Question, base: string, own: boolean, revoked: boolean, now: Temporal.Instant): Answering => {
  const { asked, round, workspace } = question
  const phase = revoked ? 'revoked' : asked.answeredOn !== null ? 'answered' : takesAnswers(round, workspace.state, now) ? 'answering' : 'over'
  return { question, base, own, phase, closed: phase === 'revoked' || phase === 'over' }
}

/** Whoever has the link. */
export const withLink: Access<Answering> = {
  name: 'pass-evaluation',
  async check(request, params) {
    const found = await passHolders('evaluation').check(request, params)
    if ('denied' in found) return found
    const question = await findQuestion(request.db, found.pass.subjectId)
    if (!question || question.asked.personId !== found.holder?.person?.id) return { denied: 'missing' }
    return { ...scopeOf(question, `/evaluer/${params.token}`, false, found.pass.state === 'revoked', request.now), holder: found.holder }
  },
}

/** The one who is asked, logged in. */
export const askedOnes: Access<Answering> = {
  name: 'evaluation-asked',
  async check(request, params) {
    if (!request.viewer.person) return { denied: 'login' }
    const question = isId(params.asked ?? '') ? await findQuestion(request.db, params.asked ?? '') : null
    if (!question || question.asked.personId !== request.viewer.person.id) return { denied: 'missing' }
    return scopeOf(question, `/min-side/evalueringer/${question.asked.id}`, true, question.asked.revoked, request.now)
  },
}
