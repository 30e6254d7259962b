import { hasRole } from '../../../../platform/access/viewer.ts'
import { page, type Request, type Returned } from '../../../../platform/http/page.ts'
import { versionField } from '../../../../platform/http/form.ts'
import { leading } from '../../../../platform/item/kind.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { formatDate, formatDateTime, formatRelativeDay, formatWeekday, parseDate } from '../../../../platform/text/format.ts'
import { isPast, osloDate, plainDate } from '../../../../platform/time/oslo.ts'
import { asking, type InWorkspace, isReminderTime, reminderDays, type Workspace, workspaceMembers, workspacePath } from '../../../workspaces/index.ts'
import { Alert, Button, ButtonLink, type Column, DataTable, DateInput, Details, Downloads, ErrorSummary, Form, FormActions, formState, Heading, Lead, State } from '../../../../ui/index.ts'
import { expectations } from '../expectations.ts'
import { release } from '../round.actions.ts'
import { findRoundAndBefore } from '../round.store.ts'
import { type Round, usualReplyBy } from '../round.ts'
import { readShown, type Shown } from '../shown.store.ts'
import { kindWords } from './kind.words.ts'
import { expectationCrumbs, expectationsPath } from './paths.ts'
import { roundWords } from './round.words.ts'
import { ShownParts } from './shown-parts.tsx'

type Loaded = { round: Round; /** May follow up: the secretariat, while the workspace is in use. */ leads: boolean; answers: readonly asking.Answer[]; people: readonly asking.Asked[]; shown: Shown | null; toRemind: number }

const load = async ({ db, viewer, now }: Request, { workspace }: InWorkspace, number: number): Promise<Loaded | null> => {
  const found = await findRoundAndBefore(db, workspace.id, number)
  if (!found || found.round.state === 'draft') return null
  const { round, before } = found
  const leads = workspace.state === 'active' && hasRole(viewer, workspace.id, ...leading)
  const shown = await readShown(db, round, before)
  const answers = shown?.answers ?? (await asking.answersIn(db, 'expectation', round.id))
  const people = await asking.askedIn(db, 'expectation', round.id)
  const waiting = shown ? waitingIn(shown, answers) : asking.unanswered(answers)
  const over = round.state === 'closed' || (round.replyBy !== null && isPast(round.replyBy, now))
  return { round, leads, answers, people, shown, toRemind: leads && !over ? asking.remindable(people, waiting, now).length : 0 }
}

/** Whose reply is waited for, of what is loaded already. */
const waitingIn = ({ rows }: Shown, answers: readonly asking.Answer[]): Set<string> => {
  const silent = new Set(rows.filter((row) => row.replied === null).map((row) => row.said.aboutId))
  return new Set(answers.filter((one) => silent.has(one.organisationId)).map((one) => one.id))
}

/** How a round goes; and when its answers are shown, who expects what of whom. Before that nobody reads what others wrote, the secretariat neither. */
export const roundPage = page({
  path: '/arbeidsrom/:workspace/forventninger/:round{[0-9]+}',
  access: workspaceMembers,
  width: 'wide',
  styles: ['status.page.css', 'expectation.page.css'],
  load: (request, scope: InWorkspace, params) => load(request, scope, Number(params.round)),
  title: ({ round }) => round.title,
  crumbs: (_, { lang }, { workspace }) => expectationCrumbs(workspace, lang, true),
  actions: {
    remind: async (work, { request, scope: { workspace }, loaded: { round, leads } }) => {
      const w = roundWords[request.lang]
      if (!leads || round.state === 'closed') return { refused: 'forbidden' }
      const n = await asking.remind(work, request.platform, expectations, workspace, round)
      return n === 0 ? { refused: { message: w.remindWait } } : { done: { to: request.pathname, flash: { text: w.reminded(n) } } }
    },
    close: async (work, { request, scope: { workspace }, loaded: { round, leads } }) => {
      if (!leads) return { refused: 'forbidden' }
      if (!(await asking.close(work, request.platform, expectations, workspace, round))) return { refused: 'stale' }
      return { done: { to: request.pathname, flash: { text: roundWords[request.lang].closed } } }
    },
    extend: async (work, { request, loaded: { round, leads }, raw }) => {
      const w = roundWords[request.lang]
      if (!leads) return { refused: 'forbidden' }
      const date = parseDate(firstText(raw, 'frist'))
      if (!date.ok) return { refused: { errors: { frist: w.dueMissing } } }
      const done = await asking.extend(work, expectations, round, Number(firstText(raw, versionField)), date.value.toString())
      if ('refused' in done) return { refused: done.refused === 'past' ? { errors: { frist: w.duePast } } : 'stale' }
      return { done: { to: request.pathname, flash: { text: w.extended } } }
    },
    release: async (work, { request, scope: { workspace }, loaded: { round, leads }, raw }) => {
      const w = roundWords[request.lang]
      if (!leads) return { refused: 'forbidden' }
      const date = parseDate(firstText(raw, 'svarInnen'))
      if (!date.ok) return { refused: { errors: { svarInnen: w.dueMissing } } }
      const done = await release(work, request.platform, workspace, round, date.value.toString())
      if ('refused' in done) return { refused: done.refused === 'stale' ? 'stale' : done.refused === 'past' ? { errors: { svarInnen: w.duePast } } : { message: w.releaseNothing } }
      return { done: { to: request.pathname, flash: { text: w.released(done.done.people) } } }
    },
  },
  view: (loaded, request, { workspace }, returned) => <RoundView loaded={loaded} request={request} workspace={workspace} returned={returned} />,
})

type Props = { loaded: Loaded; request: Request; workspace: Workspace; returned: Returned | null }

