import type { Request, Returned, WorkspaceHead } from '../../../../platform/http/page.ts'
import type { Item } from '../../../../platform/item/item.store.ts'
import { formatDate, formatWeekday } from '../../../../platform/text/format.ts'
import { isPast, osloDate, plainDate } from '../../../../platform/time/oslo.ts'
import { contactWords, reminderDays } from '../../../workspaces/index.ts'
import { Alert, Button, ButtonLink, type Column, DataTable, DateInput, DeliveryStatus, Details, ErrorSummary, Form, FormActions, formState, Heading, Lead, Select, State, TextInput } from '../../../../ui/index.ts'
import type { Asked } from '../asked.store.ts'
import { remindable } from '../follow-up.actions.ts'
import type { Following } from './manage-page.tsx'
import { manageWords } from './manage.words.ts'
import { evaluationPath } from './paths.ts'

type Props = { following: Following; item: Item; workspace: WorkspaceHead; request: Request; returned: Returned | null }

/** Who has answered, and never what; reminding, closing, and showing the results. */
export const FollowView = ({ following: { round, people, deliveries, parties }, item, workspace, request: { lang, now, pathname }, returned }: Props) => {
  const w = manageWords[lang]
  const open = round.closedOn === null
  const [answered, asked] = [people.filter((one) => one.answeredOn !== null).length, people.filter((one) => !one.handedOn || one.answeredOn !== null).length]
  const toRemind = open ? remindable(people, now).length : 0
  const mail = (one: Asked) => {
    const delivery = deliveries.get(one.mailId ?? '')
    return delivery ? <DeliveryStatus lang={lang} delivery={delivery} /> : one.mailedAt ? w.mailGone : ''
  }
  const columns: Column<Asked>[] = [
    { key: 'who', header: w.person, rowHeader: true, cell: (one) => <>{one.name}{one.leftOn ? <div class="hint">{w.hasLeft(formatDate(one.leftOn, lang))}</div> : null}</> },
    { key: 'organisation', header: w.organisation, cell: (one) => one.organisation ?? '' },
    {
      key: 'state', header: w.state,
      cell: (one) => (
        <>
          {one.answeredOn ? <State lang={lang} kind="completed">{w.answeredOn(formatDate(one.answeredOn, lang))}</State> : <State lang={lang} kind="not_started">{one.handedOn ? w.handedOn : w.notYet}</State>}
          {one.told ? <div class="hint">{w.told}</div> : null}
        </>
      ),
    },
    { key: 'mail', header: w.mail, cell: (one) => <>{mail(one)}{one.reminders > 0 ? <div class="hint">{w.reminders(one.reminders)}</div> : null}</> },
    ...(open ? [{
      key: 'link', header: w.link,
      cell: (one: Asked) => (one.answeredOn ? '' : (
        <>
          {one.revoked ? <p class="hint">{w.revoked}</p> : one.passId ? <Form action={pathname} does="revoke" hidden={{ spurt: one.id }}><Button variant="quiet" small>{w.revoke}<span class="ds-sr-only">: {one.name}</span></Button></Form> : null}
          {one.email ? <Form action={pathname} does="renew" submissionKey={crypto.randomUUID()} hidden={{ spurt: one.id }}><Button variant="quiet" small>{w.newLink}<span class="ds-sr-only">: {one.name}</span></Button></Form> : null}
        </>
      )),
    }] : []),
  ]
  return (
    <>
      <p class="kind-line">{item.title}</p>
      <Heading level={1}>{w.title}</Heading>
      <Lead>{open ? w.openLead(answered, asked, formatWeekday(round.dueOn, lang)) : w.closedLead(answered, asked)}</Lead>
      <ErrorSummary lang={lang} state={formState(returned)} />
      {returned?.message ? <p role="alert">{returned.message}</p> : null}
      {round.publishedOn ? <p>{w.publishedOn(formatDate(round.publishedOn, lang))} <a href={evaluationPath(workspace, item)}>{w.results}</a></p> : null}
      {!open && !round.publishedOn ? (
        <section>
          <Heading level={2} id="vis">{w.publish}</Heading>
          <p>{w.publishLead}</p>
          <Form action={pathname} does="publish" submissionKey={crypto.randomUUID()}><FormActions><Button variant="primary">{w.publish}</Button><ButtonLink href={evaluationPath(workspace, item)}>{w.results}</ButtonLink></FormActions></Form>
        </section>
      ) : null}
      {open ? <Alert><p>{w.private}</p></Alert> : null}
      {toRemind > 0 ? <Form action={pathname} does="remind" submissionKey={crypto.randomUUID()}><FormActions><Button variant="primary">{w.remind(toRemind)}</Button></FormActions></Form> : null}
      {open && !isPast(round.dueOn, now) && !round.remindedAt && answered < asked ? <p class="hint">{w.remindComing(formatDate(laterOf(plainDate(round.dueOn).subtract({ days: reminderDays }), osloDate(now)), lang))}</p> : null}
      <section>
        <Heading level={2} id="hvem">{w.who}</Heading>
        <DataTable lang={lang} caption={w.who} captionHidden columns={columns} rows={people} />
        {open ? <AskAlso parties={parties} pathname={pathname} lang={lang} returned={returned} /> : null}
        {open ? <p><ButtonLink href={evaluationPath(workspace, item, 'registrer')} variant="quiet">{w.register}</ButtonLink></p> : null}
      </section>
      {open ? (
        <Details summary={w.more} open={returned?.action === 'extend'}>
          <Form action={pathname} does="extend" submissionKey={crypto.randomUUID()}>
            <DateInput lang={lang} state={formState(returned?.action === 'extend' ? returned : null, { frist: plainDate(round.dueOn).add({ days: 7 }).toString() })} name="frist" label={w.extend} hint={w.extendHint} />
            <FormActions><Button>{w.extendButton}</Button></FormActions>
          </Form>
          <Form action={pathname} does="close" submissionKey={crypto.randomUUID()}><p class="hint">{w.closeHint}</p><FormActions><Button variant="quiet">{w.close}</Button></FormActions></Form>
        </Details>
      ) : null}
      <p><ButtonLink href={evaluationPath(workspace, item, 'skjema')} variant="quiet">{w.preview}</ButtonLink></p>
    </>
  )
}

/** One more to ask, for an organisation that takes part: it had nobody, or has somebody new. */
const AskAlso = ({ parties, pathname, lang, returned }: { parties: Following['parties']; pathname: string; lang: Request['lang']; returned: Returned | null }) => {
  const [w, c] = [manageWords[lang], contactWords[lang]]
  const own = returned?.action === 'also' ? returned : null
  return (
    <Details summary={w.also} open={own !== null}>
      <Form action={pathname} does="also" submissionKey={crypto.randomUUID()}>
        <Select lang={lang} state={formState(own)} name="organisasjon" label={w.organisation} options={parties.map((one) => ({ value: one.id, label: one.name }))} />
        <TextInput lang={lang} state={formState(own)} name="navn" label={c.name} autocomplete="off" />
        <TextInput lang={lang} state={formState(own)} name="epost" type="email" label={c.email} autocomplete="off" />
        <FormActions><Button>{w.alsoSend}</Button></FormActions>
      </Form>
    </Details>
  )
}

const laterOf = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate => (Temporal.PlainDate.compare(a, b) >= 0 ? a : b)
