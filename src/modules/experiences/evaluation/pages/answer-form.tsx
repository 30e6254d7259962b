import { firstText, type RawForm } from '../../../../platform/item/parse.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { Details, type FormState, Heading, RadioGroup, TextArea, valueOf } from '../../../../ui/index.ts'
import { type Ballot, dontKnow, isEmpty, longestWord, questionNames, scores, type Statement, type StatementName, type Topic } from '../form.ts'
import { formWords, scoreText, statementText } from '../form.words.ts'
import { answerWords } from './answer.words.ts'

const scoreField = (name: StatementName) => `svar-${name}`
const wordField = (topic: Topic) => `ord-${topic}`
const fieldsOf = (form: readonly Statement[]): string[] => [...form.flatMap(({ name }) => [scoreField(name), wordField(name)]), ...questionNames.map(wordField)]
const tidy = (raw: RawForm, name: string) => firstText(raw, name).replaceAll('\0', '').toWellFormed().replace(/\r\n?/g, '\n')

/** What is being written, field by field, as it is kept until it is sent. */
export const typedIn = (form: readonly Statement[], raw: RawForm): Record<string, string> => Object.fromEntries(fieldsOf(form).map((name) => [name, tidy(raw, name).slice(0, longestWord)]))

/** Reads the form. What is empty is not answered; something must be. */
export function readBallot(form: readonly Statement[], raw: RawForm, lang: Lang): { ballot: Ballot } | { errors: Record<string, string> } {
  const w = answerWords[lang]
  const known = new Set([dontKnow, ...scores].map(String))
  const given = form.flatMap(({ name }): [StatementName, number][] => { const score = firstText(raw, scoreField(name)); return known.has(score) ? [[name, Number(score)]] : [] })
  const words = [...form.map((one) => one.name), ...questionNames].flatMap((topic: Topic) => { const text = tidy(raw, wordField(topic)); return text === '' ? [] : [{ topic, text }] })
  const errors = Object.fromEntries(words.filter((one) => one.text.length > longestWord).map((one) => [wordField(one.topic), w.long(longestWord)]))
  if (Object.keys(errors).length > 0) return { errors }
  const ballot = { scores: new Map(given), words }
  const [first] = form
  return isEmpty(ballot) ? { errors: { [first ? scoreField(first.name) : wordField('go_on')]: w.empty } } : { ballot }
}

/** The fields: a statement with a scale in words and room to say more, and three questions at the end. */
export const BallotFields = ({ form, lang, state }: { form: readonly Statement[]; lang: Lang; state: FormState }) => {
  const [w, f] = [answerWords[lang], formWords[lang]]
  const options = [...scores.toReversed(), dontKnow].map((score) => ({ value: String(score), label: scoreText(score, f) }))
  return (
    <>
      <Heading level={2}>{w.form}</Heading>
      <p class="hint">{w.skip}</p>
      {form.map((one) => (
        <div class="evaluation-row">
          <RadioGroup lang={lang} state={state} name={scoreField(one.name)} label={statementText(one, f)} options={options} />
          <Details summary={f.word} open={valueOf(state, wordField(one.name)) !== ''}><TextArea lang={lang} state={state} name={wordField(one.name)} label={f.word} rows={2} maxlength={longestWord} optional /></Details>
        </div>
      ))}
      <Heading level={2}>{w.last}</Heading>
      {questionNames.map((name) => <TextArea lang={lang} state={state} name={wordField(name)} label={f.questions[name]} rows={3} maxlength={longestWord} optional />)}
    </>
  )
}

/** What was written in a form that came back too late: it is not taken, and not lost either. */
export const wordsTyped = (form: readonly Statement[], raw: RawForm): string[] => [...form.map((one) => one.name), ...questionNames].flatMap((topic: Topic) => firstText(raw, wordField(topic)) || [])

/** What happens to an answer, before anybody writes it. */
export const Promises = ({ lang }: { lang: Lang }) => {
  const w = answerWords[lang]
  return (
    <section>
      <Heading level={2}>{w.anonymous}</Heading>
      <p>{w.anonymousLead}</p>
      <ul>{[w.counted, w.noted, w.groups, w.words, w.meanwhile, w.final].map((text) => <li>{text}</li>)}</ul>
    </section>
  )
}
