import type { Request } from '../../../../platform/http/page.ts'
import { versionField } from '../../../../platform/http/form.ts'
import { firstText, type RawForm } from '../../../../platform/item/parse.ts'
import { formatTimeOrDay } from '../../../../platform/text/format.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import type { asking } from '../../../workspaces/index.ts'
import { Alert, Button, FormActions, type FormState, Heading, Select, TextArea } from '../../../../ui/index.ts'
import { kinds, type Lacking, longestStatement, mostOfEach, sameStatements, type Statement, type What, whats } from '../statement.ts'
import type { Stated } from '../statement.store.ts'
import { answerWords } from './answer.words.ts'
import { kindWords } from './kind.words.ts'
import { StatementLists } from './statement-list.tsx'

/** Those of whom something may be expected: the others who are asked. */
export type Others = readonly { id: string; name: string }[]

const nameOf = (what: What, at: number, field: 'text' | 'kind' | 'whom') => `${what}-${at}-${field}`

/** Reads the form of an answer: empty fields are no statements. Nothing else is required until it is sent. */
export function readAnswer(raw: RawForm, others: Others, lang: Lang): { statements: Statement[] } | { errors: Record<string, string> } {
  const w = answerWords[lang]
  const errors: Record<string, string> = {}
  const statements = whats.flatMap((what) => Array.from({ length: mostOfEach }, (_, at) => at).flatMap((at): Statement[] => {
    const text = firstText(raw, nameOf(what, at, 'text')).replaceAll('\0', '').toWellFormed().replace(/\r\n?/g, '\n').trim()
    if (text === '') return []
    if (text.length > longestStatement) errors[nameOf(what, at, 'text')] = w.long(longestStatement)
    const kind = kinds.find((one) => one === firstText(raw, nameOf(what, at, 'kind'))) ?? null
    const whom = firstText(raw, nameOf(what, at, 'whom'))
    if (what === 'expects' && whom !== '' && !others.some((one) => one.id === whom)) errors[nameOf(what, at, 'whom')] = w.choose
    return [{ what, text, kind: what === 'needs' ? null : kind, aboutId: what === 'expects' && whom !== '' ? whom : null }]
  }))
  return Object.keys(errors).length > 0 ? { errors } : { statements }
}

/** What is lacking before an answer can be sent, beside its field. Fields are counted as they stand in the form, empty ones too. */
export function lackingErrors(lacking: readonly Lacking[], raw: RawForm, lang: Lang): Record<string, string> {
  const w = answerWords[lang]
  const filled = (what: What) => Array.from({ length: mostOfEach }, (_, at) => at).filter((at) => firstText(raw, nameOf(what, at, 'text')) !== '')
  return Object.fromEntries(lacking.map((one) => (one.at === null ? [nameOf('expects', 0, 'text'), w.nothing] : [nameOf(one.what, filled(one.what)[one.at] ?? one.at, 'kind'), w.kindMissing])))
}

/** What the form begins with: what is written. */
export const startOf = (draft: readonly Statement[]): FormState['values'] =>
  Object.fromEntries(whats.flatMap((what) => draft.filter((one) => one.what === what).flatMap((one, at) => [[nameOf(what, at, 'text'), one.text], [nameOf(what, at, 'kind'), one.kind ?? ''], [nameOf(what, at, 'whom'), one.aboutId ?? '']])))

/** How many rows a group shows: those that are filled, one more to write in, and those that came back with an error. */
function rowsOf(what: What, state: FormState): number[] {
  const filled = Array.from({ length: mostOfEach }, (_, at) => at).filter((at) => { const value = state.values[nameOf(what, at, 'text')]; return typeof value === 'string' && value.trim() !== '' })
  return Array.from({ length: Math.min(mostOfEach, (filled.at(-1) ?? -1) + 2) }, (_, at) => at)
}

/** The fields of an answer: three questions, each with as many rows as are used and one more. */
export const AnswerFields = ({ lang, state, others }: { lang: Lang; state: FormState; others: Others }) => {
  const [w, k] = [answerWords[lang], kindWords[lang]]
  const kindOptions = kinds.map((value) => ({ value, label: k.kindHints[value] ? `${k.kinds[value]} (${k.kindHints[value]})` : k.kinds[value] }))
  return (
    <>
      {whats.map((what) => (
        <section class="expectation-group">
          <Heading level={2}>{w.groups[what]}</Heading>
          <p class="hint">{w.hints[what]} {what === 'expects' ? w.missing : ''} {w.remove}</p>
          {rowsOf(what, state).map((at) => (
            <fieldset class="ds-fieldset expectation-row">
              <legend class="ds-label">{w.row(what, at + 1)}</legend>
              <TextArea lang={lang} state={state} name={nameOf(what, at, 'text')} label={w.text[what]} rows={2} maxlength={longestStatement} />
              {what === 'expects' ? <Select lang={lang} state={state} name={nameOf(what, at, 'whom')} label={w.whom} blank={k.partnership} options={others.map((one) => ({ value: one.id, label: one.name }))} /> : null}
              {what === 'needs' ? null : <Select lang={lang} state={state} name={nameOf(what, at, 'kind')} label={w.kind} options={kindOptions} />}
            </fieldset>
          ))}
        </section>
      ))}
    </>
  )
}

/** What is saved and what is sent, said plainly; the island writes here as it saves. */
const SavedLine = ({ answer, draft, sent, request: { lang, now } }: { answer: asking.Answer; draft: readonly Stated[]; sent: readonly Stated[]; request: Request }) => {
  const w = answerWords[lang]
  const said = answer.sentAt ? (sameStatements(draft, sent) ? w.sentAt(formatTimeOrDay(answer.sentAt, now, lang)) : w.notSent) : answer.savedAt ? w.savedAt(formatTimeOrDay(answer.savedAt, now, lang)) : ''
  return <p class="status-saved" role="status">{said}</p>
}

/** The whole form. It is saved as one writes, and by each button. */
export const AnswerForm = ({ request, action, answer, draft, sent, state, others }: {
  request: Request; action: string; answer: asking.Answer; draft: readonly Stated[]; sent: readonly Stated[]; state: FormState; others: Others
}) => {
  const { lang } = request
  const w = answerWords[lang]
  return (
    <status-autosave data-failed={w.autosave.failed} data-conflict={w.autosave.conflict} data-wrong={w.autosave.wrong}>
      <form class="form" method="post" action={action} novalidate>
        <input type="hidden" name="submissionKey" value={crypto.randomUUID()} />
        <input type="hidden" name={versionField} value={String(answer.version)} />
        <AnswerFields lang={lang} state={state} others={others} />
        <SavedLine answer={answer} draft={draft} sent={sent} request={request} />
        <FormActions>
          <Button variant="primary" name="handling" value="send">{w.send}</Button>
          <Button name="handling" value="save">{w.more}</Button>
        </FormActions>
      </form>
    </status-autosave>
  )
}

/** Both versions, when somebody else of the organisation saved while this one was being written. */
export const Both = ({ answer, draft, lang, names }: { answer: asking.Answer; draft: readonly Stated[]; lang: Lang; names: ReadonlyMap<string, string> }) => {
  const w = answerWords[lang]
  return (
    <Alert colour="warning" title={w.staleTitle}>
      <p>{w.stale(answer.savedBy ?? kindWords[lang].someone)}</p>
      {draft.length === 0 ? <p>{w.none}</p> : <StatementLists statements={draft} names={names} lang={lang} level={3} />}
      <p>{w.staleYours}</p>
    </Alert>
  )
}
