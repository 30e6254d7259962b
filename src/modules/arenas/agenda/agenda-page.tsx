import type { Work } from '../../../platform/db/work.ts'
import { page, type PageAction } from '../../../platform/http/page.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { formatDate } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Button, ButtonLink, Details, ErrorSummary, FileInput, Form, FormActions, type FormState, formState, Heading, Lead, Select, Tag, TextInput } from '../../../ui/index.ts'
import { countLoose, itemChangers, itemCrumbs, type ItemScope, peopleIn } from '../../thread/index.ts'
import { matter } from '../matter/matter.ts'
import { meeting } from '../meeting/meeting.ts'
import { meetingWords } from '../meeting/meeting.words.ts'
import { meetingPath } from '../meeting/pages/paths.ts'
import { momentOf, whenText } from '../meeting/when.ts'
import { addPaper, addPoints, type AgendaRefusal, movePoint, removePaper, removePoint } from './agenda.actions.ts'
import { agendaOf, type AgendaPoint, type Paper, type Written } from './agenda.store.ts'
import { agendaWords } from './agenda.words.ts'
import { type PointChoices, PointFields, readPoint } from './point-form.tsx'
import { type SuggestionGroup, type Waiting, waitingFor } from './suggestion.store.ts'

type Loose = { rule: string; title: string; count: number }
type Loaded = { points: AgendaPoint[]; papers: Paper[]; choices: PointChoices; waiting: Waiting[]; loose: Loose[] }

const mostLoose = 4
const sameAsOthers = ['measure-needs-decision', 'decision-needed', 'decision-not-followed-up']
const order: readonly SuggestionGroup[] = ['minutes', 'matter', 'decision', 'measure', 'due']

/** How long a meeting lasts, in minutes; null without clocks. */
function lengthOf(startsAt: string | null, endsAt: string | null): number | null {
  if (!startsAt || !endsAt) return null
  const minutes = Temporal.PlainTime.from(startsAt).until(Temporal.PlainTime.from(endsAt)).total('minutes')
  return minutes > 0 ? minutes : null
}

/** What a suggestion becomes on the agenda. */
function pointFrom(one: Waiting, lang: Lang): Written {
  const title = one.group === 'minutes' ? agendaWords[lang].approveLast(one.title) : one.group === 'due' ? agendaWords[lang].followUp(one.title) : one.title
  return {
    title: title.slice(0, 300), kind: one.group === 'decision' || one.group === 'measure' || one.group === 'minutes' ? 'decision' : 'discussion', minutes: null, responsibleId: null, note: null,
    matterId: one.kind === matter.name ? one.id : null, aboutId: one.kind === matter.name ? null : one.id,
  }
}

