import { page } from '../../platform/http/page.ts'
import { formatDate } from '../../platform/text/format.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { partiesOf } from '../../modules/actors/index.ts'
import { changeRole, type InWorkspace, membersOf, roleWords, workspaceLeading } from '../../modules/workspaces/index.ts'
import { Button, DateInput, ErrorSummary, Form, FormActions, formState, Heading, Lead, RadioGroup, Select } from '../../ui/index.ts'
import { peopleCrumbs, peoplePath } from './people.tsx'
import { peopleWords } from './people.words.ts'
import { readRole, roleOptions } from './role-form.ts'

/** Another role for somebody who takes part, for another organisation, or with other days. */
export const changeRolePage = page({
  path: '/arbeidsrom/:workspace/partnere/personer/:membership{[0-9a-f-]{36}}',
  access: workspaceLeading,
  load: async (request, { workspace }: InWorkspace, params) => {
    const today = osloDate(request.now).toString()
    const [members, parties] = await Promise.all([membersOf(request.db, workspace.id), partiesOf(request.db, workspace.id)])
    const member = members.find((one) => one.membershipId === params.membership && (one.valid_to === null || one.valid_to >= today))
    return member ? { member, parties, today } : null
  },
  title: ({ member }, request) => peopleWords[request.lang].changeTitle(member.name),
  crumbs: (_, { lang }, { workspace }) => [...peopleCrumbs(workspace, lang), { text: peopleWords[lang].title, href: peoplePath(workspace) }],
  actions: {
    save: async (work, { request, scope: { workspace }, loaded: { member, parties, today }, raw }) => {
      const w = peopleWords[request.lang]
      const known = new Set([...parties.map((one) => one.id), ...(member.organisationId ? [member.organisationId] : [])])
      const read = readRole(raw, { parties: known, today, began: member.valid_from, lang: request.lang })
      if ('errors' in read) return { refused: { errors: read.errors } }
      const changed = await changeRole(work, workspace.id, member.membershipId, read.role)
      if ('refused' in changed) return { refused: changed.refused === 'stale' ? { message: w.gone } : { errors: { rolle: w[changed.refused] } } }
      return { done: { to: peoplePath(workspace), flash: { text: w.changed } } }
    },
  },
  width: 'text',
  view: ({ member, parties, today }, { lang, path }, { workspace }, returned) => {
    const w = peopleWords[lang]
    const state = formState(returned, { rolle: member.role, organisasjon: member.organisationId ?? '', fra: member.valid_from > today ? member.valid_from : '', til: member.valid_to ?? '' })
    const organisations = [...parties, ...(member.organisationId && !parties.some((one) => one.id === member.organisationId) ? [{ id: member.organisationId, name: member.organisation ?? '' }] : [])]
    return (
      <>
        <Heading level={1}>{w.changeTitle(member.name)}</Heading>
        <Lead>{w.changeLead(roleWords[lang][member.role].name.toLocaleLowerCase('nb'), formatDate(member.valid_from, lang))}</Lead>
        <ErrorSummary lang={lang} state={state} />
        <Form action={path} submissionKey={crypto.randomUUID()} guard>
          <RadioGroup lang={lang} state={state} name="rolle" label={w.role} options={roleOptions(workspace, lang, member.role)} />
          <Select lang={lang} state={state} name="organisasjon" label={w.organisation} hint={w.organisationHint} blank={w.none} optional options={organisations.map((one) => ({ value: one.id, label: one.name }))} />
          <DateInput lang={lang} state={state} name="fra" label={w.begins} hint={w.beginsHint} optional />
          <DateInput lang={lang} state={state} name="til" label={w.ends} hint={w.endsHint} optional />
          <FormActions><Button variant="primary">{w.save}</Button><a href={peoplePath(workspace)}>{peopleWords[lang].title}</a></FormActions>
        </Form>
      </>
    )
  },
})
