import { installation } from '../../../platform/audit/installation.ts'
import type { Config } from '../../../platform/config.ts'
import { administrators, page } from '../../../platform/http/page.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { readSettings, writeSetting } from '../../../platform/settings/setting.store.ts'
import { texts } from '../../../platform/text/texts.ts'
import { Alert, Button, ErrorSummary, Facts, Form, FormActions, formState, Heading, Lead, TextInput } from '../../../ui/index.ts'

const words = texts({
  nb: {
    up: 'Administrasjon', title: 'Innstillinger', lead: 'Noe bestemmes her. Resten er satt der programmet startes, og endres av den som drifter.', here: 'Bestemmes her', contact: 'Hvem kan folk spørre om personvern?', contactHint: 'Vises på siden om personvern, for eksempel «personvernombud@fylke.no» eller et navn og et telefonnummer.', save: 'Lagre', saved: 'Lagret.', same: 'Slik er det alt.', long: 'Skriv høyst 200 tegn på én linje.', retention: 'Hvor lenge ting oppbevares, velger du på en egen side.', toRetention: 'Hva som oppbevares, og hvor lenge',
    environment: 'Satt der programmet startes', environmentText: 'Passord og nøkler vises aldri. Navnet i parentes er variabelen.', name: 'Navnet på installasjonen', address: 'Adressen folk bruker', listens: 'Lytter på', database: 'Database', ownDatabase: 'Den som følger med', folder: 'Datamappe', mail: 'E-posttjener', none: 'Ingen', from: 'Avsender', returns: 'Mottak av feilmeldinger', demo: 'Demo', on: 'På', off: 'Av', log: 'Logger', admin: 'Administrator fra start', security: 'Hvor folk sier fra om svakheter', register: 'Enhetsregisteret', secret: 'Hemmelig nøkkel', secretSet: 'Satt', secretOwn: 'Laget av programmet, ligger i datamappen', version: 'Utgave',
  },
  nn: {
    up: 'Administrasjon', title: 'Innstillingar', lead: 'Noko blir bestemt her. Resten er sett der programmet blir starta, og blir endra av den som driftar.', here: 'Blir bestemt her', contact: 'Kven kan folk spørje om personvern?', contactHint: 'Blir vist på sida om personvern, til dømes «personvernombod@fylke.no» eller eit namn og eit telefonnummer.', save: 'Lagre', saved: 'Lagra.', same: 'Slik er det alt.', long: 'Skriv høgst 200 teikn på éi linje.', retention: 'Kor lenge ting blir tekne vare på, vel du på ei eiga side.', toRetention: 'Kva som blir teke vare på, og kor lenge',
    environment: 'Sett der programmet blir starta', environmentText: 'Passord og nøklar blir aldri viste. Namnet i parentes er variabelen.', name: 'Namnet på installasjonen', address: 'Adressa folk bruker', listens: 'Lyttar på', database: 'Database', ownDatabase: 'Den som følgjer med', folder: 'Datamappe', mail: 'E-posttenar', none: 'Ingen', from: 'Avsendar', returns: 'Mottak av feilmeldingar', demo: 'Demo', on: 'På', off: 'Av', log: 'Loggar', admin: 'Administrator frå start', security: 'Kvar folk seier frå om veikskapar', register: 'Einingsregisteret', secret: 'Hemmeleg nøkkel', secretSet: 'Sett', secretOwn: 'Laga av programmet, ligg i datamappa', version: 'Utgåve',
  },
  en: {
    up: 'Administration', title: 'Settings', lead: 'Some is decided here. The rest is set where the program is started, and changed by whoever operates it.', here: 'Decided here', contact: 'Whom can people ask about data protection?', contactHint: 'Shown on the page on data protection, for instance “dpo@county.no” or a name and a telephone number.', save: 'Save', saved: 'Saved.', same: 'It is so already.', long: 'Write at most 200 characters on one line.', retention: 'How long things are kept is chosen on a page of its own.', toRetention: 'What is kept, and for how long',
    environment: 'Set where the program is started', environmentText: 'Passwords and keys are never shown. The name in brackets is the variable.', name: 'The name of the installation', address: 'The address people use', listens: 'Listens on', database: 'Database', ownDatabase: 'The one that comes along', folder: 'Data folder', mail: 'Mail server', none: 'None', from: 'Sender', returns: 'Receiving bounces', demo: 'Demo', on: 'On', off: 'Off', log: 'Logs', admin: 'Administrator from the start', security: 'Where people report weaknesses', register: 'Central Coordinating Register', secret: 'Secret key', secretSet: 'Set', secretOwn: 'Made by the program, in the data folder', version: 'Version',
  },
})

