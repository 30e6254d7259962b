import { hasRole } from '../../../platform/access/viewer.ts'
import { page, type Request, type Returned } from '../../../platform/http/page.ts'
import { type Item, readItems } from '../../../platform/item/item.store.ts'
import { leading } from '../../../platform/item/kind.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { formatDate } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { itemPath } from '../../thread/index.ts'
import { type InWorkspace, type Workspace, workspaceMembers, workspacePath } from '../../workspaces/index.ts'
import { Button, ButtonLink, Details, ErrorSummary, Form, FormActions, formState, Heading, Lead, State, type StateKind, TextArea } from '../../../ui/index.ts'
import { AgreementPlaces } from '../room/places.tsx'
import { agreement } from '../agreement/agreement.ts'
import { passBy, takeUpAgain } from './readiness.actions.ts'
import { declared, nextStep, type Step, type StepName, type StepState, steps, stepsOf } from './readiness.ts'
import { factsOf, type Override, overridesOf, standingOverrides } from './readiness.store.ts'
import { readinessWords } from './readiness.words.ts'

type Loaded = { leads: boolean; chosen: Item | null; others: Item[]; all: Step[]; overrides: Override[] }

/** The agreement that is on its way: the newest that is not over, or the one that is asked for. */
function chosenAmong(items: readonly Item[], number: number): Item | null {
  const newest = items.toSorted((a, b) => b.number - a.number)
  return newest.find((item) => item.number === number) ?? newest.find((item) => item.state === 'draft' || item.state === 'agreed') ?? newest.find((item) => item.state !== 'ended') ?? null
}

async function load({ db, viewer, now, query }: Request, { workspace }: InWorkspace): Promise<Loaded> {
  const items = await readItems(db, viewer, agreement, { workspaceId: workspace.id })
  const chosen = chosenAmong(items, Number(query.get('avtale')))
  const [facts, overrides] = [await factsOf(db, workspace.id, chosen?.id ?? null, osloDate(now).toString()), await overridesOf(db, workspace.id, chosen?.id ?? null)]
  return { leads: workspace.state === 'active' && hasRole(viewer, workspace.id, ...leading), chosen, others: items.filter((item) => item.id !== chosen?.id), all: stepsOf(facts, standingOverrides(overrides)), overrides }
}

const longest = 500
export const readinessPath = (workspace: { slug: string }, item: { number: number } | null = null): string => workspacePath(workspace, `avtaler/veien${item ? `?avtale=${item.number}` : ''}`)
/** The reason's field; a page has one for each step. */
const reasonName = (step: StepName) => `grunn-${step}`

/** What to do, in which order, before and after an agreement: one list, how far it has come, and what was passed by and why. */
export const readinessPage = page({
  path: '/arbeidsrom/:workspace/avtaler/veien',
  access: workspaceMembers,
  load,
  title: (_, { lang }) => readinessWords[lang].title,
  crumbs: (_, { lang }, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: agreement.words[lang].title, href: itemPath(workspace, agreement) }],
  actions: {
    passBy: async (work, { request: { lang }, scope: { workspace }, loaded: { leads, chosen, all }, raw }) => {
      const w = readinessWords[lang]
      if (!leads) return { refused: 'forbidden' }
      const step = steps.find((one) => one === firstText(raw, 'steg'))
      if (!step || all.some((one) => one.name === step && (one.state === 'done' || one.state === 'open'))) return { refused: 'missing' }
      const reason = firstText(raw, reasonName(step)).replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').trim()
      if (reason === '' || reason.length > longest) return { refused: { errors: { [reasonName(step)]: reason === '' ? w.reasonMissing : w.long(longest) } } }
      await passBy(work, workspace.id, chosen?.id ?? null, step, reason)
      return { done: { to: readinessPath(workspace, chosen), flash: { text: w.passed } } }
    },
    takeUp: async (work, { request: { lang }, scope: { workspace }, loaded: { leads, chosen, overrides }, raw }) => {
      if (!leads) return { refused: 'forbidden' }
      const one = overrides.find(({ id }) => id === firstText(raw, 'hvilket'))
      if (!one || !(await takeUpAgain(work, workspace.id, one.id))) return { refused: 'missing' }
      return { done: { to: readinessPath(workspace, chosen), flash: { text: readinessWords[lang].takenUp } } }
    },
  },
  view: (loaded, request, { workspace }, returned) => <ReadinessView loaded={loaded} request={request} workspace={workspace} returned={returned} />,
})

