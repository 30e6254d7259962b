import { page } from '../../../../platform/http/page.ts'
import { allTexts } from '../../../../platform/item/parse.ts'
import { partiesOf } from '../../../actors/index.ts'
import { type InWorkspace, workspaceLeading } from '../../../workspaces/index.ts'
import { Button, ButtonLink, CheckboxGroup, ErrorSummary, Form, FormActions, formState, Heading, Lead } from '../../../../ui/index.ts'
import { draftRound } from '../round.actions.ts'
import { expectationCrumbs, expectationsPath } from './paths.ts'
import { newRound, readRound, RoundFields } from './round-form.tsx'
import { roundWords } from './round.words.ts'

/** A new round: by when, who will see it, and which of the partners. The next page shows who gets what, and takes others too. */
export const newRoundPage = page({
  path: '/arbeidsrom/:workspace/forventninger/ny',
  access: workspaceLeading,
  width: 'text',
  load: async (request, { workspace }: InWorkspace) => ({ parties: (await partiesOf(request.db, workspace.id)).filter((one) => one.role !== 'mentioned') }),
  title: (_, { lang }) => roundWords[lang].newTitle,
  crumbs: (_, { lang }, { workspace }) => expectationCrumbs(workspace, lang, true),
  actions: {
    draft: async (work, { request, scope: { workspace }, loaded: { parties }, raw }) => {
      if (workspace.state !== 'active') return { refused: 'archived' }
      const read = readRound(raw, request)
      if ('errors' in read) return { refused: { errors: read.errors } }
      const wanted = new Set(allTexts(raw, 'hvem'))
      const made = await draftRound(work, workspace, read.draft, parties.filter((one) => wanted.has(one.id)).map((one) => one.id))
      return { done: { to: expectationsPath(workspace, `${made.number}/se-over`) } }
    },
  },
  view: ({ parties }, request, { workspace }, returned) => {
    const { lang, path } = request
    const w = roundWords[lang]
    const state = formState(returned, { ...newRound(request), hvem: parties.map((one) => one.id) })
    return (
      <>
        <Heading level={1}>{w.newTitle}</Heading>
        <Lead>{w.newLead}</Lead>
        <ErrorSummary lang={lang} state={state} />
        <Form action={path} submissionKey={crypto.randomUUID()}>
          {parties.length > 0 ? <CheckboxGroup lang={lang} state={state} name="hvem" label={w.whom} hint={w.whomHint} options={parties.map((one) => ({ value: one.id, label: one.name }))} /> : null}
          <RoundFields lang={lang} state={state} />
          <FormActions><Button variant="primary">{w.next}</Button><ButtonLink href={expectationsPath(workspace)} variant="quiet">{w.cancel}</ButtonLink></FormActions>
        </Form>
      </>
    )
  },
})
