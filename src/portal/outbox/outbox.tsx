import { type Access, page } from '../../platform/http/page.ts'
import { deliveryOf, latestMails, letterOf, mailSiteOf } from '../../platform/mail/mail.ts'
import { formatDateTime } from '../../platform/text/format.ts'
import { texts } from '../../platform/text/texts.ts'
import { DeliveryStatus, EmptyState, Heading, Lead, Prose } from '../../ui/index.ts'

const words = texts({
  nb: { title: 'Utboks', lead: 'I eksempelet sendes ingen e-post. Her ser du hva som ville blitt sendt.', none: 'Ingen e-post ennå', to: 'Til', replies: 'Svar går til', empty: 'Be om en innloggingslenke, så havner den her.' },
  nn: { title: 'Utboks', lead: 'I dømet blir ingen e-post send. Her ser du kva som ville blitt sendt.', none: 'Ingen e-post enno', to: 'Til', replies: 'Svar går til', empty: 'Be om ei innloggingslenkje, så hamnar ho her.' },
  en: { title: 'Outbox', lead: 'The example sends no e-mail. Here is what would have been sent.', none: 'No e-mail yet', to: 'To', replies: 'Replies go to', empty: 'Ask for a login link, and it will be here.' },
})

/** Only where everybody may be anybody: elsewhere the outbox holds other people's login links. */
const inDemo: Access = {
  name: 'demo',
  check: async (request) => (request.platform.config.demo ? {} : { denied: 'missing' as const }),
} as Access

export const outboxPage = page({
  path: '/utboks',
  access: inDemo,
  load: async (request) => {
    const mails = await latestMails(request.db)
    const site = mailSiteOf(request.platform)
    return { delivery: await deliveryOf(request.db, mails.map((mail) => mail.id)), mails: mails.map((mail) => ({ ...mail, text: mail.text === null ? '' : letterOf(mail, site, Infinity).text })) }
  },
  title: (_, request) => words[request.lang].title,
  view: ({ mails, delivery }, { lang }) => {
    const w = words[lang]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        {mails.length === 0 ? <EmptyState title={w.none}><p>{w.empty}</p></EmptyState> : mails.map((mail) => (
          <article class="mail">
            <Heading level={2}>{mail.subject}</Heading>
            <p class="hint">{w.to}: {mail.recipient}, {formatDateTime(mail.created_at, lang)}</p>
            {mail.reply_to ? <p class="hint">{w.replies}: {mail.reply_to}</p> : null}
            {delivery.get(mail.id)?.state === 'sent' ? null : <p><DeliveryStatus lang={lang} delivery={delivery.get(mail.id)} /></p>}
            <Prose text={mail.text} lang={mail.language} />
          </article>
        ))}
      </>
    )
  },
})
