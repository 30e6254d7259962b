import { membershipsIn, organisationsOf } from '../../platform/access/viewer.ts'
import { page } from '../../platform/http/page.ts'
import { ownPath } from '../../platform/http/security.ts'
import { firstText } from '../../platform/item/parse.ts'
import { formatList } from '../../platform/text/lists.ts'
import { texts } from '../../platform/text/texts.ts'
import { chooseActing, type InWorkspace, roleWords, workspaceMembers, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, ErrorSummary, Form, FormActions, formState, Heading, Lead, RadioGroup } from '../../ui/index.ts'

const words = texts({
  nb: { title: 'Jeg handler på vegne av …', lead: 'Du har roller for flere organisasjoner her. Valget gjelder til du bytter. Det står ved alt du gjør, og som partner endrer du bare det denne organisasjonen eier.', label: 'Organisasjon', as: (roles: string) => `Du er ${roles}.`, choose: 'Velg fra lista.', save: 'Velg', done: (name: string) => `Du handler nå på vegne av ${name}.`, one: 'Du har ikke roller for flere organisasjoner her.' },
  nn: { title: 'Eg handlar på vegner av …', lead: 'Du har roller for fleire organisasjonar her. Valet gjeld til du byter. Det står ved alt du gjer, og som partnar endrar du berre det denne organisasjonen eig.', label: 'Organisasjon', as: (roles: string) => `Du er ${roles}.`, choose: 'Vel frå lista.', save: 'Vel', done: (name: string) => `Du handlar no på vegner av ${name}.`, one: 'Du har ikkje roller for fleire organisasjonar her.' },
  en: { title: 'I act for …', lead: 'You have roles for several organisations here. Your choice holds until you change it. It stands with all that you do, and as a partner you only change what this organisation owns.', label: 'Organisation', as: (roles: string) => `You are ${roles}.`, choose: 'Choose from the list.', save: 'Choose', done: (name: string) => `You now act for ${name}.`, one: 'You do not have roles for several organisations here.' },
})

/** On behalf of which organisation one acts, for somebody with roles for several. */
export const actingPage = page({
  path: '/arbeidsrom/:workspace/pa-vegne-av',
  access: workspaceMembers,
  load: async (request, { workspace }: InWorkspace) => {
    const memberships = membershipsIn(request.viewer, workspace.id)
    return { choices: organisationsOf(request.viewer, workspace.id).map((one) => ({ ...one, roles: memberships.filter((m) => m.organisationId === one.id).map((m) => m.role) })) }
  },
  title: (_, request) => words[request.lang].title,
  crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }],
  actions: {
    choose: async (work, { request, scope: { workspace }, loaded: { choices }, raw }) => {
      const w = words[request.lang]
      const chosen = choices.find((one) => one.id === firstText(raw, 'organisasjon'))
      if (!chosen) return { refused: { errors: { organisasjon: w.choose } } }
      await chooseActing(work.tx, { workspaceId: workspace.id, personId: request.viewer.person?.id ?? '', organisationId: chosen.id }, request.now)
      return { done: { to: ownPath(firstText(raw, 'til'), workspacePath(workspace)), flash: { text: w.done(chosen.name) } } }
    },
  },
  width: 'text',
  view: ({ choices }, { lang, pathname, query }, _, returned) => {
    const w = words[lang]
    const state = formState(returned, { organisasjon: choices[0]?.id ?? '' })
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        {choices.length < 2 ? <Lead>{w.one}</Lead> : (
          <>
            <Lead>{w.lead}</Lead>
            <ErrorSummary lang={lang} state={state} />
            <Form action={pathname} hidden={{ til: query.get('til') ?? '' }}>
              <RadioGroup lang={lang} state={state} name="organisasjon" label={w.label} options={choices.map((one) => ({ value: one.id, label: one.name, hint: w.as(formatList(one.roles.map((role) => roleWords[lang][role].name.toLocaleLowerCase('nb')), lang)) }))} />
              <FormActions><Button variant="primary">{w.save}</Button></FormActions>
            </Form>
          </>
        )}
      </>
    )
  },
})
