import { page, type Request, type Returned } from '../../../../platform/http/page.ts'
import { versionField } from '../../../../platform/http/form.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { choosableOrganisations, partiesByName, suggestionsPath } from '../../../actors/index.ts'
import { AddPerson, addPerson, asking, deleteDraft, type InWorkspace, readContact, readName, type Workspace, workspaceLeading } from '../../../workspaces/index.ts'
import { Button, ButtonLink, chosenField, type Column, Combobox, DataTable, Details, ErrorSummary, Form, FormActions, formState, Heading, Lead, TextInput } from '../../../../ui/index.ts'
import { questionMail } from '../mails.ts'
import { expectations } from '../expectations.ts'
import { findRound, updateDraft } from '../round.store.ts'
import type { Round } from '../round.ts'
import { expectationCrumbs, expectationsPath } from './paths.ts'
import { readRound, RoundFields, valuesOfRound } from './round-form.tsx'
import { roundWords } from './round.words.ts'

type Loaded = { round: Round; answers: asking.Answer[]; people: asking.Asked[] }

const load = async ({ db }: Request, { workspace }: InWorkspace, number: number): Promise<Loaded | null> => {
  const round = await findRound(db, workspace.id, number)
  return round?.state === 'draft' ? { round, answers: await asking.answersIn(db, 'expectation', round.id), people: await asking.askedIn(db, 'expectation', round.id) } : null
}

/** Who would be asked and by whom they are reached, before anything is sent. */
export const draftPage = page({
  path: '/arbeidsrom/:workspace/forventninger/:round{[0-9]+}/se-over',
  access: workspaceLeading,
  styles: ['status.page.css'],
  load: (request, scope: InWorkspace, params) => load(request, scope, Number(params.round)),
  title: ({ round }) => round.title,
  crumbs: (_, { lang }, { workspace }) => expectationCrumbs(workspace, lang, true),
  actions: {
    send: async (work, { request, scope: { workspace }, loaded: { round } }) => {
      const w = roundWords[request.lang]
      const sent = await asking.sendRound(work, request.platform, expectations, workspace, round)
      if ('refused' in sent) return { refused: sent.refused === 'stale' ? 'missing' : { message: sent.refused === 'past' ? w.duePast : w.sendNobody } }
      return { done: { to: expectationsPath(workspace, round.number), flash: { text: w.sent(sent.done.organisations, sent.done.people) } } }
    },
    add: async (work, { request, scope: { workspace }, loaded: { round }, raw }) => {
      const w = roundWords[request.lang]
      const name = readName(raw, 'organisasjon')
      if (name === '') return { refused: { errors: { organisasjon: w.nameMissing } } }
      const contact = await readContact(request, raw, ['navn', 'epost'])
      if ('errors' in contact) return { refused: { errors: contact.errors } }
      const [chosen] = await choosableOrganisations(work.tx, request.viewer, [firstText(raw, chosenField('organisasjon'))], workspace.example)
      const id = chosen ?? (await partiesByName(work.tx, workspace.id, [name], workspace.example)).get(name)
      if (!id) return { refused: { errors: { organisasjon: w.nameMissing } } }
      const added = await asking.addOrganisations(work, expectations, workspace, round.id, [id])
      if ('refused' in added) return { refused: added.refused === 'many' ? { errors: { organisasjon: w.tooMany(asking.mostOrganisations) } } : 'missing' }
      const answer = (await asking.answersIn(work.tx, 'expectation', round.id)).find((one) => one.organisationId === id)
      if (answer && 'contact' in contact) await asking.namePerson(work, expectations, workspace, answer, contact.contact)
      return { done: { to: request.pathname, flash: { text: w.added } } }
    },
    person: async (work, { request, scope: { workspace }, loaded: { answers }, raw }) => {
      const w = roundWords[request.lang]
      const answer = answers.find((one) => one.id === firstText(raw, 'svar'))
      if (!answer) return { refused: 'missing' }
      const named = await addPerson(request, raw, answer, (contact) => asking.namePerson(work, expectations, workspace, answer, contact))
      if ('refused' in named) return named
      return { done: { to: request.pathname, flash: { text: w.added } } }
    },
    removePerson: async (work, { request, loaded: { people }, raw }) => {
      const asked = people.find((one) => one.id === firstText(raw, 'hvem'))
      if (!asked || !(await asking.deleteAsked(work.tx, 'expectation', asked.id))) return { refused: 'missing' }
      return { done: { to: request.pathname, flash: { text: roundWords[request.lang].removed } } }
    },
    remove: async (work, { request, loaded: { answers }, raw }) => {
      const answer = answers.find((one) => one.id === firstText(raw, 'svar'))
      if (!answer || !(await asking.deleteAnswer(work.tx, 'expectation', answer.id))) return { refused: 'missing' }
      return { done: { to: request.pathname, flash: { text: roundWords[request.lang].removed } } }
    },
    change: async (work, { request, loaded: { round }, raw }) => {
      const read = readRound(raw, request)
      if ('errors' in read) return { refused: { errors: read.errors } }
      if (!(await updateDraft(work.tx, round.id, Number(firstText(raw, versionField)), read.draft))) return { refused: 'stale' }
      return { done: { to: request.pathname, flash: { text: roundWords[request.lang].updated } } }
    },
    discard: async (work, { request, scope: { workspace }, loaded: { round } }) => {
      if (!(await deleteDraft(work.tx, 'expectation_round', round.id))) return { refused: 'missing' }
      return { done: { to: expectationsPath(workspace), flash: { text: roundWords[request.lang].discarded } } }
    },
  },
  view: (loaded, request, { workspace }, returned) => <DraftView loaded={loaded} request={request} workspace={workspace} returned={returned} />,
})

