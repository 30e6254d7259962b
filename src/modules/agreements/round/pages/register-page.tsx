import { type Access, page } from '../../../../platform/http/page.ts'
import { versionField } from '../../../../platform/http/form.ts'
import { isId } from '../../../../platform/item/id.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { asking, type InWorkspace, readTold, ToldFields, workspaceLeading } from '../../../workspaces/index.ts'
import { Alert, Button, ButtonLink, ErrorSummary, Form, FormActions, formState, Heading, Lead } from '../../../../ui/index.ts'
import { expectations, statements } from '../expectations.ts'
import { findRound } from '../round.store.ts'
import type { Round } from '../round.ts'
import { draftOf, type Stated } from '../statement.store.ts'
import { AnswerFields, lackingErrors, readAnswer, startOf } from './answer-form.tsx'
import { expectationCrumbs, expectationsPath } from './paths.ts'
import { roundWords } from './round.words.ts'

type Registering = InWorkspace & { round: Round; answer: asking.Answer; answers: asking.Answer[] }

/** Those who lead, and an organisation that is asked in a round whose answers are not shown yet. */
const registering: Access<Registering> = {
  name: 'workspace-leading',
  async check(request, params) {
    const found = await workspaceLeading.check(request, params)
    if ('denied' in found) return found
    const round = await findRound(request.db, found.workspace.id, Number(params.round))
    const answers = (round?.state === 'open' || round?.state === 'closed') && isId(params.answer ?? '') ? await asking.answersIn(request.db, 'expectation', round.id) : []
    const answer = answers.find((one) => one.id === params.answer)
    return round && answer ? { workspace: found.workspace, round, answer, answers } : { denied: 'missing' }
  },
}

/** Nobody has written on it through a link: what they write themselves is theirs alone. */
const isOurs = (answer: asking.Answer): boolean => answer.version === 0 || (answer.sentAt !== null && answer.toldBy !== null)

const othersOf = ({ answers, answer }: Registering) => answers.filter((one) => one.id !== answer.id).map((one) => ({ id: one.organisationId, name: one.organisation }))

/** An answer that came by phone, by mail or at a meeting, written in by those who lead. One that the organisation has begun itself is not shown, and not written over. */
export const registerPage = page<Registering, { draft: Stated[] | null }>({
  path: '/arbeidsrom/:workspace/forventninger/:round{[0-9]+}/registrer/:answer',
  access: registering,
  width: 'text',
  styles: ['status.page.css', 'expectation.page.css'],
  load: async (request, { answer }) => ({ draft: isOurs(answer) ? await draftOf(request.db, answer.id) : null }),
  title: (_, { lang }, { answer }) => `${roundWords[lang].registerTitle}: ${answer.organisation}`,
  crumbs: (_, { lang }, { workspace, round }) => [...expectationCrumbs(workspace, lang, true), { text: round.title, href: expectationsPath(workspace, round.number) }],
  actions: {
    register: async (work, { request, scope, loaded: { draft }, raw }) => {
      const { workspace, round, answer } = scope
      const w = roundWords[request.lang]
      if (draft === null) return { refused: { message: w.registerOwn } }
      const [read, told] = [readAnswer(raw, othersOf(scope), request.lang), readTold(raw, request.now, roundWords[request.lang])]
      if ('errors' in read || 'errors' in told) return { refused: { errors: { ...('errors' in read && read.errors), ...('errors' in told && told.errors) } } }
      const kept = await asking.keepDraft(work, statements, answer, Number(firstText(raw, versionField)), read.statements)
      if ('refused' in kept) return kept
      const sent = await asking.sendAnswer(work, expectations, statements, round, workspace.state, answer.id, told.told)
      if ('refused' in sent) return { refused: typeof sent.refused === 'string' ? 'missing' : { errors: lackingErrors(sent.refused.lacking, raw, request.lang) } }
      return { done: { to: expectationsPath(workspace, `${round.number}#svar`), flash: { text: w.registered } } }
    },
  },
  view: ({ draft }, { lang, path, now }, scope, returned) => {
    const { workspace, round, answer } = scope
    const w = roundWords[lang]
    const state = formState(returned, { ...startOf(draft ?? []), dato: osloDate(now).toString() })
    return (
      <>
        <p class="kind-line">{answer.organisation}</p>
        <Heading level={1}>{w.registerTitle}</Heading>
        <Lead>{w.registerLead(answer.organisation)}</Lead>
        {draft === null ? <Alert><p>{w.registerOwn}</p></Alert> : (
          <>
            <ErrorSummary lang={lang} state={state} />
            <Form action={path} submissionKey={crypto.randomUUID()} version={answer.version}>
              <ToldFields lang={lang} words={w} state={state} now={now} />
              <AnswerFields lang={lang} state={state} others={othersOf(scope)} />
              <FormActions><Button variant="primary">{w.registerSave}</Button><ButtonLink href={expectationsPath(workspace, round.number)} variant="quiet">{w.cancel}</ButtonLink></FormActions>
            </Form>
          </>
        )}
      </>
    )
  },
})
