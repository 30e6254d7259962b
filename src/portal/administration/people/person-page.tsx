import { installation } from '../../../platform/audit/installation.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import { type Access, administrators, type Done, page, type PageAction, type Refusal, resource, type Scope } from '../../../platform/http/page.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { endSessionsOf } from '../../../platform/session/session.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../platform/text/format.ts'
import { formatList } from '../../../platform/text/lists.ts'
import { type Lang, languages } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { isId } from '../../../platform/item/id.ts'
import { administeredPerson, administratorsRemain, setAdministrator, setBlocked, type WholePerson } from '../../../modules/actors/index.ts'
import { roleWords } from '../../../modules/workspaces/index.ts'
import { Alert, Button, DataTable, ErrorSummary, Facts, Form, FormActions, formState, Heading, TextInput } from '../../../ui/index.ts'
import { tellOfErasure } from '../../personal-data/delete-page.tsx'
import { askErasure, regretErasure } from '../../personal-data/erasure.actions.ts'
import { erasureOf, type Erasure, ledAlone } from '../../personal-data/erasure.store.ts'
import { sendExport } from '../../personal-data/own-data-page.tsx'
import { administeredPath, Standing } from './list-page.tsx'
import { handedOut } from '../log/log.store.ts'
import { administeredWords } from './people.words.ts'

type Loaded = { person: WholePerson; erasure: Erasure | null; ready: boolean }
type Does = (work: Work, at: { lang: Lang; person: WholePerson; self: string; reason: string; baseUrl: string }) => Promise<Outcome<string, Refusal>>


/** One of the page's changes: done to the person of the address, and back to the page with a word. */
const does = (change: Does): PageAction<Scope, Loaded> => async (work, { request, loaded: { person }, raw }): Promise<Outcome<Done, Refusal>> => {
  const at = { lang: request.lang, person, self: request.viewer.person?.id ?? '', reason: firstText(raw, 'hvorfor').replaceAll('\0', '').trim().slice(0, 500), baseUrl: request.platform.config.baseUrl }
  const outcome = await change(work, at)
  return 'refused' in outcome ? outcome : { done: { to: request.pathname, flash: { text: outcome.done } } }
}

const record = (work: Work, what: string, person: string, body: Record<string, unknown> = {}) => work.record({ workspaceId: installation, what, body: { person, ...body } })
const said = (message: string): { refused: Refusal } => ({ refused: { message } })

const block = does(async (work, { lang, person, self }) => {
  const w = administeredWords[lang]
  if (person.id === self) return said(w.yourself)
  if (person.administrator && !(await administratorsRemain(work.tx, person.id))) return said(w.last)
  if (!(await setBlocked(work.tx, person.id, { by: self, at: work.now }))) return said(w.stale)
  await endSessionsOf(work.tx, [person.id])
  record(work, 'person.blocked', person.id)
  return { done: w.blockedDone }
})

const unblock = does(async (work, { lang, person }) => {
  if (!(await setBlocked(work.tx, person.id, null))) return said(administeredWords[lang].stale)
  record(work, 'person.unblocked', person.id)
  return { done: administeredWords[lang].unblockedDone }
})

const logOut = does(async (work, { lang, person }) => {
  await endSessionsOf(work.tx, [person.id])
  record(work, 'person.logged-out', person.id)
  return { done: administeredWords[lang].ended }
})

const give = does(async (work, { lang, person }) => {
  if (!(await setAdministrator(work.tx, person.id, true))) return said(administeredWords[lang].stale)
  // What one may do changed: one logs in anew.
  await endSessionsOf(work.tx, [person.id])
  record(work, 'person.administrator-given', person.id)
  return { done: administeredWords[lang].given }
})

const take = does(async (work, { lang, person, self }) => {
  const w = administeredWords[lang]
  if (person.id === self) return said(w.yourself)
  if (!(await administratorsRemain(work.tx, person.id))) return said(w.last)
  if (!(await setAdministrator(work.tx, person.id, false))) return said(w.stale)
  await endSessionsOf(work.tx, [person.id])
  record(work, 'person.administrator-taken', person.id)
  return { done: w.taken }
})

const handOut = does(async (work, { lang, person, reason }) => {
  if (!reason) return { refused: { errors: { hvorfor: administeredWords[lang].reasonMissing } } }
  record(work, 'person.handed-out', person.id, { reason })
  return { done: administeredWords[lang].handedOut }
})

const erase = does(async (work, { lang, person, reason, baseUrl }) => {
  const w = administeredWords[lang]
  if (!reason) return { refused: { errors: { hvorfor: w.reasonMissing } } }
  const asked = await askErasure(work, { personId: person.id, reason })
  if ('refused' in asked) {
    if (asked.refused === 'leads') return said(w.leads(formatList((await ledAlone(work.tx, person.id, osloDate(work.now).toString())).map((one) => `«${one.title}»`), lang)))
    return said(asked.refused === 'administers' ? w.last : w.already)
  }
  await tellOfErasure(work, { personId: person.id, due: asked.done, lang: languages.find((one) => one === person.language) ?? 'nb', baseUrl, forYou: true })
  return { done: w.erased(formatDate(osloDate(asked.done), lang)) }
})

const keep = does(async (work, { lang, person }) => ('refused' in (await regretErasure(work, person.id)) ? said(administeredWords[lang].stale) : { done: administeredWords[lang].kept }))

