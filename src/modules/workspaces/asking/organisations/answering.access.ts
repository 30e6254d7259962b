import type { Access, Scope } from '../../../../platform/http/page.ts'
import { isId } from '../../../../platform/item/id.ts'
import { passHolders } from '../../../../platform/pass/pass.ts'
import type { Channel } from '../asking.ts'
import type { AskedRound, RoundKind } from './kind.ts'
import { findQuestion, type Question } from './question.store.ts'

/** Who answers, about what, at which address, and what may be done there now. `revoked`: the link opens nothing any more. */
export type Answering<R extends AskedRound, P> = Scope & { question: Question<R>; base: string; channel: Channel; phase: P | 'revoked' }

type PhaseOf<R, P> = (round: R, workspaceState: string, now: Temporal.Instant) => P

/** The two ways to a question of a kind: with the link, and logged in as the one who is asked. In the phases that `takes` names something may be written. */
export function answeringAccess<R extends AskedRound, P extends string>(kind: Pick<RoundKind<R>, 'name' | 'roundById' | 'linkPath'>, minePath: string, phaseOf: PhaseOf<R, P>, takes: readonly P[]): { withLink: Access<Answering<R, P>>; askedOnes: Access<Answering<R, P>> } {
  const scopeOf = (question: Question<R>, base: string, channel: Channel, revoked: boolean, now: Temporal.Instant): Answering<R, P> => {
    const phase = revoked ? 'revoked' : phaseOf(question.round, question.workspace.state, now)
    const { organisationId, organisation } = question.asked
    return { question, base, channel, phase, closed: phase === 'revoked' || !takes.includes(phase), actingFor: { id: organisationId, name: organisation } }
  }
  return {
    withLink: {
      name: `pass-${kind.name}`,
      async check(request, params) {
        const found = await passHolders(kind.name).check(request, params)
        if ('denied' in found) return found
        const question = await findQuestion(request.db, kind, found.pass.subjectId)
        if (!question || question.asked.personId !== found.holder?.person?.id) return { denied: 'missing' }
        return { ...scopeOf(question, `${kind.linkPath}/${params.token}`, 'link', found.pass.state === 'revoked', request.now), holder: found.holder }
      },
    },
    askedOnes: {
      name: `${kind.name}-asked`,
      async check(request, params) {
        if (!request.viewer.person) return { denied: 'login' }
        const question = isId(params.asked ?? '') ? await findQuestion(request.db, kind, params.asked ?? '') : null
        if (!question || question.asked.personId !== request.viewer.person.id) return { denied: 'missing' }
        return scopeOf(question, `${minePath}/${question.asked.id}`, 'page', question.asked.revoked, request.now)
      },
    },
  }
}
