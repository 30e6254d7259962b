import { page, type Request, type Returned } from '../../../../platform/http/page.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { deliveryOf, type MailDelivery } from '../../../../platform/mail/mail.ts'
import { formatDate } from '../../../../platform/text/format.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { AddPerson, addPerson, asking, type InWorkspace, workspaceLeading } from '../../../workspaces/index.ts'
import { Button, type Column, DataTable, DeliveryStatus, ErrorSummary, Form, formState, Heading, State } from '../../../../ui/index.ts'
import { expectations } from '../expectations.ts'
import { findRound } from '../round.store.ts'
import type { Round } from '../round.ts'
import { expectationCrumbs, expectationsPath } from './paths.ts'
import { roundWords } from './round.words.ts'

type Loaded = { round: Round; answers: asking.Answer[]; people: asking.Asked[]; deliveries: ReadonlyMap<string, MailDelivery> }

const load = async ({ db }: Request, { workspace }: InWorkspace, number: number): Promise<Loaded | null> => {
  const round = await findRound(db, workspace.id, number)
  if (!round || round.state === 'draft') return null
  const [answers, people] = [await asking.answersIn(db, 'expectation', round.id), await asking.askedIn(db, 'expectation', round.id)]
  return { round, answers, people, deliveries: await deliveryOf(db, people.flatMap((one) => one.mailId ?? [])) }
}

/** Who is asked in a round, what became of their mail, and their links. */
export const peoplePage = page({
  path: '/arbeidsrom/:workspace/forventninger/:round{[0-9]+}/spurt',
  access: workspaceLeading,
  load: (request, scope: InWorkspace, params) => load(request, scope, Number(params.round)),
  title: (_, { lang }) => roundWords[lang].peopleTitle,
  crumbs: ({ round }, { lang }, { workspace }) => [...expectationCrumbs(workspace, lang, true), { text: round.title, href: expectationsPath(workspace, round.number) }],
  actions: {
    revoke: async (work, { request, loaded: { round, people }, raw }) => {
      const asked = people.find((one) => one.id === firstText(raw, 'hvem'))
      if (!asked) return { refused: 'missing' }
      await asking.revokeLink(work, expectations, round, asked)
      return { done: { to: request.pathname, flash: { text: roundWords[request.lang].revokedNow } } }
    },
    renew: async (work, { request, scope: { workspace }, loaded: { round, people }, raw }) => {
      const asked = people.find((one) => one.id === firstText(raw, 'hvem'))
      if (!asked || round.state === 'closed' || !(await asking.newLink(work, request.platform, expectations, workspace, round, asked))) return { refused: 'missing' }
      return { done: { to: request.pathname, flash: { text: roundWords[request.lang].newLinkSent } } }
    },
    person: async (work, { request, scope: { workspace }, loaded: { round, answers }, raw }) => {
      const w = roundWords[request.lang]
      const answer = answers.find((one) => one.id === firstText(raw, 'svar'))
      if (!answer || round.state === 'closed') return { refused: 'missing' }
      const named = await addPerson(request, raw, answer, (contact) => asking.askAlso(work, request.platform, expectations, workspace, round, answer, contact))
      if ('refused' in named) return named
      return { done: { to: request.pathname, flash: { text: w.askedNow(named.done.name) } } }
    },
  },
  view: (loaded, request, _, returned) => <PeopleView loaded={loaded} request={request} returned={returned} />,
})

const PeopleView = ({ loaded: { round, answers, people, deliveries }, request: { lang, pathname }, returned }: { loaded: Loaded; request: Request; returned: Returned | null }) => {
  const w = roundWords[lang]
  const byId = new Map(people.map((one) => [one.id, one]))
  const mail = (asked: asking.Asked) => {
    const delivery = deliveries.get(asked.mailId ?? '')
    if (!delivery) return asked.mailedAt ? <State lang={lang} kind="neutral">{w.mailGone}</State> : ''
    return <DeliveryStatus lang={lang} delivery={delivery} />
  }
  const taking = round.state !== 'closed'
  const columns: Column<asking.Asked>[] = [
    { key: 'who', header: w.person, rowHeader: true, cell: (one) => <>{one.name}<div class="hint">{one.email ?? w.noAddress}</div></> },
    { key: 'organisation', header: w.organisation, cell: (one) => <>{one.organisation}{one.fromAskedId ? <div class="hint">{w.askedBy(byId.get(one.fromAskedId)?.name ?? '')}</div> : null}{one.handedOn ? <div class="hint">{w.handedOn}</div> : null}</> },
    { key: 'mail', header: w.mail, cell: (one) => <>{mail(one)}<div class="hint">{[one.mailedAt && !deliveries.has(one.mailId ?? '') ? formatDate(osloDate(one.mailedAt), lang) : '', one.reminders > 0 ? w.reminders(one.reminders) : ''].filter(Boolean).join(', ')}</div></> },
    {
      key: 'link', header: w.link,
      cell: (one) => (
        <>
          {one.revoked ? <p class="hint">{w.revoked}</p> : one.passId ? <Form action={pathname} does="revoke" hidden={{ hvem: one.id }}><Button variant="quiet" small>{w.revoke}<span class="ds-sr-only">: {one.name}</span></Button></Form> : null}
          {taking && one.email ? <Form action={pathname} does="renew" submissionKey={crypto.randomUUID()} hidden={{ hvem: one.id }}><Button variant="quiet" small>{w.newLink}<span class="ds-sr-only">: {one.name}</span></Button></Form> : null}
        </>
      ),
    },
  ]
  return (
    <>
      <Heading level={1}>{w.peopleTitle}</Heading>
      <ErrorSummary lang={lang} state={formState(returned)} />
      <DataTable lang={lang} caption={w.peopleTitle} captionHidden columns={columns} rows={people} />
      {taking ? <section><Heading level={2}>{w.askAlso}</Heading>{answers.map((one) => <AddPerson answer={one} pathname={pathname} lang={lang} returned={returned} open={false} />)}</section> : null}
    </>
  )
}
