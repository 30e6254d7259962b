import type { Outcome, Work } from '../../../platform/db/work.ts'
import { type Access, page, type Page, type Request, type Scope } from '../../../platform/http/page.ts'
import { Button, ButtonLink, ErrorSummary, Form, FormActions, formState, Heading, Lead, TextInput } from '../../../ui/index.ts'
import type { HandRefusal } from './colleague.ts'
import { colleagueWords } from './colleague.words.ts'
import { requireContact } from './read-contact.ts'

/** Where somebody answers: the address of their question, and the workspace that asks. */
type AnsweredAt = Scope & { base: string; question: { workspace: { title: string } } }

type ColleagueOf<S extends Scope> = {
  /** The address of the question; the page stands below it. */
  path: string
  access: Access<S>
  /** Whether an answer is taken now; there is no page when none is. */
  takes(scope: S): boolean
  /** What it means to ask a colleague, before one does. */
  lead(scope: S, lang: Request['lang']): string
  ask(work: Work, request: Request, scope: S, contact: { name: string; email: string }): Promise<Outcome<{ name: string }, HandRefusal>>
}

/** The page on which somebody who is asked lets a colleague answer, with a link of their own. */
export const colleaguePage = <S extends AnsweredAt>({ path, access, takes, lead, ask }: ColleagueOf<S>): Page =>
  page<S, object>({
    path: `${path}/kollega`,
    access,
    bare: true,
    width: 'text',
    load: async (_, scope) => (takes(scope) ? {} : null),
    title: (_, { lang }) => colleagueWords[lang].title,
    actions: {
      hand: async (work, { request, scope, raw }) => {
        const w = colleagueWords[request.lang]
        const contact = await requireContact(request, raw, ['navn', 'epost'])
        if ('refused' in contact) return contact
        const asked = await ask(work, request, scope, contact.done)
        if ('refused' in asked) return { refused: { errors: { epost: w.refusals[asked.refused] } } }
        return { done: { to: scope.base, flash: { text: w.handed(asked.done.name) } } }
      },
    },
    view: (_, { lang, pathname }, scope, returned) => {
      const w = colleagueWords[lang]
      const state = formState(returned)
      return (
        <>
          <p class="kind-line">{scope.question.workspace.title}</p>
          <Heading level={1}>{w.title}</Heading>
          <Lead>{lead(scope, lang)}</Lead>
          <ErrorSummary lang={lang} state={state} />
          <Form action={pathname} does="hand" submissionKey={crypto.randomUUID()}>
            <TextInput lang={lang} state={state} name="navn" label={w.name} autocomplete="off" />
            <TextInput lang={lang} state={state} name="epost" type="email" label={w.email} autocomplete="off" />
            <FormActions><Button variant="primary">{w.send}</Button><ButtonLink href={scope.base} variant="quiet">{w.back}</ButtonLink></FormActions>
          </Form>
        </>
      )
    },
  })

/** The way to that page. */
export const ColleagueLink = ({ lang, base }: { lang: Request['lang']; base: string }) => <p class="actions"><ButtonLink href={`${base}/kollega`} variant="quiet">{colleagueWords[lang].title}</ButtonLink></p>

/** For one who has let a colleague answer: that they have, and the way back (the action `takeBack`). */
export const HandedOn = ({ lang, base }: { lang: Request['lang']; base: string }) => {
  const w = colleagueWords[lang]
  return <Form action={base} does="takeBack"><p>{w.handedOn} <Button variant="quiet" small>{w.takeBack}</Button></p></Form>
}
