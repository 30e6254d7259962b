import type { Request } from '../../../../platform/http/page.ts'
import { versionField } from '../../../../platform/http/form.ts'
import type { Item } from '../../../../platform/item/item.store.ts'
import { firstText, type RawForm } from '../../../../platform/item/parse.ts'
import { formatTimeOrDay } from '../../../../platform/text/format.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import type { asking } from '../../../workspaces/index.ts'
import { Alert, Button, Details, FormActions, type FormState, Heading, Prose, RadioGroup, TextArea } from '../../../../ui/index.ts'
import { isEmpty, longestComment, type Rating, recognitions, sameRatings, scale } from '../rating.ts'
import { answerWords } from './answer.words.ts'

const nameOf = (item: Pick<Item, 'number'>, field: 'viktig' | 'kjenner' | 'kommentar') => `${field}-${item.number}`
const unsure = 'vet-ikke'

/** Reads the form of an answer; nothing is required until it is sent. Only the challenges that were asked about are looked at. */
export function readAnswer(raw: RawForm, challenges: readonly Item[], lang: Lang): { said: Rating[] } | { errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const said = challenges.map((item): Rating => {
    const typed = firstText(raw, nameOf(item, 'viktig'))
    const comment = firstText(raw, nameOf(item, 'kommentar')).replaceAll('\0', '').toWellFormed().replace(/\r\n?/g, '\n').trim()
    if (comment.length > longestComment) errors[nameOf(item, 'kommentar')] = answerWords[lang].long(longestComment)
    return {
      itemId: item.id, importance: scale.find((step) => String(step) === typed) ?? null, unsure: typed === unsure, recognised: recognitions.find((one) => one === firstText(raw, nameOf(item, 'kjenner'))) ?? null, comment: comment || null,
    }
  })
  return Object.keys(errors).length > 0 ? { errors } : { said }
}

/** What is lacking before an answer can be sent, beside the first field. */
export const lacking = (challenges: readonly Item[], lang: Lang): Record<string, string> => (challenges[0] ? { [nameOf(challenges[0], 'viktig')]: answerWords[lang].nothing } : {})

/** What the form begins with: what is written. */
export const startOf = (draft: readonly Rating[], challenges: readonly Item[]): FormState['values'] =>
  Object.fromEntries(challenges.flatMap((item) => {
    const one = draft.find((rating) => rating.itemId === item.id)
    return one ? [[nameOf(item, 'viktig'), one.unsure ? unsure : String(one.importance ?? '')], [nameOf(item, 'kjenner'), one.recognised ?? ''], [nameOf(item, 'kommentar'), one.comment ?? '']] : []
  }))

const text = (item: Item, name: 'description' | 'affected') => (typeof item.fields[name] === 'string' ? item.fields[name] : '')

/** The fields of an answer: for each challenge how important, whether they know it, and room for a word. */
export const AnswerFields = ({ lang, state, challenges }: { lang: Lang; state: FormState; challenges: readonly Item[] }) => {
  const w = answerWords[lang]
  return (
    <>
      {challenges.map((item, i) => {
        const own = item.language === lang ? undefined : item.language
        return (
          <section class="picture-question" id={`utfordring-${item.number}`}>
            <p class="kind-line">{w.one(i + 1, challenges.length)}</p>
            <Heading level={2} lang={own}>{item.title}</Heading>
            {text(item, 'affected') ? <p class="hint">{w.affected}: <span lang={own}>{text(item, 'affected')}</span></p> : null}
            {text(item, 'description') ? <Details summary={w.about}><Prose text={text(item, 'description')} {...(own && { lang: own })} /></Details> : null}
            <RadioGroup lang={lang} state={state} name={nameOf(item, 'viktig')} label={w.important} options={[...scale.map((step) => ({ value: String(step), label: w.steps[step] })), { value: unsure, label: w.unsure }]} />
            <RadioGroup lang={lang} state={state} name={nameOf(item, 'kjenner')} label={w.recognise} options={recognitions.map((value) => ({ value, label: w.recognitions[value] }))} />
            <TextArea lang={lang} state={state} name={nameOf(item, 'kommentar')} label={w.comment} hint={w.commentHint} rows={2} optional />
          </section>
        )
      })}
    </>
  )
}

/** What is saved and what is sent, said plainly; the island writes here as it saves. */
const SavedLine = ({ answer, draft, sent, request: { lang, now } }: { answer: asking.Answer; draft: readonly Rating[]; sent: readonly Rating[]; request: Request }) => {
  const w = answerWords[lang]
  const said = answer.sentAt ? (sameRatings(draft, sent) ? w.sentAt(formatTimeOrDay(answer.sentAt, now, lang)) : w.notSent) : answer.savedAt ? w.savedAt(formatTimeOrDay(answer.savedAt, now, lang)) : ''
  return <p class="status-saved" role="status">{said}</p>
}

/** The whole form. It is saved as one goes, and by each button. */
export const AnswerForm = ({ request, action, answer, draft, sent, state, challenges }: {
  request: Request; action: string; answer: asking.Answer; draft: readonly Rating[]; sent: readonly Rating[]; state: FormState; challenges: readonly Item[]
}) => {
  const { lang } = request
  const w = answerWords[lang]
  return (
    <status-autosave data-failed={w.autosave.failed} data-conflict={w.autosave.conflict} data-wrong={w.autosave.wrong}>
      <form class="form" method="post" action={action} novalidate>
        <input type="hidden" name="submissionKey" value={crypto.randomUUID()} />
        <input type="hidden" name={versionField} value={String(answer.version)} />
        <AnswerFields lang={lang} state={state} challenges={challenges} />
        <SavedLine answer={answer} draft={draft} sent={sent} request={request} />
        <FormActions>
          <Button variant="primary" name="handling" value="send">{w.send}</Button>
          <Button name="handling" value="save">{w.save}</Button>
        </FormActions>
      </form>
    </status-autosave>
  )
}

/** What an organisation has said, challenge by challenge, for those who wrote it. */
export const OwnRatings = ({ said, challenges, lang }: { said: readonly Rating[]; challenges: readonly Item[]; lang: Lang }) => {
  const w = answerWords[lang]
  const rows = challenges.flatMap((item) => { const one = said.find((rating) => rating.itemId === item.id); return one && !isEmpty(one) ? [{ item, one }] : [] })
  if (rows.length === 0) return <p>{w.none}</p>
  return (
    <ul class="picture-own">
      {rows.map(({ item, one }) => (
        <li>
          <strong lang={item.language === lang ? undefined : item.language}>{item.title}</strong>: {[one.unsure ? w.unsure.toLocaleLowerCase(lang) : one.importance === null ? w.notSaid : w.saidImportance(one.importance), one.recognised ? w.recognisedAs[one.recognised] : ''].filter(Boolean).join(', ')}
          {one.comment ? <div class="status-said">{one.comment}</div> : null}
        </li>
      ))}
    </ul>
  )
}

/** Both versions, when somebody else of the organisation saved while this one was being written. */
export const Both = ({ answer, draft, challenges, lang }: { answer: asking.Answer; draft: readonly Rating[]; challenges: readonly Item[]; lang: Lang }) => {
  const w = answerWords[lang]
  return <Alert colour="warning" title={w.staleTitle}><p>{w.stale(answer.savedBy ?? w.someone)}</p><OwnRatings said={draft} challenges={challenges} lang={lang} /><p>{w.staleYours}</p></Alert>
}
