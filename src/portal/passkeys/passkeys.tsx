import type { Child } from 'hono/jsx'
import type { Tx } from '../../platform/db/database.ts'
import { loggedIn, type Page, page, type Request } from '../../platform/http/page.ts'
import { ownPath } from '../../platform/http/security.ts'
import { firstText } from '../../platform/item/parse.ts'
import { limits } from '../../platform/limits/limits.ts'
import { mailBody, queueMail } from '../../platform/mail/mail.ts'
import { type Ceremony, type CeremonyKind, creationOptions, readCreated, readUsed, requestOptions } from '../../platform/passkey/ceremony.ts'
import { holdPasskeys, keepPasskey, passkeysOf, removePasskeys, usedPasskey } from '../../platform/passkey/passkey.store.ts'
import { raiseSession } from '../../platform/session/session.ts'
import { formatDate, formatDateTime } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { emailOf } from '../../modules/actors/index.ts'
import { Alert, asset, Button, ErrorSummary, Form, FormActions, formState, Heading, Lead, TaskList, TextInput } from '../../ui/index.ts'
import { passkeyWords } from './passkey.words.ts'

export const passkeysPath = '/min-side/passnokler'
const provePath = '/logg-inn/passnokkel'

const ceremonyOf = (request: Request, kind: CeremonyKind): Ceremony =>
  ({ key: request.platform.passKey, sessionToken: request.sessionToken ?? '', kind, baseUrl: request.platform.config.baseUrl, now: request.now })

/** Tells a person by mail that their keys changed. */
export async function tellOfPasskeys(tx: Tx, request: Request, personId: string, what: string): Promise<void> {
  const w = passkeyWords[request.lang]
  const to = await emailOf(tx, personId)
  if (!to) return
  await queueMail(tx, {
    to, subject: w.mailSubject, lang: request.lang, purpose: 'security', personId, now: request.now,
    body: mailBody({ lang: request.lang, heading: w.mailSubject, paragraphs: [what, w.mailNotYou], action: { label: w.mailButton, url: `${request.platform.config.baseUrl}${passkeysPath}` }, footer: w.mailFooter }),
  })
}

/** The form around a ceremony: the browser asks the key, and what it says is sent along. Without JavaScript it says why nothing comes of it. */
const CeremonyForm = ({ lang, kind, options, does, hidden, action, children }: { lang: Lang; kind: CeremonyKind; options: object; does: string; hidden?: Record<string, string>; action: string; children?: Child }) => (
  <passkey-ceremony data-kind={kind} data-options={JSON.stringify(options)} data-failed={passkeyWords[lang].failed}>
    <noscript><Alert colour="warning"><p>{passkeyWords[lang].script}</p></Alert></noscript>
    <Form action={action} does={does} hidden={{ svar: '', ...hidden }}>{children}</Form>
    <output role="status" class="hint"></output>
    <script type="module" src={asset('passkey-ceremony.js')}></script>
  </passkey-ceremony>
)

