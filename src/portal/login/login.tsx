import { everyone, page } from '../../platform/http/page.ts'
import { ownPath } from '../../platform/http/security.ts'
import { firstText } from '../../platform/item/parse.ts'
import { limits } from '../../platform/limits/limits.ts'
import { mailBody, parseEmail, queueMail } from '../../platform/mail/mail.ts'
import { consumeLink, demoRoles, linkMinutes, lookAtLink, makeLoginLink, personBehind } from '../../platform/session/login.ts'
import { startSession } from '../../platform/session/session.ts'
import { Alert, Button, ButtonLink, ErrorSummary, Form, FormActions, Heading, Lead, TextInput } from '../../ui/index.ts'
import { loginWords } from './login.words.ts'

/** Asking for a link by e-mail; in the demo one may instead choose who to be. A known and an unknown address look the same. */
export const loginPage = page({
  path: '/logg-inn',
  access: everyone,
  load: async (request) => ({ demo: request.platform.config.demo ? await demoRoles(request.db) : [] }),
  title: (_, request) => loginWords[request.lang].title,
  actions: {
    mail: async (work, { request, raw }) => {
      const w = loginWords[request.lang]
      const email = parseEmail(firstText(raw, 'epost'))
      if (!email) return { refused: { errors: { epost: w.emailBad } } }
      for (const key of [email, request.address]) {
        const answer = await request.platform.limit(limits.mailLink, key, request.now)
        if (!answer.ok) return { refused: { errors: { epost: w.tooMany(answer.retryAfter) } } }
      }
      const returnTo = ownPath(request.query.get('til'), '') || null
      const token = await makeLoginLink(work.tx, email, returnTo, request.now)
      const person = await personBehind(work.tx, 'email', email)
      if (person) {
        await queueMail(work.tx, {
          to: email,
          subject: w.mailSubject,
          body: mailBody({
            lang: request.lang, heading: w.mailHeading, paragraphs: [w.mailText(linkMinutes)], footer: w.mailFooter,
            action: { label: w.mailButton, url: `${request.platform.config.baseUrl}/logg-inn/${token}` },
          }),
          lang: request.lang, purpose: 'login', personId: person, now: request.now,
        })
      }
      return { done: { to: `/logg-inn/sendt?epost=${encodeURIComponent(email)}` } }
    },
    demo: async (work, { request, raw }) => {
      if (!request.platform.config.demo) return { refused: 'missing' }
      const person = await personBehind(work.tx, 'demo', firstText(raw, 'rolle'))
      if (!person) return { refused: 'missing' }
      return { done: { to: ownPath(request.query.get('til'), '/min-side'), session: { begin: await startSession(work.tx, person, request.now) } } }
    },
  },
  view: ({ demo }, { lang, path }, _, returned) => {
    const w = loginWords[lang]
    const state = { values: returned?.raw ?? {}, errors: returned?.errors ?? {} }
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        {demo.length > 0 ? (
          <section>
            <Heading level={2}>{w.demoTitle}</Heading>
            <p>{w.demoLead}</p>
            <form class="form" method="post" action={path}>
              <input type="hidden" name="handling" value="demo" />
              <ul class="demo-roles">{demo.map((role) => <li><Button name="rolle" value={role.subject}>{w.demoAs(role.name)}</Button></li>)}</ul>
            </form>
          </section>
        ) : null}
        <section>
          {demo.length > 0 ? <Heading level={2}>{w.byMail}</Heading> : null}
          <Lead>{w.lead}</Lead>
          <Form action={path} hidden={{ handling: 'mail' }}>
            <ErrorSummary lang={lang} state={state} />
            <TextInput lang={lang} state={state} name="epost" type="email" autocomplete="email" label={w.email} hint={w.emailHint} />
            <FormActions><Button variant={demo.length > 0 ? 'secondary' : 'primary'}>{w.send}</Button></FormActions>
          </Form>
        </section>
      </>
    )
  },
})

export const loginSentPage = page({
  path: '/logg-inn/sendt',
  access: everyone,
  load: async (request) => ({ email: request.query.get('epost')?.slice(0, 254) ?? '' }),
  title: (_, request) => loginWords[request.lang].sentTitle,
  view: ({ email }, { lang, platform }) => {
    const w = loginWords[lang]
    return (
      <>
        <Heading level={1}>{w.sentTitle}</Heading>
        <Lead>{w.sent(email, linkMinutes)}</Lead>
        <p>{w.sentSpam}</p>
        {platform.config.demo ? <p><a href="/utboks">{w.outbox}</a></p> : null}
        <p><a href="/logg-inn">{w.linkAgain}</a></p>
      </>
    )
  },
})

/** What the mailed link opens: a button. Mail scanners follow links; only a person presses it. */
export const loginLinkPage = page({
  path: '/logg-inn/:token{[A-Za-z0-9_-]+}',
  access: everyone,
  load: async (request, _, params) => ({ link: await lookAtLink(request.db, params.token ?? '', request.now) }),
  title: (_, request) => loginWords[request.lang].linkTitle,
  actions: {
    use: async (work, { request, params }) => {
      const w = loginWords[request.lang]
      const link = await consumeLink(work.tx, params.token ?? '', request.now)
      const person = link && (await personBehind(work.tx, 'email', link.email))
      if (!link || !person) return { refused: { message: w.linkExpired } }
      return { done: { to: ownPath(link.returnTo, '/min-side'), session: { begin: await startSession(work.tx, person, request.now) } } }
    },
  },
  bare: true,
  view: ({ link }, { lang, path }) => {
    const w = loginWords[lang]
    if (typeof link === 'string') {
      const why = { used: w.linkUsed, expired: w.linkExpired, unknown: w.linkUnknown }[link]
      return (
        <>
          <Heading level={1}>{w.linkTitle}</Heading>
          <Alert colour="warning"><p>{why}</p></Alert>
          <p><ButtonLink href="/logg-inn" variant="primary">{w.linkAgain}</ButtonLink></p>
        </>
      )
    }
    return (
      <>
        <Heading level={1}>{w.linkTitle}</Heading>
        <Lead>{w.linkLead(link.email)}</Lead>
        <Form action={path}><FormActions><Button variant="primary">{w.linkButton}</Button></FormActions></Form>
      </>
    )
  },
})
