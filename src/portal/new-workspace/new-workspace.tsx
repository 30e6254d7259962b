import { loggedIn, page } from '../../platform/http/page.ts'
import { firstText } from '../../platform/item/parse.ts'
import { type Lang, texts } from '../../platform/text/texts.ts'
import { type Template, templates, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, ErrorSummary, Form, FormActions, formState, Heading, Lead, RadioGroup, TextInput } from '../../ui/index.ts'
import { fromTemplate } from './from-template.ts'

const words = texts({
  nb: {
    title: 'Nytt arbeidsrom', lead: 'Et arbeidsrom holder én plan og én tråd. Du leder det, og kan invitere andre etterpå.', name: 'Hva heter samarbeidet eller planen?', nameHint: 'For eksempel «Partnerskap for kompetanse i Eksempelfylket».', organisation: 'Hvilken organisasjon eier arbeidsrommet?', organisationHint: 'For eksempel fylkeskommunen eller vertskommunen.',
    start: 'Hvordan vil du begynne?', sheet: 'Fra et regneark', sheetHint: 'Last opp planen slik den er.', empty: 'Med en tom plan', emptyHint: 'Skriv det første målet selv.', make: 'Lag arbeidsrommet', nameMissing: 'Skriv hva det heter.', organisationMissing: 'Skriv hvem som eier det.', long: 'Kort det ned til 120 tegn.',
    made: 'Arbeidsrommet er laget.', template: 'Hva slags arbeidsrom?', choose: 'Velg fra lista.', small: 'Er dere en liten kommune uten plan fra før? Svar heller på tre spørsmål.', smallLink: 'Lag en plan på ti minutter',
  },
  nn: {
    title: 'Nytt arbeidsrom', lead: 'Eit arbeidsrom held éin plan og éin tråd. Du leier det, og kan invitere andre etterpå.', name: 'Kva heiter samarbeidet eller planen?', nameHint: 'Til dømes «Partnarskap for kompetanse i Eksempelfylket».', organisation: 'Kva organisasjon eig arbeidsrommet?', organisationHint: 'Til dømes fylkeskommunen eller vertskommunen.',
    start: 'Korleis vil du byrje?', sheet: 'Frå eit rekneark', sheetHint: 'Last opp planen slik han er.', empty: 'Med ein tom plan', emptyHint: 'Skriv det første målet sjølv.', make: 'Lag arbeidsrommet', nameMissing: 'Skriv kva det heiter.', organisationMissing: 'Skriv kven som eig det.', long: 'Kort det ned til 120 teikn.',
    made: 'Arbeidsrommet er laga.', template: 'Kva slag arbeidsrom?', choose: 'Vel frå lista.', small: 'Er de ein liten kommune utan plan frå før? Svar heller på tre spørsmål.', smallLink: 'Lag ein plan på ti minutt',
  },
  en: {
    title: 'New workspace', lead: 'A workspace holds one plan and one thread. You lead it, and may invite others afterwards.', name: 'What is the cooperation or the plan called?', nameHint: 'For example “Partnership for skills in Eksempelfylket”.', organisation: 'Which organisation owns the workspace?', organisationHint: 'For example the county council or the host municipality.',
    start: 'How do you want to begin?', sheet: 'From a spreadsheet', sheetHint: 'Upload the plan as it is.', empty: 'With an empty plan', emptyHint: 'Write the first goal yourself.', make: 'Make the workspace', nameMissing: 'Write what it is called.', organisationMissing: 'Write who owns it.', long: 'Shorten it to 120 characters.',
    made: 'The workspace was made.', template: 'What sort of workspace?', choose: 'Choose from the list.', small: 'Are you a small municipality without a plan? Rather answer three questions.', smallLink: 'Make a plan in ten minutes',
  },
})

const tidy = (text: string) => text.replaceAll('\0', '').replace(/\s+/g, ' ').trim()

/** What a template is for, and what one gets. */
const Gets = ({ template, lang }: { template: Template; lang: Lang }) => (
  <>
    {template.words[lang].purpose}
    <ul>{template.words[lang].gets.map((one) => <li>{one}</li>)}</ul>
  </>
)

/** A workspace, set up as a template says, by somebody who has a plan in a spreadsheet or is about to write one. */
export const newWorkspacePage = page({
  path: '/nytt-arbeidsrom',
  access: loggedIn,
  load: async () => ({}),
  title: (_, request) => words[request.lang].title,
  crumbs: (_, request) => [{ text: { nb: 'Min side', nn: 'Mi side', en: 'My page' }[request.lang], href: '/min-side' }],
  actions: {
    make: async (work, { request, raw }) => {
      const w = words[request.lang]
      const [title, organisation] = [tidy(firstText(raw, 'navn')), tidy(firstText(raw, 'organisasjon'))]
      const wrong = (text: string, missing: string) => (text === '' ? missing : text.length > 120 ? w.long : null)
      const [name, owner] = [wrong(title, w.nameMissing), wrong(organisation, w.organisationMissing)]
      const template = templates.find((one) => one.name === (firstText(raw, 'mal') || templates[0]?.name))
      if (name || owner || !template) return { refused: { errors: { ...(!template && { mal: w.choose }), ...(name && { navn: name }), ...(owner && { organisasjon: owner }) } } }
      const made = await fromTemplate(work, { title, organisation, language: request.lang, template })
      return { done: { to: workspacePath(made, firstText(raw, 'start') === 'tom' ? 'plan' : 'plan/importer'), flash: { text: w.made } } }
    },
  },
  view: (_, { lang, path }, __, returned) => {
    const w = words[lang]
    const state = formState(returned, { start: 'regneark', mal: templates[0]?.name ?? '' })
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <p>{w.small} <a href="/kom-i-gang">{w.smallLink}</a></p>
        <ErrorSummary lang={lang} state={state} />
        <Form action={path} submissionKey={crypto.randomUUID()} guard unsaved={returned !== null}>
          <RadioGroup lang={lang} state={state} name="mal" label={w.template} options={templates.map((one) => ({ value: one.name, label: one.words[lang].name, hint: <Gets template={one} lang={lang} /> }))} />
          <TextInput lang={lang} state={state} name="navn" label={w.name} hint={w.nameHint} />
          <TextInput lang={lang} state={state} name="organisasjon" label={w.organisation} hint={w.organisationHint} />
          <RadioGroup lang={lang} state={state} name="start" label={w.start} options={[{ value: 'regneark', label: w.sheet, hint: w.sheetHint }, { value: 'tom', label: w.empty, hint: w.emptyHint }]} />
          <FormActions><Button variant="primary">{w.make}</Button></FormActions>
        </Form>
      </>
    )
  },
})