type Props = { loaded: Loaded; request: Request; workspace: Workspace; returned: Returned | null }
const shapes: Record<StepState, StateKind> = { done: 'completed', overridden: 'cancelled', now: 'in_progress', later: 'not_started', open: 'holds' }

/** Where a step is taken; nothing while there is no agreement to take it in. */
function placeOf(step: StepName, workspace: Workspace, chosen: Item | null): string | null {
  const { at } = declared[step]
  return 'workspace' in at ? workspacePath(workspace, at.workspace) : chosen ? itemPath(workspace, agreement, chosen, `/${at.agreement}`) : null
}

const ReadinessView = ({ loaded, request: { lang, path }, workspace, returned }: Props) => {
  const w = readinessWords[lang]
  const { leads, chosen, others, all, overrides } = loaded
  const next = nextStep(all)
  const there = next && placeOf(next.name, workspace, chosen)
  const past = overrides.filter((one) => one.withdrawnAt !== null)
  return (
    <>
      <Heading level={1}>{w.title}</Heading>
      <AgreementPlaces workspace={workspace} lang={lang} here="way" />
      <Lead>{w.lead}</Lead>
      <p>{chosen ? <a href={itemPath(workspace, agreement, chosen)}>{chosen.title}</a> : w.noAgreement}</p>
      <ErrorSummary lang={lang} state={formState(returned)} />
      <section>
        <Heading level={2} id="neste">{w.now}</Heading>
        {next ? <><p><strong>{w.steps[next.name]}.</strong> {w.whys[next.name]}</p>{there ? <p><ButtonLink href={there} variant="primary">{w.go}<span class="ds-sr-only">: {w.steps[next.name]}</span></ButtonLink></p> : null}</> : <p>{w.allDone}</p>}
        {chosen || !leads ? null : <p><ButtonLink href={itemPath(workspace, agreement, undefined, '/ny')}>{w.newAgreement}</ButtonLink></p>}
      </section>
      <section>
        <Heading level={2} id="steg">{w.list}</Heading>
        <ol class="tasks readiness">
          {all.map((step) => <StepRow step={step} place={placeOf(step.name, workspace, chosen)} override={overrides.find((one) => one.step === step.name && one.withdrawnAt === null)} leads={leads} lang={lang} path={path} returned={returned} />)}
        </ol>
      </section>
      {past.length > 0 ? <Details summary={w.history}><ul>{past.map((one) => <li>{w.steps[one.step]}. {w.passedBy(one.by ?? w.somebody, formatDate(osloDate(one.at), lang), one.reason)}. {one.withdrawnAt ? w.takenUpOn(formatDate(osloDate(one.withdrawnAt), lang)) : ''}</li>)}</ul></Details> : null}
      {others.length > 0 ? <Details summary={w.other}><ul>{others.map((item) => <li><a href={readinessPath(workspace, item)}>{item.title}</a></li>)}</ul></Details> : null}
    </>
  )
}

const StepRow = ({ step: { name, state, count, after }, place, override, leads, lang, path, returned }: { step: Step; place: string | null; override: Override | undefined; leads: boolean; lang: Lang; path: string; returned: Returned | null }) => {
  const w = readinessWords[lang]
  const own = returned?.action === 'passBy' && firstText(returned.raw, 'steg') === name ? returned : null
  return (
    <li>
      <div class="task-text">
        {place ? <a href={place}>{w.steps[name]}</a> : <span>{w.steps[name]}</span>}
        <div class="hint">{count.of > 1 ? `${w.count(count.done, count.of)}. ` : ''}{state === 'later' && after ? w.waits(w.steps[after]) : w.whys[name]}</div>
        {override ? <p>{w.passedBy(override.by ?? w.somebody, formatDate(osloDate(override.at), lang), override.reason)}</p> : null}
        {override && leads ? <Form action={path} does="takeUp" hidden={{ hvilket: override.id }}><Button variant="quiet" small>{w.takeUp}<span class="ds-sr-only">: {w.steps[name]}</span></Button></Form> : null}
        {leads && (state === 'now' || state === 'later') ? (
          <Details summary={`${w.passBy}`} open={own !== null}>
            <Form action={path} does="passBy" submissionKey={crypto.randomUUID()} hidden={{ steg: name }}>
              <TextArea lang={lang} state={formState(own)} name={reasonName(name)} label={`${w.reason} (${w.steps[name]})`} hint={w.passByHint} rows={2} maxlength={longest} />
              <FormActions><Button small>{w.passByButton}</Button></FormActions>
            </Form>
          </Details>
        ) : null}
      </div>
      <State lang={lang} kind={shapes[state]}>{w.states[state]}</State>
    </li>
  )
}
