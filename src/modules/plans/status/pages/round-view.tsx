import type { Child } from 'hono/jsx'
import type { Request, Returned, WorkspaceHead } from '../../../../platform/http/page.ts'
import { formatDate, formatDateTime, formatRelativeDay, formatWeekday } from '../../../../platform/text/format.ts'
import type { DeliveryState, MailDelivery } from '../../../../platform/mail/mail.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { isPast, osloDate, plainDate } from '../../../../platform/time/oslo.ts'
import { itemPath, ItemState } from '../../../thread/index.ts'
import { isReminderTime, reminderDays, workspacePath } from '../../../workspaces/index.ts'
import { Button, ButtonLink, type Column, DataTable, DateInput, Details, Downloads, Form, FormActions, formState, Heading, Lead, State, type StateKind, type Task, TaskList } from '../../../../ui/index.ts'
import { measure } from '../../measure/measure.ts'
import type { RoundAnswer, Sending } from '../answer.store.ts'
import type { Asked } from '../asked.store.ts'
import { Compared } from './compared.tsx'
import { roundsPath } from './paths.ts'
import { reportWords } from './report.words.ts'
import type { RoundLoaded } from './round-page.tsx'
import { roundWords } from './round.words.ts'
import { toldBy } from './told.tsx'
import { stateText } from './answer-form.tsx'

type Props = { loaded: RoundLoaded; request: Request; workspace: WorkspaceHead; returned: Returned | null }

/** A round as the secretariat follows it. What needs somebody comes first, then all answers, then who was asked, then what has moved. */
export const RoundView = ({ loaded, request, workspace, returned }: Props) => {
  const { lang, now, pathname, platform } = request
  const w = roundWords[lang]
  const { round, leads, answers, items, waiting, toRemind } = loaded
  const due = formatWeekday(round.dueOn, lang)
  const told = answers.filter((one) => one.sending)
  const decisions = told.filter((one) => one.sending?.decision)
  const disowned = told.filter((one) => one.sending?.notOurs)
  const measureHref = (answer: RoundAnswer) => { const item = items.get(answer.itemId); return item ? itemPath(workspace, measure, item) : undefined }
  const task = (answer: RoundAnswer, hint: Child): Task => { const href = measureHref(answer); return { title: answer.title, ...(href && { href }), hint, state: 'watch', stateText: '' } }
  const open = round.state === 'open' && !isPast(round.dueOn, now)
  return (
    <>
      <Heading level={1}>{round.title}</Heading>
      <Lead>{open ? w.openLead(due, formatRelativeDay(round.dueOn, osloDate(now), lang)) : w.closedLead(due)} {w.of(told.length, answers.length)}.</Lead>
      {open && waiting.length > 0 ? <p>{round.remindedAt ? w.remindedAt(formatDateTime(round.remindedAt, lang)) : isReminderTime(round, now) ? '' : w.remindComing(formatDate(plainDate(round.dueOn).subtract({ days: reminderDays }), lang))}</p> : null}
      <div class="actions">
        {leads && open && toRemind > 0 ? <Form action={pathname} does="remind" submissionKey={crypto.randomUUID()}><Button variant="primary">{w.remind(toRemind)}</Button></Form> : null}
        <ButtonLink href={roundsPath(workspace, `${round.number}/rapport`)} variant={open ? 'secondary' : 'primary'}>{reportWords[lang].toReport}</ButtonLink>
        <ButtonLink href={roundsPath(workspace, `${round.number}/runde.xlsx`)} variant="quiet">{w.export}</ButtonLink>
        {platform.config.demo ? <ButtonLink href="/utboks" variant="quiet">{w.seeMail}</ButtonLink> : null}
      </div>
      <Downloads lang={lang} path={workspacePath(workspace, `last-ned/statusrunde-${round.number}`)} formats={['pdf', 'docx']} />
      {leads && open && waiting.length > 0 && toRemind === 0 ? <p class="hint">{w.remindWait}</p> : null}
      {decisions.length > 0 ? <section><Heading level={2} id="avgjorelser">{w.needDecision}</Heading><TaskList lang={lang} tasks={decisions.map((one) => ({ ...task(one, one.sending?.decision ?? ''), stateText: w.needDecision }))} /></section> : null}
      {disowned.length > 0 ? (
        <section><Heading level={2} id="ikke-vart">{w.disowned}</Heading>
          <TaskList lang={lang} tasks={disowned.map((one) => ({ ...task(one, [one.sending?.organisation, one.sending?.whyNot].filter(Boolean).join(': ')), ...(measureHref(one) && leads && { href: `${measureHref(one)}/endre` }), stateText: w.newOwner }))} />
        </section>
      ) : null}
      <Answers loaded={loaded} request={request} workspace={workspace} />
      <People loaded={loaded} request={request} />
      <Compared loaded={loaded} request={request} workspace={workspace} />
      {leads ? (
        <Details summary={w.more} open={returned?.action === 'extend'}>
          <Form action={pathname} does="extend" version={round.version}>
            <DateInput lang={lang} state={formState(returned?.action === 'extend' ? returned : null, { frist: plainDate(round.dueOn).add({ days: 7 }).toString() })} name="frist" label={w.extend} hint={w.extendHint} />
            <FormActions><Button>{w.extendButton}</Button></FormActions>
          </Form>
          {round.state === 'open' ? <Form action={pathname} does="close"><FormActions><Button variant="quiet">{w.close}</Button></FormActions></Form> : null}
        </Details>
      ) : null}
    </>
  )
}