const RoundView = ({ loaded, request, workspace, returned }: Props) => {
  const { lang, now, pathname, viewer } = request
  const w = roundWords[lang]
  const { round, leads, answers, people, shown, toRemind } = loaded
  const mine = people.filter((one) => one.personId === viewer.person?.id && !one.revoked)
  const answered = answers.filter((one) => one.sentAt !== null).length
  const open = round.state === 'open' && !isPast(round.dueOn, now)
  const replying = round.replyBy !== null && !isPast(round.replyBy, now)
  const lead = shown ? (replying ? w.shownLead(answered, answers.length, formatDate(round.replyBy ?? '', lang)) : w.shownOver(answered, answers.length))
    : `${open ? w.openLead(formatWeekday(round.dueOn, lang), formatRelativeDay(round.dueOn, osloDate(now), lang)) : w.closedLead} ${w.of(answered, answers.length)} ${w.answered.toLocaleLowerCase(lang)}.`
  return (
    <>
      <Heading level={1}>{round.title}</Heading>
      <Lead>{lead}</Lead>
      <ErrorSummary lang={lang} state={formState(returned)} />
      {mine.length > 0 && (open || replying) ? <Alert>{mine.map((one) => <p>{w.yourAnswerFor(one.organisation)} <a href={`/min-side/forventninger/${one.id}`}>{w.yourAnswer}</a></p>)}</Alert> : null}
      {shown ? <Downloads lang={lang} path={workspacePath(workspace, `last-ned/forventninger-${round.number}`)} formats={['docx', 'pdf']} /> : <p>{w.private}</p>}
      {leads && round.state === 'closed' ? <Release round={round} request={request} returned={returned} answered={answered} /> : null}
      {toRemind > 0 ? <Form action={pathname} does="remind" submissionKey={crypto.randomUUID()}><FormActions><Button variant={round.state === 'open' ? 'primary' : 'secondary'}>{w.remind(toRemind)}</Button></FormActions></Form> : null}
      {open && answered < answers.length ? <p class="hint">{round.remindedAt ? w.remindedAt(formatDateTime(round.remindedAt, lang)) : isReminderTime(round, now) ? '' : w.remindComing(formatDate(plainDate(round.dueOn).subtract({ days: reminderDays }), lang))}</p> : null}
      {shown ? <ShownParts shown={shown} request={request} replyHref={leads && replying ? (id) => expectationsPath(workspace, `${round.number}/svar/${id}`) : null} /> : <WhoAnswered loaded={loaded} request={request} workspace={workspace} />}
      {leads ? <p><ButtonLink href={expectationsPath(workspace, `${round.number}/spurt`)} variant="quiet">{w.toPeople}</ButtonLink></p> : null}
      {leads ? (
        <Details summary={round.state === 'open' ? w.more : w.extend} open={returned?.action === 'extend'}>
          <Form action={pathname} does="extend" version={round.version}>
            <DateInput lang={lang} state={formState(returned?.action === 'extend' ? returned : null, { frist: plainDate(round.replyBy ?? round.dueOn).add({ days: 7 }).toString() })} name="frist" label={w.extend} hint={w.extendHint} />
            <FormActions><Button>{w.extendButton}</Button></FormActions>
          </Form>
          {round.state === 'open' ? <Form action={pathname} does="close"><p class="hint">{w.closeHint}</p><FormActions><Button variant="quiet">{w.close}</Button></FormActions></Form> : null}
        </Details>
      ) : null}
    </>
  )
}

const Release = ({ round, request: { lang, now, pathname }, returned, answered }: { round: Round; request: Request; returned: Returned | null; answered: number }) => {
  const w = roundWords[lang]
  if (answered === 0) return <Alert><p>{w.releaseNothing}</p></Alert>
  return (
    <section>
      <Heading level={2} id="vis">{w.release}</Heading>
      <p>{w.releaseLead(round.shownTo)}</p>
      <Form action={pathname} does="release" submissionKey={crypto.randomUUID()}>
        <DateInput lang={lang} state={formState(returned?.action === 'release' ? returned : null, { svarInnen: usualReplyBy(now) })} name="svarInnen" label={w.replyBy} />
        <FormActions><Button variant="primary">{w.release}</Button></FormActions>
      </Form>
    </section>
  )
}

/** Who has answered, and nothing of what. */
const WhoAnswered = ({ loaded: { round, leads, answers }, request: { lang }, workspace }: Omit<Props, 'returned'>) => {
  const [w, k] = [roundWords[lang], kindWords[lang]]
  const columns: Column<asking.Answer>[] = [
    { key: 'organisation', header: w.organisation, rowHeader: true, cell: (one) => one.organisation },
    {
      key: 'state', header: w.state,
      cell: (one) => (
        <>
          {one.sentAt ? <State lang={lang} kind="completed">{w.answeredOn(formatDate(osloDate(one.sentAt), lang))}</State> : <State lang={lang} kind="not_started">{w.notYet}</State>}
          {one.toldBy && one.channel && one.toldOn ? <div class="hint">{k.told(one.toldBy, k.channels[one.channel], formatDate(one.toldOn, lang))}</div> : null}
        </>
      ),
    },
    ...(leads ? [{ key: 'register', header: w.register, cell: (one: asking.Answer) => (one.sentAt && !one.toldBy ? '' : <a href={expectationsPath(workspace, `${round.number}/registrer/${one.id}`)}>{w.register}<span class="ds-sr-only">: {one.organisation}</span></a>) }] : []),
  ]
  return <section><Heading level={2} id="svar">{w.who}</Heading><DataTable lang={lang} caption={w.who} captionHidden columns={columns} rows={answers} /></section>
}
