import { isHeldOn } from '../../../../platform/access/holds.ts'
import type { Outcome, Work } from '../../../../platform/db/work.ts'
import { versionField } from '../../../../platform/http/form.ts'
import { type Access, type Done, page, type Page, type Refusal, type Request } from '../../../../platform/http/page.ts'
import { firstText, parseFields, type RawForm } from '../../../../platform/item/parse.ts'
import { parseEmail } from '../../../../platform/mail/mail.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { isPast, osloDate } from '../../../../platform/time/oslo.ts'
import { Button, ButtonLink, EmptyState, Form, Heading, Lead, type Option, type StateKind, Tag, type Task as Row, TaskList } from '../../../../ui/index.ts'
import { membersOf } from '../../../workspaces/index.ts'
import { itemPath } from '../../../thread/index.ts'
import { type GivenTo, isOpen, lackingIn, type Said, sayings } from '../answer.ts'
import { answerTask } from '../answer.actions.ts'
import { memberByEmail, type Task } from '../answer.store.ts'
import { followUp } from '../follow-up.ts'
import { type Answering, ownTasks, tasksHere, withLink } from './answer.access.ts'
import { BackLink, lineOf, stateText, TaskForm, Typed } from './answer-form.tsx'
import { answerWords } from './answer.words.ts'

const waits = (task: Task) => task.mine && isOpen(task.state) && !task.archived

/** Those who are in a workspace today, for one who may see their names; never the one who answers. */
async function membersFor(request: Request, scope: Answering, task: Task): Promise<Option[] | null> {
  if (scope.channel === 'link') return null
  const today = osloDate(request.now).toString()
  const here = (await membersOf(request.db, task.workspaceId)).filter((one) => one.id !== request.viewer.person?.id && isHeldOn(one, today))
  return [...new Map(here.map((one) => [one.id, one.name]))].map(([value, label]) => ({ value, label }))
}

type Read = { said: Said; note: string | null; givenTo: GivenTo | null }

/** Reads the form; each error says what to write. Who has an address is not told: the name that was written is what is shown. */
async function readAnswer(work: Work, scope: Answering, task: Task, members: readonly Option[] | null, raw: RawForm, lang: Lang): Promise<{ read: Read } | { errors: Record<string, string> }> {
  const w = answerWords[lang]
  const { values, errors } = parseFields({
    note: { type: 'longText', max: 2_000, label: { nb: '', nn: '', en: '' } }, navn: { type: 'text', max: 120, label: { nb: '', nn: '', en: '' } },
  }, raw, lang)
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : null)
  const said = sayings.find((one) => one === firstText(raw, 'said')) ?? null
  const member = members?.find((one) => one.value === firstText(raw, 'til'))
  const [typed, name] = [firstText(raw, 'epost'), text('navn')]
  const email = scope.channel === 'link' && typed ? parseEmail(typed) : null
  if (scope.channel === 'link' && typed && !email && said === 'not_mine') errors.epost = w.emailBad
  const known = email ? await memberByEmail(work.tx, task.workspaceId, email, osloDate(work.now).toString()) : null
  const givenTo: GivenTo | null = said !== 'not_mine' ? null : member ? { personId: member.value, name: member.label } : name || email ? { personId: known?.personId ?? null, name: name ?? email ?? '' } : null
  const note = text('note')
  if (givenTo?.personId && givenTo.personId === work.viewer.person?.id) errors.navn = w.toSelf
  const lacking = lackingIn({ said, note, givenTo })
  if (lacking) Object.assign(errors, { said: { said: w.saidMissing }, note: { note: w.noteMissing }, to: { navn: w.toMissing } }[lacking])
  return said === null || Object.keys(errors).length > 0 ? { errors } : { read: { said, note, givenTo } }
}

async function send(work: Work, scope: Answering, task: Task, version: number, read: Read, lang: Lang): Promise<Outcome<Done, Refusal>> {
  const w = answerWords[lang]
  const done = await answerTask(work, { id: task.workspaceId, state: task.archived ? 'archived' : 'active' }, { itemId: task.id, version, channel: scope.channel }, read)
  if ('done' in done) return { done: { to: scope.base, flash: { text: read.givenTo ? w.given(read.givenTo.name) : w.sent } } }
  if (done.refused === 'stale' || done.refused === 'missing') return { refused: done.refused }
  return { refused: done.refused === 'stranger' ? { errors: { til: w.strangerBad } } : { message: w.gone } }
}

const shape = (task: Task): StateKind => (task.state === 'done' ? 'completed' : task.state === 'problem' ? 'watch' : task.state === 'on_the_way' ? 'in_progress' : task.state === 'dropped' ? 'cancelled' : 'not_started')

const One = ({ task, request, scope, returned, members, base, level }: { task: Task; request: Request; scope: Answering; returned: Parameters<typeof TaskForm>[0]['returned']; members: readonly Option[] | null; base: string; level?: 'inside' }) => {
  const { lang } = request
  const w = answerWords[lang]
  return (
    <>
      {level ? null : <p class="kind-line">{task.workspace} {task.example ? <Tag>{w.example}</Tag> : null}</p>}
      <Heading level={1} lang={task.language === lang ? undefined : task.language}>{task.title}</Heading>
      {waits(task) ? <TaskForm task={task} request={request} action={`${base}/${task.id}`} returned={returned} members={members} /> : <><p>{task.archived ? w.archived : task.mine ? stateText(task.state, lang) : w.notYours}.</p><Typed returned={returned} lang={lang} /></>}
      {scope.channel === 'page' ? <p><a href={itemPath(task, followUp, task)}>{w.toItem}</a></p> : null}
    </>
  )
}

