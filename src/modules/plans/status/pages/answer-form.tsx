import type { Request } from '../../../../platform/http/page.ts'
import { versionField } from '../../../../platform/http/form.ts'
import { firstText, parseFields, type RawForm } from '../../../../platform/item/parse.ts'
import { formatDate, formatTimeOrDay } from '../../../../platform/text/format.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { Alert, Button, Checkbox, Details, type Fact, Facts, FormActions, type FormState, RadioGroup, TextArea, TextInput } from '../../../../ui/index.ts'
import { measure } from '../../measure/measure.ts'
import { saidOf } from '../answer.actions.ts'
import type { LastAnswer } from '../answer.store.ts'
import type { ToAnswer } from '../answering.store.ts'
import { type Answer, answerFields } from '../status.ts'
import { answerWords } from './answer.words.ts'

/** The version of the measure that the one who answers sees. */
export const seenField = 'sett'
const states: Readonly<Record<string, { text: Record<Lang, string> }>> = measure.states
export const stateText = (state: string | null, lang: Lang): string => states[state ?? '']?.text[lang] ?? ''

/** Reads the form of an answer; nothing is required until it is sent. */
export function readAnswer(raw: RawForm, lang: Lang): { answer: Answer } | { errors: Record<string, string> } {
  const { values, errors } = parseFields(answerFields, raw, lang)
  if (Object.keys(errors).length > 0) return { errors }
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : null)
  const notOurs = firstText(raw, 'notOurs') === 'ja'
  return { answer: { state: text('state'), note: text('note'), result: text('result'), decision: text('decision'), notOurs, whyNot: notOurs ? text('whyNot') : null } }
}

/** What is lacking before an answer can be sent, beside its field. */
export const lacking = (field: 'state' | 'whyNot', lang: Lang): Record<string, string> => ({ [field]: field === 'state' ? answerWords[lang].stateMissing : answerWords[lang].whyNotMissing })

/** What the form begins with: what is written already, else how the measure stands, so that «the same» is one press away. */
export function startOf({ item, answer: { savedAt, draft } }: ToAnswer): FormState['values'] {
  const said = saidOf(item)
  const from = savedAt ? draft : { ...draft, state: said.state, decision: said.decision }
  return { state: from.state ?? '', note: from.note ?? '', result: from.result ?? '', decision: from.decision ?? '', notOurs: from.notOurs ? 'ja' : '', whyNot: from.whyNot ?? '' }
}

/** How a measure stands, as facts: what was said last and when. */
export const LastSaid = ({ to, last, lang }: { to: ToAnswer; last: LastAnswer | undefined; lang: Lang }) => {
  const w = answerWords[lang]
  const { state, note, decision } = saidOf(to.item)
  const ends = typeof to.item.fields.ends_on === 'string' ? to.item.fields.ends_on : null
  const own = to.item.language === lang ? undefined : to.item.language
  const facts: Fact[] = [
    ...(state ? [{ term: w.lastState, value: stateText(state, lang) }] : []),
    ...(note ? [{ term: w.lastNote, value: <span lang={own} class="status-said">{note}</span> }] : []),
    ...(decision ? [{ term: w.lastDecision, value: <span lang={own}>{decision}</span> }] : []),
    ...(last ? [{ term: w.last, value: formatDate(last.toldOn ?? last.at.toZonedDateTimeISO('Europe/Oslo').toPlainDate(), lang) }] : []),
    ...(ends ? [{ term: w.lastDeadline, value: formatDate(ends, lang) }] : []),
  ]
  return facts.length > 0 ? <Facts facts={facts} /> : <p class="hint">{w.never}</p>
}

