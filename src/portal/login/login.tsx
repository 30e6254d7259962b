import { everyone, page } from '../../platform/http/page.ts'
import { ownPath } from '../../platform/http/security.ts'
import { firstText } from '../../platform/item/parse.ts'
import { limits } from '../../platform/limits/limits.ts'
import { mailBody, parseEmail, queueMail, takeBackMail } from '../../platform/mail/mail.ts'
import { strangerIn } from '../../platform/oidc/trip.store.ts'
import { consumeLink, demoRoles, linkMinutes, lookAtLink, makeLoginLink, personBehind } from '../../platform/session/login.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { Alert, Button, ButtonLink, ErrorSummary, Form, FormActions, Heading, Lead, TextInput } from '../../ui/index.ts'
import { letIn } from './let-in.ts'
import { loginWords } from './login.words.ts'
import { providerWords, tripProblems } from './provider.words.ts'
import { labelOf, tieAndLetIn } from './tie.ts'

/** Asking for a link by e-mail; in the demo one may instead choose who to be. A known and an unknown address look the same. */
export const loginPage = page({
  path: '/logg-inn',
  access: everyone,
  load: async (request) => ({
    demo: request.platform.config.demo ? await demoRoles(request.db) : [],
    providers: [...request.platform.relyingParties.values()].map(({ settings: { name, label } }) => ({ name, label: label[request.lang] })),
  }),
  title: (_, request) => loginWords[request.lang].title,
  styles: ['login.page.css'],
  width: 'text',
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
      const mail = await queueMail(work.tx, {
        to: email,
        subject: w.mailSubject,
        body: mailBody({
          lang: request.lang, heading: w.mailHeading, paragraphs: [w.mailText(linkMinutes)], footer: w.mailFooter,
          action: { label: w.mailButton, url: `${request.platform.config.baseUrl}/logg-inn/${token}` },
        }),
        lang: request.lang, purpose: 'login', ...(person && { personId: person }), now: request.now,
      })
      await takeBackMail(work.tx, mail, person === null)
      return { done: { to: `/logg-inn/sendt?epost=${encodeURIComponent(email)}` } }
    },
    demo: async (work, { request, raw }) => {
      if (!request.platform.config.demo) return { refused: 'missing' }
      const person = await personBehind(work.tx, 'demo', firstText(raw, 'rolle'))
      if (!person) return { refused: 'missing' }
      return { done: await letIn(work.tx, request, person, { provider: 'demo', subject: firstText(raw, 'rolle') }, { returnTo: request.query.get('til') }) }
    },
  },
  view: ({ demo, providers }, { lang, path, query }, _, returned) => {
    const w = loginWords[lang]
    const state = { values: returned?.raw ?? {}, errors: returned?.errors ?? {} }
    const returnTo = ownPath(query.get('til'), '')
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <TripAlert lang={lang} query={query} providers={providers} />
        {providers.length > 0 ? (
          <ul class="ways-in">
            {providers.map(({ name, label }, i) => (
              <li><ButtonLink href={`/logg-inn/med/${name}${returnTo ? `?til=${encodeURIComponent(returnTo)}` : ''}`} variant={i === 0 && demo.length === 0 ? 'primary' : 'secondary'}>{providerWords[lang].with(label)}</ButtonLink></li>
            ))}
          </ul>
        ) : null}
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
          {demo.length > 0 || providers.length > 0 ? <Heading level={2}>{w.byMail}</Heading> : null}
          <Lead>{w.lead}</Lead>
          <Form action={path} hidden={{ handling: 'mail' }}>
            <ErrorSummary lang={lang} state={state} />
            <TextInput lang={lang} state={state} name="epost" type="email" autocomplete="email" label={w.email} hint={w.emailHint} />
            <FormActions><Button variant={demo.length > 0 || providers.length > 0 ? 'secondary' : 'primary'}>{w.send}</Button></FormActions>
          </Form>
        </section>
      </>
    )
  },
})

/** Why somebody is back from a provider without being let in. */
const TripAlert = ({ lang, query, providers }: { lang: Lang; query: URLSearchParams; providers: readonly { name: string; label: string }[] }) => {
  const problem = tripProblems.find((one) => one === query.get('feil'))
  const at = providers.find((one) => one.name === query.get('hos'))
  return problem && at ? <Alert colour="warning"><p>{providerWords[lang][problem](at.label)}</p></Alert> : null
}

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
  load: async (request, _, params) => {
    const link = await lookAtLink(request.db, params.token ?? '', request.browser, request.now)
    const stranger = typeof link !== 'string' && link.ties ? await strangerIn(request.db, request.browser, request.now) : null
    return { link: typeof link !== 'string' && link.ties && !stranger ? ('expired' as const) : link, at: stranger ? labelOf(request, stranger.provider) : null }
  },
  title: (_, request) => loginWords[request.lang].linkTitle,
  actions: {
    use: async (work, { request, params }) => {
      const w = loginWords[request.lang]
      const link = await consumeLink(work.tx, params.token ?? '', request.browser, request.now)
      const person = link && (await personBehind(work.tx, 'email', link.email))
      if (!link || !person) return { refused: { message: w.linkExpired } }
      if (link.ties) return tieAndLetIn(work, request, person, link.returnTo)
      return { done: await letIn(work.tx, request, person, { provider: 'email', subject: link.email.toLowerCase() }, { returnTo: link.returnTo }) }
    },
  },
  bare: true,
  view: ({ link, at }, { lang, path }) => {
    const w = loginWords[lang]
    if (typeof link === 'string') {
      const why = { used: w.linkUsed, expired: w.linkExpired, unknown: w.linkUnknown, elsewhere: providerWords[lang].elsewhere }[link]
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
        <Lead>{at ? providerWords[lang].tieLink(at, link.email) : w.linkLead(link.email)}</Lead>
        <Form action={path}><FormActions><Button variant="primary">{at ? providerWords[lang].tieMailButton : w.linkButton}</Button></FormActions></Form>
      </>
    )
  },
})