const said = (sending: Sending) => ({ ...sending, at: sending.sentAt })

const Answers = ({ loaded: { round, leads, answers, items, earlier }, request: { lang, pathname }, workspace }: Omit<Props, 'returned'>) => {
  const w = roundWords[lang]
  const columns: Column<RoundAnswer>[] = [
    { key: 'measure', header: w.measure, rowHeader: true, cell: ({ itemId, title }) => { const item = items.get(itemId); return item ? <a href={itemPath(workspace, measure, item)} lang={item.language === lang ? undefined : item.language}>{title}</a> : title } },
    { key: 'status', header: w.status, cell: ({ sending }) => (sending ? (sending.notOurs ? w.disowned : <ItemState kind={measure} state={sending.state} lang={lang} />) : <State lang={lang} kind="not_started">{w.notYet}</State>) },
    {
      key: 'said', header: w.said,
      cell: ({ sending, id, version }) => {
        const old = earlier.get(id) ?? []
        return (
          <>
            {sending?.note ? <p class="status-said">{sending.note}</p> : null}
            {sending?.whyNot ? <p class="status-said">{sending.whyNot}</p> : null}
            {sending?.decision ? <p><State lang={lang} kind="watch">{w.needDecision}</State> {sending.decision}</p> : null}
            {sending?.kept ? <p class="hint">{w.kept} {[sending.kept.state ? w.keptState(stateText(sending.kept.state, lang)) : '', sending.kept.note ?? '', sending.kept.decision ?? ''].filter(Boolean).join('. ')}</p> : null}
            {sending && sending.answerVersion < version ? <p class="hint">{w.draftToo}</p> : null}
            {old.length > 0 ? <Details summary={w.earlier}><ul>{old.map((one) => <li>{stateText(one.state, lang)}{one.note ? `: ${one.note}` : ''} <span class="hint">({toldBy(said(one), lang)})</span></li>)}</ul></Details> : null}
          </>
        )
      },
    },
    {
      key: 'result', header: w.result,
      cell: ({ sending, itemId }) => (sending?.result ? (
        <>
          <p class="status-said">{sending.result}</p>
          {sending.resultItemId ? <p class="hint">{w.isResult}</p> : leads ? <Form action={pathname} does="result" submissionKey={crypto.randomUUID()} hidden={{ tiltak: String(items.get(itemId)?.number ?? '') }}><Button small>{w.toResult}</Button></Form> : null}
        </>
      ) : ''),
    },
    {
      key: 'how', header: w.how,
      cell: ({ sending, itemId }) => (
        <>
          {sending ? <span>{toldBy(said(sending), lang)}{sending.organisation ? `, ${w.forOrganisation(sending.organisation)}` : ''}</span> : null}
          {leads ? <div class="no-print"><a href={roundsPath(workspace, `${round.number}/registrer/${items.get(itemId)?.number ?? 0}`)}>{w.register}<span class="ds-sr-only">: {items.get(itemId)?.title}</span></a></div> : null}
        </>
      ),
    },
  ]
  return (
    <section>
      <Heading level={2} id="svar">{w.answers}</Heading>
      <DataTable lang={lang} caption={w.answers} captionHidden columns={columns} rows={answers} />
    </section>
  )
}

