import { membershipsIn } from '../../../platform/access/viewer.ts'
import { fileNames } from '../../../platform/files/file.store.ts'
import type { Request, WorkspaceHead } from '../../../platform/http/page.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import { organisationsById, partiesOf, peopleById } from '../../actors/index.ts'
import { membersAmong, peopleForMenu, workspacePath } from '../../workspaces/index.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import type { Choices } from '../../../ui/form/item-fields.tsx'

export const itemPath = (workspace: { slug: string }, kind: Kind, item?: { number: number }, rest = ''): string =>
  workspacePath(workspace, `${kind.segment}${item ? `/${item.number}` : ''}${rest}`)

const chosenIn = (type: 'file' | 'person', kind: Kind, item: Item | null): string[] =>
  Object.entries(kind.fields).flatMap(([name, field]) => (field.type === type && item?.fields[name] ? [String(item.fields[name])] : []))

/** What the form of a kind is made of: the workspace's organisations and people, those that the item has, and the names of files it holds. */
export async function choicesFor(request: Request, workspace: WorkspaceHead, kind: Kind, item: Item | null = null): Promise<Choices> {
  const files = chosenIn('file', kind, item)
  const types = new Set(Object.values(kind.fields).map((f) => f.type))
  return {
    organisations: types.has('organisations') ? (await partiesOf(request.db, workspace.id)).map((o) => ({ value: o.id, label: o.name })) : [],
    people: types.has('person') ? await peopleIn(request, workspace.id, chosenIn('person', kind, item)) : [],
    fileNames: files.length > 0 ? await fileNames(request.db, files) : new Map(),
  }
}

/** Those who are in the workspace today, as a menu has them, and those who are chosen already. */
export const peopleIn = async ({ db, now }: Request, workspaceId: string, chosen: readonly string[] = []): Promise<Choices['people']> =>
  (await peopleForMenu(db, workspaceId, osloDate(now).toString(), chosen)).map(({ id, name }) => ({ value: id, label: name }))

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
    ...(people.length > 0 ? await membersAmong(request.db, workspace.id, people.flatMap((one) => one.added.map(String)), osloDate(request.now).toString()) : []),
    ...(organisations.length > 0 ? (await partiesOf(request.db, workspace.id)).map((one) => one.id) : []),
  ])
  return [...people, ...organisations].flatMap(({ name, added }) => (added.every((id) => here.has(String(id))) ? [] : [name]))
}
