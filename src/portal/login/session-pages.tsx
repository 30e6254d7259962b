import { everyone, loggedIn, page } from '../../platform/http/page.ts'
import { ownPath } from '../../platform/http/security.ts'
import { firstText } from '../../platform/item/parse.ts'
import { setLanguage } from '../../modules/actors/index.ts'
import { endSession } from '../../platform/session/session.ts'
import { languages } from '../../platform/text/texts.ts'
import { Button, Form, FormActions, Heading, Lead } from '../../ui/index.ts'
import { loginWords } from './login.words.ts'

export const logoutPage = page({
  path: '/logg-ut',
  access: loggedIn,
  load: async () => ({}),
  title: (_, request) => loginWords[request.lang].out,
  actions: {
    out: async (work, { request }) => {
      if (request.sessionToken) await endSession(work.tx, request.sessionToken)
      return { done: { to: '/', session: 'end', flash: { text: loginWords[request.lang].outDone } } }
    },
  },
  view: (_, { lang }) => (
    <>
      <Heading level={1}>{loginWords[lang].out}</Heading>
      <Form action="/logg-ut"><FormActions><Button variant="primary">{loginWords[lang].out}</Button></FormActions></Form>
    </>
  ),
})

const names = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' } as const

/** Choosing a language: kept in the browser, and with the person when one is logged in. */
export const languagePage = page({
  path: '/sprak',
  access: everyone,
  load: async () => ({}),
  title: (_, request) => loginWords[request.lang].languageTitle,
  actions: {
    choose: async (work, { request, raw }) => {
      const language = languages.find((code) => code === firstText(raw, 'sprak'))
      if (!language) return { refused: 'missing' }
      if (request.viewer.person) await setLanguage(work.tx, request.viewer.person.id, language)
      return { done: { to: ownPath(firstText(raw, 'til')), language } }
    },
  },
  view: (_, { lang }) => (
    <>
      <Heading level={1}>{loginWords[lang].languageTitle}</Heading>
      <Lead>{loginWords[lang].languageLead}</Lead>
      <form class="form" method="post" action="/sprak">
        <div class="actions">{languages.map((code) => <Button name="sprak" value={code} variant={code === lang ? 'primary' : 'secondary'}>{names[code]}</Button>)}</div>
      </form>
    </>
  ),
})
