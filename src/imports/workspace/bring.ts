import { sql } from 'kysely'
import type { Outcome, Work } from '../../platform/db/work.ts'
import type { Tx } from '../../platform/db/database.ts'
import { readShape, type Shape } from '../../platform/db/journal/index.ts'
import { contentMatches, fileKinds, kindByName, mediaTypeOf } from '../../platform/files/kinds.ts'
import { keepFile } from '../../platform/files/file.store.ts'
import { columnsOf, type FieldValue } from '../../platform/item/field.ts'
import { v7 } from '../../platform/item/id.ts'
import { addItems } from '../../platform/item/item.actions.ts'
import { bringNumbers, type NewItem } from '../../platform/item/item.store.ts'
import type { Kind } from '../../platform/item/kind.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import type { Platform } from '../../platform/platform.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { addParties, broughtOrganisations, giveName, peopleByEmail } from '../../modules/actors/index.ts'
import { tieAll } from '../../modules/thread/index.ts'
import { addMember, asMember, findWorkspaceById, freeSlug, insertWorkspace, lastDayFrom, sendInvitations, setOwner } from '../../modules/workspaces/index.ts'
import { unpackWorkspace, type Wrong } from './archive.ts'
import { findIntake, insertBrought, settleIntake } from './exchange.store.ts'
import type { CarriedItem, CarriedWorkspace } from './format.ts'
import { pointers } from './gather.ts'

export type BringRefusal = Wrong | 'missing' | 'does-not-fit'

const letters: Readonly<Record<string, RegExp>> = { organisation: /^o\d+$/, person: /^p\d+$/, item: /^i\d+$/, file: /^f\d+$/ }

/**
 * Makes a workspace of what somebody has brought: all of it or nothing, and once. The one who brings it leads it. Nobody else gets any right:
 * those who were members are invited, and only when that is asked for.
 */
export async function bringWorkspace(work: Work, platform: Platform, catalogue: Catalogue, intakeId: string, { invite, progress = async () => {} }: { invite: boolean; progress?: (done: number, total: number) => Promise<void> }): Promise<Outcome<{ slug: string }, BringRefusal>> {
  const personId = work.viewer.person?.id ?? ''
  const intake = await findIntake(work.tx, intakeId, personId, true)
  if (!intake) return { refused: 'missing' }
  if (intake.workspaceId) return { done: { slug: (await findWorkspaceById(work.tx, intake.workspaceId)).slug } }
  const file = await platform.files.open(intake.sha256)
  if (!file) return { refused: 'missing' }
  try {
    const kept = new Map<string, { sha256: Buffer; size: number }>()
    const carried = await unpackWorkspace(file, intake.size, async (sha256, content) => {
      const receipt = await platform.files.receive(once(content), content.length)
      if (!receipt.ok) return
      await platform.files.keep(receipt.received)
      kept.set(sha256, { sha256: receipt.received.sha256, size: content.length })
    })
    if (typeof carried === 'string') return { refused: carried }
    await sql`savepoint brought`.execute(work.tx)
    const workspaceId = await save(work, platform, catalogue, carried, invite, progress).catch(async (error: unknown) => {
      if (!(error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code)))) throw error
      await sql`rollback to savepoint brought`.execute(work.tx)
      return null
    })
    if (workspaceId === null) return { refused: 'does-not-fit' }
    await insertBrought(work.tx, workspaceId, intake.sha256, carried)
    await settleIntake(work.tx, intake.id, workspaceId)
    return { done: { slug: (await findWorkspaceById(work.tx, workspaceId)).slug } }
  } finally {
    await file.close()
  }
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}

