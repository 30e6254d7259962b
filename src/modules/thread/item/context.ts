import { isHeldOn } from '../../../platform/access/holds.ts'
import { membershipsIn } from '../../../platform/access/viewer.ts'
import { fileNames } from '../../../platform/files/file.store.ts'
import type { Request, WorkspaceHead } from '../../../platform/http/page.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import { organisationsById, partiesOf, peopleById } from '../../actors/index.ts'
import { membersOf, workspacePath } from '../../workspaces/index.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import type { Choices } from '../../../ui/form/item-fields.tsx'

export const itemPath = (workspace: { slug: string }, kind: Kind, item?: { number: number }, rest = ''): string =>
  workspacePath(workspace, `${kind.segment}${item ? `/${item.number}` : ''}${rest}`)

/** What the form of a kind is made of: the workspace's organisations and people, and the names of files it holds. */
export async function choicesFor(request: Request, workspace: WorkspaceHead, kind: Kind, fileIds: readonly string[] = []): Promise<Choices> {
  const types = new Set(Object.values(kind.fields).map((f) => f.type))
  return {
    organisations: types.has('organisations') ? (await partiesOf(request.db, workspace.id)).map((o) => ({ value: o.id, label: o.name })) : [],
    people: types.has('person') ? await peopleIn(request, workspace.id) : [],
    fileNames: fileIds.length > 0 ? await fileNames(request.db, fileIds) : new Map(),
  }
}

/** Those who are in the workspace today, each once. */
async function peopleIn(request: Request, workspaceId: string): Promise<Choices['people']> {
  const today = osloDate(request.now).toString()
  const here = (await membersOf(request.db, workspaceId)).filter((one) => isHeldOn(one, today))
  return [...new Map(here.map((one) => [one.id, one.name]))].map(([value, label]) => ({ value, label }))
}

/** Names by id. Those of people are there for members only. */
export type Names = { organisations: ReadonlyMap<string, string>; files: ReadonlyMap<string, string>; people?: ReadonlyMap<string, string> }

/** Names of everything that items refer to by id: two statements, however many items. */
export async function namesFor(request: Request, kind: Kind, items: readonly Item[]): Promise<Names> {
  const idsOf = (type: string) =>
    Object.entries(kind.fields)
      .filter(([, field]) => field.type === type)
      .flatMap(([name]) => items.flatMap((item) => item.fields[name] ?? []))
      .filter((id): id is string => typeof id === 'string')
  const files = idsOf('file')
  const people = idsOf('person')
  const member = items.every((item) => membershipsIn(request.viewer, item.workspace_id).length > 0)
  return {
    organisations: new Map([...(await organisationsById(request.db, idsOf('organisations')))].map(([id, o]) => [id, o.name])),
    files: files.length > 0 ? await fileNames(request.db, files) : new Map(),
    people: member && people.length > 0 ? await peopleById(request.db, people) : new Map(),
  }
}

/** The fields that name a person or an organisation that is not in the workspace, and was not named there before. */
export async function strangersIn(request: Request, workspace: WorkspaceHead, kind: Kind, fields: Item['fields'], item: Item | null = null): Promise<string[]> {
  const before = (name: string): readonly unknown[] => [item?.fields[name] ?? []].flat()
  const newIn = (type: 'person' | 'organisations') => Object.entries(kind.fields).flatMap(([name, field]) => {
    const added = field.type === type ? [fields[name] ?? []].flat().filter((id) => !before(name).includes(id)) : []
    return added.length > 0 ? [{ name, added }] : []
  })
  const [people, organisations] = [newIn('person'), newIn('organisations')]
  const here = new Set([
    ...(people.length > 0 ? (await peopleIn(request, workspace.id)).map((one) => one.value) : []),
    ...(organisations.length > 0 ? (await partiesOf(request.db, workspace.id)).map((one) => one.id) : []),
  ])
  return [...people, ...organisations].flatMap(({ name, added }) => (added.every((id) => here.has(String(id))) ? [] : [name]))
}
