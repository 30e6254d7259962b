import type { Work } from '../../../../platform/db/work.ts'
import { type Access, page, type Scope } from '../../../../platform/http/page.ts'
import { firstText, type RawForm } from '../../../../platform/item/parse.ts'
import { passHolders } from '../../../../platform/pass/pass.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { Alert, Button, ErrorSummary, Facts, Form, FormActions, type FormState, formState, Heading, Lead, Prose, RadioGroup, Tag, TextInput } from '../../../../ui/index.ts'
import { type AskedMeeting, findAsked, othersInSeries } from '../answer.store.ts'
import { callWords } from '../call.words.ts'
import { answers, setAnswer } from '../invitee.store.ts'
import { meetingWords } from '../meeting.words.ts'
import { clockText, whenText } from '../when.ts'

type Asked = NonNullable<Awaited<ReturnType<typeof findAsked>>>
export type Answering = Scope & { asked: Asked; base: string; closedWhy: 'revoked' | 'over' | 'archived' | null }

/** Whoever has the link of an invitation. It opens that meeting, and the others of its series that the same person is called to. */
export const calledOnes: Access<Answering> = {
  name: 'pass-meeting',
  async check(request, params) {
    const found = await passHolders('meeting').check(request, params)
    if ('denied' in found) return found
    const asked = await findAsked(request.db, found.pass.subjectId)
    if (!asked) return { denied: 'missing' }
    const closedWhy = found.pass.state === 'revoked' ? 'revoked' : asked.workspace.state !== 'active' ? 'archived' : found.pass.state === 'ended' ? 'over' : null
    return { asked, base: `/mote/${params.token}`, closedWhy, closed: closedWhy !== null, holder: found.holder, actingFor: asked.organisationId === null ? null : { id: asked.organisationId, name: asked.organisation ?? '' } }
  },
}

/** Writes what somebody answers about a meeting that they are called to; nothing when it has been or is cancelled. */
async function answer(work: Work, workspaceId: string, to: AskedMeeting | undefined, raw: RawForm, lang: Lang) {
  const w = callWords[lang]
  const said = answers.find((one) => one === firstText(raw, 'svar'))
  if (!to) return { refused: 'missing' as const }
  if (to.state === 'cancelled') return { refused: { message: w.cancelledNow } }
  if (to.heldOn !== null && to.heldOn < osloDate(work.now).toString()) return { refused: { message: w.closed } }
  if (!said) return { refused: { errors: { svar: w.chooseAnswer } } }
  await setAnswer(work.tx, to.inviteeId, said, firstText(raw, 'ord').replaceAll('\0', '').toWellFormed().slice(0, 500) || null, work.now)
  work.record({ workspaceId, what: 'meeting.answered', itemId: to.meetingId, body: { answer: said } })
  return null
}