/** Makes the agenda: the points in order, what waits for the meeting with one press to add each, and papers. */
export const agendaPage = (catalogue: Catalogue) => page<ItemScope, Loaded>({
  path: '/arbeidsrom/:workspace/moter/:number{[0-9]+}/sakliste',
  access: itemChangers(meeting),
  load: async (request, { workspace, item }) => {
    const { db, viewer } = request
    const { arenaId, points, papers } = await agendaOf(db, viewer, item.id)
    const by = momentOf(item).heldOn ?? osloDate(request.now).toString()
    const [people, { waiting, matters }, loose] = await Promise.all([
      peopleIn(request, workspace.id, points.flatMap((one) => one.responsibleId ?? [])), waitingFor(db, viewer, { workspaceId: workspace.id, meetingId: item.id, arenaId, by }), countLoose(catalogue, request, workspace),
    ])
    const onAgenda = new Set(points.map((one) => one.title))
    return {
      points, papers, choices: { people, matters }, waiting,
      loose: loose.filter((one) => !sameAsOthers.includes(one.rule) && one.count > 0 && !onAgenda.has(looseTitle(one))).toSorted((a, b) => a.severity - b.severity).slice(0, mostLoose),
    }
  },
  title: (_, { lang }, { item }) => `${agendaWords[lang].title}: ${item.title}`,
  crumbs: (_, { lang }, { workspace, item }) => itemCrumbs(workspace, meeting, lang, item),
  takesFiles: true,
  actions: {
    add: async (work, { request, scope, loaded, raw }) => {
      const read = readPoint(raw, loaded.choices, request.lang)
      if ('errors' in read) return { refused: { errors: read.errors } }
      return told(await addPoints(work, scope.workspace, scope.item, [read.row]), request.lang, scope, 'added')
    },
    suggest: async (work, { request, scope, loaded, raw }) => {
      const one = loaded.waiting.find((waiting) => String(waiting.number) === firstText(raw, 'forslag'))
      const loose = loaded.loose.find((row) => row.rule === firstText(raw, 'forslag'))
      const row: Written | null = one ? pointFrom(one, scope.workspace.language) : loose ? { title: looseTitle(loose), kind: 'discussion', minutes: null, responsibleId: null, matterId: null, aboutId: null, note: null } : null
      if (!row) return { refused: { message: agendaWords[request.lang].alreadyThere } }
      return told(await addPoints(work, scope.workspace, scope.item, [row]), request.lang, scope, 'added')
    },
    up: moving(-1),
    down: moving(1),
    remove: async (work, { request, scope, raw }) => told(await removePoint(work, scope.workspace, scope.item, firstText(raw, 'punkt')), request.lang, scope, 'removed'),
    addPaper: async (work, { request, scope, loaded, raw }) => {
      const file = firstText(raw, 'fil')
      if (file === '') return { refused: { errors: { fil: agendaWords[request.lang].chooseFile } } }
      const pointNumber = loaded.points.find((one) => String(one.number) === firstText(raw, 'til'))?.number ?? null
      const added = await addPaper(work, scope.workspace, scope.item, { pointNumber, title: firstText(raw, 'papir').slice(0, 200) || null, fileId: file })
      return 'refused' in added && added.refused === 'missing' ? { refused: { errors: { fil: agendaWords[request.lang].chooseFile } } } : told(added, request.lang, scope, 'paperAdded')
    },
    removePaper: async (work, { request, scope, raw }) => told(await removePaper(work, scope.workspace, scope.item, firstText(raw, 'papir')), request.lang, scope, 'paperRemoved'),
  },
  view: ({ points, papers, choices, waiting, loose }, { lang, pathname }, { item, workspace }, returned) => {
    const w = agendaWords[lang]
    const { startsAt, endsAt } = momentOf(item)
    const state = formState(returned?.action === 'add' ? returned : null, { slag: 'discussion' })
    const total = points.reduce((sum, one) => sum + (one.minutes ?? 0), 0)
    return (
      <>
        <p class="kind-line">{item.title}</p>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{whenText(momentOf(item), lang)}</Lead>
        <ErrorSummary lang={lang} state={returned ? formState(returned) : state} />
        {points.length === 0 ? <p>{w.empty}</p> : <PointRows lang={lang} pathname={pathname} points={points} choices={choices} />}
        {total > 0 ? <p class="hint">{w.total(total, lengthOf(startsAt, endsAt))}</p> : null}
        <Suggestions lang={lang} pathname={pathname} waiting={waiting} loose={loose} />
        <Heading level={2}>{w.addTitle}</Heading>
        <Form action={pathname} does="add" submissionKey={crypto.randomUUID()} guard unsaved={returned?.action === 'add'}>
          <PointFields lang={lang} state={state} choices={choices} />
          <FormActions>
            <Button variant="primary">{w.add}</Button>
            <ButtonLink href={meetingPath(workspace, item)} variant="quiet">{w.done}</ButtonLink>
          </FormActions>
        </Form>
        <Papers lang={lang} pathname={pathname} points={points} papers={papers} state={formState(returned?.action === 'addPaper' ? returned : null)} open={returned?.action === 'addPaper'} />
      </>
    )
  },
})

const looseTitle = (one: { title: string; count: number }): string => `${one.title} (${one.count})`

function moving(step: 1 | -1): PageAction<ItemScope, Loaded> {
  return async (work: Work, { request, scope, raw }) => told(await movePoint(work, scope.workspace, scope.item, firstText(raw, 'punkt'), step), request.lang, scope, 'moved')
}

const told = (outcome: { done: true } | { refused: AgendaRefusal }, lang: Lang, scope: ItemScope, what: 'added' | 'removed' | 'moved' | 'paperAdded' | 'paperRemoved') =>
  'refused' in outcome ? { refused: outcome.refused } : { done: { to: meetingPath(scope.workspace, scope.item, '/sakliste'), flash: { text: agendaWords[lang][what] } } }

