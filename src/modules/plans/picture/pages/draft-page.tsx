import { page, type Request, type Returned } from '../../../../platform/http/page.ts'
import type { Item } from '../../../../platform/item/item.store.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { AddPerson, addPerson, asking, deleteDraft, type InWorkspace, type Workspace, workspaceLeading } from '../../../workspaces/index.ts'
import { Button, ButtonLink, type Column, DataTable, Details, ErrorSummary, Form, FormActions, formState, Heading, Lead } from '../../../../ui/index.ts'
import { questionMail } from '../mails.ts'
import { pictures } from '../pictures.ts'
import { findRound } from '../round.store.ts'
import type { Round } from '../round.ts'
import { challengesOf } from '../shown.store.ts'
import { pictureCrumbs, picturesPath } from './paths.ts'
import { pictureWords } from './picture.words.ts'

type Loaded = { round: Round; answers: asking.Answer[]; people: asking.Asked[]; challenges: Item[] }

const load = async ({ db, viewer }: Request, { workspace }: InWorkspace, number: number): Promise<Loaded | null> => {
  const round = await findRound(db, workspace.id, number)
  return round?.state === 'draft' ? { round, answers: await asking.answersIn(db, 'picture', round.id), people: await asking.askedIn(db, 'picture', round.id), challenges: await challengesOf(db, viewer, round) } : null
}

/** Who would be asked, about what, and by whom they are reached, before anything is sent. */
export const draftPage = page({
  path: '/arbeidsrom/:workspace/utfordringer/felles-bilde/:round{[0-9]+}/se-over',
  access: workspaceLeading,
  styles: ['status.page.css'],
  load: (request, scope: InWorkspace, params) => load(request, scope, Number(params.round)),
  title: ({ round }) => round.title,
  crumbs: (_, { lang }, { workspace }) => pictureCrumbs(workspace, lang, true),
  actions: {
    send: async (work, { request, scope: { workspace }, loaded: { round } }) => {
      const w = pictureWords[request.lang]
      const sent = await asking.sendRound(work, request.platform, pictures, workspace, round)
      if ('refused' in sent) return { refused: sent.refused === 'stale' ? 'missing' : { message: sent.refused === 'past' ? w.duePast : w.sendNobody } }
      return { done: { to: picturesPath(workspace, round.number), flash: { text: w.sent(sent.done.organisations, sent.done.people) } } }
    },
    person: async (work, { request, scope: { workspace }, loaded: { answers }, raw }) => {
      const w = pictureWords[request.lang]
      const answer = answers.find((one) => one.id === firstText(raw, 'svar'))
      if (!answer) return { refused: 'missing' }
      const named = await addPerson(request, raw, answer, (contact) => asking.namePerson(work, pictures, workspace, answer, contact))
      if ('refused' in named) return named
      return { done: { to: request.pathname, flash: { text: w.added } } }
    },
    remove: async (work, { request, loaded: { answers }, raw }) => {
      const answer = answers.find((one) => one.id === firstText(raw, 'svar'))
      if (!answer || !(await asking.deleteAnswer(work.tx, 'picture', answer.id))) return { refused: 'missing' }
      return { done: { to: request.pathname, flash: { text: pictureWords[request.lang].removed } } }
    },
    discard: async (work, { request, scope: { workspace }, loaded: { round } }) => {
      if (!(await deleteDraft(work.tx, 'picture_round', round.id))) return { refused: 'missing' }
      return { done: { to: picturesPath(workspace), flash: { text: pictureWords[request.lang].discarded } } }
    },
  },
  view: (loaded, request, { workspace }, returned) => <DraftView loaded={loaded} request={request} workspace={workspace} returned={returned} />,
})

const DraftView = ({ loaded: { round, answers, people, challenges }, request, workspace, returned }: { loaded: Loaded; request: Request; workspace: Workspace; returned: Returned | null }) => {
  const { lang, pathname } = request
  const w = pictureWords[lang]
  const byAnswer = Map.groupBy(people, (one) => one.answerId)
  const reachable = people.filter((one) => one.email !== null)
  const first = reachable[0]
  const mail = first && questionMail({ lang: first.language, workspace: workspace.title, organisation: first.organisation, asker: request.viewer.person?.name ?? null, round, about: { is: 'question' }, url: `${request.platform.config.baseUrl}/felles-bilde/…` })
  const columns: Column<asking.Answer>[] = [
    { key: 'organisation', header: w.organisation, rowHeader: true, cell: (one) => one.organisation },
    {
      key: 'people', header: w.people,
      cell: (one) => (
        <>
          {(byAnswer.get(one.id) ?? []).map((asked) => <p>{asked.name} <span class="hint">{asked.email ?? w.noAddress}</span></p>)}
          {byAnswer.has(one.id) ? null : <p>{w.nobody}</p>}
          <AddPerson answer={one} pathname={pathname} lang={lang} returned={returned} open={!byAnswer.has(one.id)} />
        </>
      ),
    },
    { key: 'remove', header: w.remove, cell: (one) => <Form action={pathname} does="remove" hidden={{ svar: one.id }}><Button variant="quiet" small>{w.remove}<span class="ds-sr-only">: {one.organisation}</span></Button></Form> },
  ]
  return (
    <>
      <Heading level={1}>{round.title}</Heading>
      <Lead>{reachable.length > 0 ? w.draftLead(answers.length, reachable.length) : w.draftNobody}</Lead>
      <ErrorSummary lang={lang} state={formState(returned)} />
      {reachable.length > 0 ? <Form action={pathname} does="send" submissionKey={crypto.randomUUID()}><FormActions><Button variant="primary">{w.sendButton(reachable.length)}</Button></FormActions></Form> : null}
      <Heading level={2}>{w.challenges}</Heading>
      <ul>{challenges.map((one) => <li lang={one.language === lang ? undefined : one.language}>{one.title}</li>)}</ul>
      <Heading level={2}>{w.whom}</Heading>
      <DataTable lang={lang} caption={w.whom} captionHidden columns={columns} rows={answers} />
      {mail && first ? <Details summary={w.letter}><p lang={first.language}><strong>{w.subject}: {mail.subject}</strong></p><pre class="status-mail" lang={first.language}>{mail.body.text}</pre></Details> : null}
      <Form action={pathname} does="discard"><FormActions><ButtonLink href={picturesPath(workspace)} variant="quiet">{w.cancel}</ButtonLink><Button variant="quiet">{w.discard}</Button></FormActions></Form>
    </>
  )
}
