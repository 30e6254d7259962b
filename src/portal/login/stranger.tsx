import { everyone, page } from '../../platform/http/page.ts'
import { firstText } from '../../platform/item/parse.ts'
import { limits } from '../../platform/limits/limits.ts'
import { mailBody, parseEmail, queueMail, takeBackMail } from '../../platform/mail/mail.ts'
import { forgetStranger, strangerIn } from '../../platform/oidc/trip.store.ts'
import { linkMinutes, makeLoginLink, personBehind } from '../../platform/session/login.ts'
import { Alert, Button, ButtonLink, ErrorSummary, Form, FormActions, formState, Heading, Lead, TextInput } from '../../ui/index.ts'
import { loginWords } from './login.words.ts'
import { strangerPath } from './provider-trip.ts'
import { providerWords } from './provider.words.ts'
import { labelOf, tieToOwn } from './tie.ts'
import { waysPath } from './ways-path.ts'

/** Somebody is known to a provider and not here: they prove which account is theirs, by e-mail or by being logged in. An address that the provider tells proves nothing. */
export const strangerPage = page({
  path: strangerPath,
  access: everyone,
  load: async (request) => {
    const stranger = await strangerIn(request.db, request.browser, request.now)
    return { stranger: stranger && { label: labelOf(request, stranger.provider), email: stranger.suggestedEmail ?? '', returnTo: stranger.returnTo }, person: request.viewer.person }
  },
  title: ({ stranger, person }, { lang }) => (stranger && person ? providerWords[lang].tieTitle(stranger.label) : providerWords[lang].strangerTitle),
  actions: {
    mail: async (work, { request, loaded: { stranger }, raw }) => {
      const [w, l] = [providerWords[request.lang], loginWords[request.lang]]
      if (!stranger || !request.browser) return { refused: { message: w.strangerGone } }
      const email = parseEmail(firstText(raw, 'epost'))
      if (!email) return { refused: { errors: { epost: l.emailBad } } }
      for (const key of [email, request.address]) {
        const answer = await request.platform.limit(limits.mailLink, key, request.now)
        if (!answer.ok) return { refused: { errors: { epost: l.tooMany(answer.retryAfter) } } }
      }
      const token = await makeLoginLink(work.tx, email, stranger.returnTo, request.now, request.browser)
      const person = await personBehind(work.tx, 'email', email)
      const mail = await queueMail(work.tx, {
        to: email, subject: w.tieMailSubject(stranger.label), lang: request.lang, purpose: 'login', ...(person && { personId: person }), now: request.now,
        body: mailBody({
          lang: request.lang, heading: w.tieMailSubject(stranger.label), paragraphs: [w.tieMailText(stranger.label, linkMinutes)], footer: w.tieMailFooter,
          action: { label: w.tieMailButton, url: `${request.platform.config.baseUrl}/logg-inn/${token}` },
        }),
      })
      await takeBackMail(work.tx, mail, person === null)
      return { done: { to: `/logg-inn/sendt?epost=${encodeURIComponent(email)}` } }
    },
    tie: async (work, { request }) => (request.viewer.person ? tieToOwn(work, request, request.viewer.person.id) : { refused: 'missing' }),
    forget: async (work, { request }) => {
      if (request.browser) await forgetStranger(work.tx, request.browser)
      return { done: { to: request.viewer.person ? waysPath : '/logg-inn', browser: 'end' } }
    },
  },
  width: 'text',
  view: ({ stranger, person }, { lang }, _, returned) => {
    const w = providerWords[lang]
    if (!stranger) {
      return (
        <>
          <Heading level={1}>{w.strangerTitle}</Heading>
          <Alert colour="warning"><p>{w.strangerGone}</p></Alert>
          <p><ButtonLink href="/logg-inn" variant="primary">{w.again}</ButtonLink></p>
        </>
      )
    }
    const forget = <form method="post" action={strangerPath}><input type="hidden" name="handling" value="forget" /><Button variant="quiet">{w.notMe}</Button></form>
    if (person) {
      return (
        <>
          <Heading level={1}>{w.tieTitle(stranger.label)}</Heading>
          <Lead>{w.tieLead(stranger.label, person.name)}</Lead>
          <Form action={strangerPath} does="tie"><FormActions><Button variant="primary">{w.tie(stranger.label)}</Button></FormActions></Form>
          {forget}
        </>
      )
    }
    const state = formState(returned, { epost: stranger.email })
    return (
      <>
        <Heading level={1}>{w.strangerTitle}</Heading>
        <Lead>{w.strangerLead(stranger.label)}</Lead>
        <p>{w.strangerMail} {w.strangerSame}</p>
        <ErrorSummary lang={lang} state={state} />
        <Form action={strangerPath} does="mail">
          <TextInput lang={lang} state={state} name="epost" type="email" autocomplete="email" label={loginWords[lang].email} hint={loginWords[lang].emailHint} />
          <FormActions><Button variant="primary">{w.strangerSend}</Button></FormActions>
        </Form>
        <p>{w.strangerNone}</p>
        {forget}
      </>
    )
  },
})
