import { page } from '../../../platform/http/page.ts'
import type { Fields } from '../../../platform/item/field.ts'
import { firstText, parseFields } from '../../../platform/item/parse.ts'
import { formatDate } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { Button, ErrorSummary, Form, FormActions, formState, Heading, Lead, RadioGroup, TextInput } from '../../../ui/index.ts'
import { itemChangers } from '../../thread/index.ts'
import { agreement } from './agreement.ts'
import { agreementCrumbs, agreementPath } from './crumbs.ts'
import { answerSuccessor } from './party.actions.ts'
import { toldPartyRefusal } from './parties-page.tsx'
import { partyWords } from './party.words.ts'
import { successorAnswers, successorQuestions } from './succession.store.ts'

const { nb, nn, en } = partyWords
const pairOf = (one: { fromId: string; toId: string }) => `${one.fromId}.${one.toId}`
const fieldOf = (name: 'svar' | 'grunn', pair: string) => `${name}-${pair}`

/** Parties that became others: does the other take over the agreement? A form for each, and the answer is kept. */
export const successorPage = page({
  path: '/arbeidsrom/:workspace/avtaler/:number{[0-9]+}/etterfolgere',
  access: itemChangers(agreement),
  load: async (request, { item }) => ({ questions: await successorQuestions(request.db, [item.id], osloDate(request.now).toString()) }),
  title: (_, { lang }) => partyWords[lang].successorTitle,
  crumbs: (_, { lang }, { workspace, item }) => agreementCrumbs(workspace, item, lang, { text: partyWords[lang].title, href: agreementPath(workspace, item, 'parter') }),
  actions: {
    answer: async (work, { request: { lang }, scope: { workspace, item }, raw }) => {
      const w = partyWords[lang]
      const pair = firstText(raw, 'par')
      const [fromId = '', toId = ''] = pair.split('.')
      const fields: Fields = { [fieldOf('grunn', pair)]: { type: 'text', max: 500, label: { nb: nb.note, nn: nn.note, en: en.note } } }
      const { values, errors } = parseFields(fields, raw, lang)
      const answer = successorAnswers.find((one) => one === firstText(raw, fieldOf('svar', pair)))
      if (!answer || Object.keys(errors).length > 0) return { refused: { errors: { ...(!answer && { [fieldOf('svar', pair)]: w.chooseAnswer }), ...errors } } }
      const done = await answerSuccessor(work, workspace, item, { fromId, toId }, answer, values[fieldOf('grunn', pair)] as string | null)
      if ('refused' in done) return { refused: toldPartyRefusal(done.refused, lang) }
      const left = (await successorQuestions(work.tx, [item.id], osloDate(work.now).toString())).length
      return { done: { to: agreementPath(workspace, item, left > 0 ? 'etterfolgere' : 'parter'), flash: { text: w.didAnswer } } }
    },
  },
  view: ({ questions }, { lang, path }, _, returned) => {
    const w = partyWords[lang]
    const state = formState(returned)
    return (
      <>
        <Heading level={1}>{w.successorTitle}</Heading>
        {questions.length === 0 ? <p>{w.noQuestions}</p> : <Lead>{w.successorLead}</Lead>}
        <ErrorSummary lang={lang} state={state} />
        {questions.map((one, i) => (
          <section>
            <Heading level={2}>{w.question(one.to)}</Heading>
            <p>{w.becomes(one.from, one.to, formatDate(one.on, lang))}</p>
            <Form action={path} does="answer" submissionKey={crypto.randomUUID()} hidden={{ par: pairOf(one) }}>
              <RadioGroup lang={lang} state={state} name={fieldOf('svar', pairOf(one))} label={w.question(one.to)} options={successorAnswers.map((value) => ({ value, label: w.answers[value] }))} />
              <TextInput lang={lang} state={state} name={fieldOf('grunn', pairOf(one))} label={w.note} hint={w.noteHint} maxlength={500} optional />
              <FormActions><Button variant={i === 0 ? 'primary' : 'secondary'}>{w.answer}<span class="ds-sr-only">: {one.to}</span></Button></FormActions>
            </Form>
          </section>
        ))}
      </>
    )
  },
})
