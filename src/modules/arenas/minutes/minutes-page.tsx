import type { Outcome } from '../../../platform/db/work.ts'
import { versionField } from '../../../platform/http/form.ts'
import { type ActionArgs, page, type PageAction, type Request, type Returned } from '../../../platform/http/page.ts'
import type { Fields } from '../../../platform/item/field.ts'
import { type ItemHead, readHeads } from '../../../platform/item/item.store.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { firstText, parseFields } from '../../../platform/item/parse.ts'
import { formatDate, formatDateTime } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Alert, Button, ButtonLink, DateInput, Details, ErrorSummary, Form, FormActions, type FormState, formState, Heading, isResolution, Lead, resolveVersions, Select, Tag, TextArea, TextInput, VersionConflict } from '../../../ui/index.ts'
import { peopleById } from '../../actors/index.ts'
import { choicesFor, itemChangers, itemCrumbs, type ItemScope } from '../../thread/index.ts'
import type { Point } from '../agenda/agenda.store.ts'
import { followUp } from '../follow-up/follow-up.ts'
import { callWords } from '../meeting/call.words.ts'
import { attendances, type Invitee, presenceIn, type Presence } from '../meeting/invitee.store.ts'
import { meeting } from '../meeting/meeting.ts'
import { meetingWords } from '../meeting/meeting.words.ts'
import { meetingPath } from '../meeting/pages/paths.ts'
import { readWritten, type Written } from '../meeting/standing.ts'
import { momentOf, whenText } from '../meeting/when.ts'
import { approve, askApproval, attend, decide, isOpen, longestSaid, type MinutesRefusal, open, reopen, say, takeOn } from './minutes.actions.ts'
import { OutcomeList } from './minutes-view.tsx'
import { minutesWords } from './minutes.words.ts'
import { tellReaders } from './tell-readers.ts'

type Choices = { people: readonly { value: string; label: string }[]; organisations: readonly { value: string; label: string }[] }
type Loaded = { whole: Written; heads: ReadonlyMap<string, ItemHead>; choices: Choices; writers: ReadonlyMap<string, string>; seldom: Presence[] }

const latestMeetings = 6
const none = { nb: '', nn: '', en: '' }

async function load(request: Request, { workspace, item }: ItemScope): Promise<Loaded> {
  const { db, viewer } = request
  const whole = await readWritten(db, viewer, item)
  const ids = [...whole.outcomes.map((one) => one.outcomeId), ...whole.points.flatMap((one) => [one.matterId ?? [], one.aboutId ?? []].flat())]
  const [heads, choices, writers, presence] = await Promise.all([
    readHeads(db, viewer, { workspaceId: workspace.id, ids: [...new Set(ids)] }), choicesFor(request, workspace, followUp), peopleById(db, whole.points.flatMap((one) => one.saidBy ?? [])),
    whole.arena ? presenceIn(db, whole.arena.id, momentOf(item).heldOn ?? osloDate(request.now).toString(), latestMeetings) : [],
  ])
  return { whole, heads: new Map(heads.map((one) => [one.id, one])), choices, writers, seldom: presence.filter((one) => one.called >= 3 && one.came * 3 < one.called) }
}

type Args = ActionArgs<ItemScope, Loaded>

const answer = (outcome: Outcome<unknown, MinutesRefusal>, { scope, request }: Args, text: 'saved' | 'decisionAdded' | 'followUpAdded' | 'attendanceSaved' | 'asked' | 'approved' | 'reopened', anchor = '') =>
  'refused' in outcome ? { refused: outcome.refused } : { done: { to: `${meetingPath(scope.workspace, scope.item, '/referat')}${anchor}`, flash: { text: minutesWords[request.lang][text] } } }

const pointIn = ({ loaded, raw }: Args): Point | null => loaded.whole.points.find((one) => String(one.number) === firstText(raw, 'punkt')) ?? null

/** Reads one text of the page; its field is named with the number of its point, so that each has an id of its own. */
const readText = (args: Args, name: string, field: Fields[string]) => parseFields({ [name]: field }, args.raw, args.request.lang)