async function save(work: Work, platform: Platform, catalogue: Catalogue, carried: CarriedWorkspace, invite: boolean, progress: (done: number, total: number) => Promise<void>): Promise<string> {
  const { tx, now } = work
  const { workspace } = carried
  const today = osloDate(now).toString()
  const organisations = await broughtOrganisations(tx, carried.organisations)
  const ids = new Map(carried.organisations.map((one, i) => [one.ref, organisations[i]?.id ?? '']))
  const idOf = (ref: string | null) => (ref === null ? null : (ids.get(ref) ?? null))
  const id = await insertWorkspace(tx, {
    slug: await freeSlug(tx, workspace.title), title: workspace.title, kind: workspace.kind, template: workspace.template, language: workspace.language, example: workspace.example,
    partsInUse: workspace.partsInUse, areasAboveGoals: workspace.areasAboveGoals, focus: workspace.focus, funder: workspace.funder, endsOn: workspace.endsOn,
  })
  const owner = idOf(workspace.legalOwner)
  if (owner) await setOwner(tx, id, { legalOwner: owner, dataController: idOf(workspace.dataController), archive: idOf(workspace.archiveResponsible) })
  await addParties(tx, id, unique(carried.parties.map((one) => ({ organisationId: idOf(one.organisation) ?? '', role: one.role, from: null })), (one) => one.organisationId))
  await addMember(tx, { workspaceId: id, personId: work.viewer.person?.id ?? '', role: 'leader', organisationId: null, from: today })
  work.record({ workspaceId: id, what: 'workspace.brought', body: { title: workspace.title, from: carried.made.from, program: carried.made.program, at: carried.made.at } })
  for (const [ref, personId] of await pointedPeople(tx, carried, workspace.language)) ids.set(ref, personId)
  for (const file of carried.files) ids.set(file.ref, await nameFile(work, platform, file))
  const leading = asMember(work, id, 'leader')
  const shape = await readShape(tx)
  const place = await findWorkspaceById(tx, id)
  const taken = carried.items.filter((item) => catalogue.kinds.has(item.kind))
  for (const item of taken) ids.set(item.ref, v7())
  let done = 0
  for (const kind of catalogue.kinds.values()) {
    const own = taken.filter((item) => item.kind === kind.name)
    for (let i = 0; i < own.length; i += 500) {
      const part = own.slice(i, i + 500)
      const added = await addItems(leading, place, kind, part.map((item) => newItem(item, kind, shape, ids)), async () => {
        await bringNumbers(tx, id, part.map((item) => ({ id: ids.get(item.ref) ?? '', number: item.number })))
        for (const table of Object.keys(kind.children ?? {})) await insertRows(tx, table, shape, part, ids)
      })
      if ('refused' in added) throw new Error('The one who brings a workspace may write in it')
      await progress((done += part.length), taken.length)
    }
  }
  const kindOf = new Map(taken.map((item) => [item.ref, item.kind]))
  const allowed = (relation: string, from: string, to: string) => catalogue.relations.some((one) => one.name === relation && one.from.includes(from) && one.to.includes(to))
  await tieAll(leading, id, carried.links.flatMap(({ relation, from, to, note }) => {
    const [fromKind, toKind] = [kindOf.get(from), kindOf.get(to)]
    return fromKind && toKind && allowed(relation, fromKind, toKind) ? [{ relation, fromId: ids.get(from) ?? '', fromKind, toId: ids.get(to) ?? '', toKind, note }] : []
  }))
  if (invite) await inviteMembers(leading, platform, id, carried, idOf)
  return id
}

const unique = <T,>(list: readonly T[], keyOf: (one: T) => string): T[] => [...new Map(list.map((one) => [keyOf(one), one])).values()]

/** People that something in the plan points at, by their address; they get a name, and no right to anything. */
async function pointedPeople(tx: Tx, carried: CarriedWorkspace, language: CarriedWorkspace['workspace']['language']): Promise<(readonly [string, string])[]> {
  const values = new Set(carried.items.flatMap((item) => [...Object.values(item.fields), ...Object.values(item.rows).flatMap((rows) => rows.flatMap((row) => Object.values(row)))]))
  const people = unique(carried.people.filter((person) => person.email !== null && values.has(person.ref)), (person) => person.email?.toLowerCase() ?? '')
  const found = await peopleByEmail(tx, people.map((person) => person.email ?? ''), language)
  for (const [i, one] of found.entries()) if (one.made) await giveName(tx, one.personId, people[i]?.name ?? one.email)
  return people.map((person, i) => [person.ref, found[i]?.personId ?? ''] as const)
}

async function nameFile(work: Work, platform: Platform, file: CarriedWorkspace['files'][number]): Promise<string> {
  const body = await platform.files.read(Buffer.from(file.sha256, 'hex'))
  if (!body) throw new Error('A file that was just kept is gone')
  const receipt = await platform.files.receive(body as AsyncIterable<Uint8Array>, file.size)
  if (!receipt.ok) throw new Error('A file that was just kept is damaged')
  return (await keepFile(work.tx, platform.files, receipt.received, { name: file.name, mediaType: await heldType(platform, file), uploadedBy: work.viewer.person?.id ?? null, now: work.now, stagedUntil: null })).id
}

