import type { Request, Returned, WorkspaceHead } from '../../../../platform/http/page.ts'
import type { Item } from '../../../../platform/item/item.store.ts'
import { formatDate, formatList } from '../../../../platform/text/format.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { Alert, Button, ButtonLink, CheckboxGroup, DateInput, ErrorSummary, Form, FormActions, formState, Heading, Lead, TextInput } from '../../../../ui/index.ts'
import { longestStatement, ownNames, standardNames } from '../form.ts'
import { formWords } from '../form.words.ts'
import type { Draft } from './manage-page.tsx'
import { manageWords } from './manage.words.ts'
import { evaluationPath } from './paths.ts'

type Props = { draft: Draft; item: Item; workspace: WorkspaceHead; request: Request; returned: Returned | null }

/** Three weeks to answer in. */
const usualDeadline = (now: Temporal.Instant): string => osloDate(now).add({ days: 21 }).toString()

/** The statements of an evaluation, and whom it goes to, before anything is sent. */
export const DraftView = ({ draft: { form, candidates }, item, workspace, request: { lang, now, pathname }, returned }: Props) => {
  const [w, f] = [manageWords[lang], formWords[lang]]
  const own = Object.fromEntries(ownNames.map((name) => [name, form.find((one) => one.name === name)?.text ?? '']))
  const reachable = candidates.filter((one) => one.email !== null)
  const unreached = candidates.filter((one) => one.email === null)
  const back = returned?.stale ? null : returned
  const formOf = formState(back?.action === 'form' ? back : null, { pastand: form.map((one) => one.name), ...own })
  const sendOf = formState(back?.action === 'send' ? back : null, { hvem: reachable.map((one) => one.personId), frist: usualDeadline(now) })
  return (
    <>
      <p class="kind-line">{item.title}</p>
      <Heading level={1}>{w.title}</Heading>
      <Lead>{w.draftLead}</Lead>
      {returned?.stale ? <Alert colour="warning"><p>{w.stale}</p></Alert> : null}
      <ErrorSummary lang={lang} state={formState(back)} />
      <section>
        <Heading level={2} id="pastander">{w.formTitle}</Heading>
        <p>{w.formHint}</p>
        <Form action={pathname} does="form" version={item.version} submissionKey={crypto.randomUUID()}>
          <CheckboxGroup lang={lang} state={formOf} name="pastand" label={w.statements} options={standardNames.map((name) => ({ value: name, label: f.statements[name] }))} />
          {ownNames.map((name, i) => <TextInput lang={lang} state={formOf} name={name} label={w.own(i + 1)} hint={i === 0 ? w.ownHint : undefined} maxlength={longestStatement} optional />)}
          <FormActions><Button>{w.saveForm}</Button><ButtonLink href={evaluationPath(workspace, item, 'skjema')} variant="quiet">{w.preview}</ButtonLink></FormActions>
        </Form>
      </section>
      <section>
        <Heading level={2} id="hvem">{w.whom}</Heading>
        {reachable.length === 0 ? <p>{w.nobody}</p> : (
          <Form action={pathname} does="send" version={item.version} submissionKey={crypto.randomUUID()}>
            <CheckboxGroup
              lang={lang} state={sendOf} name="hvem" label={w.people} hint={w.whomHint}
              options={reachable.map((one) => ({ value: one.personId, label: one.name, hint: one.leftOn ? w.leftOn(one.organisation, formatDate(one.leftOn, lang)) : w.today(one.organisation) }))}
            />
            <DateInput lang={lang} state={sendOf} name="frist" label={w.due} hint={w.dueHint} />
            <p>{w.sendHint}</p>
            <FormActions><Button variant="primary">{w.send}</Button><ButtonLink href={evaluationPath(workspace, item)} variant="quiet">{w.cancel}</ButtonLink></FormActions>
          </Form>
        )}
        {unreached.length > 0 ? <p class="hint">{w.noAddress(formatList(unreached.map((one) => `${one.name} (${one.organisation})`), lang))}</p> : null}
      </section>
    </>
  )
}