const PointRows = ({ lang, pathname, points, choices }: { lang: Lang; pathname: string; points: readonly AgendaPoint[]; choices: PointChoices }) => {
  const w = agendaWords[lang]
  const small = (point: AgendaPoint, does: string, words: string) => (
    <Form action={pathname} does={does} submissionKey={crypto.randomUUID()} hidden={{ punkt: point.id }}><Button variant="quiet" small>{words}<span class="ds-sr-only">: {point.title}</span></Button></Form>
  )
  return (
    <ol class="agenda">
      {points.map((point, i) => {
        const who = choices.people.find((one) => one.value === point.responsibleId)?.label
        const about = choices.matters.find((one) => one.id === point.matterId)?.title
        return (
          <li>
            <p><strong>{point.title}</strong> <Tag>{meetingWords[lang].kinds[point.kind]}</Tag></p>
            <p class="hint">{[point.minutes === null ? null : meetingWords[lang].minutesLong(point.minutes), who, about && about !== point.title ? about : null].filter(Boolean).join(' · ')}</p>
            <div class="actions">
              {i > 0 ? small(point, 'up', w.up) : null}
              {i < points.length - 1 ? small(point, 'down', w.down) : null}
              <ButtonLink href={`${pathname}/${point.number}`} variant="quiet" small>{w.change}<span class="ds-sr-only">: {point.title}</span></ButtonLink>
              {small(point, 'remove', w.remove)}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

const Suggestions = ({ lang, pathname, waiting, loose }: { lang: Lang; pathname: string; waiting: readonly Waiting[]; loose: readonly Loose[] }) => {
  const w = agendaWords[lang]
  const add = (value: string, title: string) => <Form action={pathname} does="suggest" submissionKey={crypto.randomUUID()} hidden={{ forslag: value }}><Button small>{w.addThis}<span class="ds-sr-only">: {title}</span></Button></Form>
  const groups = order.map((group) => ({ group, rows: waiting.filter((one) => one.group === group) })).filter(({ rows }) => rows.length > 0)
  return (
    <section aria-labelledby="forslag">
      <Heading level={2} id="forslag">{w.suggestions}</Heading>
      {groups.length === 0 && loose.length === 0 ? <p>{w.none}</p> : <p>{w.suggestionsLead}</p>}
      {groups.map(({ group, rows }) => (
        <>
          <h3>{w.groups[group]}</h3>
          <ul class="tasks">
            {rows.map((one) => <li><div class="task-text"><span lang={one.language === lang ? undefined : one.language}>{one.title}</span>{one.due && one.group !== 'minutes' ? <div class="hint">{w.dueOn(formatDate(one.due, lang))}</div> : null}</div>{add(String(one.number), one.title)}</li>)}
          </ul>
        </>
      ))}
      {loose.length > 0 ? <><h3>{w.groups.loose}</h3><ul class="tasks">{loose.map((one) => <li><div class="task-text"><span>{looseTitle(one)}</span></div>{add(one.rule, one.title)}</li>)}</ul></> : null}
    </section>
  )
}

const Papers = ({ lang, pathname, points, papers, state, open }: { lang: Lang; pathname: string; points: readonly AgendaPoint[]; papers: readonly Paper[]; state: FormState; open: boolean }) => {
  const w = agendaWords[lang]
  const common = { lang, state }
  return (
    <section aria-labelledby="papirer">
      <Heading level={2} id="papirer">{w.papers}</Heading>
      {papers.length > 0 ? (
        <ul class="tasks">
          {papers.map((one) => (
            <li>
              <div class="task-text"><a href={`/filer/${one.fileId}`}>{one.title ?? one.fileName}</a><div class="hint">{points.find((point) => point.number === one.pointNumber)?.title ?? w.wholeMeeting}</div></div>
              <Form action={pathname} does="removePaper" submissionKey={crypto.randomUUID()} hidden={{ papir: one.id }}><Button variant="quiet" small>{w.removePaper}<span class="ds-sr-only">: {one.title ?? one.fileName}</span></Button></Form>
            </li>
          ))}
        </ul>
      ) : null}
      <Details summary={w.paper} open={open}>
        <Form action={pathname} does="addPaper" submissionKey={crypto.randomUUID()} files>
          <FileInput {...common} name="fil" label={w.paperFile} accept=".pdf,.docx,.xlsx,.csv,.png,.jpg,.txt" />
          <TextInput {...common} name="papir" label={w.paperTitle} optional />
          <Select {...common} name="til" label={w.paperTo} blank={w.wholeMeeting} options={points.map((one) => ({ value: String(one.number), label: one.title }))} optional />
          <FormActions><Button>{w.addPaper}</Button></FormActions>
        </Form>
      </Details>
    </section>
  )
}

