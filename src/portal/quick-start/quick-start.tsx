import { type Answers, dropDraft, keepDraft, readDraft } from '../../platform/draft/draft.store.ts'
import type { Outcome, Work } from '../../platform/db/work.ts'
import { type Done, loggedIn, page, type Refusal, type Request, type Returned } from '../../platform/http/page.ts'
import { mayAdd } from '../../platform/item/item.policy.ts'
import { firstText, type RawForm } from '../../platform/item/parse.ts'
import { formatDate } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { goal } from '../../modules/plans/index.ts'
import { findWorkspace, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, DateInput, ErrorSummary, Facts, Form, FormActions, formState, Heading, Lead, StepProgress, TextArea, TextInput } from '../../ui/index.ts'
import { activityFields, goalFields, places, readActivities, readAll, readGoal } from './answers.ts'
import { quickWords } from './quick-start.words.ts'
import { startPlan } from './start-plan.ts'

const form = 'kom-i-gang'
const paths = { goal: '/kom-i-gang', activities: '/kom-i-gang/tiltak', check: '/kom-i-gang/se-over' } as const
const order = ['goal', 'activities', 'check', 'done'] as const

/** A day at most this many plans: nobody needs more, and a machine shall not fill the house. */
const limit = { name: 'quick-start', times: 20, seconds: 86_400 }

export const QuickSteps = ({ lang, current }: { lang: Lang; current: (typeof order)[number] }) => {
  const w = quickWords[lang]
  const at = order.indexOf(current)
  return <StepProgress lang={lang} current={at} steps={order.map((step, i) => ({ title: w.steps[step], ...(step !== 'done' && i < at && current !== 'done' && { href: paths[step] }) }))} />
}

const person = (request: Request): string => request.viewer.person?.id ?? ''
const load = async (request: Request): Promise<Answers> => readDraft(request.db, person(request), form)
const picked = (raw: RawForm, names: readonly string[]): Answers => Object.fromEntries(names.map((name) => [name, firstText(raw, name).slice(0, 2_000)]))

/** Keeps what was typed and goes on; back keeps it too, and asks for nothing. */
const keepAnd = (names: readonly string[], to: string, errorsOf: ((answers: Answers, request: Request) => Record<string, string>) | null) =>
  async (work: Work, { request, raw }: { request: Request; raw: RawForm }): Promise<Outcome<Done, Refusal>> => {
    const answers = picked(raw, names)
    const errors = errorsOf?.(answers, request) ?? {}
    if (Object.keys(errors).length > 0) return { refused: { errors } }
    await keepDraft(work.tx, person(request), form, answers, request.now)
    return { done: { to } }
  }

const stateOf = (answers: Answers, returned: Returned | null) => formState(returned, answers)

export const quickGoalPage = page({
  path: paths.goal,
  styles: ['quick-start.page.css'],
  access: loggedIn,
  load,
  title: (_, request) => quickWords[request.lang].goalTitle,
  actions: { next: keepAnd([...goalFields, 'i'], paths.activities, (answers, { lang }) => readGoal(answers, lang).errors) },
  width: 'text',
  view: (answers, { lang, path, query }, _, returned) => {
    const w = quickWords[lang]
    const state = stateOf(answers, returned)
    return (
      <>
        <Heading level={1}>{w.goalTitle}</Heading>
        <Lead>{w.goalLead}</Lead>
        <QuickSteps lang={lang} current="goal" />
        <ErrorSummary lang={lang} state={state} />
        <Form action={path} guard hidden={{ i: query.get('i') ?? '' }}>
          <TextArea lang={lang} state={state} name="mal" label={w.goal} hint={w.goalHint} rows={2} maxlength={1_000} />
          <TextInput lang={lang} state={state} name="hvem" label={w.organisation} hint={w.organisationHint} autocomplete="organization" />
          <FormActions><Button variant="primary" name="handling" value="next">{w.next}</Button></FormActions>
        </Form>
      </>
    )
  },
})