/** Host and name of what an address leads to: never the user, the password or what comes after. */
const whereTo = (url: string): string => {
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${protocol.startsWith('postgres') ? pathname : ''}`
}

const contactName = 'site.privacy-contact'

/** What the environment has set, without secrets, and what is decided here. */
export const administeredSettingsPage = page({
  path: '/admin/innstillinger',
  access: administrators,
  load: async ({ db }) => ({ settings: await readSettings(db, 'site.') }),
  title: (_, { lang }) => words[lang].title,
  crumbs: (_, { lang }) => [{ text: words[lang].up, href: '/admin' }],
  actions: {
    save: async (work, { request, raw }) => {
      const w = words[request.lang]
      const typed = firstText(raw, 'kontakt').replaceAll('\0', '').trim()
      if (typed.length > 200 || /[\r\n]/.test(typed)) return { refused: { errors: { kontakt: w.long } } }
      if (!(await writeSetting(work.tx, contactName, typed || null, { personId: request.viewer.person?.id ?? '', now: work.now }))) return { refused: { message: w.same } }
      work.record({ workspaceId: installation, what: 'setting.changed', body: { name: contactName } })
      return { done: { to: request.pathname, flash: { text: w.saved } } }
    },
  },
  view: ({ settings }, { lang, pathname, platform: { config, version } }, _, returned) => {
    const w = words[lang]
    const contact = settings.get(contactName)
    const state = formState(returned, { kontakt: typeof contact === 'string' ? contact : '' })
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        {returned?.message ? <Alert><p>{returned.message}</p></Alert> : null}
        <ErrorSummary lang={lang} state={state} />
        <section>
          <Heading level={2}>{w.here}</Heading>
          <Form action={pathname} does="save" submissionKey={crypto.randomUUID()}>
            <TextInput lang={lang} state={state} name="kontakt" label={w.contact} hint={w.contactHint} optional />
            <FormActions><Button variant="primary">{w.save}</Button></FormActions>
          </Form>
          <p>{w.retention} <a href="/admin/oppbevaring">{w.toRetention}</a></p>
        </section>
        <section>
          <Heading level={2}>{w.environment}</Heading>
          <p>{w.environmentText}</p>
          <Facts facts={environmentFacts(config, version, w)} />
        </section>
      </>
    )
  },
})

const environmentFacts = (config: Config, version: string, w: (typeof words)['nb']) => [
  { term: `${w.name} (PUBLIC_NAME)`, value: config.publicName }, { term: `${w.address} (BASE_URL)`, value: config.baseUrl }, { term: `${w.listens} (HOST, PORT)`, value: `${config.host}:${config.port}` },
  { term: `${w.database} (DATABASE_URL)`, value: config.databaseUrl ? whereTo(config.databaseUrl) : w.ownDatabase }, { term: `${w.folder} (DATA_DIR)`, value: config.dataDir }, { term: `${w.mail} (SMTP_URL)`, value: config.smtpUrl ? whereTo(config.smtpUrl) : w.none },
  { term: `${w.from} (MAIL_FROM)`, value: config.mailFrom }, { term: `${w.returns} (MAIL_IN_PORT, MAIL_IN_DOMAIN)`, value: config.mailIn ? `${config.mailIn.domain}, ${config.mailIn.host}:${config.mailIn.port}` : w.off }, { term: `${w.demo} (DEMO)`, value: config.demo ? w.on : w.off },
  { term: `${w.log} (LOG_LEVEL)`, value: config.logLevel }, { term: `${w.admin} (ADMIN_EMAIL)`, value: config.adminEmail ?? w.none }, { term: `${w.security} (SECURITY_CONTACT)`, value: config.securityContact ?? w.none }, { term: `${w.register} (ENHETSREGISTERET_URL)`, value: config.enhetsregisteretUrl ?? w.off },
  { term: `${w.secret} (SECRET_KEY)`, value: config.secretKey ? w.secretSet : w.secretOwn }, { term: w.version, value: version },
]
