import { page } from '../../../../platform/http/page.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { reachOf } from '../../../actors/index.ts'
import { type InWorkspace, workspaceLeading, workspacePath } from '../../../workspaces/index.ts'
import { Alert, Button, ButtonLink, EmptyState, Form, FormActions, Heading, Lead } from '../../../../ui/index.ts'
import { readAsking } from '../asking.store.ts'
import { askOneself, trialSize } from '../ask.actions.ts'
import { roundCrumbs, roundsPath } from './paths.ts'
import { roundWords } from './round.words.ts'

const daysOfTrial = 7

/** One button: the same mail that a partner would get, to oneself. */
export const trialPage = page({
  path: '/arbeidsrom/:workspace/plan/status/prov',
  access: workspaceLeading,
  width: 'text',
  load: async (request, { workspace }: InWorkspace) => {
    const { db, viewer, now } = request
    const me = viewer.person ? (await reachOf(db, [viewer.person.id])).get(viewer.person.id) : undefined
    const { measures } = await readAsking(db, viewer, workspace, { scope: 'open', scopeId: null, leftOut: [] }, now)
    return { email: me?.email ?? null, titles: measures.slice(0, trialSize).map((one) => one.title) }
  },
  title: (_, { lang }) => roundWords[lang].trialTitle,
  crumbs: (_, { lang }, { workspace }) => roundCrumbs(workspace, lang, true),
  actions: {
    trial: async (work, { request, scope: { workspace } }) => {
      const w = roundWords[request.lang]
      if (workspace.state !== 'active') return { refused: 'forbidden' }
      const sent = await askOneself(work, request.platform, workspace, {
        title: w.trialName, message: w.trialMessage, dueOn: osloDate(request.now).add({ days: daysOfTrial }).toString(), scope: 'open', scopeId: null,
      })
      if ('refused' in sent) return { refused: { message: sent.refused === 'no-address' ? w.trialNoAddress : w.noMeasures } }
      return { done: { to: roundsPath(workspace, String(sent.done.number)), flash: { text: w.trialSent(sent.done.email) } } }
    },
  },
  view: ({ email, titles }, { lang, path }, { workspace }) => {
    const w = roundWords[lang]
    return (
      <>
        <Heading level={1}>{w.trialTitle}</Heading>
        {titles.length === 0 ? <EmptyState title={w.noMeasures} actions={<ButtonLink href={workspacePath(workspace, 'plan')}>{w.toPlan}</ButtonLink>}><p>{w.noMeasuresText}</p></EmptyState> : (
          <>
            <Lead>{w.trialLead(titles.length)}</Lead>
            <ul>{titles.map((title) => <li>{title}</li>)}</ul>
            <p>{w.trialReal}</p>
            {email ? <Form action={path} submissionKey={crypto.randomUUID()}><FormActions><Button variant="primary">{w.trialButton}</Button><ButtonLink href={roundsPath(workspace)} variant="quiet">{w.cancel}</ButtonLink></FormActions></Form> : <Alert><p>{w.trialNoAddress}</p></Alert>}
          </>
        )}
      </>
    )
  },
})
