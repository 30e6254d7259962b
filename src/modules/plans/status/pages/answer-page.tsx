import type { Done, Page, Refusal, Request, Returned, WorkspaceHead } from '../../../../platform/http/page.ts'
import { type Access, page } from '../../../../platform/http/page.ts'
import { versionField } from '../../../../platform/http/form.ts'
import type { Outcome, Work } from '../../../../platform/db/work.ts'
import { firstText, type RawForm } from '../../../../platform/item/parse.ts'
import { Alert, ButtonLink, ErrorSummary, formState, Heading } from '../../../../ui/index.ts'
import { keepDraft, saidOf, sendAnswer } from '../answer.actions.ts'
import { lastAnswers, type LastAnswer } from '../answer.store.ts'
import { readToAnswer, seenBy, type ToAnswer } from '../answering.store.ts'
import { type Answer, noAnswer } from '../status.ts'
import { answererOf, type Answering } from './answer.access.ts'
import { AnswerForm, Both, lacking, LastSaid, readAnswer, seenField, startOf } from './answer-form.tsx'
import { ClosedView } from './answer-closed.tsx'
import { answerWords } from './answer.words.ts'

type Loaded = { to: ToAnswer; all: ToAnswer[]; last: LastAnswer | undefined }

const load = async (request: Request, scope: Answering, number: number): Promise<Loaded | null> => {
  const all = (await readToAnswer(request.db, answererOf(request, scope), scope.question)).filter((one) => one.handedTo === null)
  // Only what this very person is asked about is found here, whatever number is in the address.
  const to = all.find((one) => one.item.number === number)
  return to ? { to, all, last: (await lastAnswers(request.db, scope.question.workspace.id, [to.item.id])).get(to.item.id) } : null
}

/** The next one that has nothing saved, after this one and round to those before it; else the list. */
const nextAfter = ({ to, all }: Loaded, base: string): string => {
  const at = all.indexOf(to)
  const next = [...all.slice(at + 1), ...all.slice(0, at)].find(({ answer }) => answer.savedAt === null && answer.sending === null)
  return next ? `${base}/${next.item.number}` : base
}

type Told = { request: Request; scope: Answering; loaded: Loaded; raw: RawForm }

async function keep(work: Work, { scope: { question }, loaded: { to }, raw }: Told, draft: Answer): Promise<Outcome<number, Refusal>> {
  if (question.workspace.state !== 'active') return { refused: 'forbidden' }
  const [version, seen] = [Number(firstText(raw, versionField)), Number(firstText(raw, seenField))]
  return keepDraft(work, { answer: to.answer, version, seenVersion: Number.isInteger(seen) && seen > 0 && seen <= to.item.version ? seen : to.item.version, draft })
}

async function send(work: Work, told: Told, draft: Answer): Promise<Outcome<Done, Refusal>> {
  const { request, scope, loaded } = told
  const w = answerWords[request.lang]
  const { asked, round, workspace } = scope.question
  const kept = await keep(work, told, draft)
  if ('refused' in kept) return kept
  const sent = await sendAnswer(work, { workspace, round, reader: seenBy(work.viewer, workspace.id, asked.organisationId) }, loaded.to.answer.id, {
    askedId: asked.id, channel: scope.channel, organisationId: asked.organisationId, toldBy: null, toldOn: null,
  })
  if ('refused' in sent) return { refused: sent.refused === 'missing' ? 'missing' : { errors: lacking(sent.refused, request.lang) } }
  return { done: { to: scope.base, flash: { text: w.sentOne } } }
}

/** «The same as last time»: the state and the need for a decision as they stand, and nothing new to say. */
const asLast = ({ item }: ToAnswer): Answer => ({ ...noAnswer, state: saidOf(item).state, decision: saidOf(item).decision })

/** One measure: what was said last, and the form. Saved as one goes; sent when one says so. */
export const answerPage = (path: string, access: Access<Answering>): Page =>
  page<Answering, Loaded>({
    path: `${path}/:number{[0-9]+}`,
    access,
    bare: true,
    width: 'text',
    islands: ['status-autosave'],
    styles: ['status.page.css'],
    load: (request, scope, params) => load(request, scope, Number(params.number)),
    title: ({ to }) => to.item.title,
    actions: {
      save: async (work, told) => {
        const read = readAnswer(told.raw, told.request.lang)
        if ('errors' in read) return { refused: { errors: read.errors } }
        const kept = await keep(work, told, read.answer)
        if ('refused' in kept) return kept
        const { base } = told.scope
        return { done: { to: firstText(told.raw, 'stille') === 'ja' || told.loaded.all.length === 1 ? `${base}/${told.loaded.to.item.number}` : nextAfter(told.loaded, base) } }
      },
      send: async (work, told) => {
        const read = readAnswer(told.raw, told.request.lang)
        return 'errors' in read ? { refused: { errors: read.errors } } : send(work, told, read.answer)
      },
      same: async (work, told) => {
        const kept = await keep(work, told, asLast(told.loaded.to))
        return 'refused' in kept ? kept : { done: { to: nextAfter(told.loaded, told.scope.base) } }
      },
      sendSame: (work, told) => send(work, told, asLast(told.loaded.to)),
    },
    view: (loaded, request, scope, returned) => (scope.closedWhy ? <ClosedView returned={returned} request={request} scope={scope} all={loaded.all} counts={null} /> : <OneMeasure loaded={loaded} request={request} scope={scope} returned={returned} />),
  })

/** `inside` is when who asks and why stands above it already. */
export const OneMeasure = ({ loaded: { to, all, last }, request, scope, returned, inside }: { loaded: Loaded; request: Request; scope: Answering; returned: Returned | null; inside?: boolean }) => {
  const { lang } = request
  const w = answerWords[lang]
  const { item, answer } = to
  const state = formState(returned, startOf(to))
  const workspace: WorkspaceHead = scope.question.workspace
  const single = all.length === 1
  return (
    <>
      {inside ? null : <p class="kind-line">{single ? workspace.title : `${w.of(all.indexOf(to) + 1, all.length)} · ${workspace.title}`}</p>}
      <Heading level={1} lang={item.language === lang ? undefined : item.language}>{item.title}</Heading>
      {returned?.stale ? <Both to={to} lang={lang} /> : null}
      <ErrorSummary lang={lang} state={state} />
      {answer.savedAt && answer.seenVersion !== item.version && !returned ? <Alert><p>{w.planMoved}</p><LastSaid to={to} last={undefined} lang={lang} /></Alert> : <LastSaid to={to} last={last} lang={lang} />}
      <AnswerForm request={request} to={to} action={`${scope.base}/${item.number}`} state={state} single={single} sayable={item.state !== null} />
      <p class="actions">
        {single ? null : <ButtonLink href={scope.base} variant="quiet">{w.back}</ButtonLink>}
        <ButtonLink href={`${scope.base}/kollega`} variant="quiet">{w.colleague}</ButtonLink>
      </p>
    </>
  )
}
