import { type Access, page, type Page, type Request, type Returned } from '../../../../platform/http/page.ts'
import { versionField } from '../../../../platform/http/form.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { formatList, formatWeekday } from '../../../../platform/text/format.ts'
import { asking, ColleagueLink, colleagueWords, HandedOn } from '../../../workspaces/index.ts'
import { peopleById } from '../../../actors/index.ts'
import { ButtonLink, ErrorSummary, FormActions, formState, Heading, Lead, Tag } from '../../../../ui/index.ts'
import { expectations, statements } from '../expectations.ts'
import { repliesIn, type Replied } from '../reply.store.ts'
import { sameStatements } from '../statement.ts'
import { draftOf, sentIn, sentOf, type Stated } from '../statement.store.ts'
import { reply } from './reply-action.ts'
import type { Answering } from './answer.access.ts'
import { AnswerForm, Both, lackingErrors, readAnswer, startOf } from './answer-form.tsx'
import { ClosedView } from './closed-view.tsx'
import { ShownView } from './shown-view.tsx'
import { StatementLists } from './statement-list.tsx'
import { answerWords } from './answer.words.ts'

export type StartLoaded = {
  /** All who are asked in the round, with the present state of this answer among them. */
  answers: asking.Answer[]
  answer: asking.Answer
  names: Map<string, string>
  asker: string | null
  colleagues: asking.Asked[]
  draft: Stated[]
  sent: Stated[]
  /** What others expect of this organisation, and what was replied; only when the answers are shown. */
  ofUs: (Stated & { fromId: string })[]
  replies: Map<string, Replied>
}

async function load({ db }: Request, { question: { asked, answer, round }, phase }: Answering): Promise<StartLoaded> {
  const shown = round.state === 'released' && phase !== 'revoked'
  const [answers, people, askers] = [await asking.answersIn(db, 'expectation', round.id), await asking.askedIn(db, 'expectation', round.id), await peopleById(db, round.madeBy ? [round.madeBy] : [])]
  const revoked = phase === 'revoked'
  const all = shown ? await sentIn(db, [round.id]) : []
  return {
    answers, answer: answers.find((one) => one.id === answer.id) ?? answer, names: new Map(answers.map((one) => [one.organisationId, one.organisation])), asker: askers.get(round.madeBy ?? '') ?? null,
    colleagues: people.filter((one) => one.answerId === answer.id && one.id !== asked.id && !one.revoked),
    draft: phase === 'answering' ? await draftOf(db, answer.id) : [], sent: revoked ? [] : await sentOf(db, answer.id),
    ofUs: all.filter((one) => one.what === 'expects' && one.aboutId === answer.organisationId && one.fromId !== answer.organisationId), replies: shown ? await repliesIn(db, [round.id]) : new Map(),
  }
}

/** Who asks and why, who will see it, and the form; a receipt when it is sent; and, when the answers are shown, what others expect. */
export const startPage = (path: string, access: Access<Answering>): Page =>
  page<Answering, StartLoaded>({
    path,
    access,
    bare: true,
    width: 'text',
    islands: ['status-autosave'],
    styles: ['status.page.css', 'expectation.page.css'],
    load,
    title: (_, request, { phase }) => { const w = answerWords[request.lang]; return phase === 'revoked' ? w.revoked : phase === 'answering' ? w.title : phase === 'waiting' ? w.waiting : w.shown },
    actions: {
      save: async (work, { request, scope, loaded, raw }) => {
        if (scope.phase !== 'answering') return { refused: 'forbidden' }
        const read = readAnswer(raw, othersIn(loaded), request.lang)
        if ('errors' in read) return { refused: { errors: read.errors } }
        const kept = await asking.keepDraft(work, statements, loaded.answer, Number(firstText(raw, versionField)), read.statements)
        return 'refused' in kept ? kept : { done: { to: `${scope.base}?endre=ja` } }
      },
      send: async (work, { request, scope, loaded, raw }) => {
        if (scope.phase !== 'answering') return { refused: 'forbidden' }
        const { round, workspace } = scope.question
        const read = readAnswer(raw, othersIn(loaded), request.lang)
        if ('errors' in read) return { refused: { errors: read.errors } }
        const kept = await asking.keepDraft(work, statements, loaded.answer, Number(firstText(raw, versionField)), read.statements)
        if ('refused' in kept) return kept
        const sent = await asking.sendAnswer(work, expectations, statements, round, workspace.state, loaded.answer.id, { channel: scope.channel, toldBy: null, toldOn: null })
        if ('refused' in sent) return { refused: typeof sent.refused === 'string' ? 'missing' : { errors: lackingErrors(sent.refused.lacking, raw, request.lang) } }
        return { done: { to: scope.base, flash: { text: answerWords[request.lang].sent } } }
      },
      takeBack: async (work, { request, scope }) => {
        if (!(await asking.takeBack(work, expectations, scope.question))) return { refused: 'missing' }
        return { done: { to: scope.base, flash: { text: colleagueWords[request.lang].takenBack } } }
      },
      reply: async (work, { request, scope, loaded, raw }) => {
        const done = await reply(work, request, { ...scope.question, statements: loaded.ofUs, channel: scope.channel, organisationId: loaded.answer.organisationId, toldBy: null, toldOn: null }, raw)
        return 'refused' in done ? done : { done: { to: `${scope.base}#f-${done.done}`, flash: { text: answerWords[request.lang].replySent } } }
      },
    },
    view: (loaded, request, scope, returned) => {
      if (scope.phase === 'revoked' || scope.phase === 'waiting') return <ClosedView loaded={loaded} request={request} scope={scope} returned={returned} />
      if (scope.phase === 'replying' || scope.phase === 'over') return <ShownView loaded={loaded} request={request} scope={scope} returned={returned} />
      const isSent = loaded.answer.sentAt !== null && sameStatements(loaded.draft, loaded.sent)
      return isSent && !returned && request.query.get('endre') !== 'ja' ? <Thanks loaded={loaded} request={request} scope={scope} /> : <Writing loaded={loaded} request={request} scope={scope} returned={returned} />
    },
  })