export const quickActivitiesPage = page({
  path: paths.activities,
  styles: ['quick-start.page.css'],
  access: loggedIn,
  load,
  title: (_, request) => quickWords[request.lang].activitiesTitle,
  actions: {
    next: keepAnd(activityFields, paths.check, (answers, { lang, now }) => readActivities(answers, lang, now).errors),
    back: keepAnd(activityFields, paths.goal, null),
  },
  width: 'text',
  view: (answers, { lang, path }, _, returned) => {
    const w = quickWords[lang]
    const state = stateOf(answers, returned)
    return (
      <>
        <Heading level={1}>{w.activitiesTitle}</Heading>
        {answers.mal ? <Lead>{w.activitiesLead(answers.mal)}</Lead> : null}
        <QuickSteps lang={lang} current="activities" />
        <ErrorSummary lang={lang} state={state} />
        <Form action={path} guard>
          {places.map((n) => (
            <fieldset class="ds-fieldset quick-activity">
              <legend class="ds-label">{w.activity(n)}</legend>
              <TextInput lang={lang} state={state} name={`hva${n}`} label={w.what} hint={n === 1 ? w.whatHint : undefined} optional={n > 1} />
              <TextInput lang={lang} state={state} name={`ansvarlig${n}`} label={w.who} hint={n === 1 ? w.whoHint : undefined} optional />
              <DateInput lang={lang} state={state} name={`nar${n}`} label={w.when} hint={n === 1 ? w.whenHint : ''} optional />
            </fieldset>
          ))}
          <FormActions>
            <Button variant="primary" name="handling" value="next">{w.next}</Button>
            <Button variant="quiet" name="handling" value="back">{w.back}</Button>
          </FormActions>
          <p class="hint">{w.saved}</p>
        </Form>
      </>
    )
  },
})

/** The workspace that the plan is to be added to, when one came from its empty plan and leads it. */
async function placeFor(request: Request, answers: Answers) {
  const workspace = answers.i ? await findWorkspace(request.db, request.viewer, answers.i) : null
  return workspace && mayAdd(request.viewer, workspace, goal) ? workspace : null
}

export const quickCheckPage = page({
  path: paths.check,
  styles: ['quick-start.page.css'],
  access: loggedIn,
  load: async (request) => {
    const answers = await load(request)
    return { answers, into: await placeFor(request, answers) }
  },
  title: (_, request) => quickWords[request.lang].checkTitle,
  actions: {
    create: async (work, { request, loaded: { answers, into }, raw }) => {
      const w = quickWords[request.lang]
      const plan = readAll(answers, request.lang, request.now)
      if (plan.missing) return { refused: { message: w.incomplete } }
      const title = firstText(raw, 'navn').replace(/\s+/g, ' ')
      if (!into && title === '') return { refused: { errors: { navn: w.nameMissing } } }
      if (title.length > 120) return { refused: { errors: { navn: w.tooLong(title.length, 120) } } }
      const may = await request.platform.limit(limit, person(request), request.now)
      if (!may.ok) return { refused: { message: w.tooMany } }
      const started = await startPlan(work, into ?? { title }, { ...plan, language: request.lang })
      if ('refused' in started) return { refused: started.refused }
      await dropDraft(work.tx, person(request), form)
      return { done: { to: `/kom-i-gang/klar/${started.done.slug}`, flash: { text: w.made } } }
    },
    back: async (work, { request, raw }) => {
      await keepDraft(work.tx, person(request), form, picked(raw, ['navn']), request.now)
      return { done: { to: paths.activities } }
    },
  },
  width: 'text',
  view: ({ answers, into }, { lang, path, now }, _, returned) => {
    const w = quickWords[lang]
    const plan = readAll(answers, lang, now)
    const state = stateOf({ navn: answers.navn || (plan.organisation ? w.nameDefault(plan.organisation) : '') }, returned)
    return (
      <>
        <Heading level={1}>{w.checkTitle}</Heading>
        <QuickSteps lang={lang} current="check" />
        {plan.missing ? <p>{w.incomplete} <a href={paths[plan.missing]}>{w.goThere}</a></p> : (
          <>
            <ErrorSummary lang={lang} state={state} />
            <Facts facts={[
              { term: w.goalTerm, value: <><strong>{plan.goal}</strong> <a class="hint" href={paths.goal}>{w.change}</a></> },
              { term: w.byTerm, value: plan.organisation },
              ...plan.activities.map((activity, i) => ({
                term: w.activityTerm(i + 1),
                value: <>{activity.title} <a class="hint" href={paths.activities}>{w.change}<span class="ds-sr-only">: {activity.title}</span></a><br /><span class="hint">{activity.who.join(', ') || w.noWho} · {activity.by ? formatDate(activity.by, lang) : w.noWhen}</span></>,
              })),
            ]} />
            <Form action={path} submissionKey={crypto.randomUUID()}>
              {into ? <p>{w.into(into.title)} <a href={workspacePath(into)}>{into.title}</a></p> : <TextInput lang={lang} state={state} name="navn" label={w.name} hint={w.nameHint} />}
              <FormActions>
                <Button variant="primary" name="handling" value="create">{w.create}</Button>
                <Button variant="quiet" name="handling" value="back">{w.back}</Button>
              </FormActions>
            </Form>
          </>
        )}
      </>
    )
  },
})
