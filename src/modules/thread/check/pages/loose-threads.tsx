import { page, type PageAction } from '../../../../platform/http/page.ts'
import type { Catalogue } from '../../../../platform/item/manifest.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { hasRole } from '../../../../platform/access/viewer.ts'
import { leading } from '../../../../platform/item/kind.ts'
import { type InWorkspace, type Workspace, workspacePath, workspaceReaders } from '../../../workspaces/index.ts'
import { aboutOf, formKey, mend, mendsOf, reasonName } from '../mend.actions.ts'
import { mendWords } from '../mend.words.ts'
import { undoChange, undoTie } from '../undo.actions.ts'
import { deleteWaiver, insertWaiver } from '../waiver.store.ts'
import { type Loaded, loadLooseThreads } from './loose-threads.load.ts'
import { LooseThreads } from './loose-threads.view.tsx'
import { looseWordsOfPage } from './loose-threads.words.ts'

type Scope = { workspace: Workspace }
type Act = PageAction<Scope, Loaded>

/** All loose threads, the most important first, each mended right there. */
export const looseThreadsPage = (catalogue: Catalogue) =>
  page({
    path: '/arbeidsrom/:workspace/traden/lose-trader',
    access: workspaceReaders,
    load: (request, { workspace }: InWorkspace) => loadLooseThreads(catalogue, request, workspace),
    title: (_, { lang }) => looseWordsOfPage[lang].title,
    crumbs: (_, { lang }, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: looseWordsOfPage[lang].thread, href: workspacePath(workspace, 'traden') }],
    actions: { mend: mendIt(catalogue), waive: waiveIt(catalogue), unwaive: unwaiveIt(catalogue), undo: undo(catalogue), untie: undoIt(catalogue) },
    view: (loaded, request, { workspace }, returned) => (
      <LooseThreads
        catalogue={catalogue} loaded={loaded} request={request} workspace={workspace} returned={returned}
        leads={hasRole(request.viewer, workspace.id, ...leading)}
      />
    ),
  })

const mendIt = (catalogue: Catalogue): Act => async (work, { request, scope: { workspace }, raw }) => {
  const about = await aboutOf(work, catalogue, workspace, raw)
  if ('refused' in about) return about
  const { rule, kind, item } = about.done
  const index = Number(firstText(raw, 'mate'))
  const way = mendsOf(rule, workspace.areasAboveGoals)[index]
  if (!way) return { refused: 'missing' }
  return mend({ work, catalogue, place: workspace, lang: request.lang, kind, item, raw, key: formKey(rule.id, item.number, index), here: request.path }, way)
}

const waiveIt = (catalogue: Catalogue): Act => async (work, { request, scope: { workspace }, raw }) => {
  const about = await aboutOf(work, catalogue, workspace, raw)
  if ('refused' in about) return about
  const { rule, kind, item } = about.done
  const w = mendWords[request.lang]
  const name = reasonName(formKey(rule.id, item.number, 'waive'))
  const reason = firstText(raw, name).replaceAll('\0', '').toWellFormed().slice(0, 500)
  if (!reason) return { refused: { errors: { [name]: w.reason } } }
  await insertWaiver(work.tx, { workspaceId: workspace.id, rule: rule.id, itemId: item.id, reason, at: work.now.toString(), by: work.viewer.person?.id ?? null })
  work.record({ workspaceId: workspace.id, what: 'check.waived', body: { rule: rule.id, item: item.id, reason } })
  const undo = { action: request.path, label: w.undo, fields: { handling: 'unwaive', regel: rule.id, nummer: String(item.number), slag: kind.name } }
  return { done: { to: request.path, flash: { text: w.waived(item.title), undo } } }
}

const unwaiveIt = (catalogue: Catalogue): Act => async (work, { request, scope: { workspace }, raw }) => {
  const about = await aboutOf(work, catalogue, workspace, raw)
  if ('refused' in about) return about
  const { rule, item } = about.done
  if (!(await deleteWaiver(work.tx, workspace.id, rule.id, item.id))) return { refused: 'missing' }
  work.record({ workspaceId: workspace.id, what: 'check.applies-again', body: { rule: rule.id, item: item.id } })
  return { done: { to: request.path, flash: { text: mendWords[request.lang].unwaived(item.title) } } }
}

const undo = (catalogue: Catalogue): Act => (work, { request, scope: { workspace }, raw }) =>
  undoChange({ work, catalogue, place: workspace, lang: request.lang, raw, here: request.path })

const undoIt = (catalogue: Catalogue): Act => (work, { request, scope: { workspace }, raw }) =>
  undoTie({ work, catalogue, place: workspace, lang: request.lang, raw, here: request.path })
