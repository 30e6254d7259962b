import { everyone, loggedIn, page } from '../../platform/http/page.ts'
import { ownPath } from '../../platform/http/security.ts'
import { firstText } from '../../platform/item/parse.ts'
import { setLanguage } from '../../modules/actors/index.ts'
import { endSession, vouchedBy } from '../../platform/session/session.ts'
import { languages } from '../../platform/text/texts.ts'
import { Button, ButtonLink, Form, FormActions, Heading, Lead } from '../../ui/index.ts'
import { loginWords } from './login.words.ts'

/** Where the browser comes when a provider has logged it out too. */
export const loggedOutPath = '/logget-ut'

/** Logging out here always works; where the session began at a provider, the browser goes on to log out there as well. */
export const logoutPage = page({
  path: '/logg-ut',
  access: loggedIn,
  load: async (request) => {
    const began = request.sessionToken ? await vouchedBy(request.db, request.sessionToken) : null
    const party = began && request.platform.relyingParties.get(began.provider)
    const there = party ? await party.logOut({ idToken: began.idToken, returnTo: `${request.platform.config.baseUrl}${loggedOutPath}`, now: request.now }) : null
    return { there, label: party?.settings.label[request.lang] ?? null, origins: party && there ? await party.origins(request.now) : [] }
  },
  title: (_, request) => loginWords[request.lang].out,
  leadsTo: ({ origins }) => origins,
  actions: {
    out: async (work, { request, loaded }) => {
      if (request.sessionToken) await endSession(work.tx, request.sessionToken)
      return { done: loaded.there ? { to: loaded.there, session: 'end' } : { to: '/', session: 'end', flash: { text: loginWords[request.lang].outDone } } }
    },
  },
  view: ({ label, there }, { lang }) => (
    <>
      <Heading level={1}>{loginWords[lang].out}</Heading>
      {label && there ? <Lead>{loginWords[lang].outThere(label)}</Lead> : null}
      <Form action="/logg-ut"><FormActions><Button variant="primary">{loginWords[lang].out}</Button></FormActions></Form>
    </>
  ),
})

/** What one sees after logging out at a provider. */
export const loggedOutPage = page({
  path: loggedOutPath,
  access: everyone,
  load: async () => ({}),
  title: (_, request) => loginWords[request.lang].outTitle,
  width: 'text',
  view: (_, { lang }) => (
    <>
      <Heading level={1}>{loginWords[lang].outTitle}</Heading>
      <Lead>{loginWords[lang].outDone}</Lead>
      <p><ButtonLink href="/logg-inn" variant="primary">{loginWords[lang].title}</ButtonLink> <a href="/">{loginWords[lang].home}</a></p>
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