const saying: PageAction<ItemScope, Loaded> = async (work, given) => {
  const args = isResolution(given.raw) ? { ...given, raw: resolveVersions(given.raw) } : given
  const point = pointIn(args)
  if (!point) return { refused: 'missing' }
  const name = `sagt-${point.number}`
  const { values, errors } = readText(args, name, { type: 'longText', max: longestSaid, label: none })
  if (Object.keys(errors).length > 0) return { refused: { errors } }
  return answer(await say(work, args.scope.workspace, args.scope.item, point, Number(firstText(args.raw, versionField)), (values[name] as string | null) ?? null), args, 'saved', `#punkt-${point.number}`)
}

const deciding: PageAction<ItemScope, Loaded> = async (work, args) => {
  const point = pointIn(args)
  const name = `vedtak-${point?.number ?? 0}`
  const { values, errors } = readText(args, name, { type: 'text', required: true, label: none })
  if (Object.keys(errors).length > 0) return { refused: { errors } }
  const about = args.loaded.heads.get(point?.aboutId ?? '') ?? null
  const { workspace, item } = args.scope
  return answer(await decide(work, workspace, item, point, { title: String(values[name]), by: args.loaded.whole.arena?.title ?? item.title, about }), args, 'decisionAdded', `#punkt-${point?.number ?? 0}`)
}

const takingOn: PageAction<ItemScope, Loaded> = async (work, args) => {
  const point = pointIn(args)
  const n = point?.number ?? 0
  const { values, errors } = parseFields({ [`oppgave-${n}`]: { type: 'text', required: true, label: none }, [`frist-${n}`]: { type: 'date', label: none } }, args.raw, args.request.lang)
  if (Object.keys(errors).length > 0) return { refused: { errors } }
  const chosen = (name: string, of: Choices['people']) => of.find((one) => one.value === firstText(args.raw, `${name}-${n}`))?.value ?? null
  const { workspace, item } = args.scope
  return answer(await takeOn(work, workspace, item, point, {
    title: String(values[`oppgave-${n}`]), personId: chosen('hvem', args.loaded.choices.people), organisationId: chosen('org', args.loaded.choices.organisations), dueOn: (values[`frist-${n}`] as string | null) ?? null,
  }), args, 'followUpAdded', `#punkt-${n}`)
}

