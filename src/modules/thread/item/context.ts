import { fileNames } from '../../../platform/files/file.store.ts'
import type { Request, WorkspaceHead } from '../../../platform/http/page.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import { organisationsById, partiesOf } from '../../actors/index.ts'
import { membersOf, workspacePath } from '../../workspaces/index.ts'
import type { Choices } from '../../../ui/form/item-fields.tsx'

export const itemPath = (workspace: { slug: string }, kind: Kind, item?: { number: number }, rest = ''): string =>
  workspacePath(workspace, `${kind.segment}${item ? `/${item.number}` : ''}${rest}`)

/** What the form of a kind is made of: the workspace's organisations and people, and the names of files it holds. */
export async function choicesFor(request: Request, workspace: WorkspaceHead, kind: Kind, fileIds: readonly string[] = []): Promise<Choices> {
  const types = new Set(Object.values(kind.fields).map((f) => f.type))
  return {
    organisations: types.has('organisations') ? (await partiesOf(request.db, workspace.id)).map((o) => ({ value: o.id, label: o.name })) : [],
    people: types.has('person') ? (await membersOf(request.db, workspace.id)).map((m) => ({ value: m.id, label: m.name })) : [],
    fileNames: fileIds.length > 0 ? await fileNames(request.db, fileIds) : new Map(),
  }
}

export type Names = { organisations: ReadonlyMap<string, string>; files: ReadonlyMap<string, string> }

/** Names of everything that items refer to by id: two statements, however many items. */
export async function namesFor(request: Request, kind: Kind, items: readonly Item[]): Promise<Names> {
  const idsOf = (type: string) =>
    Object.entries(kind.fields)
      .filter(([, field]) => field.type === type)
      .flatMap(([name]) => items.flatMap((item) => item.fields[name] ?? []))
      .filter((id): id is string => typeof id === 'string')
  const files = idsOf('file')
  return {
    organisations: new Map([...(await organisationsById(request.db, idsOf('organisations')))].map(([id, o]) => [id, o.name])),
    files: files.length > 0 ? await fileNames(request.db, files) : new Map(),
  }
}
