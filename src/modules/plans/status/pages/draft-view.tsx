import type { Request, Returned, WorkspaceHead } from '../../../../platform/http/page.ts'
import { actionField } from '../../../../platform/http/form.ts'
import { itemPath } from '../../../thread/index.ts'
import { Button, ButtonLink, CheckboxGroup, type Column, DataTable, Details, EmptyState, ErrorSummary, Form, FormActions, formState, Heading, Lead, TextInput } from '../../../../ui/index.ts'
import { measure } from '../../measure/measure.ts'
import { questionMail } from '../mails.ts'
import type { Recipient, Unreached } from '../recipients.ts'
import type { DraftLoaded } from './draft-page.tsx'
import { roundsPath } from './paths.ts'
import { RoundFields, valuesOfRound } from './round-form.tsx'
import { reportWords } from './report.words.ts'
import { roundWords } from './round.words.ts'

type Props = { loaded: DraftLoaded; request: Request; workspace: WorkspaceHead; returned: Returned | null }

/** Who gets what and how it looks, whom we cannot reach, and one button that sends. */
export const DraftView = ({ loaded, request, workspace, returned }: Props) => {
  const { lang, pathname } = request
  const w = roundWords[lang]
  const { round, asking, choices, elsewhere, me } = loaded
  const { recipients, unreached, measures, leftOut } = asking
  const asked = new Set(recipients.flatMap((one) => one.measureIds)).size
  const all = [...measures, ...leftOut]
  const changing = formState(returned?.action === 'change' ? returned : null, valuesOfRound(round))
  return (
    <>
      <Heading level={1}>{round.title}</Heading>
      <Lead>{recipients.length > 0 ? w.previewLead(recipients.length, asked) : w.previewNobody}</Lead>
      <ErrorSummary lang={lang} state={formState(returned)} />
      {recipients.length > 0 ? <Form action={pathname} does="send" submissionKey={crypto.randomUUID()}><FormActions><Button variant="primary">{w.sendButton(recipients.length)}</Button></FormActions></Form> : null}
      {all.length === 0 ? <EmptyState title={w.noMeasures}><p>{w.restricted}</p></EmptyState> : null}
      {elsewhere > 0 ? <p class="hint">{reportWords[lang].elsewhereLead(elsewhere)}</p> : null}
      {recipients.length > 0 ? <Recipients loaded={loaded} request={request} workspace={workspace} /> : null}
      {unreached.length > 0 ? (
        <section>
          <Heading level={2} id="mangler-adresse">{w.missing}</Heading>
          <p>{w.missingLead}</p>
          {unreached.map((one) => <Missing one={one} loaded={loaded} request={request} workspace={workspace} returned={returned} me={me?.email != null} />)}
        </section>
      ) : null}
      <section>
        {all.length > 1 ? (
          <Details summary={w.leaveOut}>
            <Form action={pathname} does="leaveOut" version={round.version}>
              <CheckboxGroup lang={lang} state={{ values: { tiltak: measures.map((one) => String(one.number)) }, errors: {} }} name="tiltak" label={w.measures} hint={w.leaveOutHint} options={all.map((one) => ({ value: String(one.number), label: one.title }))} />
              <FormActions><Button>{w.update}</Button></FormActions>
            </Form>
          </Details>
        ) : null}
        <Details summary={w.change} open={returned?.action === 'change'}>
          <Form action={pathname} does="change" version={round.version}>
            <RoundFields lang={lang} state={changing} choices={choices} elsewhere={elsewhere} />
            <FormActions><Button>{w.save}</Button></FormActions>
          </Form>
        </Details>
      </section>
      <Form action={pathname} does="discard"><FormActions><ButtonLink href={roundsPath(workspace)} variant="quiet">{w.cancel}</ButtonLink><Button variant="quiet">{w.discard}</Button></FormActions></Form>
    </>
  )
}

const Recipients = ({ loaded: { round, asking, me }, request: { lang, platform, viewer }, workspace }: Omit<Props, 'returned'>) => {
  const w = roundWords[lang]
  const titles = new Map(asking.measures.map((one) => [one.id, one.title]))
  const organisation = (one: Recipient) => (one.organisationId ? (asking.organisations.get(one.organisationId) ?? '') : '')
  const mailTo = (one: Recipient) => questionMail({
    lang: one.language, workspace: workspace.title, organisation: organisation(one) || null, asker: viewer.person?.name ?? null, message: round.message, dueOn: round.dueOn,
    titles: one.measureIds.flatMap((id) => titles.get(id) ?? []), url: `${platform.config.baseUrl}/svar/…`,
  })
  const columns: Column<Recipient>[] = [
    { key: 'who', header: w.person, rowHeader: true, cell: (one) => <>{one.name}<div class="hint">{one.email}</div></> },
    { key: 'organisation', header: w.organisation, cell: organisation },
    { key: 'measures', header: w.measures, cell: (one) => <ul class="status-titles">{one.measureIds.map((id) => <li>{titles.get(id)}</li>)}</ul> },
    {
      key: 'mail', header: w.letter,
      cell: (one) => {
        const mail = mailTo(one)
        return <Details summary={w.letter}><p lang={one.language}><strong>{w.subject}: {mail.subject}</strong></p><pre class="status-mail" lang={one.language}>{mail.body.text}</pre>{me?.email ? <p class="hint">{w.replyTo(me.email)}</p> : null}</Details>
      },
    },
  ]
  return (
    <section>
      <Heading level={2}>{w.who}</Heading>
      <DataTable lang={lang} caption={w.who} captionHidden columns={columns} rows={asking.recipients} />
    </section>
  )
}

/** One organisation that nobody can be asked for, with fields for who that might be; their names carry the group, as each group has its own. */
const Missing = ({ one, loaded: { asking }, request: { lang, pathname }, workspace, returned, me }: Props & { one: Unreached; me: boolean }) => {
  const w = roundWords[lang]
  const group = one.organisationId ?? ''
  const own = returned?.action === 'contact' && returned.raw.gruppe === group ? returned : null
  const state = formState(own)
  const byId = new Map(asking.measures.map((item) => [item.id, item]))
  return (
    <Details summary={`${one.organisationId ? (asking.organisations.get(one.organisationId) ?? '') : w.noOwner} (${one.measureIds.length})`} open={own !== null || asking.unreached.length === 1}>
      {one.organisationId ? null : <p class="hint">{w.noOwnerHint}</p>}
      <ul class="status-titles">{one.measureIds.flatMap((id) => byId.get(id) ?? []).map((item) => <li><a href={itemPath(workspace, measure, item)}>{item.title}</a></li>)}</ul>
      <form class="form" method="post" action={pathname} novalidate>
        <input type="hidden" name="gruppe" value={group} />
        <TextInput lang={lang} state={state} name={`navn-${group}`} label={w.contactName} autocomplete="off" />
        <TextInput lang={lang} state={state} name={`epost-${group}`} type="email" label={w.contactEmail} autocomplete="off" />
        {one.organisationId ? <TextInput lang={lang} state={state} name={`stilling-${group}`} label={w.contactTitle} optional /> : null}
        <FormActions>
          <Button name={actionField} value="contact">{w.addContact}</Button>
          {me ? <Button variant="quiet" name={actionField} value="me">{w.askMe}</Button> : null}
        </FormActions>
      </form>
    </Details>
  )
}