/** Writes the minutes in the meeting: who is there, what is said at each point, what is decided and taken on; and sends them on their way. */
export const minutesPage = (catalogue: Catalogue) => page<ItemScope, Loaded>({
  path: '/arbeidsrom/:workspace/moter/:number{[0-9]+}/referat',
  access: itemChangers(meeting),
  load,
  title: (_, { lang }, { item }) => `${minutesWords[lang].title}: ${item.title}`,
  crumbs: (_, { lang }, { workspace, item }) => itemCrumbs(workspace, meeting, lang, item),
  actions: {
    say: saying,
    decide: deciding,
    follow: takingOn,
    open: async (work, given) => {
      const args = isResolution(given.raw) ? { ...given, raw: resolveVersions(given.raw) } : given
      const { values, errors } = readText(args, 'innledning', { type: 'longText', max: longestSaid, label: none })
      if (Object.keys(errors).length > 0) return { refused: { errors } }
      const before = firstText(args.raw, 'grunnlag').replace(/\r\n?/g, '\n')
      return answer(await open(work, args.scope.workspace, args.scope.item, before === '' ? null : before, (values.innledning as string | null) ?? null), args, 'saved')
    },
    attend: async (work, args) => {
      const how = new Map(args.loaded.whole.invitees.map((one) => [one.id, attendances.find((known) => known === firstText(args.raw, `oppmote-${one.id}`)) ?? null] as const))
      return answer(await attend(work, args.scope.workspace, args.scope.item, how), args, 'attendanceSaved')
    },
    ask: async (work, args) => {
      const { workspace, item } = args.scope
      const asked = await askApproval(work, workspace, item, Number(firstText(args.raw, versionField)))
      if ('done' in asked) await tellReaders(work, args.request.platform, workspace, item, args.loaded.whole.invitees)
      return answer(asked, args, 'asked')
    },
    approve: async (work, args) => {
      const audience = (['workspace', 'public', 'roles'] as const).find((one) => one === firstText(args.raw, 'hvem-ser')) ?? 'workspace'
      return answer(await approve(work, args.scope.workspace, args.scope.item, Number(firstText(args.raw, versionField)), audience), args, 'approved')
    },
    reopen: async (work, args) => answer(await reopen(work, args.scope.workspace, args.scope.item, Number(firstText(args.raw, versionField))), args, 'reopened'),
  },
  view: (loaded, { lang, pathname }, { workspace, item }, returned) => {
    const w = minutesWords[lang]
    const { whole, heads, seldom } = loaded
    const here = meetingPath(workspace, item)
    const state = formState(returned)
    const rest = whole.outcomes.filter((one) => !whole.points.some((point) => point.number === one.pointNumber)).flatMap((one) => heads.get(one.outcomeId) ?? [])
    if (!isOpen(item)) {
      return (
        <>
          <p class="kind-line">{item.title}</p>
          <Heading level={1}>{w.title}</Heading>
          <p>{item.state === 'cancelled' ? meetingWords[lang].steps.cancelled : w.locked}</p>
          <p><ButtonLink href={here} variant="primary">{meetingWords[lang].does.done}</ButtonLink></p>
          {item.state === 'approved' ? <Form action={pathname} does="reopen" submissionKey={crypto.randomUUID()} version={item.version}><FormActions><Button variant="quiet">{w.reopen}</Button></FormActions></Form> : null}
        </>
      )
    }
    return (
      <>
        <p class="kind-line">{item.title}</p>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{whenText(momentOf(item), lang)}</Lead>
        <p>{w.lead} <a href={`${here}/referat/hent`}>{w.bring}</a></p>
        <ErrorSummary lang={lang} state={state} />
        {returned?.stale && !['say', 'open'].includes(returned.action) ? <Alert colour="warning"><p>{w.conflict}</p></Alert> : null}
        <Attendance lang={lang} pathname={pathname} invitees={whole.invitees} quorum={typeof item.fields.quorum === 'number' ? item.fields.quorum : null} callHref={`${here}/innkalling`} seldom={seldom} />
        <Opening lang={lang} pathname={pathname} opening={whole.opening ?? ''} returned={returned} item={item} />
        {whole.points.length === 0 ? <p>{w.noPoints} <a href={`${here}/sakliste`}>{w.toAgenda}</a></p> : whole.points.map((point) => (
          <PointMinutes lang={lang} pathname={pathname} point={point} loaded={loaded} returned={returned}>
            <OutcomeList lang={lang} catalogue={catalogue} workspace={workspace} heads={whole.outcomes.filter((one) => one.pointNumber === point.number).flatMap((one) => heads.get(one.outcomeId) ?? [])} />
          </PointMinutes>
        ))}
        <section aria-labelledby="punkt-0">
          <Heading level={2} id="punkt-0">{w.others}</Heading>
          <OutcomeList lang={lang} catalogue={catalogue} workspace={workspace} heads={rest} />
          <Outcomes lang={lang} pathname={pathname} n={0} choices={loaded.choices} returned={returned} />
        </section>
        <section aria-labelledby="ferdig">
          <Heading level={2} id="ferdig">{w.finish}</Heading>
          {typeof item.fields.approval_asked_on === 'string' ? <p>{w.askedOn(formatDate(item.fields.approval_asked_on, lang))}</p> : null}
          {item.fields.approval_asked_on === null ? <Form action={pathname} does="ask" submissionKey={crypto.randomUUID()} version={item.version}><FormActions><Button variant="primary">{w.ask}</Button></FormActions></Form> : (
            <>
              <Form action={pathname} does="approve" submissionKey={crypto.randomUUID()} version={item.version}>
                <Select lang={lang} state={{ values: { 'hvem-ser': item.audience }, errors: {} }} name="hvem-ser" label={w.audience} blank={false} options={(['workspace', 'public', 'roles'] as const).map((value) => ({ value, label: w.audiences[value] }))} />
                <FormActions><Button variant="primary">{w.approve}</Button></FormActions>
              </Form>
              <Form action={pathname} does="ask" submissionKey={crypto.randomUUID()} version={item.version}><FormActions><Button small>{w.askAgain}</Button></FormActions></Form>
            </>
          )}
          <p class="actions"><ButtonLink href={`${here}/sakliste`} variant="quiet">{w.agenda}</ButtonLink> <ButtonLink href={here} variant="quiet">{callWords[lang].open}</ButtonLink></p>
        </section>
      </>
    )
  },
})

