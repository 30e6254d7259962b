import { isHeldOn } from '../../../../platform/access/holds.ts'
import { page, type Request, type WorkspaceHead } from '../../../../platform/http/page.ts'
import { type Item, readItems } from '../../../../platform/item/item.store.ts'
import { allTexts, firstText } from '../../../../platform/item/parse.ts'
import { deliveryOf } from '../../../../platform/mail/mail.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { Alert, Button, ButtonLink, CheckboxGroup, type Column, DataTable, DeliveryStatus, Details, ErrorSummary, Form, FormActions, formState, Heading, Lead, RadioGroup, Select, TextArea, TextInput } from '../../../../ui/index.ts'
import { itemChangers, itemCrumbs, type ItemScope } from '../../../thread/index.ts'
import { emailsOf } from '../../../actors/index.ts'
import { membersOf, roleWords } from '../../../workspaces/index.ts'
import { arenaPeople } from '../arena-people.ts'
import { callMeeting, type CallRefusal, sendUpdates } from '../call.actions.ts'
import { callsOf, findSeries, meetingIdsIn } from '../call.store.ts'
import { callWords } from '../call.words.ts'
import { type Answer, answers, deleteInvitees, type Invitee, insertInvitees, inviteesOf, setAnswer } from '../invitee.store.ts'
import { meeting } from '../meeting.ts'
import { arenasOf } from '../meeting.store.ts'
import { momentOf, sentFace, whenText } from '../when.ts'
import { meetingPath } from './paths.ts'

/** Somebody who may be called: with the organisation they come for first, when they have several. */
export type Callable = { personId: string; name: string; organisationId: string | null; organisation: string | null; role: string }

/** Those who are in the workspace today, each once. */
export async function callableIn(request: Request, workspace: WorkspaceHead): Promise<Callable[]> {
  const today = osloDate(request.now).toString()
  const here = (await membersOf(request.db, workspace.id)).filter((one) => isHeldOn(one, today))
  const found = new Map<string, Callable>()
  for (const one of here.toSorted((a, b) => Number(b.organisationId !== null) - Number(a.organisationId !== null))) {
    if (!found.has(one.id)) found.set(one.id, { personId: one.id, name: one.name, organisationId: one.organisationId, organisation: one.organisation, role: one.role })
  }
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'nb'))
}

const load = async (request: Request, { workspace, item }: ItemScope) => {
  const { db, viewer } = request
  const [callable, invitees, calls, arenas] = await Promise.all([callableIn(request, workspace), inviteesOf(db, [item.id]), callsOf(db, [item.id]), arenasOf(db, viewer, [item.id])])
  const call = calls.get(item.id) ?? null
  const arena = arenas.get(item.id) ?? null
  const today = osloDate(request.now).toString()
  const [delivery, emails, usual, series, others] = await Promise.all([
    deliveryOf(db, invitees.flatMap((one) => one.mailId ?? [])), emailsOf(db, callable.map((one) => one.personId)), arena ? arenaPeople(db, arena.id, today) : ([] as string[]),
    call?.seriesId ? findSeries(db, call.seriesId) : null, othersIn(request, workspace, item, call?.seriesId ?? null),
  ])
  const coming = others.filter((one) => one.item.state !== 'cancelled' && (momentOf(one.item).heldOn ?? '') >= today)
  return { callable, invitees, call, delivery, emails, usual, series, changedOthers: others.filter((one) => one.changed).map((one) => one.item), coming: coming.length + 1 }
}

/** The other meetings of the series, and which of them those who are called do not know as they stand. */
async function othersIn(request: Request, workspace: WorkspaceHead, item: Item, seriesId: string | null): Promise<{ item: Item; changed: boolean }[]> {
  if (seriesId === null) return []
  const ids = (await meetingIdsIn(request.db, seriesId)).filter((id) => id !== item.id)
  const [items, calls] = await Promise.all([readItems(request.db, request.viewer, meeting, { workspaceId: workspace.id, ids }), callsOf(request.db, ids)])
  return items.map((one) => ({ item: one, changed: calls.get(one.id)?.calledAt !== null && calls.get(one.id) !== undefined && calls.get(one.id)?.sentAs !== sentFace(one) }))
}

type Loaded = Awaited<ReturnType<typeof load>>

