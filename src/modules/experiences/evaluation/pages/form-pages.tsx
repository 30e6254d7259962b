import { page } from '../../../../platform/http/page.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { Button, ButtonLink, EmptyState, emptyForm, ErrorSummary, Form, FormActions, formState, Heading, Lead, Select } from '../../../../ui/index.ts'
import { itemChangers } from '../../../thread/index.ts'
import { sendBallot } from '../answer.actions.ts'
import { askedIn } from '../asked.store.ts'
import { evaluation } from '../evaluation.ts'
import { takesAnswers } from '../question.store.ts'
import { formOf, roundOf } from '../round.store.ts'
import { BallotFields, Promises, readBallot } from './answer-form.tsx'
import { manageWords } from './manage.words.ts'
import { evaluationCrumbs, evaluationPath } from './paths.ts'

/** The form as the one who is asked sees it, without a way to send it. */
export const previewPage = page({
  path: '/arbeidsrom/:workspace/evaluering/:number{[0-9]+}/skjema',
  access: itemChangers(evaluation),
  width: 'text',
  styles: ['evaluation.page.css'],
  load: (request, { item }) => formOf(request.db, item.id),
  title: (_, { lang }, { item }) => `${manageWords[lang].previewTitle}: ${item.title}`,
  crumbs: (_, { lang }, { workspace, item }) => evaluationCrumbs(workspace, item, lang),
  view: (form, { lang }, { workspace, item }) => {
    const w = manageWords[lang]
    return (
      <>
        <p class="kind-line">{item.title}</p>
        <Heading level={1}>{w.previewTitle}</Heading>
        <Lead>{w.previewLead}</Lead>
        <Promises lang={lang} />
        <div class="form"><BallotFields form={form} lang={lang} state={emptyForm} /></div>
        <p><ButtonLink href={evaluationPath(workspace, item, 'folg-opp')}>{w.back}</ButtonLink></p>
      </>
    )
  },
})

/** An answer that came by phone or at a meeting, written in by those who lead. It is not kept anywhere on the way. */
export const registerPage = page({
  path: '/arbeidsrom/:workspace/evaluering/:number{[0-9]+}/registrer',
  access: itemChangers(evaluation),
  width: 'text',
  styles: ['evaluation.page.css'],
  load: async ({ db, now }, { workspace, item }) => {
    const round = await roundOf(db, item.id)
    const open = round !== null && takesAnswers(round, workspace.state, now)
    return { form: await formOf(db, item.id), waiting: open ? (await askedIn(db, item.id)).filter((one) => one.answeredOn === null) : [] }
  },
  title: (_, { lang }, { item }) => `${manageWords[lang].registerTitle}: ${item.title}`,
  crumbs: (_, { lang }, { workspace, item }) => evaluationCrumbs(workspace, item, lang),
  actions: {
    register: async (work, { request, scope: { workspace, item }, loaded: { form, waiting }, raw }) => {
      const w = manageWords[request.lang]
      const asked = waiting.find((one) => one.id === firstText(raw, 'spurt'))
      const read = readBallot(form, raw, request.lang)
      if (!asked || 'errors' in read) return { refused: { errors: { ...(!asked && { spurt: w.chooseWho }), ...('errors' in read && read.errors) } } }
      const sent = await sendBallot(work, asked, workspace.state, read.ballot, true)
      if ('refused' in sent) return { refused: sent.refused === 'already' ? { errors: { spurt: w.already } } : 'stale' }
      return { done: { to: evaluationPath(workspace, item, 'folg-opp'), flash: { text: w.registered } } }
    },
  },
  view: ({ form, waiting }, { lang, pathname }, { workspace, item }, returned) => {
    const w = manageWords[lang]
    const state = formState(returned)
    const back = <ButtonLink href={evaluationPath(workspace, item, 'folg-opp')} variant="quiet">{w.back}</ButtonLink>
    return (
      <>
        <p class="kind-line">{item.title}</p>
        <Heading level={1}>{w.registerTitle}</Heading>
        {waiting.length === 0 ? <EmptyState title={w.registerNone} actions={back} /> : (
          <>
            <Lead>{w.registerLead}</Lead>
            <ErrorSummary lang={lang} state={state} />
            <Form action={pathname}>
              <Select lang={lang} state={state} name="spurt" label={w.registerWho} options={waiting.map((one) => ({ value: one.id, label: [one.name, one.organisation].filter(Boolean).join(', ') }))} />
              <BallotFields form={form} lang={lang} state={state} />
              <FormActions><Button variant="primary">{w.registerSave}</Button>{back}</FormActions>
            </Form>
          </>
        )}
      </>
    )
  },
})