/** What a form on this page begins with: its own, where it is the one that came back. */
const stateFor = (returned: Returned | null, action: string, n: number | null, start: FormState['values']): FormState =>
  formState(returned?.action === action && (n === null || firstText(returned.raw, 'punkt') === String(n)) ? returned : null, start)

const Attendance = ({ lang, pathname, invitees, quorum, callHref, seldom }: { lang: Lang; pathname: string; invitees: readonly Invitee[]; quorum: number | null; callHref: string; seldom: readonly Presence[] }) => {
  const w = minutesWords[lang]
  const c = callWords[lang]
  const came = invitees.filter((one) => one.attended === 'present').length
  return (
    <Details summary={`${w.attendance} ${invitees.length === 0 ? '' : quorum === null ? w.came(came, invitees.length) : w.quorum(came, quorum)}`} open={invitees.length > 0 && invitees.every((one) => one.attended === null)}>
      {invitees.length === 0 ? <p>{w.nobodyCalled} <a href={callHref}>{w.toCall}</a></p> : (
        <Form action={pathname} does="attend" submissionKey={crypto.randomUUID()}>
          {invitees.map((one) => (
            <Select
              lang={lang} name={`oppmote-${one.id}`} label={one.organisation ? `${one.name} (${one.organisation})` : one.name} blank="–" options={attendances.map((value) => ({ value, label: c.attendances[value] }))}
              state={{ values: { [`oppmote-${one.id}`]: one.attended ?? (one.answer === 'no' ? 'apology' : '') }, errors: {} }}
            />
          ))}
          <FormActions><Button>{w.save}</Button></FormActions>
        </Form>
      )}
      {seldom.length > 0 ? <><h3>{w.never}</h3><p>{w.neverLead}</p><ul>{seldom.map((one) => <li>{one.name}{one.organisation ? ` (${one.organisation})` : ''}: {w.presence(one.came, one.called)}</li>)}</ul></> : null}
    </Details>
  )
}

const Opening = ({ lang, pathname, opening, returned, item }: { lang: Lang; pathname: string; opening: string; returned: Returned | null; item: ItemScope['item'] }) => {
  const w = minutesWords[lang]
  if (returned?.stale && returned.action === 'open') {
    const raw = isResolution(returned.raw) ? resolveVersions(returned.raw) : returned.raw
    return (
      <section><Heading level={2}>{w.conflict}</Heading>
        <VersionConflict lang={lang} action={pathname} does="open" back={pathname} version={0} submissionKey={crypto.randomUUID()} hidden={{ grunnlag: opening }} who={w.somebody} when={formatDateTime(item.changed_at, lang)} fields={[{ name: 'innledning', label: w.opening, mine: firstText(raw, 'innledning'), theirs: opening }]} />
      </section>
    )
  }
  return (
    <Form action={pathname} does="open" submissionKey={crypto.randomUUID()} hidden={{ grunnlag: opening }} guard>
      <TextArea lang={lang} state={stateFor(returned, 'open', null, { innledning: opening })} name="innledning" label={w.opening} hint={w.openingHint} rows={3} optional />
      <FormActions><Button small>{w.save}<span class="ds-sr-only">: {w.opening}</span></Button></FormActions>
    </Form>
  )
}

