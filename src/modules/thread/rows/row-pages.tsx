import type { Reader } from '../../../platform/db/database.ts'
import type { Work } from '../../../platform/db/work.ts'
import { versionField } from '../../../platform/http/form.ts'
import { type Access, page, type Page, type Request, type View } from '../../../platform/http/page.ts'
import { changeChildren } from '../../../platform/item/item.actions.ts'
import { mayChange } from '../../../platform/item/item.policy.ts'
import { type Item, readItem } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import { type FieldErrors, firstText, type RawForm } from '../../../platform/item/parse.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Alert, Button, ButtonLink, ErrorSummary, Form, FormActions, type FormState, formState, Heading } from '../../../ui/index.ts'
import { itemPath } from '../item/context.ts'
import { itemCrumbs } from '../item/crumbs.ts'
import { findWorkspace, type InWorkspace } from '../../workspaces/index.ts'
import { type RowWords, rowWords } from './row.words.ts'

/** What a row's form is about: the item, and the row that is changed (null for a new one). */
export type RowScope<R> = InWorkspace & { item: Item; rows: readonly R[]; row: R | null }

/**
 * Rows that count under an item's version (milestones, instruments, measurements), each with a small form of its own.
 * From this come a page for a new row and one for changing or removing it.
 */
export type RowSpec<R extends { id: string }, E> = {
  kind: Kind
  /** Address under the item, such as `milepaler`. */
  segment: string
  /** What the events are called: `milestone.added`. */
  event: string
  words: Readonly<Record<Lang, RowWords>>
  find(db: Reader, itemId: string): Promise<R[]>
  /** Who may write this row; with null, whether there is any row that they may write. */
  may?(viewer: Viewer, workspace: InWorkspace['workspace'], item: Item, row: Omit<R, 'id'> | null): boolean
  /** What the form's menus are made of. */
  extra(request: Request, scope: RowScope<R>): Promise<E>
  start(row: R | null, args: { request: Request; scope: RowScope<R>; extra: E }): FormState['values']
  read(raw: RawForm, args: { request: Request; scope: RowScope<R>; extra: E }): { row: Omit<R, 'id'> } | { errors: FieldErrors }
  /** Makes what the row refers to by name, in the same transaction. */
  settle?(work: Work, workspace: InWorkspace['workspace'], row: Omit<R, 'id'>): Promise<Omit<R, 'id'>>
  write(work: Work, item: Item, row: Omit<R, 'id'>, before: R | null): Promise<void>
  remove(work: Work, item: Item, row: R): Promise<void>
  fields(state: FormState, args: { request: Request; scope: RowScope<R>; extra: E }): View
  /** The row in one line, for the one whose change came second. */
  summary(row: R, args: { request: Request; scope: RowScope<R>; extra: E }): string
  /** Where on the item's page one lands again. */
  anchor: string
}

export function rowPages<R extends { id: string }, E>(spec: RowSpec<R, E>): Page[] {
  const may = spec.may ?? ((viewer, workspace, item) => mayChange(viewer, workspace, spec.kind, item))
  const access: Access<RowScope<R>> = {
    name: `${spec.event}-writers`,
    async check(request, params) {
      const workspace = await findWorkspace(request.db, request.viewer, params.workspace ?? '')
      const item = workspace && (await readItem(request.db, request.viewer, spec.kind, workspace.id, Number(params.number)))
      if (!workspace || !item) return { denied: 'missing' }
      if (workspace.state === 'archived') return { denied: 'archived' }
      if (!may(request.viewer, workspace, item, null)) return { denied: 'forbidden' }
      const rows = await spec.find(request.db, item.id)
      const row = rows.find((one) => one.id === params.row) ?? null
      if (params.row !== undefined && !row) return { denied: 'missing' }
      return row && !may(request.viewer, workspace, item, row) ? { denied: 'forbidden' } : { workspace, item, rows, row }
    },
  }
  const shown = (scope: RowScope<R>) => `${itemPath(scope.workspace, spec.kind, scope.item)}#${spec.anchor}`
  const version = (raw: RawForm) => Number(firstText(raw, versionField))

  const base = (path: string, adding: boolean): Page =>
    page<RowScope<R>, { extra: E }>({
      path: `/arbeidsrom/:workspace/${spec.kind.segment}/:number{[0-9]+}/${spec.segment}/${path}`,
      access,
      load: async (request, scope) => ({ extra: await spec.extra(request, scope) }),
      title: (_, { lang }) => (adding ? spec.words[lang].add : spec.words[lang].change),
      crumbs: (_, { lang }, { workspace, item }) => itemCrumbs(workspace, spec.kind, lang, item),
      actions: {
        save: async (work, { request, scope, loaded, raw }) => {
          const { workspace, item } = scope
          const read = spec.read(raw, { request, scope, extra: loaded.extra })
          if ('errors' in read) return { refused: { errors: read.errors } }
          const row = spec.settle ? await spec.settle(work, workspace, read.row) : read.row
          const w = spec.words[request.lang]
          const done = await changeChildren(
            work, workspace, spec.kind, item, version(raw), `${spec.event}.${adding ? 'added' : 'changed'}`,
            () => spec.write(work, item, row, scope.row), may(work.viewer, workspace, item, row),
          )
          return 'refused' in done ? done : { done: { to: shown(scope), flash: { text: adding ? w.added : w.changed } } }
        },
        ...(!adding && {
          remove: async (work, { request, scope, raw }) => {
            const { workspace, item, row } = scope
            if (!row) return { refused: 'missing' }
            const done = await changeChildren(
              work, workspace, spec.kind, item, version(raw), `${spec.event}.removed`,
              () => spec.remove(work, item, row), may(work.viewer, workspace, item, row),
            )
            return 'refused' in done ? done : { done: { to: shown(scope), flash: { text: spec.words[request.lang].removed } } }
          },
        }),
      },
      view: ({ extra }, request, scope, returned) => {
        const { lang, path: here } = request
        const w = rowWords[lang]
        const args = { request, scope, extra }
        const state = formState(returned, spec.start(scope.row, args))
        return (
          <>
            <p class="kind-line">{scope.item.title}</p>
            <Heading level={1}>{adding ? spec.words[lang].add : spec.words[lang].change}</Heading>
            {returned?.stale ? (
              <Alert colour="warning" title={w.staleTitle}>
                <p>{w.stale}{scope.row ? ` ${w.standsNow} ${spec.summary(scope.row, args)}` : ''}</p>
              </Alert>
            ) : null}
            <ErrorSummary lang={lang} state={state} />
            <Form action={here} does="save" submissionKey={crypto.randomUUID()} version={scope.item.version} guard>
              {spec.fields(state, args)}
              <FormActions>
                <Button variant="primary">{w.save}</Button>
                <ButtonLink href={shown(scope)} variant="quiet">{w.cancel}</ButtonLink>
              </FormActions>
            </Form>
            {adding ? null : (
              <Form action={here} does="remove" submissionKey={crypto.randomUUID()} version={scope.item.version}>
                <FormActions><Button variant="quiet">{spec.words[lang].remove}</Button></FormActions>
              </Form>
            )}
          </>
        )
      },
    })
  return [base('ny', true), base(':row{[0-9a-f-]+}/endre', false)]
}
