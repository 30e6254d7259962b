import { administrators, page } from '../../platform/http/page.ts'
import { firstText } from '../../platform/item/parse.ts'
import { passkeyCounts, removePasskeys } from '../../platform/passkey/passkey.store.ts'
import { endSessionsOf } from '../../platform/session/session.ts'
import { formatDateTime } from '../../platform/text/format.ts'
import { administratorsWays } from '../../modules/actors/index.ts'
import { Button, DataTable, Facts, Heading, Lead } from '../../ui/index.ts'
import { loggedOutPath } from '../login/session-pages.tsx'
import { passkeyWords } from '../passkeys/passkey.words.ts'
import { tellOfPasskeys } from '../passkeys/passkeys.tsx'
import { loginPageWords } from './login-page.words.ts'

/** How people come in, with the addresses to register at each provider; and the administrators' passkeys, which another administrator may reset. */
export const loginAdminPage = page({
  path: '/admin/innlogging',
  access: administrators,
  load: async ({ db, lang, viewer, platform: { config, relyingParties } }) => {
    const people = await administratorsWays(db)
    const keys = await passkeyCounts(db, people.map((one) => one.id))
    return {
      required: config.adminPasskey === 'required', base: config.baseUrl,
      providers: [...relyingParties.values()].map(({ settings }) => ({ name: settings.name, label: settings.label[lang], issuer: settings.issuer, acr: settings.acr, tenants: settings.tenants })),
      people: people.map((one) => ({ ...one, self: one.id === viewer.person?.id, keys: keys.get(one.id)?.count ?? 0, used: keys.get(one.id)?.lastUsed ?? null })),
    }
  },
  title: (_, { lang }) => loginPageWords[lang].title,
  crumbs: (_, { lang }) => [{ text: loginPageWords[lang].up, href: '/admin' }],
  actions: {
    test: async (_, { request, raw }) => {
      const w = loginPageWords[request.lang]
      const party = request.platform.relyingParties.get(firstText(raw, 'hvilken'))
      if (!party) return { refused: 'missing' }
      const label = party.settings.label[request.lang]
      const answer = await party.test(request.now)
      if ('ok' in answer) return { done: { to: request.pathname, flash: { text: w.answers(label) } } }
      request.platform.log.warn('provider of log-in does not answer', { requestId: request.requestId, kind: party.settings.name, error: answer.error })
      return { refused: { message: w.silent(label) } }
    },
    reset: async (work, { request, loaded, raw }) => {
      const w = loginPageWords[request.lang]
      // One's own are changed with a key in hand, on one's own page.
      const who = loaded.people.find((one) => one.id === firstText(raw, 'hvem') && !one.self)
      if (!who) return { refused: { message: w.gone } }
      await removePasskeys(work.tx, who.id, null)
      await endSessionsOf(work.tx, [who.id])
      await tellOfPasskeys(work.tx, request, who.id, passkeyWords[request.lang].mailReset(formatDateTime(request.now, request.lang)))
      request.platform.log.warn('passkeys reset', { requestId: request.requestId })
      return { done: { to: request.pathname, flash: { text: w.resetDone(who.name) } } }
    },
  },
  view: ({ providers, people, required, base }, { lang, pathname }) => {
    const w = loginPageWords[lang]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <section>
          <Heading level={2}>{w.ways}</Heading>
          {providers.length === 0 ? <p>{w.none}</p> : null}
          {providers.map(({ name, label, issuer, acr, tenants }) => (
            <section>
              <Heading level={3}>{label}</Heading>
              <Facts facts={[
                { term: w.issuer, value: issuer }, { term: w.level, value: acr.join(', ') || w.anyLevel },
                ...(tenants.length > 0 ? [{ term: w.tenants, value: tenants.join(', ') }] : []),
                { term: w.back, value: `${base}/logg-inn/fra/${name}` }, { term: w.out, value: `${base}${loggedOutPath}` }, { term: w.front, value: `${base}/logg-ut/fra/${name}` }, { term: w.message, value: `${base}/logg-ut/melding/${name}` },
              ]} />
              <form method="post" action={pathname}><input type="hidden" name="handling" value="test" /><Button small name="hvilken" value={name}>{w.test}<span class="ds-sr-only">{w.testOf(label)}</span></Button></form>
            </section>
          ))}
        </section>
        <section>
          <Heading level={2}>{w.administrators}</Heading>
          <p>{required ? w.required : w.own}</p>
          <DataTable lang={lang} caption={w.administrators} captionHidden rows={people} columns={[
            { key: 'name', header: w.person, cell: (one) => one.name, rowHeader: true }, { key: 'email', header: w.email, cell: (one) => one.email ?? '–' },
            { key: 'keys', header: w.keys, align: 'number', cell: (one) => one.keys }, { key: 'used', header: w.used, cell: (one) => (one.used ? formatDateTime(one.used, lang) : w.never) },
            { key: 'do', header: w.do, cell: (one) => (one.self || one.keys === 0 ? '–' : <form method="post" action={pathname}><input type="hidden" name="handling" value="reset" /><Button small name="hvem" value={one.id}>{w.reset}<span class="ds-sr-only">{w.resetOf(one.name)}</span></Button></form>) },
          ]} />
        </section>
      </>
    )
  },
})