const PointMinutes = ({ lang, pathname, point, loaded, returned, children }: { lang: Lang; pathname: string; point: Point; loaded: Loaded; returned: Returned | null; children?: unknown }) => {
  const w = minutesWords[lang]
  const name = `sagt-${point.number}`
  const mine = returned?.action === 'say' && firstText(returned.raw, 'punkt') === String(point.number) ? returned : null
  const who = loaded.writers.get(point.saidBy ?? '') ?? w.somebody
  const when = point.saidAt ? formatDateTime(point.saidAt, lang) : ''
  const matter = loaded.heads.get(point.matterId ?? '')
  return (
    <section class="minutes-point" aria-labelledby={`punkt-${point.number}`}>
      <Heading level={2} id={`punkt-${point.number}`}>{point.title}</Heading>
      <p class="hint"><Tag>{meetingWords[lang].kinds[point.kind]}</Tag> {matter && matter.title !== point.title ? w.matterOf(matter.title) : ''}</p>
      {mine?.stale ? (
        <>
          <h3>{w.conflict}</h3>
          <VersionConflict
            lang={lang} action={pathname} does="say" back={pathname} version={point.saidVersion} submissionKey={crypto.randomUUID()} hidden={{ punkt: String(point.number) }} who={who} when={when}
            fields={[{ name, label: w.said, mine: firstText(isResolution(mine.raw) ? resolveVersions(mine.raw) : mine.raw, name), theirs: point.said ?? '' }]}
          />
        </>
      ) : (
        <Form action={pathname} does="say" submissionKey={crypto.randomUUID()} version={point.saidVersion} hidden={{ punkt: String(point.number) }} guard unsaved={mine !== null}>
          <TextArea lang={lang} state={formState(mine, { [name]: point.said ?? '' })} name={name} label={w.said} hint={point.saidAt ? w.written(who, when) : w.saidHint} rows={5} optional />
          <FormActions><Button small>{w.save}<span class="ds-sr-only">: {point.title}</span></Button></FormActions>
        </Form>
      )}
      {children}
      <Outcomes lang={lang} pathname={pathname} n={point.number} choices={loaded.choices} returned={returned} />
    </section>
  )
}

const Outcomes = ({ lang, pathname, n, choices, returned }: { lang: Lang; pathname: string; n: number; choices: Choices; returned: Returned | null }) => {
  const w = minutesWords[lang]
  const is = (action: string) => returned?.action === action && firstText(returned.raw, 'punkt') === String(n)
  const deciding = stateFor(returned, 'decide', n, {})
  const taking = stateFor(returned, 'follow', n, {})
  return (
    <>
      <Details summary={w.decision} open={is('decide')}>
        <Form action={pathname} does="decide" submissionKey={crypto.randomUUID()} hidden={{ punkt: String(n) }}>
          <TextInput lang={lang} state={deciding} name={`vedtak-${n}`} label={w.decisionTitle} hint={w.decisionHint} />
          <FormActions><Button small>{w.addDecision}</Button></FormActions>
        </Form>
      </Details>
      <Details summary={w.followUp} open={is('follow')}>
        <Form action={pathname} does="follow" submissionKey={crypto.randomUUID()} hidden={{ punkt: String(n) }}>
          <TextInput lang={lang} state={taking} name={`oppgave-${n}`} label={w.followUpTitle} hint={w.followUpHint} />
          <Select lang={lang} state={taking} name={`hvem-${n}`} label={w.person} options={choices.people} optional />
          <Select lang={lang} state={taking} name={`org-${n}`} label={w.organisation} options={choices.organisations} optional />
          <DateInput lang={lang} state={taking} name={`frist-${n}`} label={w.due} optional />
          <FormActions><Button small>{w.addFollowUp}</Button></FormActions>
        </Form>
      </Details>
    </>
  )
}
