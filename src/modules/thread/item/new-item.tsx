import { page, type Request } from '../../../platform/http/page.ts'
import { addItems } from '../../../platform/item/item.actions.ts'
import { mayAdd } from '../../../platform/item/item.policy.ts'
import { readHeads } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { Button, ButtonLink, Form, FormActions, formState, Heading } from '../../../ui/index.ts'
import { type InWorkspace, workspaceRoles } from '../../workspaces/index.ts'
import { tieAll } from '../link/link.actions.ts'
import { choicesFor, itemPath, strangersIn } from './context.ts'
import { words as parseWords } from '../../../platform/item/parse.ts'
import { ItemForm, newTitle, readItemForm, settle, takesFiles } from './item-form.tsx'
import { itemWords } from './item.words.ts'
import { listCrumbs } from './crumbs.ts'

/** What a new item is to be tied to at once: `?til=12&som=supports`, from the other item's page. */
async function tieOnBirth(request: Request, catalogue: Catalogue, workspaceId: string, kind: Kind) {
  const number = Number(request.query.get('til'))
  const relation = catalogue.relations.find((r) => r.name === request.query.get('som'))
  if (!relation || !Number.isInteger(number) || number < 1) return null
  const [other] = await readHeads(request.db, request.viewer, { workspaceId, numbers: [number] })
  if (!other) return null
  if (relation.from.includes(kind.name) && relation.to.includes(other.kind)) return { relation, other, forward: true }
  if (relation.from.includes(other.kind) && relation.to.includes(kind.name)) return { relation, other, forward: false }
  return null
}

export const newItemPage = (catalogue: Catalogue, kind: Kind) => {
  const births = catalogue.births.filter((part) => part.kinds.includes(kind.name))
  return page({
    path: `/arbeidsrom/:workspace/${kind.segment}/ny`,
    access: workspaceRoles(`${kind.name}-writers`, kind.writers),
    load: async (request, { workspace }: InWorkspace) => ({
      choices: await choicesFor(request, workspace, kind),
      tie: await tieOnBirth(request, catalogue, workspace.id, kind),
      births: await Promise.all(births.map(async (part) => ({ part, data: await part.load(request, workspace, kind) }))),
    }),
    title: (_, request) => newTitle(kind, request.lang),
    crumbs: (_, request, { workspace }) => listCrumbs(workspace, kind, request.lang),
    actions: {
      add: async (work, { request, scope: { workspace }, loaded, raw }) => {
        const read = readItemForm(kind, raw, request.lang)
        if ('errors' in read) return { refused: { errors: read.errors } }
        if (!mayAdd(work.viewer, workspace, kind)) return { refused: 'forbidden' }
        const strangers = await strangersIn(request, workspace, kind, read.input.change.fields)
        if (strangers.length > 0) return { refused: { errors: Object.fromEntries(strangers.map((name) => [name, parseWords[request.lang].choose])) } }
        const change = await settle(work, workspace.id, kind, read.input)
        const added = await addItems(work, workspace, kind, [{ ...change, language: workspace.language }])
        if ('refused' in added) return { refused: 'forbidden' }
        const [id] = added.done
        if (id && loaded.tie) {
          const { relation, other, forward } = loaded.tie
          const self = { id, kind: kind.name }
          const [from, to] = forward ? [self, other] : [other, self]
          await tieAll(work, workspace.id, [{ relation: relation.name, fromId: from.id, fromKind: from.kind, toId: to.id, toKind: to.kind }])
        }
        if (id) for (const { part, data } of loaded.births) await part.born(work, workspace, { id, kind: kind.name }, data, raw)
        const [made] = await readHeads(work.tx, work.viewer, { workspaceId: workspace.id, ids: id ? [id] : [] })
        const w = itemWords[request.lang]
        return { done: { to: made ? itemPath(workspace, kind, made) : itemPath(workspace, kind), flash: { text: w.added(kind.words[request.lang].one) } } }
      },
    },
    takesFiles: takesFiles(kind),
    view: ({ choices, tie, births: begun }, request, { workspace }, returned) => {
      const { lang, path } = request
      return (
        <>
          <Heading level={1}>{newTitle(kind, lang)}</Heading>
          {tie ? <p class="lead">{tie.relation.words[lang][tie.forward ? 'forward' : 'backward']}: «{tie.other.title}»</p> : null}
          <Form action={path} submissionKey={crypto.randomUUID()} guard unsaved={returned !== null} files={takesFiles(kind)}>
            <ItemForm kind={kind} lang={lang} state={formState(returned)} choices={choices} short />
            {begun.map(({ part, data }) => part.view(data, request, returned))}
            <FormActions>
              <Button variant="primary">{itemWords[lang].save}</Button>
              <ButtonLink href={itemPath(workspace, kind)} variant="quiet">{itemWords[lang].cancel}</ButtonLink>
            </FormActions>
          </Form>
        </>
      )
    },
  })
}
