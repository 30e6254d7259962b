import { membershipsIn } from '../../../platform/access/viewer.ts'
import { type Access, page, type Request } from '../../../platform/http/page.ts'
import { abilities } from '../../../platform/item/item.policy.ts'
import { type Item, readItem } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { capitalised, formatDateTime } from '../../../platform/text/format.ts'
import { ButtonLink, Heading, Tag } from '../../../ui/index.ts'
import { findWorkspace, type InWorkspace, workspacePath } from '../../workspaces/index.ts'
import { ItemThread } from '../drawing/index.ts'
import { retie, untie } from '../link/link.actions.ts'
import { findLink, findRemovedLink } from '../link/link.store.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { itemPath, namesFor } from './context.ts'
import { listCrumbs } from './crumbs.ts'
import { FieldFacts, ItemState } from './field-view.tsx'
import { itemWords } from './item.words.ts'
import { LinkList } from './link-list.tsx'
import { type LooseWords, pictureOfWhole, readAround } from './whole.ts'

export type ItemScope = InWorkspace & { item: Item }

/** Whoever may read this item. */
export const itemReaders = (kind: Kind): Access<ItemScope> => ({
  name: `${kind.name}-readers`,
  async check(request, params) {
    const workspace = await findWorkspace(request.db, request.viewer, params.workspace ?? '')
    const item = workspace && (await readItem(request.db, request.viewer, kind, workspace.id, Number(params.number)))
    return workspace && item ? { workspace, item } : { denied: 'missing' }
  },
})

/** Members who may read this item. What it said before, and who wrote it, is for those who work with it. */
export const itemMembers = (kind: Kind): Access<ItemScope> => ({
  name: `${kind.name}-members`,
  async check(request, params) {
    const scope = await itemReaders(kind).check(request, params)
    return 'denied' in scope || membershipsIn(request.viewer, scope.workspace.id).length > 0 ? scope : { denied: 'missing' }
  },
})

/** The first thing that is written about it. */
const textOf = (kind: Kind, item: Item): string =>
  Object.entries(kind.fields).flatMap(([name, { type }]) => (type === 'longText' && typeof item.fields[name] === 'string' ? [item.fields[name].replace(/\s+/g, ' ')] : []))[0] ?? ''

async function load(request: Request, { workspace, item }: ItemScope, kind: Kind, catalogue: Catalogue, looseWords: LooseWords) {
  // Its own first, then what every item has.
  const parts = [kind.name, 'anything'].flatMap((name) => catalogue.parts.filter((part) => part.kind === name))
  const may = abilities(request.viewer, workspace, kind, item)
  const [names, whole, ...loaded] = await Promise.all([
    namesFor(request, kind, [item]),
    readAround(request, workspace, catalogue, item.id, looseWords),
    ...parts.map((part) => part.load(request, workspace, item)),
  ])
  return { names, whole, may, parts: parts.map((part, i) => ({ part, data: loaded[i] })) }
}

/** An item: its content to the left, its own thread to the right, what it is made of below. */
export const showItemPage = (catalogue: Catalogue, kind: Kind, looseWords: LooseWords) =>
  page({
    path: `/arbeidsrom/:workspace/${kind.segment}/:number{[0-9]+}`,
    access: itemReaders(kind),
    shared: true,
    listed: true,
    load: (request, scope) => load(request, scope, kind, catalogue, looseWords),
    title: (_, __, { item }) => item.title,
    description: (_, { lang }, { workspace, item }) => `${capitalised(kind.words[lang].one)}, ${workspace.title}. ${textOf(kind, item)}`.slice(0, 200).trim(),
    crumbs: (_, request, { workspace }) => listCrumbs(workspace, kind, request.lang),
    actions: {
      untie: async (work, { request, scope: { workspace, item }, loaded, raw }) => {
        const w = itemWords[request.lang]
        if (!loaded.may.link) return { refused: 'forbidden' }
        const link = await findLink(work.tx, work.viewer, workspace.id, firstText(raw, 'lenke'))
        if (!link || (link.from_id !== item.id && link.to_id !== item.id)) return { refused: 'missing' }
        await untie(work, workspace.id, link.id)
        const here = itemPath(workspace, kind, item)
        return { done: { to: here, flash: { text: w.unlinked, undo: { action: here, label: w.undo, fields: { handling: 'retie', lenke: link.id } } } } }
      },
      retie: async (work, { request, scope: { workspace, item }, loaded, raw }) => {
        if (!loaded.may.link) return { refused: 'forbidden' }
        const link = await findRemovedLink(work.tx, workspace.id, firstText(raw, 'lenke'))
        if (!link || (link.from_id !== item.id && link.to_id !== item.id)) return { refused: 'missing' }
        const outcome = await retie(work, workspace.id, link.id)
        return 'refused' in outcome ? { refused: 'missing' } : { done: { to: itemPath(workspace, kind, item), flash: { text: itemWords[request.lang].linked } } }
      },
    },
    view: ({ names, whole, may, parts }, request, { workspace, item }) => {
      const { lang } = request
      const w = itemWords[lang]
      const picture = pictureOfWhole(catalogue, workspace, whole, request)
      const here = itemPath(workspace, kind, item)
      const loose = whole.loose.get(item.id) ?? []
      const context = { request, workspace, item, abilities: may, catalogue }
      return (
        <article class="item">
          <header class="item-head">
            <p class="kind-line">{capitalised(kind.words[lang].one)}{item.code ? ` ${item.code}` : ''} {item.audience === 'public' ? <Tag>{w.audiences.public}</Tag> : null}</p>
            <Heading level={1} lang={item.language === lang ? undefined : item.language}>{item.title}</Heading>
            <ItemState kind={kind} state={item.state} fields={item.fields} lang={lang} />
            {parts.map(({ part, data }) => part.lead?.(data, context) ?? null)}
            <div class="actions">
              {may.change ? <ButtonLink href={`${here}/endre`} variant={parts.some(({ part }) => part.acts) ? 'secondary' : 'primary'}>{w.change}</ButtonLink> : null}
              {may.link ? <ButtonLink href={`${here}/knytt`}>{w.link}</ButtonLink> : null}
              {membershipsIn(request.viewer, workspace.id).length > 0 ? <ButtonLink href={`${here}/historie`} variant="quiet">{w.history}</ButtonLink> : null}
              {may.remove ? <ButtonLink href={`${here}/fjern`} variant="quiet">{w.remove}</ButtonLink> : null}
            </div>
          </header>
          {loose.length > 0 ? (
            <ul class="loose-ends">{loose.map((end) => <li><a href={workspacePath(workspace, 'traden/lose-trader')}>{capitalised(end.word)}</a>{end.why ? <span class="hint"> {end.why}</span> : null}</li>)}</ul>
          ) : null}
          <div class="item-columns">
            <div>
              {parts.filter(({ part }) => part.first).map(({ part, data }) => part.view(data, context))}
              <FieldFacts kind={kind} item={item} lang={lang} names={names} />
              {parts.filter(({ part }) => !part.first).map(({ part, data }) => part.view(data, context))}
            </div>
            <aside>
              {kind.step ? <ItemThread picture={picture} id={item.id} /> : null}
              <LinkList catalogue={catalogue} workspace={workspace} item={item} whole={whole} lang={lang} may={may} here={here} />
            </aside>
          </div>
          <p class="hint">{w.lastChanged(formatDateTime(item.changed_at, lang))}</p>
        </article>
      )
    },
  })
