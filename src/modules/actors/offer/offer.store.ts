import { type SqlBool, sql } from 'kysely'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { prefixQuery, searchWords } from '../../../platform/text/search-words.ts'
import { shownPerson } from '../profile/shown-person.ts'
import { knownOrganisation, knownWorkspace } from '../organisation/known.ts'
import type { OfferContent } from './offer.ts'
import { readableOffer } from './readable-offer.ts'

/** An offer as it is shown, with the organisation that it is of. The contact is named only to those whom that person lets see it. */
export type Offer = OfferContent & {
  id: string; language: Lang; version: number; onBehalfIn: string | null; changedAt: Temporal.Instant
  organisation: { id: string; name: string; kind: string; official_number: string | null; orgnr: string | null; example: boolean }
  contact: string | null
}

export type OfferFilter = { ids?: readonly string[]; organisationIds?: readonly string[]; kinds?: readonly string[]; text?: string; page?: number; pageSize?: number }

/** The offers that a viewer may read, and how many they are: those that fit the words best first, else by organisation. One statement. */
export async function readOffers(db: Reader, viewer: Viewer, today: string, filter: OfferFilter): Promise<{ offers: Offer[]; total: number }> {
  const words = searchWords(filter.text ?? '')
  const query = prefixQuery(words)
  const conditions = [
    sql<SqlBool>`f.removed_at is null`, readableOffer(viewer, today, 'f'), knownOrganisation(viewer, 'o'),
    ...(filter.ids ? [sql<SqlBool>`f.id = any(${filter.ids}::uuid[])`] : []),
    ...(filter.organisationIds ? [sql<SqlBool>`f.organisation_id = any(${filter.organisationIds}::uuid[])`] : []),
    ...(filter.kinds ? [sql<SqlBool>`f.kind = any(${filter.kinds}::text[])`] : []),
    // What is said, what it is said by, and the inside of long words: «plasser» finds «barnehageplasser».
    ...words.map((word) => sql<SqlBool>`(f.search @@ to_tsquery('norwegian', ${`${word}:*`}) or strpos(lower(f.text), ${word}) > 0 or strpos(lower(o.name), ${word}) > 0)`),
  ]
  const pageSize = filter.pageSize ?? 200
  const { rows } = await sql<{
    id: string; kind: Offer['kind']; text: string; language: Lang; startsOn: string | null; endsOn: string | null; audience: Offer['audience']; onBehalfIn: string | null; version: number
    changedAt: Temporal.Instant; contactId: string | null; contact: string | null
    organisationId: string; name: string; organisationKind: string; official_number: string | null; orgnr: string | null; example: boolean; total: number
  }>`
    select f.id, f.kind, f.text, f.language, f.starts_on as "startsOn", f.ends_on as "endsOn", f.audience, f.on_behalf_in as "onBehalfIn", f.version, f.changed_at as "changedAt",
      f.contact_id as "contactId", person.name as contact,
      o.id as "organisationId", o.name, o.kind as "organisationKind", o.official_number, o.orgnr, o.example, count(*) over ()::int as total
    from offer f join organisation o on o.id = f.organisation_id
    left join person on person.id = f.contact_id and ${shownPerson(viewer, 'name', today)}
    where ${sql.join(conditions, sql` and `)}
    order by ${query ? sql`ts_rank(f.search, to_tsquery('norwegian', ${query})) desc,` : sql``} o.name, array_position(array['money', 'people', 'competence', 'premises'], f.kind), f.created_at, f.id
    limit ${pageSize} offset ${((filter.page ?? 1) - 1) * pageSize}`.execute(db)
  const offers = rows.map(({ organisationId, name, organisationKind, official_number, orgnr, example, total: _, ...offer }) => ({
    ...offer, organisation: { id: organisationId, name, kind: organisationKind, official_number, orgnr, example },
  }))
  return { offers, total: rows[0]?.total ?? 0 }
}