/** Yes, maybe or no, with a word, from the link in the e-mail: on a phone, without logging in. Opening the link changes nothing. */
export const answerPage = page<Answering, { others: AskedMeeting[] }>({
  path: '/mote/:token',
  access: calledOnes,
  bare: true,
  width: 'text',
  load: async (request, { asked }) => ({ others: asked.seriesId === null ? [] : await othersInSeries(request.db, asked.inviteeId, asked.seriesId, osloDate(request.now).toString()) }),
  title: (_, { lang }, { asked }) => `${callWords[lang].answerTitle} ${asked.title}`,
  actions: {
    answer: async (work, { request, scope, loaded, raw }) => {
      const id = firstText(raw, 'innkalling')
      const to = [scope.asked, ...loaded.others].find((one) => one.inviteeId === id) ?? (id === '' ? scope.asked : undefined)
      const refused = await answer(work, scope.asked.workspace.id, to, raw, request.lang)
      return refused ?? { done: { to: scope.base, flash: { text: callWords[request.lang].thanks } } }
    },
  },
  view: ({ others }, { lang, now }, { asked, base, closedWhy }, returned) => {
    const w = callWords[lang]
    const m = meetingWords[lang]
    const over = closedWhy !== null || (asked.heldOn !== null && asked.heldOn < osloDate(now).toString())
    const why = closedWhy === 'revoked' ? w.revoked : asked.state === 'cancelled' ? w.cancelledNow : over ? w.closed : null
    const which = returned ? firstText(returned.raw, 'innkalling') : ''
    const stateOf = (one: AskedMeeting): FormState => formState(returned && (which === one.inviteeId || (which === '' && one === asked)) ? returned : null, { svar: one.answer ?? '', ord: one.word ?? '' })
    return (
      <>
        <p class="kind-line">{asked.workspace.title} {asked.workspace.example ? <Tag>{exampleWord[lang]}</Tag> : null}</p>
        <Heading level={1} lang={asked.language === lang ? undefined : asked.language}>{asked.title}</Heading>
        <Lead>{whenText(asked, lang)}</Lead>
        <ErrorSummary lang={lang} state={formState(returned)} />
        {why ? <Alert colour="warning"><p>{why}</p></Alert> : <p>{w.answerLead(asked.calledBy ?? w.fromWhom)}</p>}
        {asked.venue || asked.onlineUrl ? <Facts facts={[...(asked.venue ? [{ term: m.place, value: asked.venue }] : []), ...(asked.onlineUrl ? [{ term: m.join, value: <a href={asked.onlineUrl} rel="noopener noreferrer">{new URL(asked.onlineUrl).hostname}</a> }] : [])]} /> : null}
        {asked.answer ? <p><strong>{w.youSaid(w.answers[asked.answer].toLocaleLowerCase(lang))}</strong></p> : null}
        {why ? null : <AnswerForm lang={lang} base={base} to={asked} state={stateOf(asked)} main />}
        {asked.about ? <Prose text={asked.about} lang={asked.language} /> : null}
        {asked.points.length > 0 ? <><Heading level={2}>{m.agenda}</Heading><ol>{asked.points.map((title) => <li>{title}</li>)}</ol></> : null}
        {others.length > 0 && closedWhy === null ? (
          <section>
            <Heading level={2}>{w.others2}</Heading>
            {others.filter((one) => one.state !== 'cancelled').map((one) => (
              <details class="more" open={which === one.inviteeId}>
                <summary>{whenText(one, lang)}{one.title === asked.title ? '' : `: ${one.title}`} <span class="hint">{one.answer ? w.answers[one.answer] : w.noAnswer}</span></summary>
                <div class="more-body"><AnswerForm lang={lang} base={base} to={one} state={stateOf(one)} /></div>
              </details>
            ))}
          </section>
        ) : null}
      </>
    )
  },
})

const exampleWord = { nb: 'Eksempel', nn: 'Døme', en: 'Example' } as const

const AnswerForm = ({ lang, base, to, state, main }: { lang: Lang; base: string; to: AskedMeeting; state: FormState; main?: boolean }) => {
  const w = callWords[lang]
  // Several forms on one page: each label says which meeting it is about.
  const about = main ? '' : ` (${[to.heldOn, clockText(to, lang)].filter(Boolean).join(' ')})`
  return (
    <Form action={base} does="answer" submissionKey={crypto.randomUUID()} hidden={{ innkalling: to.inviteeId }}>
      {main ? (
        <>
          <RadioGroup lang={lang} state={state} name="svar" label={w.answerTitle} options={answers.map((value) => ({ value, label: w.answers[value] }))} />
          <TextInput lang={lang} state={state} name="ord" label={w.word} hint={w.wordHint} optional />
          <FormActions><Button variant="primary">{w.respondButton}</Button></FormActions>
        </>
      ) : (
        <FormActions>{answers.map((value) => <Button name="svar" value={value} small variant={to.answer === value ? 'secondary' : 'quiet'}>{w.answers[value]}<span class="ds-sr-only">{about}</span></Button>)}</FormActions>
      )}
    </Form>
  )
}
