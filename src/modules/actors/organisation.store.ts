import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { v7 } from '../../platform/item/id.ts'
import { type Lang, texts } from '../../platform/text/texts.ts'
import { registeredByName } from './register/match.store.ts'

const words = texts({
  nb: { formerly: (name: string, was: string) => `${name} (tidligere «${was}»)` },
  nn: { formerly: (name: string, was: string) => `${name} (tidlegare «${was}»)` },
  en: { formerly: (name: string, was: string) => `${name} (formerly “${was}”)` },
})

export type Organisation = { id: string; name: string; kind: string; example: boolean }

/** The organisations with these ids, by id. One that was merged into another goes by the name of that one. */
export async function organisationsById(db: Reader, ids: readonly string[]): Promise<Map<string, Organisation>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .innerJoin('organisation as present', (join) => join.on('present.id', '=', (eb) => eb.fn.coalesce('organisation.merged_into_id', 'organisation.id')))
    .select(['organisation.id', 'present.name', 'present.kind', 'present.example'])
    .where('organisation.id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The organisations that are parties of a workspace, or mentioned in its plan, in Norwegian order. */
export const partiesOf = (db: Reader, workspaceId: string): Promise<(Organisation & { role: string })[]> =>
  db
    .selectFrom('party')
    .innerJoin('organisation', 'organisation.id', 'party.organisation_id')
    .select(['organisation.id', 'organisation.name', 'organisation.kind', 'organisation.example', 'party.role'])
    .where('party.workspace_id', '=', workspaceId)
    .where('party.valid_to', 'is', null)
    .orderBy('organisation.name')
    .execute()

export type OrganisationKind = ReturnType<typeof guessKind>

/** New organisations, whatever others are called the same; their ids come back in the order given. */
export async function insertOrganisations(tx: Tx, organisations: readonly { name: string; kind: OrganisationKind; example?: boolean }[]): Promise<string[]> {
  const rows = organisations.map(({ name, kind, example = false }) => ({ id: v7(), name, kind, example }))
  if (rows.length > 0) await tx.insertInto('organisation').values(rows).execute()
  return rows.map((row) => row.id)
}

export type NewParty = { organisationId: string; role: 'owner' | 'partner' | 'mentioned'; from: string | null }

/** Makes organisations parties of a workspace. */
export async function addParties(tx: Tx, workspaceId: string, parties: readonly NewParty[]): Promise<void> {
  if (parties.length === 0) return
  await tx.insertInto('party').values(parties.map(({ organisationId, role, from }) => ({ workspace_id: workspaceId, organisation_id: organisationId, role, valid_from: from }))).execute()
}

/**
 * The organisations of a workspace by the names that a plan calls them, made where they are new to it.
 * A name is the same whatever its case and spacing. Parties of this workspace are matched, so that a name in one county's plan
 * never points at another county's organisation; and, outside examples, the register of municipalities and counties, where the
 * name is exactly one's official name. What was merged into a party is known by the name it had.
 */
export async function partiesByName(tx: Tx, workspaceId: string, names: readonly string[], example = false): Promise<Map<string, string>> {
  const wanted = new Map(names.map((name) => [nameKey(name), name.trim().replace(/\s+/g, ' ')]))
  wanted.delete('')
  const present = await partiesOf(tx, workspaceId)
  const former = await formerNames(tx, present.map((o) => o.id))
  const known = new Map([...former, ...present].map((o) => [nameKey(o.name), o.id]))
  const parties = new Set(known.values())
  const unknown = [...wanted].filter(([key]) => !known.has(key))
  const registered = example ? new Map<string, string>() : await registeredByName(tx, unknown.map(([key]) => key))
  const fresh = unknown.filter(([key]) => !registered.has(key)).map(([key, name]) => ({ key, id: v7(), name }))
  if (fresh.length > 0) await tx.insertInto('organisation').values(fresh.map(({ id, name }) => ({ id, name, kind: guessKind(name), example }))).execute()
  for (const [key, id] of [...registered, ...fresh.map(({ key, id }) => [key, id] as const)]) known.set(key, id)
  const mentioned = [...new Set([...known.values()].filter((id) => !parties.has(id)))]
  if (mentioned.length > 0) await tx.insertInto('party').values(mentioned.map((id) => ({ workspace_id: workspaceId, organisation_id: id, role: 'mentioned' }))).execute()
  return new Map(names.flatMap((name) => {
    const id = known.get(nameKey(name))
    return id ? [[name, id] as const] : []
  }))
}

/** What was merged into these organisations, and what those of no register were called before: the name that it had, and the id that it is now. */
const formerNames = (db: Reader, ids: readonly string[]): Promise<{ id: string; name: string }[]> =>
  db.selectFrom('organisation').select(['merged_into_id as id', 'name']).where('merged_into_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .unionAll(db.selectFrom('organisation_name as n').select(['n.organisation_id as id', 'n.name']).where('n.organisation_id', '=', sql<string>`any(${[...ids]}::uuid[])`).where('n.form', '=', 'official')
      .where('n.valid_to', 'is not', null).where('n.organisation_id', 'not in', (eb) => eb.selectFrom('register_entry').select('organisation_id')))
    .$castTo<{ id: string; name: string }>().execute()

/** The names of these as history tells them: the present one, and what it was called when it was another. */
export async function namesInHistory(db: Reader, ids: readonly string[], lang: Lang): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .innerJoin('organisation as present', (join) => join.on('present.id', '=', (eb) => eb.fn.coalesce('organisation.merged_into_id', 'organisation.id')))
    .select(['organisation.id', 'present.name', 'organisation.name as was', sql<boolean>`organisation.merged_into_id is not null`.as('merged')])
    .where('organisation.id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name, was, merged }) => [id, merged && was !== name ? words[lang].formerly(name, was) : name]))
}

export const nameKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('nb')

/** What kind of organisation a name speaks of; a person can change it. */
export function guessKind(name: string): 'municipality' | 'county' | 'state' | 'academia' | 'business' | 'volunteers' | 'region' | 'other' {
  if (/fylkeskommune|county council/i.test(name)) return 'county'
  if (/kommune\b|municipality/i.test(name)) return 'municipality'
  if (/universitet|høgskole|høyskole|fagskole|university|forskning/i.test(name)) return 'academia'
  if (/statsforvalter|nav\b|innovasjon norge|husbanken|siva|direktorat/i.test(name)) return 'state'
  if (/næringsforening|næringshage|nho|\blo\b|\bas\b|bedrift/i.test(name)) return 'business'
  if (/frivillig|idrett|lag\b|forening|røde kors/i.test(name)) return 'volunteers'
  if (/regionråd|interkommunal/i.test(name)) return 'region'
  return 'other'
}