/** One account: how it comes in, what roles it has, and what an administrator may do with it. Never what the person has written. */
export const administeredPersonPage = page({
  path: `${administeredPath}/:person{[0-9a-f-]{36}}`,
  access: administrators,
  load: async ({ db, now, viewer }, _, params): Promise<Loaded | null> => {
    const id = params.person ?? ''
    const [person, erasure, ready] = isId(id) ? await Promise.all([administeredPerson(db, id, now), erasureOf(db, id), handedOut(db, { by: viewer.person?.id ?? '', person: id, now })]) : [null, null, false]
    return person && { person, erasure, ready }
  },
  title: ({ person }) => person.name,
  crumbs: (_, { lang }) => [{ text: administeredWords[lang].up, href: '/admin' }, { text: administeredWords[lang].title, href: administeredPath }],
  actions: { block, unblock, logOut, give, take, handOut, erase, keep },
  view: ({ person, erasure, ready }, { lang, pathname, viewer }, _, returned) => {
    const w = administeredWords[lang]
    const self = viewer.person?.id === person.id
    const state = formState(returned)
    const day = (at: Temporal.Instant) => formatDate(osloDate(at), lang)
    const change = (name: string, label: string, text: string) => <form method="post" action={pathname}><input type="hidden" name="handling" value={name} /><p>{text}</p><p><Button>{label}</Button></p></form>
    return (
      <>
        <Heading level={1}>{person.name}</Heading>
        <ErrorSummary lang={lang} state={state} />
        {erasure ? (
          <Alert colour="warning" title={w.pending(day(erasure.dueAt))}>
            {erasure.waitsFor ? <p>{w.waits[erasure.waitsFor]}</p> : null}
            {erasure.reason ? <p>{w.askedBy}: {erasure.reason}</p> : null}
            <form method="post" action={pathname}><input type="hidden" name="handling" value="keep" /><Button>{w.keep}</Button></form>
          </Alert>
        ) : null}
        <Facts facts={[
          { term: w.standing, value: <Standing lang={lang} person={person} /> }, { term: w.made, value: day(person.createdAt) }, { term: w.first, value: person.firstLogin ? day(person.firstLogin) : w.never },
          { term: w.latest, value: person.latest ? formatDateTime(person.latest, lang) : w.never }, { term: w.sessions, value: formatNumber(person.sessions, lang) }, { term: w.language, value: { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' }[person.language] ?? person.language },
        ]} />
        <section>
          <Heading level={2}>{w.ways}</Heading>
          <DataTable lang={lang} caption={w.ways} captionHidden rows={person.ways} empty={<p>{w.noWays}</p>} columns={[
            { key: 'subject', header: w.subject, rowHeader: true, cell: (one) => one.subject }, { key: 'way', header: w.way, cell: (one) => w.providers[one.provider as keyof typeof w.providers] ?? one.provider.replace(/^https?:\/\//, '') }, { key: 'since', header: w.since, cell: (one) => day(one.since) },
          ]} />
        </section>
        <section>
          <Heading level={2}>{w.roles}</Heading>
          <p>{w.rolesText}</p>
          <DataTable lang={lang} caption={w.roles} captionHidden rows={person.roles} empty={<p>{w.noRoles}</p>} columns={[
            { key: 'workspace', header: w.workspace, rowHeader: true, cell: (one) => <a href={`/admin/arbeidsrom/${one.slug}`}>{one.title}</a> }, { key: 'role', header: w.role, cell: (one) => roleWords[lang][one.role as keyof (typeof roleWords)['nb']].name },
            { key: 'organisation', header: w.organisation, cell: (one) => one.organisation ?? '–' }, { key: 'period', header: w.period, cell: (one) => [w.from(formatDate(one.from, lang)), one.to ? w.to(formatDate(one.to, lang)) : ''].filter(Boolean).join(' ') },
          ]} />
        </section>
        <section>
          <Heading level={2}>{w.actions}</Heading>
          {change('logOut', w.end, w.endText)}
          {self ? null : person.blockedAt ? change('unblock', w.unblock, w.blockText) : change('block', w.block, w.blockText)}
          {self ? null : person.administrator ? change('take', w.take, w.giveText) : change('give', w.give, w.giveText)}
          <p><a href={`/admin/duplikater?hva=personer&ord=${encodeURIComponent(person.name)}`}>{w.demoAlso}</a></p>
        </section>
        <section>
          <Heading level={2}>{w.personal}</Heading>
          <p>{w.personalText}</p>
          {ready ? <p><a href={`${pathname}/alt.zip`}>{w.fetch}</a></p> : null}
          <Form action={pathname} submissionKey={crypto.randomUUID()}>
            <TextInput lang={lang} state={state} name="hvorfor" label={w.reason} hint={w.reasonHint} />
            <FormActions><Button name="handling" value="handOut">{w.handOut}</Button>{erasure ? null : <Button name="handling" value="erase">{w.erase}</Button>}</FormActions>
          </Form>
        </section>
      </>
    )
  },
})

/** An administrator who has just said why, for ten minutes. */
const handingOut: Access<Scope & { person: string }> = {
  name: 'administrator-handing-out',
  async check({ db, viewer, now }, params) {
    const person = params.person ?? ''
    if (!viewer.person?.administrator || !isId(person) || !(await handedOut(db, { by: viewer.person.id, person, now }))) return { denied: 'missing' }
    return { person }
  },
}

export const handedOutFile = resource({ path: `${administeredPath}/:person{[0-9a-f-]{36}}/alt.zip`, access: handingOut, respond: (request, { person }) => sendExport(request, person) })