/** Calls to the meeting, sends what has changed, and shows who has answered what. */
export const callPage = page<ItemScope, Loaded>({
  path: '/arbeidsrom/:workspace/moter/:number{[0-9]+}/innkalling',
  access: itemChangers(meeting),
  load,
  title: (_, { lang }, { item }) => `${callWords[lang].title}: ${item.title}`,
  crumbs: (_, { lang }, { workspace, item }) => itemCrumbs(workspace, meeting, lang, item),
  actions: {
    call: async (work, { request, scope: { workspace, item }, loaded, raw }) => {
      const w = callWords[request.lang]
      const chosen = new Set(allTexts(raw, 'hvem'))
      const message = firstText(raw, 'melding').slice(0, 1_000) || null
      const wholeSeries = firstText(raw, 'hva') === 'serien' && loaded.series !== null
      const today = osloDate(work.now).toString()
      const meetings = wholeSeries && loaded.call?.seriesId ? (await readItems(work.tx, work.viewer, meeting, { workspaceId: workspace.id, ids: await meetingIdsIn(work.tx, loaded.call.seriesId) })).filter((one) => one.state !== 'cancelled' && (momentOf(one).heldOn ?? '') >= today) : [item]
      const people = loaded.callable.filter((one) => chosen.has(one.personId))
      await insertInvitees(work.tx, meetings.flatMap((one) => people.map(({ personId, organisationId, role }) => ({ meetingId: one.id, personId, organisationId, role }))))
      const sent = await callMeeting(work, request.platform, workspace, item, { message, wholeSeries })
      if ('refused' in sent) return refused(sent.refused, w)
      return { done: { to: meetingPath(workspace, item, '/innkalling'), flash: { text: w.sent(sent.done.people) } } }
    },
    update: async (work, { request, scope: { workspace, item }, loaded, raw }) => {
      const w = callWords[request.lang]
      const sent = await sendUpdates(work, request.platform, workspace, [item, ...loaded.changedOthers], firstText(raw, 'beskjed').slice(0, 1_000) || null)
      if ('refused' in sent) return refused(sent.refused, w)
      return { done: { to: meetingPath(workspace, item, '/innkalling'), flash: { text: w.sent(sent.done.people) } } }
    },
    remove: async (work, { request, scope: { workspace, item }, loaded, raw }) => {
      const one = loaded.invitees.find((invitee) => invitee.id === firstText(raw, 'innkalt'))
      if (!one) return { refused: 'missing' }
      await deleteInvitees(work.tx, [one.id])
      work.record({ workspaceId: workspace.id, what: 'meeting.uninvited', itemId: item.id, body: { person: one.personId } })
      return { done: { to: meetingPath(workspace, item, '/innkalling'), flash: { text: callWords[request.lang].removed } } }
    },
    register: async (work, { request, scope: { workspace, item }, loaded, raw }) => {
      const w = callWords[request.lang]
      const one = loaded.invitees.find((invitee) => invitee.id === firstText(raw, 'person'))
      const answer = answers.find((known) => known === firstText(raw, 'svar'))
      if (!one || !answer) return { refused: { errors: { svar: w.chooseAnswer } } }
      await setAnswer(work.tx, one.id, answer, firstText(raw, 'ord').slice(0, 500) || null, work.now)
      work.record({ workspaceId: workspace.id, what: 'meeting.answer-registered', itemId: item.id, body: { person: one.personId, answer } })
      return { done: { to: meetingPath(workspace, item, '/innkalling'), flash: { text: w.registered } } }
    },
  },
  view: ({ callable, invitees, call, delivery, emails, usual, series, changedOthers, coming }, { lang, pathname, now }, { item, workspace }, returned) => {
    const w = callWords[lang]
    const moment = momentOf(item)
    const over = moment.heldOn === null || moment.heldOn < osloDate(now).toString()
    const off = item.state === 'cancelled'
    const changed = call?.calledAt !== null && call !== null && call.sentAs !== sentFace(item)
    const called = new Set(invitees.map((one) => one.personId))
    const sent = call !== null && call.calledAt !== null
    const free = callable.filter((one) => !called.has(one.personId))
    const state = formState(returned?.action === 'call' ? returned : null, { hvem: sent ? [] : free.filter((one) => usual.includes(one.personId)).map((one) => one.personId), hva: series && call?.calledAt === null ? 'serien' : 'dette' })
    const waiting = invitees.some((one) => one.mailedAt === null)
    return (
      <>
        <p class="kind-line">{item.title}</p>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{whenText(moment, lang)}</Lead>
        <ErrorSummary lang={lang} state={formState(returned)} />
        {changed || changedOthers.length > 0 ? (
          <section>
            <Alert colour="warning"><p>{off ? w.cancelledSince : w.changedSince}{changedOthers.length > 0 ? ` ${w.others(changedOthers.length)}` : ''}</p></Alert>
            <Form action={pathname} does="update" submissionKey={crypto.randomUUID()}>
              <TextArea lang={lang} state={formState(returned?.action === 'update' ? returned : null)} name="beskjed" label={w.message} hint={w.messageHint} optional rows={2} />
              <FormActions><Button variant="primary">{off ? w.sendCancel : w.sendUpdate}</Button></FormActions>
            </Form>
          </section>
        ) : null}
        {invitees.length > 0 ? (
          <section aria-labelledby="svar">
            <Heading level={2} id="svar">{w.answer}</Heading>
            {call?.calledAt && !changed && !off ? <p>{w.upToDate}</p> : null}
            <p>{w.tally(...tallyOf(invitees))}</p>
            <DataTable lang={lang} caption={w.answer} captionHidden columns={columnsFor(lang, pathname, delivery, emails)} rows={invitees} />
            <Details summary={w.register} open={returned?.action === 'register'}>
              <Form action={pathname} does="register" submissionKey={crypto.randomUUID()}>
                <p class="hint">{w.registerHint}</p>
                <Select lang={lang} state={formState(returned?.action === 'register' ? returned : null)} name="person" label={w.person} blank={false} options={invitees.map((one) => ({ value: one.id, label: one.name }))} />
                <RadioGroup lang={lang} state={formState(returned?.action === 'register' ? returned : null)} name="svar" label={w.answer} options={answers.map((value) => ({ value, label: w.answers[value] }))} />
                <TextInput lang={lang} state={formState(null)} name="ord" label={w.word} optional />
                <FormActions><Button>{w.save}</Button></FormActions>
              </Form>
            </Details>
          </section>
        ) : null}
        {over || off ? (invitees.length === 0 ? <p>{moment.heldOn === null ? w.noDay : w.past}</p> : null) : free.length > 0 || waiting ? (
          <section aria-labelledby="kall-inn">
            {invitees.length > 0 ? <Heading level={2} id="kall-inn">{sent ? w.callMore : w.title}</Heading> : <p id="kall-inn">{w.lead}</p>}
            <Form action={pathname} does="call" submissionKey={crypto.randomUUID()} guard unsaved={returned?.action === 'call'}>
              {free.length > 0 ? (
                <CheckboxGroup lang={lang} state={state} name="hvem" label={w.choose} hint={w.chooseHint} options={free.map((one) => ({
                  value: one.personId, label: one.name, hint: [one.organisation, roleWords[lang][one.role as 'leader'].name, emails.has(one.personId) ? null : w.noAddress].filter(Boolean).join(' · '),
                }))} />
              ) : null}
              {series && coming > 1 ? <RadioGroup lang={lang} state={state} name="hva" label={w.which} hint={w.seriesHint(coming)} options={[{ value: 'serien', label: w.wholeSeries }, { value: 'dette', label: w.onlyThis }]} /> : null}
              <TextArea lang={lang} state={state} name="melding" label={w.message} hint={w.messageHint} optional rows={3} />
              <FormActions>
                <Button variant={changed || (sent && !waiting) ? 'secondary' : 'primary'}>{w.send}</Button>
                <ButtonLink href={meetingPath(workspace, item)} variant="quiet">{w.open}</ButtonLink>
              </FormActions>
            </Form>
          </section>
        ) : <p><ButtonLink href={meetingPath(workspace, item)}>{w.open}</ButtonLink></p>}
      </>
    )
  },
})

