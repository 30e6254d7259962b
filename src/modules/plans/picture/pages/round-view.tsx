import { DeliveryStatus, Alert, Button, ButtonLink, type Column, DataTable, DateInput, Details, Downloads, ErrorSummary, Form, FormActions, formState, Heading, Lead, State } from '../../../../ui/index.ts'
import { formatDate, formatRelativeDay, formatWeekday } from '../../../../platform/text/format.ts'
import { isPast, osloDate, plainDate } from '../../../../platform/time/oslo.ts'
import { isUnsettled, RaiseForm } from '../../../arenas/index.ts'
import { AddPerson, asking, workspacePath } from '../../../workspaces/index.ts'
import { agreementOf } from '../spread.ts'
import { picturesPath } from './paths.ts'
import { inShort, PictureParts } from './picture-parts.tsx'
import { pictureWords } from './picture.words.ts'
import type { RoundProps } from './round-page.tsx'

/** What to do now first; then the picture when it is shown, else who has answered, and nothing of what. */
export const RoundView = (props: RoundProps) => {
  const { loaded: { round, leads, answers, people, picture, places, toRemind }, request, workspace, returned } = props
  const { lang, now, pathname, viewer } = request
  const w = pictureWords[lang]
  const mine = people.filter((one) => one.personId === viewer.person?.id && !one.revoked)
  const answered = answers.filter((one) => one.sentAt !== null).length
  const open = round.state === 'open' && !isPast(round.dueOn, now)
  const lead = picture ? `${w.shownLead(answered, answers.length)} ${inShort(picture.rows, lang)}` : `${open ? w.openLead(formatWeekday(round.dueOn, lang), formatRelativeDay(round.dueOn, osloDate(now), lang)) : w.closedLead} ${w.shownLead(answered, answers.length)}`
  const raising = returned?.action === 'raise' ? formState(returned) : formState(null)
  return (
    <>
      <Heading level={1}>{round.title}</Heading>
      <Lead>{lead}</Lead>
      <ErrorSummary lang={lang} state={formState(returned)} />
      {open ? mine.map((one) => <Alert><p>{w.yours} <a href={`/min-side/felles-bilde/${one.id}`}>{w.yourAnswer}<span class="ds-sr-only">: {one.organisation}</span></a></p></Alert>) : null}
      {picture ? <Downloads lang={lang} path={workspacePath(workspace, `last-ned/felles-bilde-${round.number}`)} formats={['docx', 'pdf']} /> : <p>{w.private}</p>}
      {leads && round.state === 'closed' ? (
        <section>
          <Heading level={2} id="vis">{w.show}</Heading>
          {answered === 0 ? <p>{w.showNothing}</p> : <><p>{w.showLead}</p><Form action={pathname} does="show" submissionKey={crypto.randomUUID()}><FormActions><Button variant="primary">{w.show}</Button></FormActions></Form></>}
        </section>
      ) : null}
      {toRemind > 0 ? <Form action={pathname} does="remind" submissionKey={crypto.randomUUID()}><FormActions><Button variant="primary">{w.remind(toRemind)}</Button></FormActions></Form> : null}
      {picture ? (
        <PictureParts
          picture={picture} request={request} workspace={workspace} linked
          take={leads ? ({ item, spread, matters }) => (spread && agreementOf(spread.dispersion) === 'split' && !matters.some(isUnsettled) ? (
            <div class="no-print"><RaiseForm of={{ lang, workspace, action: pathname, does: 'raise', about: item.title, hidden: { utfordring: String(item.number) }, key: item.number, places, state: raising }} /></div>
          ) : null) : null}
        />
      ) : <WhoAnswered {...props} />}
      {leads && round.state !== 'shown' ? (
        <Details summary={w.more} open={returned?.action === 'extend'}>
          <Form action={pathname} does="extend" version={round.version}>
            <DateInput lang={lang} state={formState(returned?.action === 'extend' ? returned : null, { frist: plainDate(round.dueOn).add({ days: 7 }).toString() })} name="frist" label={w.extend} hint={w.extendHint} />
            <FormActions><Button>{w.extendButton}</Button></FormActions>
          </Form>
          {round.state === 'open' ? <Form action={pathname} does="close"><p class="hint">{w.closeHint}</p><FormActions><Button variant="quiet">{w.close}</Button></FormActions></Form> : null}
        </Details>
      ) : null}
      {leads ? <People {...props} /> : null}
    </>
  )
}

