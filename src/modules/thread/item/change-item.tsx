import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { type Access, page, type Request } from '../../../platform/http/page.ts'
import { changeItem, differing } from '../../../platform/item/item.actions.ts'
import { mayChange } from '../../../platform/item/item.policy.ts'
import { type Item, readItem } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import { firstText, words as parseWords } from '../../../platform/item/parse.ts'
import { versionField } from '../../../platform/http/form.ts'
import { Button, ButtonLink, Form, FormActions, formState, Heading, isResolution, resolveVersions } from '../../../ui/index.ts'
import { peopleById } from '../../actors/index.ts'
import { findWorkspace, type InWorkspace } from '../../workspaces/index.ts'
import { choicesFor, itemPath, strangersIn } from './context.ts'
import { itemCrumbs } from './crumbs.ts'
import { ItemConflict } from './conflict.tsx'
import { ItemForm, readItemForm, stateOfItem, settle, takesFiles } from './item-form.tsx'
import { itemWords } from './item.words.ts'

/** Those who may change this very item: writers of the kind, and the representative of an organisation that owns it. */
export const itemChangers = (kind: Kind): Access<InWorkspace & { item: Item }> => ({
  name: `${kind.name}-changers`,
  async check(request, params) {
    const workspace = await findWorkspace(request.db, request.viewer, params.workspace ?? '')
    const item = workspace && (await readItem(request.db, request.viewer, kind, workspace.id, Number(params.number)))
    if (!workspace || !item) return { denied: 'missing' }
    if (workspace.state === 'archived') return { denied: 'archived' }
    return mayChange(request.viewer, workspace, kind, item) ? { workspace, item } : { denied: 'forbidden' }
  },
})

const load = async (request: Request, { workspace, item }: { workspace: WorkspaceHead; item: Item }, kind: Kind) => ({
  choices: await choicesFor(request, workspace, kind, item),
  changedBy: item.changed_by ? (await peopleById(request.db, [item.changed_by])).get(item.changed_by) ?? null : null,
})

export const changeItemPage = (kind: Kind) =>
  page({
    path: `/arbeidsrom/:workspace/${kind.segment}/:number{[0-9]+}/endre`,
    access: itemChangers(kind),
    load: (request, scope) => load(request, scope, kind),
    title: (_, request, { item }) => `${itemWords[request.lang].change}: ${item.title}`,
    crumbs: (_, request, { workspace, item }) => itemCrumbs(workspace, kind, request.lang, item),
    actions: {
      change: async (work, { request, scope: { workspace, item }, raw }) => {
        const read = readItemForm(kind, isResolution(raw) ? resolveVersions(raw) : raw, request.lang)
        if ('errors' in read) return { refused: { errors: read.errors } }
        const strangers = await strangersIn(request, workspace, kind, read.input.change.fields, item)
        if (strangers.length > 0) return { refused: { errors: Object.fromEntries(strangers.map((name) => [name, parseWords[request.lang].choose])) } }
        const { fields, audienceRoles, ...head } = await settle(work, workspace.id, kind, read.input)
        // The form says that it is for some roles, and not which: saving something else changes nobody's view.
        const sameRoles = head.audience === 'roles' && item.audience === 'roles'
        const changed = await changeItem(work, workspace, kind, item, Number(firstText(raw, versionField)), { ...head, ...(audienceRoles && !sameRoles && { audienceRoles }), fields: differing(item, fields) })
        if ('refused' in changed) return { refused: changed.refused }
        return { done: { to: itemPath(workspace, kind, item), flash: { text: itemWords[request.lang].saved } } }
      },
    },
    takesFiles: takesFiles(kind),
    view: ({ choices, changedBy }, { lang, path }, { workspace, item }, returned) => (
      <>
        <Heading level={1}>{itemWords[lang].change} {kind.words[lang].one}</Heading>
        {returned?.stale ? (
          <ItemConflict kind={kind} item={item} raw={isResolution(returned.raw) ? resolveVersions(returned.raw) : returned.raw} lang={lang} choices={choices} who={changedBy} action={path} back={itemPath(workspace, kind, item)} />
        ) : (
          <Form action={path} submissionKey={crypto.randomUUID()} version={item.version} guard unsaved={returned !== null} files={takesFiles(kind)}>
            <ItemForm kind={kind} lang={lang} state={formState(returned, stateOfItem(kind, item, lang).values)} choices={choices} />
            <FormActions>
              <Button variant="primary">{itemWords[lang].save}</Button>
              <ButtonLink href={itemPath(workspace, kind, item)} variant="quiet">{itemWords[lang].cancel}</ButtonLink>
            </FormActions>
          </Form>
        )}
      </>
    ),
  })
