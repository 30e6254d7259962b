import { sql } from 'kysely'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { readShape, type Shape } from '../../platform/db/journal/index.ts'
import { readHeads, type ItemHead } from '../../platform/item/item.store.ts'
import { snapshots } from '../../platform/item/snapshot.store.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { emailsOf, partiesOf, peopleById } from '../../modules/actors/index.ts'
import { linksIn } from '../../modules/thread/index.ts'
import { findWorkspaceById, membersOf, readSettings } from '../../modules/workspaces/index.ts'
import { broughtHistory } from './exchange.store.ts'
import { type CarriedItem, type CarriedWorkspace, formatVersion, workspaceSchema } from './format.ts'

export type Gathering = { viewer: Viewer; catalogue: Catalogue; workspaceId: string; program: string; from: string; now: Temporal.Instant }

/** What stands in a column that points somewhere: which table it points at. */
export const pointers = (shape: Shape, table: string): Map<string, string> =>
  new Map((shape.get(table)?.foreign ?? []).flatMap((one) => (one.columns.length === 1 && one.columns[0] ? [[one.columns[0], one.table] as const] : [])))

const lettersOf: Readonly<Record<string, string>> = { organisation: 'o', person: 'p', item: 'i', file: 'f' }
const longestHistory = 100_000

type Value = string | number | boolean | null
type Body = { title: string; fields: Record<string, Value>; owner: string[]; partner: string[] } & Record<string, unknown>

/** Everything of a workspace that the viewer may see, as it is carried elsewhere: what is removed, and what is others' alone, stays. */
export async function gatherWorkspace(tx: Tx, { viewer, catalogue, workspaceId, program, from, now }: Gathering): Promise<CarriedWorkspace> {
  const shape = await readShape(tx)
  const workspace = await findWorkspaceById(tx, workspaceId)
  const settings = await readSettings(tx, workspaceId)
  const heads = (await readHeads(tx, viewer, { workspaceId })).filter((head) => catalogue.kinds.has(head.kind)).toSorted((a, b) => a.number - b.number)
  const bodies = new Map<string, Body>()
  for (const kind of catalogue.kinds.values()) {
    const ids = heads.filter((head) => head.kind === kind.name).map((head) => head.id)
    for (let i = 0; i < ids.length; i += 500) for (const [id, { body }] of await snapshots(tx, kind, ids.slice(i, i + 500))) bodies.set(id, body as Body)
  }
  const raw = heads.map((head) => rawItem(head, bodies.get(head.id), catalogue, shape))
  const parties = await partiesOf(tx, workspaceId)
  const today = osloDate(now).toString()
  const members = (await membersOf(tx, workspaceId)).filter((one) => one.valid_to === null || one.valid_to >= today)
  const links = await linksIn(tx, viewer, workspaceId)

  // Each thing gets a letter and a number, in an order that does not depend on the installation.
  const pointed = (table: string) => raw.flatMap((one) => one.pointed.filter((p) => p.table === table).map((p) => p.id))
  const organisations = await readOrganisations(tx, [
    ...parties.map((one) => one.id), ...members.flatMap((one) => one.organisationId ?? []), ...pointed('organisation'), ...heads.flatMap((head) => head.audience_organisation_id ?? []),
    ...[...bodies.values()].flatMap((body) => [...body.owner, ...body.partner]), ...[settings.legal_owner_id, settings.data_controller_id, settings.archive_responsible_id].flatMap((id) => id ?? []),
  ])
  const people = await readPeople(tx, [...members.map((one) => one.id), ...pointed('person')])
  const files = await readFiles(tx, pointed('file'))
  const refs = new Map([
    ...organisations.map((one, i) => [one.id, `o${i + 1}`] as const), ...people.map((one, i) => [one.id, `p${i + 1}`] as const),
    ...files.map((one, i) => [one.id, `f${i + 1}`] as const), ...heads.map((head) => [head.id, `i${head.number}`] as const),
  ])
  const refOf = (id: string | null) => (id === null ? null : (refs.get(id) ?? null))
  const known = (ids: readonly string[]) => ids.flatMap((id) => refs.get(id) ?? [])
  const written = (row: Record<string, Value>, table: string): Record<string, Value> => {
    const to = pointers(shape, table)
    return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, to.get(column) && lettersOf[to.get(column) ?? ''] && typeof value === 'string' ? refOf(value) : value]))
  }
  const items = raw.map(({ head, body, table, rows }): CarriedItem => ({
    ref: `i${head.number}`, kind: head.kind, number: head.number, title: head.title, code: head.code, language: head.language, state: head.state, place: head.place,
    audience: head.audience, audienceRoles: head.audience_roles as CarriedItem['audienceRoles'], audienceOrganisation: refOf(head.audience_organisation_id),
    fields: written(body.fields, table), owners: known(body.owner), partners: known(body.partner),
    rows: Object.fromEntries(rows.map(([name, list]) => [name, list.map((row) => written(row, name))])),
  }))
  return workspaceSchema.parse({
    format: 'tradverk-workspace', version: formatVersion, made: { at: now.toString(), program, from },
    workspace: {
      title: workspace.title, kind: workspace.kind, template: workspace.template, language: workspace.language, areasAboveGoals: workspace.areasAboveGoals, partsInUse: [...workspace.partsInUse],
      example: workspace.example, funder: workspace.funder, endsOn: workspace.endsOn, focus: workspace.focus,
      legalOwner: refOf(settings.legal_owner_id), dataController: refOf(settings.data_controller_id), archiveResponsible: refOf(settings.archive_responsible_id),
    },
    organisations: organisations.map((one, i) => ({ ref: `o${i + 1}`, name: one.name, kind: one.kind, orgnr: one.orgnr, officialNumber: one.official_number, example: one.example })),
    people: people.map((one, i) => ({ ref: `p${i + 1}`, name: one.name, email: one.email })),
    parties: parties.map((one) => ({ organisation: refOf(one.id), role: one.role })).toSorted(inOrder),
    members: members.map((one) => ({ person: refOf(one.id), role: one.role, organisation: refOf(one.organisationId) })).toSorted(inOrder),
    items,
    links: links.map((one) => ({ relation: one.relation, from: refOf(one.from_id), to: refOf(one.to_id), note: one.note })).filter((one) => one.from !== null && one.to !== null).toSorted(inOrder),
    files: files.map((one, i) => ({ ref: `f${i + 1}`, name: one.name, mediaType: one.media_type, size: one.size, sha256: one.sha256.toString('hex'), path: pathOf(one) })),
    history: [...(await broughtHistory(tx, workspaceId)), ...(await ownHistory(tx, workspaceId, heads))].slice(-longestHistory),
  })
}

