import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import type { MergeKind } from './merge.ts'

export type Likeness = 'same name' | 'alike' | 'same domain'
export type Suggestion = { oneId: string; one: string; otherId: string; other: string; likeness: Likeness; score: number }

/** From here up two names are worth asking about, by how many trigrams they share. */
const alike = 0.55

const notDismissed = (kind: MergeKind) => sql`not exists (select from not_duplicate d where d.kind = ${kind} and d.one_id = least(a.id, b.id) and d.other_id = greatest(a.id, b.id))`
/** «Region 1» and «Region 2» are two. */
const sameDigits = sql`regexp_replace(a.name, '[^0-9]', '', 'g') = regexp_replace(b.name, '[^0-9]', '', 'g')`

/** Two organisations that nothing says are two: neither their numbers nor their kinds, and nobody. */
const mayBeOne = sql`a.merged_into_id is null and b.merged_into_id is null and a.name_key <> '' and a.example = b.example and (a.official_number is null or b.official_number is null)
  and (a.orgnr is null or b.orgnr is null) and not ('municipality' in (a.kind, b.kind) and 'county' in (a.kind, b.kind)) and ${notDismissed('organisation')}`

/** Organisations that may be the same, most alike first: parties of a workspace, or (null) all. Those of the register are never the same as each other. */
export async function alikeOrganisations(db: Reader, workspaceId: string | null, limit = 30): Promise<Suggestion[]> {
  const here = (alias: string): RawBuilder<unknown> => workspaceId === null ? sql`true`
    : sql`exists (select from party where party.workspace_id = ${workspaceId} and party.organisation_id = ${sql.ref(`${alias}.id`)} and party.valid_to is null)`
  const { rows } = await sql<Suggestion>`
    select a.id as "oneId", a.name as one, b.id as "otherId", b.name as other, case when a.name_key = b.name_key then 'same name' else 'alike' end as likeness, similarity(a.name_key, b.name_key)::float8 as score
    from organisation a join organisation b on a.id < b.id and a.name_key % b.name_key and similarity(a.name_key, b.name_key) >= ${alike}
    where ${mayBeOne} and ${sameDigits} and ${here('a')} and ${here('b')}
      and not exists (select from succession s where (s.from_id = a.id and s.to_id = b.id) or (s.from_id = b.id and s.to_id = a.id))
    order by score desc, a.name, b.name limit ${limit}`.execute(db)
  return rows
}

/** How many pairs of organisations are called exactly the same and may be one, as an expression of SQL: few to look through, unlike those that are only alike. */
export const sameNames: RawBuilder<number> = sql`(
  select count(*) from organisation a join organisation b on a.id < b.id and a.name_key = b.name_key where ${mayBeOne})`

/** People that may be the same: the same name, or names alike with addresses in the same domain. An address alone never says so. */
export async function alikePeople(db: Reader, limit = 30): Promise<Suggestion[]> {
  const { rows } = await sql<Suggestion>`
    with mail as (select person_id, split_part(subject, '@', 2) as domain from identity where provider = 'email')
    select a.id as "oneId", a.name as one, b.id as "otherId", b.name as other, similarity(lower(a.name), lower(b.name))::float8 as score,
      case when lower(a.name) = lower(b.name) then 'same name' else 'same domain' end as likeness
    from person a join person b on a.id < b.id and lower(a.name) % lower(b.name)
    where a.merged_into_id is null and b.merged_into_id is null and ${sameDigits} and ${notDismissed('person')}
      and (lower(a.name) = lower(b.name) or (similarity(lower(a.name), lower(b.name)) >= ${alike}
        and exists (select from mail x join mail y on x.domain = y.domain where x.person_id = a.id and y.person_id = b.id)))
    order by score desc, a.name, b.name limit ${limit}`.execute(db)
  return rows
}

/** Says that two are not the same, so that it is not asked again. */
export async function setNotDuplicate(tx: Tx, kind: MergeKind, one: string, other: string, at: string, by: string | null): Promise<void> {
  const [first = one, last = other] = [one, other].toSorted()
  await tx.insertInto('not_duplicate').values({ kind, one_id: first, other_id: last, at, by }).onConflict((c) => c.doNothing()).execute()
}
