import { type Access, page, type Scope } from '../../platform/http/page.ts'
import { firstText, type RawForm } from '../../platform/item/parse.ts'
import { mailBody, queueMail } from '../../platform/mail/mail.ts'
import { formatDate, formatList, parseDate } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { isId } from '../../platform/item/id.ts'
import { type Affiliation, colleaguesOf, ownAffiliation, ownProfile } from '../../modules/actors/index.ts'
import { type InWorkspace, workspaceLeading, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, ButtonLink, DateInput, ErrorSummary, Form, FormActions, formState, Heading, Lead, type Option, Select, TaskList } from '../../ui/index.ts'
import { type Acting, actingIn, actsElsewhere } from './acting.store.ts'
import { handoverTitle } from './handover-list.tsx'
import { leaveOrganisation } from './leave.actions.ts'
import { leavingWords } from './leaving.words.ts'
import { type Left, readLeft } from './left.store.ts'
import { personWords } from './people.words.ts'

/** Whoever has this period in an organisation themselves, while it lasts. */
export const affiliationOwner: Access<Scope & { affiliation: Affiliation; actingFor: null }> = {
  name: 'affiliation-owner',
  async check(request, params) {
    if (!request.viewer.person) return { denied: 'login' }
    const affiliation = await ownAffiliation(request.db, request.viewer.person.id, params.affiliation ?? '')
    return affiliation && (affiliation.to === null || affiliation.to >= osloDate(request.now).toString()) ? { affiliation, actingFor: null } : { denied: 'missing' }
  },
}

/** The last day: today when nothing else is said, within a year back or on. */
function readLastDay(raw: RawForm, today: Temporal.PlainDate, lang: Lang): { day: string } | { error: string } {
  const w = leavingWords[lang]
  const read = parseDate(firstText(raw, 'dag'))
  if (!read.ok) return { error: w.dayMissing }
  const far = Math.abs(today.until(read.value, { largestUnit: 'days' }).days) > 366
  return far ? { error: w.dayFar } : { day: read.value.toString() }
}

const LeftList = ({ lang, left, nothing }: { lang: Lang; left: readonly Left[]; nothing: string }) => {
  const w = leavingWords[lang]
  return (
    <section>
      <Heading level={2}>{w.left}</Heading>
      {left.length === 0 ? <p>{nothing}</p> : <TaskList lang={lang} tasks={left.map((one) => ({ title: handoverTitle(one, lang), hint: [one.workspace, one.led ? '' : w.alone].filter(Boolean).join('. ') }))} />}
    </section>
  )
}

/** Leaving an organisation oneself: what is left is seen first, and raised to somebody. */
export const leavePage = page({
  path: '/min-side/profil/slutt/:affiliation{[0-9a-f-]{36}}',
  access: affiliationOwner,
  load: async ({ db, viewer, now }, { affiliation }) => {
    const today = osloDate(now).toString()
    const [left, colleagues] = await Promise.all([
      readLeft(db, viewer, { personId: affiliation.personId, organisationId: affiliation.organisation.id, workspaceId: null, successorId: null }, today),
      colleaguesOf(db, viewer, affiliation.organisation.id, today),
    ])
    return { left, colleagues: colleagues.filter((one) => one.id !== affiliation.personId).map((one): Option => ({ value: one.id, label: one.name })) }
  },
  title: (_, { lang }, { affiliation }) => leavingWords[lang].title(affiliation.organisation.name),
  crumbs: (_, { lang }) => [{ text: personWords[lang].profile, href: '/min-side/profil' }],
  actions: {
    leave: async (work, { request, scope: { affiliation }, loaded, raw }) => {
      const w = leavingWords[request.lang]
      const last = readLastDay(raw, osloDate(request.now), request.lang)
      const successor = firstText(raw, 'etterfolger')
      const errors = { ...('error' in last && { dag: last.error }), ...(successor && !loaded.colleagues.some((one) => one.value === successor) && { etterfolger: w.choose }) }
      if ('error' in last || Object.keys(errors).length > 0) return { refused: { errors } }
      await leaveOrganisation(work, {
        person: { id: affiliation.personId, name: request.viewer.person?.name ?? '' }, organisation: affiliation.organisation, lastDay: last.day, successorId: successor || null, workspaceId: null, endsBelonging: true,
        baseUrl: request.platform.config.baseUrl,
      })
      return { done: { to: '/min-side/profil', flash: { text: w.done } } }
    },
  },
  view: ({ left, colleagues }, { lang, path, now }, { affiliation }, returned) => {
    const w = leavingWords[lang]
    const state = formState(returned, { dag: osloDate(now).toString() })
    return (
      <>
        <Heading level={1}>{w.title(affiliation.organisation.name)}</Heading>
        <Lead>{w.leadOwn}</Lead>
        <ErrorSummary lang={lang} state={state} />
        <LeftList lang={lang} left={left} nothing={w.nothing} />
        <Form action={path} does="leave" submissionKey={crypto.randomUUID()}>
          <DateInput lang={lang} state={state} name="dag" label={w.lastDay} hint={w.lastDayHint} />
          {colleagues.length > 0 ? <Select lang={lang} state={state} name="etterfolger" label={w.successor} hint={w.successorHint} blank={w.secretariat} options={colleagues} /> : null}
          <FormActions><Button variant="primary">{w.go(affiliation.organisation.name)}</Button><ButtonLink href="/min-side/profil" variant="quiet">{w.cancel}</ButtonLink></FormActions>
        </Form>
      </>
    )
  },
})