const inOrder = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

/** Where a content lies in the archive: its own sha-256, with the ending that its name has, so that it opens with a press. */
const pathOf = ({ name, sha256 }: { name: string; sha256: Buffer }) => `filer/${sha256.toString('hex')}${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? ''}`

/** An item with its rows, and what its columns point at. Ids of rows and places in lists are made anew where it comes. */
function rawItem(head: ItemHead, body: Body | undefined, catalogue: Catalogue, shape: Shape) {
  const kind = catalogue.kinds.get(head.kind)
  if (!kind || !body) throw new Error(`Item ${head.id} has no fields`)
  const rows = Object.keys(kind.children ?? {}).map((name) => [name, ((body[name] ?? []) as Record<string, Value>[]).map(({ id: _id, place: _place, ...row }) => row)] as const)
  const pointed = [[kind.table, [body.fields]] as const, ...rows].flatMap(([table, list]) =>
    [...pointers(shape, table)].flatMap(([column, to]) => list.flatMap((row) => (typeof row[column] === 'string' ? [{ table: to, id: row[column] }] : []))))
  return { head, body, table: kind.table, rows, pointed }
}

type CarriedOrganisation = { id: string; name: string; kind: string; orgnr: string | null; official_number: string | null; example: boolean }

const readOrganisations = async (db: Reader, ids: readonly string[]): Promise<CarriedOrganisation[]> =>
  (await sql<CarriedOrganisation>`
    select o.id, p.name, p.kind, p.orgnr, p.official_number, p.example from organisation o join organisation p on p.id = coalesce(o.merged_into_id, o.id)
    where o.id = any(${[...new Set(ids)]}::uuid[]) order by p.orgnr nulls last, p.official_number nulls last, p.name, o.id`.execute(db)).rows

async function readPeople(db: Reader, ids: readonly string[]): Promise<{ id: string; name: string; email: string | null }[]> {
  const [names, emails] = [await peopleById(db, ids), await emailsOf(db, ids)]
  return [...names].map(([id, name]) => ({ id, name, email: emails.get(id) ?? null })).toSorted((a, b) => inOrder([a.email, a.name], [b.email, b.name]))
}

async function readFiles(db: Reader, ids: readonly string[]): Promise<{ id: string; name: string; media_type: string; size: number; sha256: Buffer }[]> {
  if (ids.length === 0) return []
  return await db.selectFrom('file').select(['id', 'name', 'media_type', 'size', 'sha256']).where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`).orderBy('sha256').orderBy('name').orderBy('id').execute()
}

/** What happened to these items, as one reads it: who and when, not every word of each version. */
async function ownHistory(db: Reader, workspaceId: string, heads: readonly ItemHead[]): Promise<CarriedWorkspace['history']> {
  const { rows } = await sql<CarriedWorkspace['history'][number]>`
    select to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.what, i.title as item, i.number, p.name as who, o.name as "actingFor"
    from event e join item i on i.id = e.item_id left join person p on p.id = e.person_id left join organisation o on o.id = e.acting_for_id
    where e.workspace_id = ${workspaceId} and e.item_id = any(${heads.map((head) => head.id)}::uuid[]) order by e.sequence desc limit ${longestHistory}`.execute(db)
  return rows.toReversed()
}
