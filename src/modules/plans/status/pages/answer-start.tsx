import { type Access, page, type Page, type Request } from '../../../../platform/http/page.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { formatList, formatTimeOrDay, formatWeekday } from '../../../../platform/text/format.ts'
import { Alert, Button, ButtonLink, EmptyState, Form, FormActions, Heading, Lead, type StateKind, Tag, type Task, TaskList } from '../../../../ui/index.ts'
import { peopleById } from '../../../actors/index.ts'
import { sendAnswer } from '../answer.actions.ts'
import { countsOf, lastAnswers, type LastAnswer, type RoundCount } from '../answer.store.ts'
import { readToAnswer, seenBy, type ToAnswer } from '../answering.store.ts'
import { takeBack } from '../hand-on.actions.ts'
import { answererOf, type Answering } from './answer.access.ts'
import { ClosedView } from './answer-closed.tsx'
import { OneMeasure } from './answer-page.tsx'
import { answerWords } from './answer.words.ts'

type Loaded = { all: ToAnswer[]; asker: string | null; last: Map<string, LastAnswer>; counts: RoundCount | null }
type How = 'sent' | 'changed' | 'saved' | 'open' | 'handed'

const howFar = ({ answer, handedTo }: ToAnswer): How =>
  handedTo ? 'handed' : answer.sending ? (answer.sending.answerVersion === answer.version ? 'sent' : 'changed') : answer.savedAt ? 'saved' : 'open'
const shapes: Record<How, StateKind> = { sent: 'completed', changed: 'watch', saved: 'in_progress', open: 'not_started', handed: 'neutral' }
/** Complete enough to be sent. */
const ready = (one: ToAnswer) => (howFar(one) === 'saved' || howFar(one) === 'changed') && (one.answer.draft.notOurs ? one.answer.draft.whyNot !== null : one.answer.draft.state !== null)

/** Who asks and why, by when, and the measures: with one the form itself, with several a list to go through; thanks when all is sent. */
export const answerStartPage = (path: string, access: Access<Answering>): Page =>
  page<Answering, Loaded>({
    path,
    access,
    bare: true,
    width: 'text',
    islands: ['status-autosave'],
    styles: ['status.page.css'],
    load: async (request, scope) => {
      const { round, workspace } = scope.question
      const [all, people] = await Promise.all([readToAnswer(request.db, answererOf(request, scope), scope.question), peopleById(request.db, round.madeBy ? [round.madeBy] : [])])
      const ids = all.map((one) => one.item.id)
      return {
        all, asker: people.get(round.madeBy ?? '') ?? null, last: await lastAnswers(request.db, workspace.id, ids),
        counts: scope.closedWhy ? ((await countsOf(request.db, [round.id])).get(round.id) ?? null) : null,
      }
    },
    title: (_, request, scope) => (scope.closedWhy === 'over' ? answerWords[request.lang].over : answerWords[request.lang].title),
    actions: {
      sendAll: async (work, { request, scope, loaded }) => {
        const { asked, round, workspace } = scope.question
        const reader = seenBy(work.viewer, workspace.id, asked.organisationId)
        const sender = { askedId: asked.id, channel: scope.channel, organisationId: asked.organisationId, toldBy: null, toldOn: null }
        let n = 0
        for (const { answer } of loaded.all.filter(ready)) {
          const sent = await sendAnswer(work, { workspace, round, reader }, answer.id, sender)
          if ('done' in sent && sent.done.sent) n++
        }
        const w = answerWords[request.lang]
        return { done: { to: scope.base, ...(n > 0 && { flash: { text: n === 1 ? w.sentOne : w.sentMany(n) } }) } }
      },
      takeBack: async (work, { request, scope, loaded, raw }) => {
        const to = loaded.all.find((one) => one.item.number === Number(firstText(raw, 'tiltak')) && one.handedTo)
        if (!to || !(await takeBack(work, scope.question, to.answer.id))) return { refused: 'missing' }
        return { done: { to: scope.base, flash: { text: answerWords[request.lang].takenBack } } }
      },
    },
    view: (loaded, request, scope, returned) => {
      const { all, asker, counts } = loaded
      if (scope.closedWhy) return <ClosedView returned={returned} request={request} scope={scope} all={all} counts={counts} asker={asker} />
      const mine = all.filter((one) => one.handedTo === null)
      const [only] = mine
      if (only && mine.length === 1 && all.length === 1 && howFar(only) !== 'sent') {
        return <><Opening request={request} scope={scope} loaded={loaded} /><OneMeasure loaded={{ to: only, all: mine, last: loaded.last.get(only.item.id) }} request={request} scope={scope} returned={returned} inside /></>
      }
      return <Many loaded={loaded} request={request} scope={scope} />
    },
  })