const titleOf = (acting: readonly Acting[], lang: Lang): string => leavingWords[lang].titleFor(acting[0]?.person ?? '', formatList(acting.map((one) => one.organisation), lang, 'or'))

type Who = { acting: readonly Acting[]; left: readonly Left[]; colleagues: readonly (Option & { organisationId: string })[] }

/** Those who lead say that a person has left the organisation that they act for here. It holds in this workspace; elsewhere others say it. */
export const hasLeftPage = page({
  path: '/arbeidsrom/:workspace/partnere/personer/:person{[0-9a-f-]{36}}/sluttet',
  access: workspaceLeading,
  load: async ({ db, viewer, now }, { workspace }: InWorkspace, params): Promise<Who | null> => {
    const today = osloDate(now).toString()
    const all = await actingIn(db, workspace.id, today)
    const acting = all.filter((one) => one.personId === params.person)
    const [first] = acting
    if (!first || !isId(params.person ?? '')) return null
    const left = await readLeft(db, viewer, { personId: first.personId, organisationId: first.organisationId, workspaceId: workspace.id, successorId: null }, today)
    const colleagues = all.filter((one) => one.personId !== first.personId && acting.some((own) => own.organisationId === one.organisationId))
    return { acting, left, colleagues: colleagues.map((one) => ({ value: one.personId, label: one.person, organisationId: one.organisationId })) }
  },
  title: ({ acting }, { lang }) => titleOf(acting, lang),
  crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }],
  actions: {
    leave: async (work, { request, scope: { workspace }, loaded, raw }) => {
      const w = leavingWords[request.lang]
      const today = osloDate(request.now)
      const last = readLastDay(raw, today, request.lang)
      const left = loaded.acting.length === 1 ? loaded.acting[0] : loaded.acting.find((one) => one.organisationId === firstText(raw, 'organisasjon'))
      const successor = firstText(raw, 'etterfolger')
      const errors = {
        ...('error' in last && { dag: last.error }), ...(!left && { organisasjon: w.choose }),
        ...(successor && !loaded.colleagues.some((one) => one.value === successor && one.organisationId === left?.organisationId) && { etterfolger: w.choose }),
      }
      if ('error' in last || !left || Object.keys(errors).length > 0) return { refused: { errors } }
      await leaveOrganisation(work, {
        person: { id: left.personId, name: left.person }, organisation: { id: left.organisationId, name: left.organisation }, lastDay: last.day, successorId: successor || null, workspaceId: workspace.id,
        endsBelonging: !(await actsElsewhere(work.tx, left.personId, left.organisationId, workspace.id, today.toString())), baseUrl: request.platform.config.baseUrl,
      })
      const { email, language } = await ownProfile(work.tx, left.personId)
      const own = leavingWords[language as Lang]
      if (email && left.personId !== request.viewer.person?.id) {
        await queueMail(work.tx, {
          to: email, subject: own.toldSubject(left.organisation), lang: language as Lang, purpose: 'said-to-have-left', nature: 'question', personId: left.personId, now: request.now,
          body: mailBody({
            lang: language as Lang, heading: own.toldSubject(left.organisation), paragraphs: [own.toldText(workspace.title, formatDate(last.day, language as Lang)), own.toldMore], footer: own.toldFooter,
            action: { label: own.toldButton, url: `${request.platform.config.baseUrl}/min-side/profil` },
          }),
        })
      }
      return { done: { to: workspacePath(workspace, 'overlevering'), flash: { text: w.done } } }
    },
  },
  view: ({ acting, left, colleagues }, { lang, path, now }, { workspace }, returned) => {
    const w = leavingWords[lang]
    const state = formState(returned, { dag: osloDate(now).toString() })
    return (
      <>
        <Heading level={1}>{titleOf(acting, lang)}</Heading>
        <Lead>{w.leadFor}</Lead>
        <ErrorSummary lang={lang} state={state} />
        <LeftList lang={lang} left={left} nothing={w.nothingFor} />
        <Form action={path} does="leave" submissionKey={crypto.randomUUID()}>
          {acting.length > 1 ? <Select lang={lang} state={state} name="organisasjon" label={w.organisation} options={acting.map((one) => ({ value: one.organisationId, label: one.organisation }))} /> : null}
          <DateInput lang={lang} state={state} name="dag" label={w.lastDay} hint={w.lastDayHint} />
          {colleagues.length > 0 ? <Select lang={lang} state={state} name="etterfolger" label={w.successor} hint={w.successorHint} blank={w.secretariat} options={colleagues} /> : null}
          <FormActions><Button variant="primary">{w.goFor}</Button><ButtonLink href={workspacePath(workspace, 'partnere/personer')} variant="quiet">{w.cancel}</ButtonLink></FormActions>
        </Form>
      </>
    )
  },
})
