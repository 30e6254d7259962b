import { page } from '../../../platform/http/page.ts'
import { removeItem, restoreItem } from '../../../platform/item/item.actions.ts'
import { readHeads, readItem } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { Button, ButtonLink, Form, FormActions, Heading } from '../../../ui/index.ts'
import { type InWorkspace, workspaceRoles } from '../../workspaces/index.ts'
import { linksOf } from '../link/link.store.ts'
import { itemPath } from './context.ts'
import { itemCrumbs, listCrumbs } from './crumbs.ts'
import { itemWords } from './item.words.ts'

/** Asks before an item is removed, and says what would come loose. */
export const removeItemPage = (catalogue: Catalogue, kind: Kind) =>
  page({
    path: `/arbeidsrom/:workspace/${kind.segment}/:number{[0-9]+}/fjern`,
    access: workspaceRoles(`${kind.name}-writers`, kind.writers),
    load: async (request, { workspace }: InWorkspace, params) => {
      const item = await readItem(request.db, request.viewer, kind, workspace.id, Number(params.number))
      if (!item) return null
      const links = await linksOf(request.db, request.viewer, [item.id])
      const others = await readHeads(request.db, request.viewer, { workspaceId: workspace.id, ids: links.map((l) => (l.from_id === item.id ? l.to_id : l.from_id)) })
      return { item, others }
    },
    title: ({ item }, request) => itemWords[request.lang].removeTitle(item.title),
    crumbs: ({ item }, request, { workspace }) => itemCrumbs(workspace, kind, request.lang, item),
    actions: {
      remove: async (work, { request, scope: { workspace }, loaded: { item } }) => {
        const w = itemWords[request.lang]
        const removed = await removeItem(work, workspace, kind, item)
        if ('refused' in removed) return { refused: removed.refused }
        const undo = { action: itemPath(workspace, kind, undefined, '/fjernet'), label: w.undo, fields: { nummer: String(item.number) } }
        return { done: { to: itemPath(workspace, kind), flash: { text: w.removed(item.title), undo } } }
      },
    },
    view: ({ item, others }, { lang, path }, { workspace }) => {
      const w = itemWords[lang]
      return (
        <>
          <Heading level={1}>{w.removeTitle(item.title)}</Heading>
          <p class="lead">{w.removeLead}</p>
          {others.length === 0 ? <p>{w.nothingLoose}</p> : (
            <>
              <p>{w.comesLoose}</p>
              <ul>{others.map((other) => <li>{other.title} <span class="hint">{catalogue.kinds.get(other.kind)?.words[lang].one}</span></li>)}</ul>
            </>
          )}
          <Form action={path} submissionKey={crypto.randomUUID()}>
            <FormActions>
              <Button variant="primary">{w.removeButton}</Button>
              <ButtonLink href={itemPath(workspace, kind, item)} variant="quiet">{w.cancel}</ButtonLink>
            </FormActions>
          </Form>
        </>
      )
    },
  })

/** What was removed, to be brought back. */
export const removedItemsPage = (kind: Kind) =>
  page({
    path: `/arbeidsrom/:workspace/${kind.segment}/fjernet`,
    access: workspaceRoles(`${kind.name}-writers`, kind.writers),
    load: async (request, { workspace }: InWorkspace) => ({ items: await readHeads(request.db, request.viewer, { workspaceId: workspace.id, kinds: [kind.name], removed: true }) }),
    title: (_, request) => `${itemWords[request.lang].removedItems}: ${kind.words[request.lang].many}`,
    crumbs: (_, request, { workspace }) => listCrumbs(workspace, kind, request.lang),
    actions: {
      restore: async (work, { request, scope: { workspace }, raw }) => {
        const item = await readItem(work.tx, work.viewer, kind, workspace.id, Number(firstText(raw, 'nummer')), true)
        if (!item) return { refused: 'missing' }
        const restored = await restoreItem(work, workspace, kind, item)
        if ('refused' in restored) return { refused: restored.refused }
        return { done: { to: itemPath(workspace, kind, item), flash: { text: itemWords[request.lang].restored(item.title) } } }
      },
    },
    view: ({ items }, { lang, pathname }) => {
      const w = itemWords[lang]
      return (
        <>
          <Heading level={1}>{w.removedItems}: {kind.words[lang].many}</Heading>
          {items.length === 0 ? <p>{w.noneRemoved}</p> : (
            <ul class="tasks">
              {items.map((item) => (
                <li>
                  <div class="task-text">{item.title}</div>
                  <form method="post" action={pathname} class="inline">
                    <input type="hidden" name="nummer" value={String(item.number)} />
                    <Button small>{w.restore}<span class="ds-sr-only"> «{item.title}»</span></Button>
                  </form>
                </li>
              ))}
            </ul>
          )}
        </>
      )
    },
  })