const Ended = ({ request: { lang }, returned }: { request: Request; returned: Parameters<typeof Typed>[0]['returned'] }) => {
  const w = answerWords[lang]
  return <><Heading level={1}>{w.ended}</Heading><Lead>{w.endedText}</Lead><Typed returned={returned} lang={lang} /><p><ButtonLink href="/min-side/oppgaver">{w.toMine}</ButtonLink></p></>
}

type Loaded = { tasks: Task[]; members: readonly Option[] | null }

/** All that waits for an answer here; with one, the form itself. What is done is said with one press. */
const listPage = (path: string, access: Access<Answering>, bare: boolean): Page =>
  page<Answering, Loaded>({
    path, access, bare, width: 'text',
    load: async (request, scope) => {
      const tasks = await tasksHere(request, scope)
      const [only, ...more] = tasks.filter(waits)
      return { tasks, members: only && more.length === 0 ? await membersFor(request, scope, only) : null }
    },
    title: (_, { lang }, { ended }) => (ended ? answerWords[lang].ended : answerWords[lang].title),
    crumbs: (_, { lang }) => (bare ? [] : [{ text: answerWords[lang].toMine.replace(/^(Til|To) /, ''), href: '/min-side' }]),
    actions: {
      done: async (work, { request, scope, loaded, raw }) => {
        const task = loaded.tasks.find((one) => one.id === firstText(raw, 'oppgave') && waits(one))
        return task ? send(work, scope, task, Number(firstText(raw, versionField)), { said: 'done', note: null, givenTo: null }, request.lang) : { refused: { message: answerWords[request.lang].gone } }
      },
    },
    view: ({ tasks, members }, request, scope, returned) => {
      const { lang, now } = request
      const w = answerWords[lang]
      if (scope.ended) return <Ended request={request} returned={returned} />
      const [open, rest] = [tasks.filter(waits), tasks.filter((one) => !waits(one))]
      const several = new Set(tasks.map((one) => one.workspaceId)).size > 1
      const [only] = open
      if (only && tasks.length === 1) return <><One task={only} request={request} scope={scope} returned={returned} members={members} base={scope.base} />{scope.channel === 'link' ? <p class="hint">{w.linkLead}</p> : null}</>
      const row = (task: Task): Row => ({
        title: task.title, ...(waits(task) && { href: `${scope.base}/${task.id}` }), hint: lineOf(task, lang, now, several),
        ...(!waits(task) ? { state: task.mine && !task.archived ? shape(task) : 'neutral', stateText: task.archived ? w.archived : !task.mine && task.said !== 'done' ? w.notYours : stateText(task.state, lang) }
          : task.dueOn && isPast(task.dueOn, now) ? { state: 'watch', stateText: w.past } : { state: shape(task), stateText: stateText(task.state, lang) }),
        ...(waits(task) && { action: <Form action={scope.base} does="done" submissionKey={crypto.randomUUID()} version={task.version} hidden={{ oppgave: task.id }}><Button small>{w.doneNow}<span class="ds-sr-only">: {task.title}</span></Button></Form> }),
      })
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          {open.length > 0 ? <><Lead>{w.lead(open.length)} {scope.channel === 'link' ? w.linkLead : ''}</Lead><Heading level={2}>{w.list}</Heading><TaskList lang={lang} tasks={open.map(row)} /></>
            : rest.length > 0 ? <Lead>{w.thanks}</Lead> : <EmptyState title={w.nothing}><p>{w.nothingText}</p></EmptyState>}
          {rest.length > 0 ? <><Heading level={2}>{w.rest}</Heading><TaskList lang={lang} tasks={rest.map(row)} /></> : null}
        </>
      )
    },
  })

/** One task to answer. */
const onePage = (path: string, access: Access<Answering>, bare: boolean): Page =>
  page<Answering, { task: Task; members: readonly Option[] | null }>({
    path: `${path}/:item{[0-9a-f-]{36}}`, access, bare, width: 'text',
    load: async (request, scope, params) => {
      // Only what is theirs to answer is found here, whatever id is in the address.
      const task = (await tasksHere(request, scope)).find((one) => one.id === params.item)
      return task ? { task, members: await membersFor(request, scope, task) } : null
    },
    title: ({ task }) => task.title,
    crumbs: (_, { lang }) => (bare ? [] : [{ text: answerWords[lang].title, href: '/min-side/oppgaver' }]),
    actions: {
      answer: async (work, { request, scope, loaded: { task, members }, raw }) => {
        const read = await readAnswer(work, scope, task, members, raw, request.lang)
        return 'errors' in read ? { refused: { errors: read.errors } } : send(work, scope, task, Number(firstText(raw, versionField)), read.read, request.lang)
      },
    },
    view: ({ task, members }, request, scope, returned) => scope.ended ? <Ended request={request} returned={returned} />
      : <><One task={task} request={request} scope={scope} returned={returned} members={members} base={scope.base} /><BackLink base={scope.base} lang={request.lang} /></>,
  })

/** The same pages for whoever has a link and for the one who is logged in. */
export const answerPages: readonly Page[] = ([['/oppgaver/:token', withLink, true], ['/min-side/oppgaver', ownTasks, false]] as const).flatMap(([path, access, bare]) => [listPage(path, access, bare), onePage(path, access, bare)])

