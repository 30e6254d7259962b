import { page } from '../../../../platform/http/page.ts'
import { type InWorkspace, workspaceLeading, workspacePath } from '../../../workspaces/index.ts'
import { Button, ButtonLink, EmptyState, ErrorSummary, Form, FormActions, formState, Heading, Lead } from '../../../../ui/index.ts'
import { readPlanItems } from '../../one-page/plan.store.ts'
import { draftRound } from '../ask.actions.ts'
import { leftElsewhere } from '../asking.store.ts'
import { roundCrumbs, roundsPath } from './paths.ts'
import { choicesIn, newRound, readRound, RoundFields } from './round-form.tsx'
import { roundWords } from './round.words.ts'

/** A new round: which measures, by when, and a few words. Everything is filled in already; the next page shows who gets what. */
export const newRoundPage = page({
  path: '/arbeidsrom/:workspace/plan/status/ny',
  access: workspaceLeading,
  width: 'text',
  load: async (request, { workspace }: InWorkspace) => {
    const items = await readPlanItems(request.db, request.viewer, workspace.id)
    const number = Number(request.query.get('tiltak'))
    const only = items.find((item) => item.kind === 'measure' && !item.keptIn && item.number === number)
    return { only, elsewhere: leftElsewhere(items), open: items.some((item) => item.kind === 'measure'), choices: choicesIn(items, request.lang, request.now, only) }
  },
  title: (_, { lang }) => roundWords[lang].newTitle,
  crumbs: (_, { lang }, { workspace }) => roundCrumbs(workspace, lang, true),
  actions: {
    draft: async (work, { request, scope: { workspace }, loaded: { choices }, raw }) => {
      if (workspace.state !== 'active') return { refused: 'forbidden' }
      const read = readRound(raw, request, choices)
      if ('errors' in read) return { refused: { errors: read.errors } }
      const made = await draftRound(work, workspace, read.draft)
      return { done: { to: roundsPath(workspace, `${made.number}/se-over`) } }
    },
  },
  view: ({ only, open, choices, elsewhere }, request, { workspace }, returned) => {
    const { lang, path } = request
    const w = roundWords[lang]
    if (!open) return <><Heading level={1}>{w.newTitle}</Heading><EmptyState title={w.noMeasures} actions={<ButtonLink href={workspacePath(workspace, 'plan')}>{w.toPlan}</ButtonLink>}><p>{w.noMeasuresText}</p></EmptyState></>
    const state = formState(returned, newRound(request, only))
    return (
      <>
        <Heading level={1}>{w.newTitle}</Heading>
        <Lead>{w.newLead}</Lead>
        <ErrorSummary lang={lang} state={state} />
        <Form action={path} submissionKey={crypto.randomUUID()}>
          <RoundFields lang={lang} state={state} choices={choices} elsewhere={elsewhere} />
          <FormActions>
            <Button variant="primary">{w.next}</Button>
            <ButtonLink href={roundsPath(workspace)} variant="quiet">{w.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </>
    )
  },
})