const WhoAnswered = ({ loaded: { round, leads, answers }, request: { lang }, workspace }: RoundProps) => {
  const w = pictureWords[lang]
  const columns: Column<asking.Answer>[] = [
    { key: 'organisation', header: w.organisation, rowHeader: true, cell: (one) => one.organisation },
    {
      key: 'state', header: w.state,
      cell: (one) => (
        <>
          {one.sentAt ? <State lang={lang} kind="completed">{w.answeredOn(formatDate(osloDate(one.sentAt), lang))}</State> : <State lang={lang} kind="not_started">{w.notYet}</State>}
          {one.toldBy && one.toldOn && (one.channel === 'phone' || one.channel === 'mail' || one.channel === 'meeting') ? <div class="hint">{w.toldBy(one.toldBy, w.channels[one.channel].toLocaleLowerCase(lang), formatDate(one.toldOn, lang))}</div> : null}
        </>
      ),
    },
    ...(leads ? [{ key: 'register', header: w.register, cell: (one: asking.Answer) => (one.sentAt && !one.toldBy ? '' : <ButtonLink href={picturesPath(workspace, `${round.number}/registrer/${one.id}`)} variant="quiet" small>{w.register}<span class="ds-sr-only">: {one.organisation}</span></ButtonLink>) }] : []),
  ]
  return <section><Heading level={2} id="svar">{w.who}</Heading><DataTable lang={lang} caption={w.who} captionHidden columns={columns} rows={answers} /></section>
}

/** Who is asked, what became of their mail, and their links; for those who lead. */
const People = ({ loaded: { round, answers, people, deliveries }, request: { lang, pathname }, returned }: RoundProps) => {
  const w = pictureWords[lang]
  const byId = new Map(people.map((one) => [one.id, one]))
  const taking = round.state === 'open'
  const columns: Column<asking.Asked>[] = [
    { key: 'who', header: w.person, rowHeader: true, cell: (one) => <>{one.name}<div class="hint">{one.email ?? w.noAddress}</div></> },
    { key: 'organisation', header: w.organisation, cell: (one) => <>{one.organisation}{one.fromAskedId ? <div class="hint">{w.askedBy(byId.get(one.fromAskedId)?.name ?? '')}</div> : null}{one.handedOn ? <div class="hint">{w.handedOn}</div> : null}</> },
    {
      key: 'mail', header: w.mail,
      cell: (one) => { const delivery = deliveries.get(one.mailId ?? ''); return <>{delivery ? <DeliveryStatus lang={lang} delivery={delivery} /> : null}<div class="hint">{[one.mailedAt && !deliveries.has(one.mailId ?? '') ? formatDate(osloDate(one.mailedAt), lang) : '', one.reminders > 0 ? w.reminders(one.reminders) : ''].filter(Boolean).join(', ')}</div></> },
    },
    ...(taking ? [{
      key: 'link', header: w.link,
      cell: (one: asking.Asked) => (
        <>
          {one.revoked ? <p class="hint">{w.revoked}</p> : one.passId ? <Form action={pathname} does="revoke" hidden={{ spurt: one.id }}><Button variant="quiet" small>{w.revoke}<span class="ds-sr-only">: {one.name}</span></Button></Form> : null}
          {one.email ? <Form action={pathname} does="renew" submissionKey={crypto.randomUUID()} hidden={{ spurt: one.id }}><Button variant="quiet" small>{w.newLink}<span class="ds-sr-only">: {one.name}</span></Button></Form> : null}
        </>
      ),
    }] : []),
  ]
  return (
    <Details summary={w.peopleTitle} id="spurt" open={returned?.action === 'person'}>
      <DataTable lang={lang} caption={w.peopleTitle} captionHidden columns={columns} rows={people} />
      {taking ? answers.map((one) => <AddPerson answer={one} pathname={pathname} lang={lang} returned={returned} open={false} />) : null}
    </Details>
  )
}