/** An answer in lines, for the one whose own came second, and on the receipt. */
export const AnswerLines = ({ answer, lang }: { answer: Answer; lang: Lang }) => {
  const w = answerWords[lang]
  const facts: Fact[] = answer.notOurs ? [{ term: w.notOurs, value: answer.whyNot ?? '' }] : [
    { term: w.state, value: stateText(answer.state, lang) || w.nothing },
    ...(answer.note ? [{ term: w.lastNote, value: <span class="status-said">{answer.note}</span> }] : []),
    ...(answer.result ? [{ term: w.result, value: <span class="status-said">{answer.result}</span> }] : []),
    ...(answer.decision ? [{ term: w.lastDecision, value: answer.decision }] : []),
  ]
  return <Facts facts={facts} />
}

/** The fields of an answer and the line that says what is saved and sent. */
export const AnswerFields = ({ lang, state }: { lang: Lang; state: FormState }) => {
  const w = answerWords[lang]
  const options = Object.entries(measure.states).map(([value, { text }]) => ({ value, label: text[lang] }))
  return (
    <>
      <RadioGroup lang={lang} state={state} name="state" label={w.state} options={options} />
      <TextArea lang={lang} state={state} name="note" label={w.note} hint={w.noteHint} rows={2} />
      <TextArea lang={lang} state={state} name="result" label={w.result} hint={w.resultHint} rows={2} optional />
      <TextInput lang={lang} state={state} name="decision" label={w.decision} hint={w.decisionHint} optional />
      <Details summary={w.notOurs} open={Boolean(state.values.notOurs) || 'whyNot' in state.errors}>
        <Checkbox lang={lang} state={state} name="notOurs" label={w.notOursCheck} />
        <TextInput lang={lang} state={state} name="whyNot" label={w.whyNot} hint={w.whyNotHint} />
      </Details>
    </>
  )
}

/** What is saved and what is sent, said plainly; the island writes here as it saves. */
export const SavedLine = ({ to: { answer }, request: { lang, now } }: { to: ToAnswer; request: Request }) => {
  const w = answerWords[lang]
  const { sending, savedAt, version } = answer
  const said = sending && sending.answerVersion === version ? w.sentAt(formatTimeOrDay(sending.sentAt, now, lang)) : sending ? w.notSent : savedAt ? w.savedAt(formatTimeOrDay(savedAt, now, lang)) : ''
  return <p class="status-saved" role="status">{said}</p>
}

/** A whole form for one measure. `single` is when it is all that is asked: then it is sent at once. */
export const AnswerForm = (props: { request: Request; to: ToAnswer; action: string; state: FormState; single: boolean; sayable: boolean }) => {
  const { request: { lang }, to, action, state, single, sayable } = props
  const w = answerWords[lang]
  return (
    <status-autosave data-failed={w.autosave.failed} data-conflict={w.autosave.conflict} data-wrong={w.autosave.wrong}>
      <form class="form" method="post" action={action} novalidate>
        <input type="hidden" name="submissionKey" value={crypto.randomUUID()} />
        <input type="hidden" name={versionField} value={String(to.answer.version)} />
        <input type="hidden" name={seenField} value={String(to.item.version)} />
        <AnswerFields lang={lang} state={state} />
        <SavedLine to={to} request={props.request} />
        <FormActions>
          {single ? <Button variant="primary" name="handling" value="send">{w.send}</Button> : <Button variant="primary" name="handling" value="save">{w.saveNext}</Button>}
          {single ? <Button name="handling" value="save">{w.save}</Button> : <Button name="handling" value="send">{w.sendThis}</Button>}
          {sayable ? <Button variant="quiet" name="handling" value={single ? 'sendSame' : 'same'}>{single ? w.sendSame : w.same}</Button> : null}
        </FormActions>
      </form>
    </status-autosave>
  )
}

/** Both versions, when somebody else saved while this one was being written. */
export const Both = ({ to: { answer }, lang }: { to: ToAnswer; lang: Lang }) => {
  const w = answerWords[lang]
  return (
    <Alert colour="warning" title={w.staleTitle}>
      <p>{w.stale(answer.savedBy ?? w.someone)}</p>
      <AnswerLines answer={answer.draft} lang={lang} />
      <p>{w.staleYours}</p>
    </Alert>
  )
}
