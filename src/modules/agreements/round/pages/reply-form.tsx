import type { Request, Returned } from '../../../../platform/http/page.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { formatTimeOrDay } from '../../../../platform/text/format.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { Alert, Button, Form, FormActions, formState, RadioGroup, TextArea } from '../../../../ui/index.ts'
import { replies } from '../match.ts'
import type { Replied } from '../reply.store.ts'
import { longestStatement } from '../statement.ts'
import { answerWords } from './answer.words.ts'
import { kindWords } from './kind.words.ts'
import { replyName, statementField, wordName } from './reply-action.ts'

/** What was replied, in a line. */
export const ReplyLine = ({ replied, lang }: { replied: Replied | undefined; lang: Lang }) =>
  replied ? <p><strong>{kindWords[lang].replies[replied.reply]}</strong>{replied.word ? <>: <span class="expectation-said">{replied.word}</span></> : null}</p> : null

/** Whether what came back is this statement's form. */
export const isAbout = (returned: Returned | null, id: string): returned is Returned => returned?.action === 'reply' && firstText(returned.raw, statementField) === id

/** Yes, yes with a change, or no, and a word. */
export const ReplyForm = ({ id, action, replied, returned, request: { lang, now } }: { id: string; action: string; replied: Replied | undefined; returned: Returned | null; request: Request }) => {
  const [w, k] = [answerWords[lang], kindWords[lang]]
  const own = isAbout(returned, id) ? returned : null
  const state = formState(own, { [replyName(id)]: replied?.reply ?? '', [wordName(id)]: replied?.word ?? '' })
  return (
    <>
      {own?.stale ? <Alert colour="warning"><p>{w.replyStale}</p><ReplyLine replied={replied} lang={lang} /></Alert> : null}
      <Form action={action} does="reply" version={replied?.version ?? 0} hidden={{ [statementField]: id }}>
        <RadioGroup lang={lang} state={state} name={replyName(id)} label={w.reply} options={replies.map((value) => ({ value, label: k.replies[value] }))} />
        <TextArea lang={lang} state={state} name={wordName(id)} label={w.word} hint={w.wordHint} rows={2} maxlength={longestStatement} optional />
        {replied && !own ? <p class="hint">{w.replied(formatTimeOrDay(replied.at, now, lang))}</p> : null}
        <FormActions><Button>{w.replySend}</Button></FormActions>
      </Form>
    </>
  )
}
