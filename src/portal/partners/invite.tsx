import type { Outcome, Work } from '../../platform/db/work.ts'
import { page, type Refusal, type Request } from '../../platform/http/page.ts'
import { firstText, type RawForm } from '../../platform/item/parse.ts'
import { limits } from '../../platform/limits/limits.ts'
import { parseEmail } from '../../platform/mail/mail.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { partiesByName, partiesOf, suggestionsPath, choosableOrganisations } from '../../modules/actors/index.ts'
import { type Asked, type Asking, daysToAnswer, type InWorkspace, lastDayFrom, mostAddresses, type Post, readAddresses, sendInvitations, templateOf, workspaceLeading, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, chosenField, Combobox, DateInput, Details, ErrorSummary, Form, FormActions, formState, Heading, Lead, RadioGroup, Select, TextArea, TextInput } from '../../ui/index.ts'
import { inviteWords } from './invite.words.ts'
import { peopleCrumbs } from './people.tsx'
import { readDay, readRole, roleOptions } from './role-form.ts'

export const postOf = (request: Request): Post => ({ passKey: request.platform.passKey, baseUrl: request.platform.config.baseUrl })

const mostDays = 92
const mostGreeting = 1_000

/** How often one address may be asked, whoever asks: nobody's mailbox is filled from here. */
const toOneAddress = { name: 'invitation-to', times: 5, seconds: 86_400 }

/** What both forms have: a greeting and a last day. */
function readCommon(raw: RawForm, { lang, now }: Request): { common: { greeting: string | null; lastDay: string }; errors: Record<string, string> } {
  const w = inviteWords[lang]
  const greeting = firstText(raw, 'hilsen').replaceAll('\0', '')
  const typed = readDay(raw, 'frist')
  const lastDay = typed ?? lastDayFrom(now, daysToAnswer)
  const good = lastDay !== 'bad' && lastDay > osloDate(now).toString() && lastDay <= lastDayFrom(now, mostDays)
  return { common: { greeting: greeting || null, lastDay }, errors: { ...(greeting.length > mostGreeting && { hilsen: w.greetingLong }), ...(!good && { frist: w.lastDayBad }) } }
}

/** Sends, within what one person may send in an hour and one address may be sent in a day. */
async function send(work: Work, request: Request, workspaceId: string, asking: Asking, field: string): Promise<Outcome<Asked, Refusal>> {
  const w = inviteWords[request.lang]
  const { limit } = request.platform
  for (const address of asking.addresses) {
    for (const [rule, key] of [[limits.invitation, request.viewer.person?.id ?? ''], [toOneAddress, address.toLowerCase()]] as const) {
      const answer = await limit(rule, key, request.now)
      if (!answer.ok) return { refused: { errors: { [field]: w.limited(Math.ceil(answer.retryAfter / 60)) } } }
    }
  }
  const asked = await sendInvitations(work, postOf(request), workspaceId, asking)
  return asked.asked === 0 ? { refused: { errors: { [field]: w.allAlready } } } : { done: asked }
}

const told = ({ asked, already }: Asked, lang: Lang): string => (already.length === 0 ? inviteWords[lang].done(asked) : inviteWords[lang].some(asked, already.join(', ')))

const load = async (request: Request, { workspace }: InWorkspace) => (workspace.state === 'active' ? { parties: await partiesOf(request.db, workspace.id) } : { parties: [] })

type State = ReturnType<typeof formState>
const Common = ({ lang, state }: { lang: Lang; state: State }) => {
  const w = inviteWords[lang]
  return (
    <>
      <TextArea lang={lang} state={state} name="hilsen" label={w.greeting} hint={w.greetingHint} rows={3} maxlength={mostGreeting} optional />
      <DateInput lang={lang} state={state} name="frist" label={w.lastDay} hint={w.lastDayHint} />
    </>
  )
}

