import { type Access, page, type Page } from '../../../../platform/http/page.ts'
import { readContact } from '../../../workspaces/index.ts'
import { Button, ButtonLink, ErrorSummary, Form, FormActions, formState, Heading, Lead, TextInput } from '../../../../ui/index.ts'
import { askColleague } from '../follow-up.actions.ts'
import type { Answering } from './answer.access.ts'
import { answerWords } from './answer.words.ts'
import { pictureWords } from './picture.words.ts'

/** Lets a colleague write on the same answer. */
export const colleaguePage = (path: string, access: Access<Answering>): Page =>
  page<Answering, object>({
    path: `${path}/kollega`,
    access,
    bare: true,
    width: 'text',
    load: async (_, { closed }) => (closed ? null : {}),
    title: (_, { lang }) => answerWords[lang].colleague,
    actions: {
      hand: async (work, { request, scope, raw }) => {
        const w = answerWords[request.lang]
        const contact = await readContact(request, raw, ['navn', 'epost'], { ...w, limited: pictureWords[request.lang].limited })
        if ('errors' in contact) return { refused: { errors: contact.errors } }
        if ('none' in contact) return { refused: { errors: { navn: w.nameMissing, epost: w.emailBad } } }
        const asked = await askColleague(work, request.platform, scope.question, contact.contact)
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
          <Lead>{w.colleagueLead(scope.question.answer.organisation)}</Lead>
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