/** The open workspaces where an organisation is a party, not only mentioned. */
export async function partyWorkspaces(db: Reader, organisationId: string, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select w.id from party p join workspace w on w.id = p.workspace_id
    where p.organisation_id = ${organisationId} and p.role <> 'mentioned' and w.state = 'active' and (p.valid_to is null or p.valid_to >= ${today}::date)`.execute(db)
  return rows.map((row) => row.id)
}

type By = { personId: string; at: Temporal.Instant }

const columnsOf = (content: OfferContent, language: Lang) => ({
  kind: content.kind, text: content.text, language, starts_on: content.startsOn, ends_on: content.endsOn, contact_id: content.contactId, audience: content.audience,
  search: sql<string>`to_tsvector(case ${language}::text when 'en' then 'english'::regconfig else 'norwegian'::regconfig end, ${content.text})`,
})

async function keepVersion(tx: Tx, id: string, version: number, content: OfferContent | { removed: true }, onBehalfIn: string | null, by: By): Promise<void> {
  await tx.insertInto('offer_version').values({ offer_id: id, version, at: by.at.toString(), person_id: by.personId, on_behalf_in: onBehalfIn, body: JSON.stringify(content) }).execute()
}

/** Writes a new offer and its first version. Returns its id. */
export async function insertOffer(tx: Tx, organisationId: string, content: OfferContent, language: Lang, onBehalfIn: string | null, by: By): Promise<string> {
  const id = v7()
  const at = by.at.toString()
  await tx
    .insertInto('offer')
    .values({ id, organisation_id: organisationId, ...columnsOf(content, language), on_behalf_in: onBehalfIn, created_at: at, created_by: by.personId, changed_at: at, changed_by: by.personId })
    .execute()
  await keepVersion(tx, id, 1, content, onBehalfIn, by)
  return id
}

/** Compare and swap: says whether the offer still had this version. What its own people change is theirs from then on. */
export async function updateOffer(tx: Tx, id: string, version: number, content: OfferContent, language: Lang, onBehalfIn: string | null, by: By): Promise<boolean> {
  const updated = await tx
    .updateTable('offer')
    .set({ ...columnsOf(content, language), on_behalf_in: onBehalfIn, version: version + 1, changed_at: by.at.toString(), changed_by: by.personId })
    .where('id', '=', id).where('version', '=', version).where('removed_at', 'is', null)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n) return false
  await keepVersion(tx, id, version + 1, content, onBehalfIn, by)
  return true
}

/** Takes an offer away, or brings it back; says whether it was there. Its history stays. */
export async function setOfferRemoved(tx: Tx, id: string, removed: boolean, by: By): Promise<boolean> {
  const updated = await tx
    .updateTable('offer')
    .set((eb) => ({ removed_at: removed ? by.at.toString() : null, version: eb('version', '+', 1), changed_at: by.at.toString(), changed_by: by.personId }))
    .where('id', '=', id).where('removed_at', removed ? 'is' : 'is not', null)
    .returning(['version', 'kind', 'text', 'starts_on', 'ends_on', 'contact_id', 'audience', 'on_behalf_in'])
    .executeTakeFirst()
  if (!updated) return false
  const content = { kind: updated.kind, text: updated.text, startsOn: updated.starts_on, endsOn: updated.ends_on, contactId: updated.contact_id, audience: updated.audience } as OfferContent
  await keepVersion(tx, id, updated.version, removed ? { removed: true } : content, updated.on_behalf_in, by)
  return true
}

/** An offer that was taken away, for bringing it back: whose it is. */
export async function removedOffer(db: Reader, id: string): Promise<{ organisationId: string; onBehalfIn: string | null } | null> {
  const row = await db.selectFrom('offer').select(['organisation_id', 'on_behalf_in']).where('id', '=', id).where('removed_at', 'is not', null).executeTakeFirst()
  return row ? { organisationId: row.organisation_id, onBehalfIn: row.on_behalf_in } : null
}

export type OfferVersion = { version: number; at: Temporal.Instant; who: string | null; onBehalf: boolean; workspace: string | null; body: OfferContent | { removed: true } }

/** Who wrote what when, newest first. A workspace is named only to those who may know of it. */
export async function offerHistory(db: Reader, viewer: Viewer, offerId: string): Promise<OfferVersion[]> {
  const { rows } = await sql<OfferVersion>`
    select v.version, v.at, person.name as who, v.on_behalf_in is not null as "onBehalf", w.title as workspace, v.body
    from offer_version v left join person on person.id = v.person_id left join workspace w on w.id = v.on_behalf_in and ${knownWorkspace(viewer, 'w')}
    where v.offer_id = ${offerId} order by v.version desc`.execute(db)
  return rows
}