/** Who asks, for what, and by when. */
const Opening = ({ request: { lang }, scope, loaded: { all, asker } }: { request: Request; scope: Answering; loaded: Loaded }) => {
  const w = answerWords[lang]
  const { round, workspace } = scope.question
  const who = asker ?? w.somebody
  const others = [...new Set(all.flatMap((one) => one.others.map((other) => other.name)))]
  return (
    <div class="status-opening">
      <Lead>{w.asks(who, workspace.title)} {w.due(formatWeekday(round.dueOn, lang))} {workspace.example ? <Tag>{w.example}</Tag> : null}</Lead>
      {round.message ? <blockquote class="status-message"><p class="hint">{w.wrote(who)}</p><p class="status-said">{round.message}</p></blockquote> : null}
      <p>{all.length === 1 ? w.howOne : w.howMany(all.length)}</p>
      {others.length > 0 ? <p class="hint">{w.alsoAsked(formatList(others, lang))}</p> : null}
    </div>
  )
}

const Many = ({ loaded, request, scope }: { loaded: Loaded; request: Request; scope: Answering }) => {
  const { lang, now } = request
  const w = answerWords[lang]
  const { all, asker } = loaded
  const { base } = scope
  const mine = all.filter((one) => one.handedTo === null)
  if (all.length === 0) return <><Heading level={1}>{w.title}</Heading><EmptyState title={w.none}><p>{w.noneLead}</p></EmptyState></>
  const toSend = mine.filter(ready)
  const next = mine.find((one) => howFar(one) === 'open') ?? mine.find((one) => (howFar(one) === 'saved' || howFar(one) === 'changed') && !ready(one))
  const finished = mine.length > 0 && mine.every((one) => howFar(one) === 'sent')
  const tasks = all.map((one): Task => {
    const how = howFar(one)
    const { item, answer, handedTo } = one
    const own = item.language === lang ? undefined : item.language
    return {
      title: item.title, ...(handedTo ? {} : { href: `${base}/${item.number}` }), state: shapes[how], stateText: handedTo?.mailedTo ? w.handedTo(handedTo.mailedTo) : w.states[how],
      ...(answer.sending && how === 'sent' ? { hint: w.sentAt(formatTimeOrDay(answer.sending.sentAt, now, lang)) } : how === 'changed' ? { hint: w.notSent } : own ? {} : {}),
      ...(handedTo && { action: <Form action={base} does="takeBack" hidden={{ tiltak: String(item.number) }}><Button variant="quiet" small>{w.takeBack}<span class="ds-sr-only">: {item.title}</span></Button></Form> }),
    }
  })
  return (
    <>
      <p class="kind-line">{scope.question.workspace.title}</p>
      <Heading level={1}>{finished ? w.thanks : w.title}</Heading>
      {finished ? <Thanks request={request} scope={scope} asker={asker ?? w.somebody} /> : <Opening request={request} scope={scope} loaded={loaded} />}
      {toSend.length > 0 ? <Alert><p>{toSend.length === 1 ? w.states[howFar(toSend[0] as ToAnswer)] : `${toSend.length}: ${w.states.saved.toLocaleLowerCase(lang)}`}.</p></Alert> : null}
      <div class="actions">
        {next ? <ButtonLink href={`${base}/${next.item.number}`} variant="primary">{mine.some((one) => howFar(one) !== 'open') ? w.goOn : w.begin}</ButtonLink> : null}
        {toSend.length > 0 ? <Form action={base} does="sendAll" submissionKey={crypto.randomUUID()}><FormActions><Button variant={next ? 'secondary' : 'primary'}>{w.sendAll(toSend.length)}</Button></FormActions></Form> : null}
      </div>
      <Heading level={2}>{w.list}</Heading>
      <TaskList lang={lang} tasks={tasks} />
      {mine.length > 0 && !finished ? <p><ButtonLink href={`${base}/kollega`} variant="quiet">{w.colleague}</ButtonLink></p> : null}
    </>
  )
}

/** What happens next: who reads it, when it closes, where it is seen. */
const Thanks = ({ request: { lang }, scope, asker }: { request: Request; scope: Answering; asker: string }) => {
  const w = answerWords[lang]
  return (
    <>
      <Lead>{w.thanksLead(asker)}</Lead>
      <Heading level={2}>{w.next}</Heading>
      <ul>
        <li>{w.nextRead(asker)}</li>
        <li>{w.nextSeen}</li>
        <li>{w.nextDue(formatWeekday(scope.question.round.dueOn, lang))}</li>
        {scope.channel === 'link' ? <li>{w.nextLink}</li> : null}
      </ul>
      {scope.channel === 'page' ? <p><a href="/min-side">{w.toMine}</a></p> : null}
    </>
  )
}