/** Several people at once, pasted, with one role. */
export const invitePeoplePage = page({
  path: '/arbeidsrom/:workspace/partnere/inviter',
  access: workspaceLeading,
  load,
  title: (_, request) => inviteWords[request.lang].title,
  crumbs: (_, { lang }, { workspace }) => peopleCrumbs(workspace, lang),
  actions: {
    send: async (work, { request, scope: { workspace }, loaded: { parties }, raw }) => {
      const w = inviteWords[request.lang]
      const { good, bad } = readAddresses(firstText(raw, 'epost'), parseEmail)
      const read = readRole(raw, { parties: new Set(parties.map((one) => one.id)), today: osloDate(request.now).toString(), lang: request.lang })
      const { common, errors } = readCommon(raw, request)
      const wrong = bad.length > 0 ? w.badAddress(bad.slice(0, 5).join(', ')) : good.length === 0 ? w.addressesMissing : good.length > mostAddresses ? w.tooMany(mostAddresses) : null
      if (wrong || 'errors' in read || Object.keys(errors).length > 0) return { refused: { errors: { ...(wrong && { epost: wrong }), ...('errors' in read && read.errors), ...errors } } }
      const { role, organisationId, from, to } = read.role
      const memberFrom = firstText(raw, 'fra') === '' ? null : from
      const sent = await send(work, request, workspace.id, { kind: 'person', addresses: good, role, organisationId, memberFrom, memberTo: to, language: workspace.language, ...common }, 'epost')
      return 'refused' in sent ? sent : { done: { to: workspacePath(workspace, 'partnere/invitasjoner'), flash: { text: told(sent.done, request.lang) } } }
    },
  },
  width: 'text',
  view: ({ parties }, { lang, path, now }, { workspace }, returned) => {
    const w = inviteWords[lang]
    const state = formState(returned, { rolle: templateOf(workspace).roles[0], frist: lastDayFrom(now, daysToAnswer) })
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <ErrorSummary lang={lang} state={state} />
        <Form action={path} submissionKey={crypto.randomUUID()} guard unsaved={returned !== null}>
          <TextArea lang={lang} state={state} name="epost" label={w.addresses} hint={w.addressesHint(mostAddresses)} rows={3} />
          <RadioGroup lang={lang} state={state} name="rolle" label={w.role} options={roleOptions(workspace, lang)} />
          <Select lang={lang} state={state} name="organisasjon" label={w.organisation} hint={w.organisationHint} blank={w.none} optional options={parties.map((one) => ({ value: one.id, label: one.name }))} />
          <Details summary={w.period} open={returned !== null && ('fra' in returned.errors || 'til' in returned.errors)}>
            <DateInput lang={lang} state={state} name="fra" label={w.from} hint={w.fromHint} optional />
            <DateInput lang={lang} state={state} name="til" label={w.to} hint={w.toHint} optional />
          </Details>
          <Common lang={lang} state={state} />
          <p class="hint">{w.sees}</p>
          <FormActions><Button variant="primary">{w.sendMany}</Button></FormActions>
        </Form>
      </>
    )
  },
})

/** An organisation, through one person who can answer for it or knows who can. */
export const inviteOrganisationPage = page({
  path: '/arbeidsrom/:workspace/partnere/inviter/organisasjon',
  access: workspaceLeading,
  load,
  title: (_, request) => inviteWords[request.lang].organisationTitle,
  crumbs: (_, { lang }, { workspace }) => peopleCrumbs(workspace, lang),
  actions: {
    send: async (work, { request, scope: { workspace }, raw }) => {
      const w = inviteWords[request.lang]
      const name = firstText(raw, 'organisasjon').replaceAll('\0', '').replace(/\s+/g, ' ')
      const email = parseEmail(firstText(raw, 'epost'))
      const { common, errors } = readCommon(raw, request)
      const nameError = name === '' ? w.nameMissing : name.length > 120 ? w.nameLong : null
      if (nameError || !email || Object.keys(errors).length > 0) return { refused: { errors: { ...(nameError && { organisasjon: nameError }), ...(!email && { epost: w.oneAddress }), ...errors } } }
      const [chosen] = await choosableOrganisations(work.tx, request.viewer, [firstText(raw, chosenField('organisasjon'))], workspace.example)
      const organisationId = chosen ?? (await partiesByName(work.tx, workspace.id, [name], workspace.example)).get(name) ?? null
      const sent = await send(work, request, workspace.id, { kind: 'organisation', addresses: [email], role: 'partner', organisationId, memberFrom: null, memberTo: null, language: workspace.language, ...common }, 'epost')
      return 'refused' in sent ? sent : { done: { to: workspacePath(workspace, 'partnere/invitasjoner'), flash: { text: told(sent.done, request.lang) } } }
    },
  },
  width: 'text',
  view: (_, { lang, path, now, query }, { workspace }, returned) => {
    const w = inviteWords[lang]
    const state = formState(returned, { organisasjon: query.get('navn')?.slice(0, 120) ?? '', frist: lastDayFrom(now, daysToAnswer) })
    return (
      <>
        <Heading level={1}>{w.organisationTitle}</Heading>
        <Lead>{w.organisationLead}</Lead>
        <ErrorSummary lang={lang} state={state} />
        <Form action={path} submissionKey={crypto.randomUUID()} guard unsaved={returned !== null}>
          <Combobox lang={lang} state={state} name="organisasjon" label={w.name} hint={w.nameHint} source={`${suggestionsPath}${workspace.example ? '?eksempel=1' : ''}`} />
          <TextInput lang={lang} state={state} name="epost" type="email" label={w.contact} hint={w.contactHint} />
          <Common lang={lang} state={state} />
          <p class="hint">{w.sees}</p>
          <FormActions><Button variant="primary">{w.send}</Button></FormActions>
        </Form>
      </>
    )
  },
})
