import { installation } from '../../../platform/audit/installation.ts'
import type { Config, SettingName } from '../../../platform/config.ts'
import { administrators, page } from '../../../platform/http/page.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { decidedSettings, readSettings, writeSetting } from '../../../platform/settings/setting.store.ts'
import { formatDateTime } from '../../../platform/text/format.ts'
import { type Lang, texts } from '../../../platform/text/texts.ts'
import { Button, DataTable, ErrorSummary, Form, FormActions, formState, Heading, Lead, TextInput } from '../../../ui/index.ts'
import { environment, providerFacts, type Shown } from './environment.ts'

const words = texts({
  nb: {
    up: 'Administrasjon', title: 'Innstillinger', lead: 'Noe bestemmes her. Resten er satt der programmet startes, og endres av den som drifter.', here: 'Bestemmes her', contact: 'Hvem kan folk spørre om personvern?', contactHint: 'Vises på siden om personvern, for eksempel «personvernombud@fylke.no» eller et navn og et telefonnummer.', save: 'Lagre', saved: 'Lagret.', same: 'Slik er det alt.', long: 'Skriv høyst 200 tegn på én linje.', retention: 'Hvor lenge ting oppbevares, velger du på en egen side.', toRetention: 'Hva som oppbevares, og hvor lenge',
    environment: 'Satt der programmet startes', environmentText: 'Passord og nøkler vises aldri.', thing: 'Hva', variable: 'Variabel', value: 'Verdi', none: 'Ikke satt', on: 'På', off: 'Av', secretSet: 'Satt', version: 'Utgave',
    decided: 'Bestemt av administratorer', decidedNone: 'Ingenting er bestemt her ennå. Alt er som programmet har det.', to: 'Til', when: 'Når', by: 'Av', provider: (name: string) => `Innlogging: ${name}`, ownDatabase: 'Den som følger med', ownSecret: 'Laget av programmet, ligger i datamappen',
  },
  nn: {
    up: 'Administrasjon', title: 'Innstillingar', lead: 'Noko blir bestemt her. Resten er sett der programmet blir starta, og blir endra av den som driftar.', here: 'Blir bestemt her', contact: 'Kven kan folk spørje om personvern?', contactHint: 'Blir vist på sida om personvern, til dømes «personvernombod@fylke.no» eller eit namn og eit telefonnummer.', save: 'Lagre', saved: 'Lagra.', same: 'Slik er det alt.', long: 'Skriv høgst 200 teikn på éi linje.', retention: 'Kor lenge ting blir tekne vare på, vel du på ei eiga side.', toRetention: 'Kva som blir teke vare på, og kor lenge',
    environment: 'Sett der programmet blir starta', environmentText: 'Passord og nøklar blir aldri viste.', thing: 'Kva', variable: 'Variabel', value: 'Verdi', none: 'Ikkje sett', on: 'På', off: 'Av', secretSet: 'Sett', version: 'Utgåve',
    decided: 'Bestemt av administratorar', decidedNone: 'Ingenting er bestemt her enno. Alt er som programmet har det.', to: 'Til', when: 'Når', by: 'Av', provider: (name: string) => `Innlogging: ${name}`, ownDatabase: 'Den som følgjer med', ownSecret: 'Laga av programmet, ligg i datamappa',
  },
  en: {
    up: 'Administration', title: 'Settings', lead: 'Some is decided here. The rest is set where the program is started, and changed by whoever operates it.', here: 'Decided here', contact: 'Whom can people ask about data protection?', contactHint: 'Shown on the page on data protection, for instance “dpo@county.no” or a name and a telephone number.', save: 'Save', saved: 'Saved.', same: 'It is so already.', long: 'Write at most 200 characters on one line.', retention: 'How long things are kept is chosen on a page of its own.', toRetention: 'What is kept, and for how long',
    environment: 'Set where the program is started', environmentText: 'Passwords and keys are never shown.', thing: 'What', variable: 'Variable', value: 'Value', none: 'Not set', on: 'On', off: 'Off', secretSet: 'Set', version: 'Version',
    decided: 'Decided by administrators', decidedNone: 'Nothing has been decided here yet. Everything is as the program has it.', to: 'To', when: 'When', by: 'By', provider: (name: string) => `Log-in: ${name}`, ownDatabase: 'The one that comes along', ownSecret: 'Made by the program, in the data folder',
  },
})

const contactName = 'site.privacy-contact'

/** What the environment has set, without secrets, and what is decided here. */
export const administeredSettingsPage = page({
  path: '/admin/innstillinger',
  access: administrators,
  load: async ({ db }) => {
    const [settings, decided] = await Promise.all([readSettings(db, 'site.'), decidedSettings(db)])
    return { settings, decided }
  },
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
  view: ({ settings, decided }, { lang, pathname, platform: { config, version } }, _, returned) => {
    const w = words[lang]
    const contact = settings.get(contactName)
    const state = formState(returned, { kontakt: typeof contact === 'string' ? contact : '' })
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
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
          <Heading level={2}>{w.decided}</Heading>
          <DataTable lang={lang} caption={w.decided} captionHidden rows={decided} empty={<p>{w.decidedNone}</p>} columns={[
            { key: 'name', header: w.thing, rowHeader: true, cell: (row) => <code>{row.name}</code> }, { key: 'to', header: w.to, cell: (row) => String(row.value) },
            { key: 'when', header: w.when, cell: (row) => formatDateTime(row.at, lang) }, { key: 'by', header: w.by, cell: (row) => row.by ?? '–' },
          ]} />
        </section>
        <section>
          <Heading level={2}>{w.environment}</Heading>
          <p>{w.environmentText}</p>
          <DataTable lang={lang} caption={w.environment} captionHidden rows={settingRows(config, version, lang)} columns={[
            { key: 'thing', header: w.thing, rowHeader: true, cell: (row) => row.thing }, { key: 'value', header: w.value, cell: (row) => row.value }, { key: 'variable', header: w.variable, cell: (row) => (row.variable ? <code>{row.variable}</code> : '–') },
          ]} />
        </section>
      </>
    )
  },
})

type SettingRow = { thing: string; value: string; variable: string | null }

/** Every variable there is, with what it is set to; those of the providers of log-in after the others. */
function settingRows(config: Config, version: string, lang: Lang): SettingRow[] {
  const w = words[lang]
  const said = (value: Shown): string => (value === null || value === '' ? w.none : typeof value === 'boolean' ? (value ? w.on : w.off) : typeof value === 'object' ? (value.secret ? w.secretSet : w.none) : String(value))
  // What the program has of its own where nothing is set.
  const unset: Partial<Record<SettingName, string>> = { DATABASE_URL: w.ownDatabase, SECRET_KEY: w.ownSecret }
  const own = Object.entries(environment).map(([name, { label, value }]): SettingRow => {
    const text = said(value(config))
    return { thing: label[lang], value: text === w.none ? (unset[name as SettingName] ?? text) : text, variable: name }
  })
  const providers = config.oidcProviders.flatMap((provider) => providerFacts(provider).map(({ name, value }): SettingRow => ({ thing: w.provider(provider.label[lang]), value: said(value), variable: name })))
  return [...own, { thing: w.provider('').replace(/: $/, ''), value: config.oidcProviders.map((one) => one.name).join(', ') || w.none, variable: 'OIDC_PROVIDERS' }, ...providers, { thing: w.version, value: version, variable: null }]
}
