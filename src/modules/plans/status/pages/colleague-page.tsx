import { type Access, page, type Page } from '../../../../platform/http/page.ts'
import { allTexts, firstText } from '../../../../platform/item/parse.ts'
import { parseEmail } from '../../../../platform/mail/mail.ts'
import { Button, ButtonLink, CheckboxGroup, ErrorSummary, Form, FormActions, formState, Heading, Lead, TextInput } from '../../../../ui/index.ts'
import { readToAnswer, type ToAnswer } from '../answering.store.ts'
import { handOn } from '../hand-on.actions.ts'
import { answererOf, type Answering } from './answer.access.ts'
import { ClosedView } from './answer-closed.tsx'
import { answerWords } from './answer.words.ts'

/** Lets a colleague answer about one or all of the measures. */
export const colleaguePage = (path: string, access: Access<Answering>): Page =>
  page<Answering, { all: ToAnswer[] }>({
    path: `${path}/kollega`,
    access,
    bare: true,
    width: 'text',
    styles: ['status.page.css'],
    load: async (request, scope) => ({ all: (await readToAnswer(request.db, answererOf(request, scope), scope.question)).filter((one) => one.handedTo === null) }),
    title: (_, request) => answerWords[request.lang].colleague,
    actions: {
      hand: async (work, { request, scope, loaded: { all }, raw }) => {
        const w = answerWords[request.lang]
        const name = firstText(raw, 'navn').replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').slice(0, 120)
        const email = parseEmail(firstText(raw, 'epost'))
        const numbers = new Set(allTexts(raw, 'tiltak').map(Number))
        const chosen = all.length === 1 ? all : all.filter((one) => numbers.has(one.item.number))
        const errors = { ...(!name && { navn: w.nameMissing }), ...(!email && { epost: w.emailBad }), ...(chosen.length === 0 && { tiltak: w.whichMissing }) }
        if (!email || Object.keys(errors).length > 0) return { refused: { errors } }
        const handed = await handOn(work, request.platform, scope.question, chosen, { name, email })
        if ('refused' in handed) return { refused: { errors: { epost: w.refusals[handed.refused] } } }
        return { done: { to: scope.base, flash: { text: w.handed(handed.done.name) } } }
      },
    },
    view: ({ all }, request, scope, returned) => {
      const { lang, pathname } = request
      const w = answerWords[lang]
      if (scope.closedWhy) return <ClosedView returned={returned} request={request} scope={scope} all={all} counts={null} />
      const state = formState(returned, { tiltak: all.map((one) => String(one.item.number)) })
      return (
        <>
          <Heading level={1}>{w.colleague}</Heading>
          <Lead>{w.colleagueLead}</Lead>
          <ErrorSummary lang={lang} state={state} />
          <Form action={pathname} does="hand" submissionKey={crypto.randomUUID()}>
            <TextInput lang={lang} state={state} name="navn" label={w.colleagueName} autocomplete="off" />
            <TextInput lang={lang} state={state} name="epost" type="email" label={w.colleagueEmail} autocomplete="off" />
            {all.length > 1 ? <CheckboxGroup lang={lang} state={state} name="tiltak" label={w.colleagueWhich} options={all.map(({ item }) => ({ value: String(item.number), label: item.title }))} /> : null}
            <FormActions>
              <Button variant="primary">{w.colleagueSend}</Button>
              <ButtonLink href={scope.base} variant="quiet">{w.back}</ButtonLink>
            </FormActions>
          </Form>
        </>
      )
    },
  })
