import { type Access, page } from '../../../../platform/http/page.ts'
import { versionField } from '../../../../platform/http/form.ts'
import { isId } from '../../../../platform/item/id.ts'
import type { Item } from '../../../../platform/item/item.store.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { asking, type InWorkspace, readTold, ToldFields, workspaceLeading } from '../../../workspaces/index.ts'
import { Alert, Button, ButtonLink, ErrorSummary, Form, FormActions, formState, Heading, Lead } from '../../../../ui/index.ts'
import { pictures, ratings } from '../pictures.ts'
import type { Rating } from '../rating.ts'
import { draftOf } from '../rating.store.ts'
import { findRound } from '../round.store.ts'
import type { Round } from '../round.ts'
import { challengesOf } from '../shown.store.ts'
import { AnswerFields, lacking, readAnswer, startOf } from './answer-form.tsx'
import { pictureCrumbs, picturesPath } from './paths.ts'
import { pictureWords } from './picture.words.ts'

type Registering = InWorkspace & { round: Round; answer: asking.Answer }

/** Those who lead, and an organisation that is asked in a round whose picture is not shown yet. */
const registering: Access<Registering> = {
  name: 'workspace-leading',
  async check(request, params) {
    const found = await workspaceLeading.check(request, params)
    if ('denied' in found) return found
    const round = await findRound(request.db, found.workspace.id, Number(params.round))
    const answer = (round?.state === 'open' || round?.state === 'closed') && isId(params.answer ?? '') ? (await asking.answersIn(request.db, 'picture', round.id)).find((one) => one.id === params.answer) : undefined
    return round && answer ? { workspace: found.workspace, round, answer } : { denied: 'missing' }
  },
}

/** Nobody has written on it through a link: what they write themselves is theirs alone. */
const isOurs = (answer: asking.Answer): boolean => answer.version === 0 || (answer.sentAt !== null && answer.toldBy !== null)

/** An answer that came by phone, by mail or at a meeting, written in by those who lead. One that the organisation has begun itself is not shown, and not written over. */
export const registerPage = page<Registering, { draft: Rating[] | null; challenges: Item[] }>({
  path: '/arbeidsrom/:workspace/utfordringer/felles-bilde/:round{[0-9]+}/registrer/:answer',
  access: registering,
  width: 'text',
  styles: ['status.page.css', 'picture.page.css'],
  load: async ({ db, viewer }, { round, answer }) => ({ draft: isOurs(answer) ? await draftOf(db, answer.id) : null, challenges: await challengesOf(db, viewer, round) }),
  title: (_, { lang }, { answer }) => `${pictureWords[lang].registerTitle}: ${answer.organisation}`,
  crumbs: (_, { lang }, { workspace, round }) => [...pictureCrumbs(workspace, lang, true), { text: round.title, href: picturesPath(workspace, round.number) }],
  actions: {
    register: async (work, { request, scope: { workspace, round, answer }, loaded: { draft, challenges }, raw }) => {
      const w = pictureWords[request.lang]
      if (draft === null) return { refused: { message: w.registerOwn } }
      const [read, told] = [readAnswer(raw, challenges, request.lang), readTold(raw, request.now, w)]
      if ('errors' in read || 'errors' in told) return { refused: { errors: { ...('errors' in read && read.errors), ...('errors' in told && told.errors) } } }
      const kept = await asking.keepDraft(work, ratings, answer, Number(firstText(raw, versionField)), read.said)
      if ('refused' in kept) return kept
      const sent = await asking.sendAnswer(work, pictures, ratings, round, workspace.state, answer.id, told.told)
      if ('refused' in sent) return { refused: typeof sent.refused === 'string' ? 'missing' : { errors: lacking(challenges, request.lang) } }
      return { done: { to: picturesPath(workspace, `${round.number}#svar`), flash: { text: w.registered } } }
    },
  },
  view: ({ draft, challenges }, { lang, path, now }, { workspace, round, answer }, returned) => {
    const w = pictureWords[lang]
    const state = formState(returned, { ...startOf(draft ?? [], challenges), dato: osloDate(now).toString() })
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
              <AnswerFields lang={lang} state={state} challenges={challenges} />
              <FormActions><Button variant="primary">{w.registerSave}</Button><ButtonLink href={picturesPath(workspace, round.number)} variant="quiet">{w.cancel}</ButtonLink></FormActions>
            </Form>
          </>
        )}
      </>
    )
  },
})