/** A person's own passkeys. The first is made by whoever is logged in; after that one is used before anything is changed. */
const passkeysPage = page({
  path: passkeysPath,
  access: loggedIn,
  load: async (request) => {
    const person = request.viewer.person
    const keys = await passkeysOf(request.db, person?.id ?? '')
    return { keys, options: creationOptions(ceremonyOf(request, 'create'), person ?? { id: '', name: '' }, request.platform.config.publicName, keys), held: person?.passkeyToBe ?? null }
  },
  title: (_, { lang }) => passkeyWords[lang].title,
  crumbs: (_, { lang }) => [{ text: passkeyWords[lang].me, href: '/min-side' }],
  actions: {
    add: async (work, { request, loaded: { held }, raw }) => {
      const w = passkeyWords[request.lang]
      const { person } = request.viewer
      if (!person || held === 'used') return { refused: { message: w.proveFirst } }
      const name = firstText(raw, 'navn').replaceAll('\0', '')
      if (!name || name.length > 60) return { refused: { errors: { navn: name ? w.nameLong : w.nameMissing } } }
      const made = await readCreated(ceremonyOf(request, 'create'), firstText(raw, 'svar'))
      if (!made) return { refused: { message: firstText(raw, 'svar') ? w.notSure : w.script } }
      if (!(await keepPasskey(work.tx, person.id, { ...made, name }, request.now))) return { refused: { message: w.known } }
      await tellOfPasskeys(work.tx, request, person.id, w.mailAdded(name, formatDateTime(request.now, request.lang)))
      // Whoever made it has just proved it: the session is raised, under a new secret.
      const raised = request.sessionToken ? await raiseSession(work.tx, request.sessionToken, request.now) : null
      return { done: { to: ownPath(firstText(raw, 'til'), passkeysPath), flash: { text: w.added(name) }, ...(raised && { session: { begin: raised } }) } }
    },
    remove: async (work, { request, loaded: { keys, held }, raw }) => {
      const w = passkeyWords[request.lang]
      const { person } = request.viewer
      if (!person || held === 'used') return { refused: { message: w.proveFirst } }
      const key = keys.find((one) => one.id === firstText(raw, 'hvilken'))
      if (!key) return { refused: 'missing' }
      const stand = await holdPasskeys(work.tx, person.id)
      if (stand <= 1 && person.administrator && request.platform.config.adminPasskey === 'required') return { refused: { message: w.lastOne } }
      if ((await removePasskeys(work.tx, person.id, key.id)) === 0) return { refused: 'missing' }
      await tellOfPasskeys(work.tx, request, person.id, w.mailRemoved(key.name, formatDateTime(request.now, request.lang)))
      return { done: { to: passkeysPath, flash: { text: w.removed(key.name) } } }
    },
  },
  width: 'text',
  view: ({ keys, options, held }, { lang, query }, _, returned) => {
    const w = passkeyWords[lang]
    const state = formState(returned?.action === 'add' ? returned : null, {})
    const day = (at: Temporal.Instant) => formatDate(osloDate(at).toString(), lang)
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        {held === 'made' ? <Alert><p>{w.need}</p></Alert> : null}
        {keys.length === 0 ? <p>{w.none}</p> : (
          <TaskList lang={lang} tasks={keys.map((key) => ({
            title: key.name, hint: `${w.since(day(key.since))}, ${key.lastUsed ? w.used(day(key.lastUsed)) : w.unused}`,
            ...(held !== 'used' && {
              action: <form method="post" action={passkeysPath}><input type="hidden" name="handling" value="remove" /><Button small variant="quiet" name="hvilken" value={key.id}>{w.remove}<span class="ds-sr-only">{w.removeThis(key.name)}</span></Button></form>,
            }),
          }))} />
        )}
        {held === 'used' ? <p>{w.proveFirst} <a href={`${provePath}?til=${encodeURIComponent(passkeysPath)}`}>{w.use}</a></p> : (
          <section>
            <Heading level={2}>{w.add}</Heading>
            <p>{w.two}</p>
            <ErrorSummary lang={lang} state={state} />
            <CeremonyForm lang={lang} kind="create" options={options} does="add" action={passkeysPath} hidden={{ til: ownPath(query.get('til'), '') }}>
              <TextInput lang={lang} state={state} name="navn" label={w.name} hint={w.nameHint} maxlength={60} />
              <FormActions><Button variant="primary">{w.add}</Button></FormActions>
            </CeremonyForm>
          </section>
        )}
      </>
    )
  },
})

/** Where an administrator proves it: with a passkey, or by making the first one. */
const provePage = page({
  path: provePath,
  access: loggedIn,
  load: async (request) => {
    const keys = await passkeysOf(request.db, request.viewer.person?.id ?? '')
    return { keys, options: requestOptions(ceremonyOf(request, 'get'), keys) }
  },
  title: (_, { lang }) => passkeyWords[lang].proveTitle,
  actions: {
    use: async (work, { request, loaded: { keys }, raw }) => {
      const w = passkeyWords[request.lang]
      const { person } = request.viewer
      if (!person || !request.sessionToken) return { refused: 'missing' }
      if (!(await request.platform.limit(limits.login, person.id, request.now)).ok) return { refused: { message: w.notSure } }
      const used = await readUsed(ceremonyOf(request, 'get'), firstText(raw, 'svar'), keys)
      if (!used) return { refused: { message: firstText(raw, 'svar') ? w.notSure : w.script } }
      await usedPasskey(work.tx, used.id, used.counter, request.now)
      const raised = await raiseSession(work.tx, request.sessionToken, request.now)
      return raised ? { done: { to: ownPath(firstText(raw, 'til'), '/admin'), session: { begin: raised }, flash: { text: w.done } } } : { refused: 'missing' }
    },
  },
  width: 'text',
  view: ({ keys, options }, { lang, query }) => {
    const w = passkeyWords[lang]
    const til = ownPath(query.get('til'), '/admin')
    return (
      <>
        <Heading level={1}>{w.proveTitle}</Heading>
        {keys.length === 0 ? <><Lead>{w.need}</Lead><p><a href={`${passkeysPath}?til=${encodeURIComponent(til)}`}>{w.add}</a></p></> : (
          <>
            <Lead>{w.proveLead}</Lead>
            <CeremonyForm lang={lang} kind="get" options={options} does="use" action={provePath} hidden={{ til }}>
              <FormActions><Button variant="primary">{w.use}</Button></FormActions>
            </CeremonyForm>
            <p>{w.lost}</p>
          </>
        )}
      </>
    )
  },
})

export const passkeyPages: readonly Page[] = [passkeysPage, provePage]
