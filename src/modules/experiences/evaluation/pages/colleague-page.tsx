import { type Access, page, type Page } from '../../../../platform/http/page.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { limits } from '../../../../platform/limits/limits.ts'
import { parseEmail } from '../../../../platform/mail/mail.ts'
import { Button, ButtonLink, ErrorSummary, Form, FormActions, formState, Heading, Lead, TextInput } from '../../../../ui/index.ts'
import { askColleague } from '../follow-up.actions.ts'
import type { Answering } from './answer.access.ts'
import { answerWords } from './answer.words.ts'

/** Lets a colleague answer, with a link of their own. */
export const colleaguePage = (path: string, access: Access<Answering>): Page =>
  page<Answering, object>({
    path: `${path}/kollega`,
    access,
    bare: true,
    width: 'text',
    load: async (_, { phase }) => (phase === 'answering' ? {} : null),
    title: (_, { lang }) => answerWords[lang].colleague,
    actions: {
      hand: async (work, { request, scope, raw }) => {
        const w = answerWords[request.lang]
        const name = firstText(raw, 'navn').replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').slice(0, 120)
        const email = parseEmail(firstText(raw, 'epost'))
        if (!email || !name) return { refused: { errors: { ...(!name && { navn: w.nameMissing }), ...(!email && { epost: w.emailBad }) } } }
        const may = await request.platform.limit(limits.invitation, scope.question.asked.personId, request.now)
        if (!may.ok) return { refused: { errors: { epost: w.limited(Math.ceil(may.retryAfter / 60)) } } }
        const asked = await askColleague(work, request.platform, scope.question, { name, email })
        if ('refused' in asked) return { refused: { errors: { epost: w.refusals[asked.refused] } } }
        return { done: { to: scope.base, flash: { text: w.handed(asked.done.name) } } }
      },
    },
    view: (_, { lang, pathname }, scope, returned) => {
      const w = answerWords[lang]
      const state = formState(returned)
      return (
        <>
          <p class="kind-line">{scope.question.workspace.title}</p>
          <Heading level={1}>{w.colleague}</Heading>
          <Lead>{w.colleagueLead}</Lead>
          <ErrorSummary lang={lang} state={state} />
          <Form action={pathname} does="hand" submissionKey={crypto.randomUUID()}>
            <TextInput lang={lang} state={state} name="navn" label={w.colleagueName} autocomplete="off" />
            <TextInput lang={lang} state={state} name="epost" type="email" label={w.colleagueEmail} autocomplete="off" />
            <FormActions><Button variant="primary">{w.colleagueSend}</Button><ButtonLink href={scope.base} variant="quiet">{w.back}</ButtonLink></FormActions>
          </Form>
        </>
      )
    },
  })
