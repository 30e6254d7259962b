import { hasRole } from '../../platform/access/viewer.ts'
import { page } from '../../platform/http/page.ts'
import { leading } from '../../platform/item/kind.ts'
import { formatDate } from '../../platform/text/format.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { archive, countWaiting, type InWorkspace, restore, stateChange, workspaceMembers, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, Form, FormActions, Heading, Lead } from '../../ui/index.ts'
import { closingWords } from './closing.words.ts'
import { settingsWords } from './settings.words.ts'

export const closingPath = (workspace: { slug: string }): string => workspacePath(workspace, 'innstillinger/avslutt')

/** Closes a workspace that is over, and opens it again. Both say who did it and when, and each undoes the other. */
export const closingPage = page({
  path: '/arbeidsrom/:workspace/innstillinger/avslutt',
  access: workspaceMembers,
  load: async (request, { workspace }: InWorkspace) => {
    const [waiting, change] = await Promise.all([countWaiting(request.db, workspace.id), stateChange(request.db, workspace.id)])
    return { waiting, change, leads: hasRole(request.viewer, workspace.id, ...leading), open: workspace.state === 'active' }
  },
  title: ({ open }, { lang }) => (open ? closingWords[lang].title : closingWords[lang].archivedTitle),
  crumbs: (_, { lang }, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: settingsWords[lang].title, href: workspacePath(workspace, 'innstillinger') }],
  whenArchived: ['restore'],
  actions: {
    archive: async (work, { request, scope: { workspace }, loaded }) => {
      const w = closingWords[request.lang]
      if (!loaded.leads) return { refused: 'forbidden' }
      const archived = await archive(work, workspace.id)
      if ('refused' in archived) return { refused: { message: w.stale } }
      return { done: { to: workspacePath(workspace), flash: { text: w.archived, undo: { action: closingPath(workspace), label: w.restore, fields: { handling: 'restore' } } } } }
    },
    restore: async (work, { request, scope: { workspace }, loaded }) => {
      const w = closingWords[request.lang]
      if (!loaded.leads) return { refused: 'forbidden' }
      const restored = await restore(work, workspace.id)
      if ('refused' in restored) return { refused: { message: w.stale } }
      return { done: { to: workspacePath(workspace), flash: { text: w.restored, undo: { action: closingPath(workspace), label: w.archive, fields: { handling: 'archive' } } } } }
    },
  },
  width: 'text',
  view: ({ waiting, change, leads, open }, { lang, path }) => {
    const w = closingWords[lang]
    const who = change?.by ?? w.somebody
    const when = change ? formatDate(osloDate(change.at), lang) : ''
    if (!open) {
      return (
        <>
          <Heading level={1}>{w.archivedTitle}</Heading>
          <Lead>{w.by(who, when)}</Lead>
          {leads ? <><p>{w.restoreLead}</p><Form action={path} does="restore"><FormActions><Button variant="primary">{w.restore}</Button></FormActions></Form></> : <p>{w.ask}</p>}
        </>
      )
    }
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <Heading level={2}>{w.happens}</Heading>
        <ul>{[w.effects.read, w.effects.change, w.effects.invitations(waiting), w.effects.undo].map((one) => <li>{one}</li>)}</ul>
        {change ? <p class="hint">{w.reopened(who, when)}</p> : null}
        {leads ? <Form action={path} does="archive"><FormActions><Button variant="primary">{w.archive}</Button></FormActions></Form> : <p>{w.askClose}</p>}
      </>
    )
  },
})