/** What a file is, by its name and its content; what the archive claims is not believed. */
async function heldType(platform: Platform, file: CarriedWorkspace['files'][number]): Promise<string> {
  const kind = kindByName(file.name, fileKinds)
  const handle = kind && (await platform.files.open(Buffer.from(file.sha256, 'hex')))
  const holds = kind && handle && (await contentMatches(kind, handle, file.size).finally(() => handle.close()))
  return holds ? mediaTypeOf(kind) : 'application/octet-stream'
}

/** A value as it is here: what pointed at something points at the same here, or at nothing when it did not come along. */
const broughtValue = (value: FieldValue, to: string | undefined, ids: ReadonlyMap<string, string>): FieldValue =>
  to && letters[to] ? (typeof value === 'string' && letters[to].test(value) ? (ids.get(value) ?? null) : null) : value

function newItem(item: CarriedItem, kind: Kind, shape: Shape, ids: ReadonlyMap<string, string>): NewItem {
  const to = pointers(shape, kind.table)
  const own = columnsOf(kind.fields).map((name): [string, FieldValue] => [name, broughtValue(item.fields[name] ?? null, to.get(name), ids)])
  const organisations = Object.entries(kind.fields).flatMap(([name, field]) =>
    field.type === 'organisations' ? [[name, (field.role === 'owner' ? item.owners : item.partners).flatMap((ref) => ids.get(ref) ?? [])] as [string, FieldValue]] : [])
  // What only some could see, and they are not here, is seen by those who lead.
  const audience = item.audience === 'author' || (item.audience === 'organisation' && !ids.get(item.audienceOrganisation ?? '')) ? 'roles' as const : item.audience
  const roles = audience === 'roles' && item.audienceRoles.length === 0 ? ['leader'] : item.audienceRoles
  return {
    id: ids.get(item.ref) ?? v7(), title: item.title, code: item.code, language: item.language, place: item.place, audience, audienceRoles: roles,
    audienceOrganisationId: audience === 'organisation' ? (ids.get(item.audienceOrganisation ?? '') ?? null) : null,
    state: item.state !== null && kind.states && Object.hasOwn(kind.states, item.state) ? item.state : null, fields: Object.fromEntries([...own, ...organisations]),
  }
}

/** The rows that belong to items, in their order; the database itself turns what was written into what its columns hold. */
async function insertRows(tx: Tx, table: string, shape: Shape, items: readonly CarriedItem[], ids: ReadonlyMap<string, string>): Promise<void> {
  const columns = (shape.get(table)?.columns ?? []).filter((column) => column !== 'id' && column !== 'item_id' && column !== 'place')
  const to = pointers(shape, table)
  const rows = items.flatMap((item) => (item.rows[table] ?? []).map((row, place) => ({
    id: v7(), item_id: ids.get(item.ref), place, ...Object.fromEntries(columns.flatMap((column) => (Object.hasOwn(row, column) ? [[column, broughtValue(row[column] ?? null, to.get(column), ids)]] : []))),
  })))
  if (rows.length === 0) return
  const names = sql.join(['id', 'item_id', 'place', ...columns].map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (${names}) select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
}

async function inviteMembers(work: Work, platform: Platform, workspaceId: string, carried: CarriedWorkspace, idOf: (ref: string | null) => string | null): Promise<void> {
  const address = new Map(carried.people.map((person) => [person.ref, person.email]))
  const groups = new Map<string, { role: CarriedWorkspace['members'][number]['role']; organisation: string | null; addresses: string[] }>()
  for (const { person, role, organisation } of carried.members) {
    const email = address.get(person)
    if (!email) continue
    const key = `${role} ${organisation ?? ''}`
    const group = groups.get(key) ?? groups.set(key, { role, organisation, addresses: [] }).get(key)
    if (group && !group.addresses.includes(email.toLowerCase())) group.addresses.push(email.toLowerCase())
  }
  const post = { passKey: platform.passKey, baseUrl: platform.config.baseUrl }
  for (const { role, organisation, addresses } of groups.values()) {
    await sendInvitations(work, post, workspaceId, {
      kind: 'person', organisationId: idOf(organisation), role, memberFrom: null, memberTo: null, greeting: null, lastDay: lastDayFrom(work.now), addresses, language: carried.workspace.language,
    })
  }
}
