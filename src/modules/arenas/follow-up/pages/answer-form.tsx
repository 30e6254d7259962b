import type { Returned, Request } from '../../../../platform/http/page.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { formatDate, formatRelativeDay } from '../../../../platform/text/format.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { isPast, osloDate } from '../../../../platform/time/oslo.ts'
import { Alert, Button, ButtonLink, Details, ErrorSummary, type Fact, Facts, Form, FormActions, formState, Heading, type Option, RadioGroup, Select, TextArea, TextInput } from '../../../../ui/index.ts'
import { sayings } from '../answer.ts'
import type { Task } from '../answer.store.ts'
import { followUp } from '../follow-up.ts'
import { answerWords } from './answer.words.ts'

export const stateText = (state: string, lang: Lang): string => (Object.hasOwn(followUp.states, state) ? followUp.states[state as keyof typeof followUp.states].text[lang] : state)

/** When it is due and where it comes from, in a line. */
export function lineOf(task: Task, lang: Lang, now: Temporal.Instant, several: boolean): string {
  const w = answerWords[lang]
  const from = task.meeting === null ? '' : task.heldOn === null ? w.fromUndated(task.meeting) : w.from(task.meeting, formatDate(task.heldOn, lang))
  return [task.dueOn ? w.due(formatDate(task.dueOn, lang), formatRelativeDay(task.dueOn, osloDate(now), lang)) : w.noDue, from, several ? task.workspace : ''].filter(Boolean).join(' · ')
}

/** What is known of a task, for the one who answers. */
const About = ({ task, lang, now }: { task: Task; lang: Lang; now: Temporal.Instant }) => {
  const w = answerWords[lang]
  const own = task.language === lang ? undefined : task.language
  const facts: Fact[] = [
    { term: w.date, value: task.dueOn ? `${formatDate(task.dueOn, lang)}${isPast(task.dueOn, now) ? `. ${w.past}.` : ''}` : w.noDue },
    ...(task.meeting ? [{ term: w.meeting, value: [task.meeting, task.heldOn && formatDate(task.heldOn, lang)].filter(Boolean).join(', ') }] : []),
    { term: w.workspace, value: task.workspace },
    ...(task.description ? [{ term: w.more, value: <span lang={own}>{task.description}</span> }] : []),
    ...(task.answer ? [{ term: w.last, value: <span lang={own}>{task.answer}</span> }] : []),
  ]
  return <Facts facts={facts} />
}

/** What somebody was writing when it was not taken: it is not lost. */
export const Typed = ({ returned, lang }: { returned: Returned | null; lang: Lang }) => {
  const text = returned ? firstText(returned.raw, 'note') : ''
  return text === '' ? null : <section><Heading level={2}>{answerWords[lang].typed}</Heading><p>{text}</p></section>
}

type FormProps = { task: Task; request: Request; action: string; returned: Returned | null; /** Those of the workspace, for one who is logged in; a link does not tell their names. */ members: readonly Option[] | null }

/** One task: what it is, and the answer. */
export const TaskForm = ({ task, request: { lang, now }, action, returned, members }: FormProps) => {
  const w = answerWords[lang]
  const state = formState(returned, { said: '' })
  const giving = ['til', 'navn', 'epost'].some((name) => name in state.errors) || state.values.said === 'not_mine'
  return (
    <>
      {returned?.stale ? <Alert colour="warning" title={w.staleTitle}><p>{w.stale(stateText(task.state, lang))}</p></Alert> : null}
      <ErrorSummary lang={lang} state={state} />
      <About task={task} lang={lang} now={now} />
      <Form action={action} does="answer" submissionKey={crypto.randomUUID()} version={task.version}>
        <RadioGroup lang={lang} state={state} name="said" label={w.how} options={sayings.map((value) => ({ value, label: w.said[value], hint: w.hints[value] }))} />
        <TextArea lang={lang} state={state} name="note" label={w.note} hint={w.noteHint} rows={2} maxlength={2_000} />
        <Details summary={w.give} open={giving}>
          <p class="hint">{w.giveHint}</p>
          {members ? <Select lang={lang} state={state} name="til" label={w.giveSelect} blank={w.giveOther} options={members} /> : null}
          <TextInput lang={lang} state={state} name="navn" label={w.giveName} autocomplete="off" />
          {members ? null : <TextInput lang={lang} state={state} name="epost" type="email" label={w.giveEmail} autocomplete="off" optional />}
        </Details>
        <FormActions><Button variant="primary">{w.send}</Button></FormActions>
      </Form>
    </>
  )
}

export const BackLink = ({ base, lang }: { base: string; lang: Lang }) => <p><ButtonLink href={base} variant="quiet">{answerWords[lang].back}</ButtonLink></p>