type Props = { loaded: Loaded; request: Request; workspace: Workspace; returned: Returned | null }

const DraftView = ({ loaded: { round, answers, people }, request, workspace, returned }: Props) => {
  const { lang, pathname } = request
  const w = roundWords[lang]
  const byAnswer = Map.groupBy(people, (one) => one.answerId)
  const reachable = people.filter((one) => one.email !== null)
  const first = reachable[0]
  const mail = first && questionMail({ lang: first.language, workspace: workspace.title, organisation: first.organisation, asker: request.viewer.person?.name ?? null, round, about: { is: 'question' }, url: `${request.platform.config.baseUrl}/forventning/…` })
  const columns: Column<asking.Answer>[] = [
    { key: 'organisation', header: w.organisation, rowHeader: true, cell: (one) => one.organisation },
    {
      key: 'people', header: w.people,
      cell: (one) => (
        <>
          {(byAnswer.get(one.id) ?? []).map((asked) => (
            <Form action={pathname} does="removePerson" hidden={{ hvem: asked.id }}>{asked.name} <span class="hint">{asked.email ?? w.noAddress}</span> <Button variant="quiet" small>{w.remove}<span class="ds-sr-only">: {asked.name}</span></Button></Form>
          ))}
          {byAnswer.has(one.id) ? null : <p>{w.nobody}</p>}
          <AddPerson answer={one} pathname={pathname} lang={lang} returned={returned} open={!byAnswer.has(one.id)} />
        </>
      ),
    },
    { key: 'remove', header: w.remove, cell: (one) => <Form action={pathname} does="remove" hidden={{ svar: one.id }}><Button variant="quiet" small>{w.remove}<span class="ds-sr-only">: {one.organisation}</span></Button></Form> },
  ]
  const state = (action: string) => formState(returned?.action === action ? returned : null)
  return (
    <>
      <Heading level={1}>{round.title}</Heading>
      <Lead>{reachable.length > 0 ? w.draftLead(answers.length, reachable.length) : w.draftNobody}</Lead>
      <ErrorSummary lang={lang} state={formState(returned)} />
      {reachable.length > 0 ? <Form action={pathname} does="send" submissionKey={crypto.randomUUID()}><FormActions><Button variant="primary">{w.sendButton(reachable.length)}</Button></FormActions></Form> : null}
      {answers.length > 0 ? <DataTable lang={lang} caption={w.whom} columns={columns} rows={answers} /> : null}
      <section>
        <Heading level={2} id="legg-til">{w.addTitle}</Heading>
        <p>{w.addLead}</p>
        <Form action={pathname} does="add" submissionKey={crypto.randomUUID()}>
          <Combobox lang={lang} state={state('add')} name="organisasjon" label={w.addName} source={`${suggestionsPath}${workspace.example ? '?eksempel=1' : ''}`} />
          <TextInput lang={lang} state={state('add')} name="navn" label={w.addPerson} autocomplete="off" optional />
          <TextInput lang={lang} state={state('add')} name="epost" type="email" label={w.addEmail} hint={w.addEmailHint} autocomplete="off" optional />
          <FormActions><Button>{w.add}</Button></FormActions>
        </Form>
      </section>
      {mail && first ? <Details summary={w.letter}><p lang={first.language}><strong>{w.subject}: {mail.subject}</strong></p><pre class="status-mail" lang={first.language}>{mail.body.text}</pre></Details> : null}
      <Details summary={w.change} open={returned?.action === 'change'}>
        <Form action={pathname} does="change" version={round.version}><RoundFields lang={lang} state={returned?.action === 'change' ? formState(returned) : formState(null, valuesOfRound(round))} /><FormActions><Button>{w.save}</Button></FormActions></Form>
      </Details>
      <Form action={pathname} does="discard"><FormActions><ButtonLink href={expectationsPath(workspace)} variant="quiet">{w.cancel}</ButtonLink><Button variant="quiet">{w.discard}</Button></FormActions></Form>
    </>
  )
}