const shapeOf: Record<DeliveryState, StateKind> = { waiting: 'in_progress', held: 'in_progress', sent: 'completed', failed: 'watch', bounced: 'watch', late: 'watch', unwanted: 'watch' }

/** What became of somebody's mail, and until when it waits. */
const Delivery = ({ lang, mail }: { lang: Lang; mail: MailDelivery | undefined }) => {
  const w = roundWords[lang]
  if (!mail) return <State lang={lang} kind="neutral">{w.mails.gone}</State>
  return <><State lang={lang} kind={shapeOf[mail.state]}>{w.mails[mail.state]}</State>{mail.until ? <div class="hint">{w.mailUntil(formatDateTime(mail.until, lang))}</div> : null}</>
}

const People = ({ loaded: { round, leads, people, deliveries, shares, waiting }, request: { lang, pathname } }: { loaded: RoundLoaded; request: Request }) => {
  const w = roundWords[lang]
  const byId = new Map(people.map((one) => [one.id, one]))
  const left = new Map(waiting.map(({ asked, left: answers }) => [asked.id, answers.length]))
  const how = (asked: Asked): Child => {
    const handed = [...new Set(shares.filter((share) => share.askedId === asked.id).flatMap((share) => share.handedTo ?? []))]
    const own = shares.some((share) => share.askedId === asked.id && share.handedTo === null)
    const n = left.get(asked.id) ?? 0
    return (
      <>
        {own ? (n > 0 ? <State lang={lang} kind="not_started">{w.left(n)}</State> : asked.revoked ? null : <State lang={lang} kind="completed">{w.allDone}</State>) : null}
        {handed.map((id) => <div>{w.handedTo(byId.get(id)?.name ?? w.someone)}</div>)}
        {asked.fromAskedId ? <div class="hint">{w.handedFrom(byId.get(asked.fromAskedId)?.name ?? w.someone)}</div> : null}
      </>
    )
  }
  const columns: Column<Asked>[] = [
    { key: 'who', header: w.person, rowHeader: true, cell: (asked) => <>{asked.name}{asked.organisation ? <div class="hint">{asked.organisation}</div> : null}{leads && asked.email ? <div class="hint">{asked.email}</div> : null}</> },
    { key: 'how', header: w.askedHow, cell: how },
    { key: 'mail', header: w.askedMail, cell: (asked) => <><Delivery lang={lang} mail={deliveries.get(asked.mailId ?? '')} /><div class="hint">{formatDate(osloDate(asked.mailedAt), lang)}{asked.reminders > 0 ? `, ${w.reminders(asked.reminders)}` : ''}</div></> },
    ...(leads && round.state === 'open' ? [{
      key: 'link', header: w.askedLink,
      cell: (asked: Asked) => (
        <>
          {asked.revoked ? <p class="hint">{w.revoked}</p> : <Form action={pathname} does="revoke" hidden={{ hvem: asked.id }}><Button variant="quiet" small>{w.revoke}<span class="ds-sr-only">: {asked.name}</span></Button></Form>}
          <Form action={pathname} does="renew" submissionKey={crypto.randomUUID()} hidden={{ hvem: asked.id }}><Button variant="quiet" small>{w.newLink}<span class="ds-sr-only">: {asked.name}</span></Button></Form>
        </>
      ),
    }] : []),
  ]
  return (
    <section>
      <Heading level={2} id="spurt">{w.asked}</Heading>
      <DataTable lang={lang} caption={w.asked} captionHidden columns={columns} rows={people} />
    </section>
  )
}