/** The others who are asked: those one may name. */
export const othersIn = ({ answers, answer }: Pick<StartLoaded, 'answers' | 'answer'>) => answers.filter((one) => one.id !== answer.id).map((one) => ({ id: one.organisationId, name: one.organisation }))

type Props = { loaded: StartLoaded; request: Request; scope: Answering; returned: Returned | null }

const Writing = ({ loaded, request, scope, returned }: Props) => {
  const { lang } = request
  const w = answerWords[lang]
  const { round, workspace, asked } = scope.question
  const { answer, asker, colleagues, draft, sent, names } = loaded
  const who = asker ?? w.somebody
  const state = formState(returned, startOf(draft))
  return (
    <>
      <p class="kind-line">{workspace.title} {workspace.example ? <Tag>{w.example}</Tag> : null}</p>
      <Heading level={1}>{w.title}</Heading>
      <Lead>{w.asks(who, workspace.title, answer.organisation)} {w.due(formatWeekday(round.dueOn, lang))}</Lead>
      {round.message ? <blockquote class="status-message"><p class="hint">{w.wrote(who)}</p><p class="status-said">{round.message}</p></blockquote> : null}
      <Heading level={2}>{w.seesTitle}</Heading>
      <p>{w.sees(round.shownTo)}</p>
      {colleagues.length > 0 ? <p class="hint">{w.together(formatList(colleagues.map((one) => one.name), lang))}</p> : null}
      {asked.handedOn ? <HandedOn lang={lang} base={scope.base} /> : null}
      {returned?.stale ? <Both answer={answer} draft={draft} lang={lang} names={names} /> : null}
      <ErrorSummary lang={lang} state={state} />
      <AnswerForm request={request} action={scope.base} answer={answer} draft={draft} sent={sent} state={state} others={othersIn(loaded)} />
      <ColleagueLink lang={lang} base={scope.base} />
    </>
  )
}

const Thanks = ({ loaded, request: { lang }, scope }: Omit<Props, 'returned'>) => {
  const w = answerWords[lang]
  const { round, workspace } = scope.question
  return (
    <>
      <p class="kind-line">{workspace.title} {workspace.example ? <Tag>{w.example}</Tag> : null}</p>
      <Heading level={1}>{w.thanks}</Heading>
      <Lead>{w.thanksLead(loaded.answer.organisation)}</Lead>
      <StatementLists statements={loaded.sent} names={loaded.names} lang={lang} level={2} />
      <Heading level={2}>{w.next}</Heading>
      <ul><li>{w.nextChange(formatWeekday(round.dueOn, lang))}</li><li>{w.nextShown(loaded.asker ?? w.somebody)}</li><li>{w.nextReply}</li></ul>
      <Heading level={2}>{w.seesTitle}</Heading>
      <p>{w.sees(round.shownTo)}</p>
      <FormActions><ButtonLink href={`${scope.base}?endre=ja`}>{w.change}</ButtonLink>{scope.channel === 'page' ? <ButtonLink href="/min-side" variant="quiet">{w.toMine}</ButtonLink> : null}</FormActions>
    </>
  )
}

