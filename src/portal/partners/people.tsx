import { roles } from '../../platform/access/viewer.ts'
import { page } from '../../platform/http/page.ts'
import { firstText } from '../../platform/item/parse.ts'
import { mailBody, parseEmail, queueMail } from '../../platform/mail/mail.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { partiesOf, personByEmail } from '../../modules/actors/index.ts'
import { addMember, endMember, type InWorkspace, membersOf, workspaceLeading, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, ErrorSummary, Form, FormActions, formState, Heading, Lead, Select, TaskList, TextInput } from '../../ui/index.ts'
import { partnersWords } from './partners.words.ts'
import { peopleWords } from './people.words.ts'

/** Lets a person into the workspace by e-mail address, with a role, and takes the role away again. */
export const peoplePage = page({
  path: '/arbeidsrom/:workspace/partnere/personer',
  access: workspaceLeading,
  load: async (request, { workspace }: InWorkspace) => {
    const today = osloDate(request.now).toString()
    const [members, parties] = await Promise.all([membersOf(request.db, workspace.id), partiesOf(request.db, workspace.id)])
    return { members: members.filter((one) => one.valid_to === null || one.valid_to >= today), parties }
  },
  title: (_, request) => peopleWords[request.lang].title,
  crumbs: (_, request, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: partnersWords[request.lang].title, href: workspacePath(workspace, 'partnere') }],
  actions: {
    add: async (work, { request, scope: { workspace }, loaded, raw }) => {
      const w = peopleWords[request.lang]
      const name = firstText(raw, 'navn').replaceAll('\0', '').replace(/\s+/g, ' ').slice(0, 120)
      const email = parseEmail(firstText(raw, 'epost'))
      const role = roles.find((one) => one === firstText(raw, 'rolle'))
      const organisation = firstText(raw, 'organisasjon')
      const party = loaded.parties.find((one) => one.id === organisation)
      const errors = { ...(!name && { navn: w.nameMissing }), ...(!email && { epost: w.emailBad }), ...(!role && { rolle: w.roleMissing }), ...(organisation && !party && { organisasjon: w.roleMissing }) }
      if (!email || !role || Object.keys(errors).length > 0) return { refused: { errors } }
      const person = await personByEmail(work.tx, email, name)
      if (loaded.members.some((one) => one.id === person.id && one.role === role)) return { refused: { errors: { epost: w.alreadyThere } } }
      await addMember(work.tx, { workspaceId: workspace.id, personId: person.id, role, organisationId: party?.id ?? null, from: osloDate(request.now).toString() })
      work.record({ workspaceId: workspace.id, what: 'member.added', body: { person: person.id, role, organisation: party?.id ?? null } })
      await queueMail(work.tx, {
        to: email, subject: w.mailSubject(workspace.title), lang: request.lang, purpose: 'member-added', personId: person.id, now: request.now,
        body: mailBody({
          lang: request.lang, heading: w.mailSubject(workspace.title), paragraphs: [w.mailText], footer: w.mailFooter(request.viewer.person?.name ?? ''),
          action: { label: w.mailButton, url: `${request.platform.config.baseUrl}/logg-inn?til=${encodeURIComponent(workspacePath(workspace))}` },
        }),
      })
      return { done: { to: workspacePath(workspace, 'partnere/personer'), flash: { text: w.added } } }
    },
    end: async (work, { request, scope: { workspace }, loaded, raw }) => {
      const w = peopleWords[request.lang]
      const [personId, role] = firstText(raw, 'hvem').split(' ')
      const member = loaded.members.find((one) => one.id === personId && one.role === role)
      if (!member) return { refused: 'missing' }
      if (member.id === request.viewer.person?.id) return { refused: { message: w.notYourself } }
      await endMember(work.tx, { workspaceId: workspace.id, personId: member.id, role: member.role, lastDay: osloDate(request.now).subtract({ days: 1 }).toString() })
      work.record({ workspaceId: workspace.id, what: 'member.ended', body: { person: member.id, role: member.role } })
      return { done: { to: workspacePath(workspace, 'partnere/personer'), flash: { text: w.ended } } }
    },
  },
  view: ({ members, parties }, { lang, path, viewer }, _, returned) => {
    const w = peopleWords[lang]
    const { personRoles } = partnersWords[lang]
    const state = formState(returned?.action === 'add' ? returned : null)
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <ErrorSummary lang={lang} state={state} labels={{ navn: w.name, epost: w.email, rolle: w.role, organisasjon: w.organisation }} />
        <Form action={path} does="add" submissionKey={crypto.randomUUID()}>
          <TextInput lang={lang} state={state} name="navn" label={w.name} />
          <TextInput lang={lang} state={state} name="epost" type="email" label={w.email} hint={w.emailHint} />
          <Select lang={lang} state={state} name="rolle" label={w.role} options={roles.map((value) => ({ value, label: personRoles[value] }))} />
          <Select lang={lang} state={state} name="organisasjon" label={w.organisation} hint={w.organisationHint} optional options={parties.map((one) => ({ value: one.id, label: one.name }))} />
          <FormActions><Button variant="primary">{w.add}</Button></FormActions>
        </Form>
        <Heading level={2}>{w.here}</Heading>
        <TaskList
          lang={lang}
          tasks={members.map((one) => ({
            title: one.name,
            hint: [personRoles[one.role as 'leader'], one.organisation].filter(Boolean).join(', '),
            ...(one.id !== viewer.person?.id && {
              action: (
                <form method="post" action={path}>
                  <input type="hidden" name="handling" value="end" />
                  <Button small variant="quiet" name="hvem" value={`${one.id} ${one.role}`}>{w.end}<span class="ds-sr-only">: {one.name}</span></Button>
                </form>
              ),
            }),
          }))}
        />
      </>
    )
  },
})
