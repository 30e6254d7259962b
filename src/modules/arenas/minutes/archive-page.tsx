import { changeItem } from '../../../platform/item/item.actions.ts'
import { versionField } from '../../../platform/http/form.ts'
import { page } from '../../../platform/http/page.ts'
import { firstText, parseFields } from '../../../platform/item/parse.ts'
import { formatDate } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { Button, ButtonLink, ErrorSummary, Form, FormActions, formState, Heading, Lead, TextInput } from '../../../ui/index.ts'
import { itemChangers, itemCrumbs, type ItemScope } from '../../thread/index.ts'
import { callWords } from '../meeting/call.words.ts'
import { meeting } from '../meeting/meeting.ts'
import { meetingPath } from '../meeting/pages/paths.ts'
import { minutesWords } from './minutes.words.ts'

/** Takes the minutes to the archive system: the package, the case number there, and that it is done. */
export const archivePage = page<ItemScope, null | object>({
  path: '/arbeidsrom/:workspace/moter/:number{[0-9]+}/arkiv',
  access: itemChangers(meeting),
  load: async () => ({}),
  title: (_, { lang }, { item }) => `${minutesWords[lang].archiveTitle}: ${item.title}`,
  crumbs: (_, { lang }, { workspace, item }) => itemCrumbs(workspace, meeting, lang, item),
  actions: {
    enter: async (work, { request, scope: { workspace, item }, raw }) => {
      const w = minutesWords[request.lang]
      const { values, errors } = parseFields({ case_number: { ...meeting.fields.case_number, required: true } }, raw, request.lang)
      if (Object.keys(errors).length > 0) return { refused: { errors: { case_number: w.caseNeeded } } }
      const changed = await changeItem(work, workspace, meeting, item, Number(firstText(raw, versionField)), { fields: { case_number: values.case_number ?? null, archived_on: osloDate(work.now).toString() } })
      return 'refused' in changed ? changed : { done: { to: meetingPath(workspace, item), flash: { text: w.entered } } }
    },
  },
  view: (_, { lang, pathname }, { workspace, item }, returned) => {
    const w = minutesWords[lang]
    const state = formState(returned, { case_number: typeof item.fields.case_number === 'string' ? item.fields.case_number : '' })
    return (
      <>
        <p class="kind-line">{item.title}</p>
        <Heading level={1}>{w.archiveTitle}</Heading>
        <Lead>{w.archiveLead}</Lead>
        <ErrorSummary lang={lang} state={state} />
        <p><ButtonLink href={meetingPath(workspace, item, '/arkivpakke.zip')}>{w.package}</ButtonLink></p>
        <p class="hint">{w.packageHint}</p>
        {typeof item.fields.archived_on === 'string' ? <p>{w.enteredOn(formatDate(item.fields.archived_on, lang))}</p> : null}
        <Form action={pathname} does="enter" submissionKey={crypto.randomUUID()} version={item.version}>
          <TextInput lang={lang} state={state} name="case_number" label={w.caseNumber} size={20} />
          <FormActions>
            <Button variant="primary">{w.enter}</Button>
            <ButtonLink href={meetingPath(workspace, item)} variant="quiet">{callWords[lang].open}</ButtonLink>
          </FormActions>
        </Form>
      </>
    )
  },
})