const tallyOf = (invitees: readonly Invitee[]): [number, number, number, number] => {
  const n = (answer: Answer | null) => invitees.filter((one) => one.answer === answer).length
  return [n('yes'), n('maybe'), n('no'), n(null)]
}

const refused = (why: CallRefusal, w: (typeof callWords)['nb']) => ({
  refused: why === 'forbidden' || why === 'stale' ? why : why === 'nobody' ? { errors: { hvem: w.nobody } } : { message: why === 'past' ? w.past : w.noDay },
})

function columnsFor(lang: Request['lang'], pathname: string, delivery: Awaited<ReturnType<typeof deliveryOf>>, emails: ReadonlyMap<string, string>): Column<Invitee>[] {
  const w = callWords[lang]
  return [
    { key: 'name', header: w.who, rowHeader: true, cell: (one) => one.name },
    { key: 'organisation', header: w.organisation, cell: (one) => one.organisation ?? '' },
    { key: 'answer', header: w.answer, cell: (one) => (one.answer ? `${w.answers[one.answer]}${one.word ? `: ${one.word}` : ''}` : w.noAnswer) },
    { key: 'mail', header: w.mail, cell: (one) => (delivery.has(one.mailId ?? '') ? <DeliveryStatus lang={lang} delivery={delivery.get(one.mailId ?? '')} /> : emails.has(one.personId) ? '' : w.noAddress) },
    {
      key: 'remove', header: w.remove,
      cell: (one) => <Form action={pathname} does="remove" submissionKey={crypto.randomUUID()} hidden={{ innkalt: one.id }}><Button variant="quiet" small>{w.remove}<span class="ds-sr-only">: {one.name}</span></Button></Form>,
    },
  ]
}
