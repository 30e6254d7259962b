import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { readable } from '../../platform/access/readable.ts'
import { type Viewer, workspacesOf } from '../../platform/access/viewer.ts'
import type { Database, Reader } from '../../platform/db/database.ts'
import { beginningsOf, fold, holds, itemScore, knownOfWords, nameMatches, nameScore, partsOf, readTerms, type SearchQuery, stemsOf, type Terms, type Word, wordStands } from '../../platform/search/index.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { knownOrganisation, knownWorkspace, openPerson, readableOffer, shownPerson } from '../../modules/actors/index.ts'

/** What one may narrow a search to. Days are whole days in Oslo, as instants: from the first, until before the second. */
export type Narrowed = { kind?: string; workspace?: string; /** Words of its name. */ organisation?: SearchQuery; from?: string; until?: string }

export type Hit = {
  source: 'item' | 'workspace' | 'organisation' | 'person'
  /** A kind of item, of workspace or of organisation. */
  kind: string
  /** The number of an item. */
  number: number | null
  code: string | null
  title: string
  language: Lang
  /** The workspace that it is, or is in. */
  slug: string | null
  workspace: string | null
  id: string
  /** What is written in it, for the lines around a hit. */
  body: string
  changedAt: Temporal.Instant | null
}

export type Hits = { hits: Hit[]; total: number; /** There were more than are looked at. */ many: boolean }

/** As many of each source are ranked; among more than this nobody finds by paging. */
export const mostCandidates = 300
/** A word that more organisations have in their names says of none that it is the owner. */
const mostOwners = 10

/** Items, workspaces, organisations and people: of each a bounded number of candidates, ranked together. Titles and names alone when the texts are too much. */
export async function search(db: Database, viewer: Viewer, query: SearchQuery, narrowed: Narrowed, page: Page): Promise<Hits> {
  if (query.words.length === 0) return { hits: [], total: 0, many: false }
  const read = (where: Where) => bounded(db, (tx) => ranked(tx, viewer, query, narrowed, page, where))
  return read('texts').catch((error: unknown) => {
    if (isTooSlow(error)) return read('titles')
    throw error
  })
}

/** What is called so, for suggestions: titles and names only. None when there is too much to look through. */
export async function suggestions(db: Database, viewer: Viewer, query: SearchQuery, { limit, now }: { limit: number; now: string }): Promise<Hit[]> {
  if (query.words.length === 0) return []
  return bounded(db, async (tx) => (await ranked(tx, viewer, query, {}, { size: limit, at: 1, now }, 'titles')).hits).catch((error: unknown) => {
    if (isTooSlow(error)) return []
    throw error
  })
}

type Page = { size: number; at: number; now: string }

/** What only the hits of the page need, of their text and workspace, is fetched when they are chosen. */
async function ranked(tx: Reader, viewer: Viewer, query: SearchQuery, narrowed: Narrowed, page: Page, where: Where): Promise<Hits> {
  const looked = await lookUp(tx, viewer, query, narrowed, where)
  const { rows } = await sql<Hit & { total: number }>`
    with found as materialized (${sql.join(sources(viewer, query, narrowed, looked, page.now, where), sql` union all `)})
    select found.source, found.kind, found.number, found.code, found.title, found.language, coalesce(found.slug, w.slug) as slug, w.title as workspace, found.id, found."changedAt",
      coalesce(item.search_body, '') as body, (select count(*) from found)::int as total
    from (select * from found order by score desc, "changedAt" desc nulls last, id limit ${page.size} offset ${(page.at - 1) * page.size}) found
    left join item on item.id = found.id and found.source = 'item' left join workspace w on w.id = item.workspace_id
    order by found.score desc, found."changedAt" desc nulls last, found.id`.execute(tx)
  const total = rows[0]?.total ?? 0
  return { hits: rows.map(({ total: _, ...hit }) => hit), total, many: where === 'titles' || looked.cut || looked.ids.length >= enough || total >= mostCandidates }
}

type Where = 'titles' | 'texts'

/** What is read before the ranking: the items to rank, which this viewer may see. */
type LookedUp = { ids: readonly string[]; cut: boolean }

async function lookUp(tx: Reader, viewer: Viewer, query: SearchQuery, narrowed: Narrowed, where: Where): Promise<LookedUp> {
  if (!wantsItems(narrowed)) return { ids: [], cut: false }
  const known = (await sql<Record<string, string[]>>`select ${sql.join([sql`${knownWorkspaces(viewer, narrowed)} as workspaces`, sql`${circlesOf(viewer, narrowed)} as circles`, ...ownersOf(query), ...knownOfWords(query)])}`.execute(tx)).rows[0] ?? {}
  const terms = readTerms(query, known)
  return { ids: await candidates(tx, seen(viewer, narrowed, known.workspaces ?? []), { terms, circles: known.circles ?? [], owners: query.words.map((_, at) => known[`owners${at}`] ?? []) }, where), cut: terms.cut }
}

/** The organisations that each word may mean, as `owners0`, `owners1` … of a selection. */
const ownersOf = (query: SearchQuery): RawBuilder<unknown>[] =>
  query.words.map((word, at) => sql`array(select g.id from organisation g where ${holds(sql`g.search_name`, word)} limit ${mostOwners + 1}) as ${sql.ref(`owners${at}`)}`)

/** By their ids, so that a plan is made for just these. */
const knownWorkspaces = (viewer: Viewer, { workspace }: Narrowed): RawBuilder<string[]> =>
  sql`array(select w.id from workspace w where ${knownWorkspace(viewer, 'w')} ${workspace === undefined ? sql`` : sql`and w.slug = ${workspace}`})`

const wantsItems = ({ kind }: Narrowed): boolean => kind !== 'workspace' && kind !== 'organisation' && kind !== 'person'

function sources(viewer: Viewer, query: SearchQuery, narrowed: Narrowed, looked: LookedUp, now: string, where: Where): RawBuilder<unknown>[] {
  const { kind, workspace, organisation, from, until } = narrowed
  const itemsOnly = [workspace, organisation, from, until].some((one) => one !== undefined)
  const wants = (source: string) => !itemsOnly && (kind === undefined || kind === source)
  return [
    heading,
    ...(wantsItems(narrowed) ? [items(query, looked, now)] : []),
    ...(wants('workspace') ? [workspaces(viewer, query)] : []),
    ...(wants('organisation') ? [organisations(viewer, query, now, where)] : []),
    ...(wants('person') ? [people(viewer, query, now)] : []),
  ]
}

/** No row: only what the columns of a hit are called. */
const heading = sql`select null::text as source, null::text as kind, null::int as number, null::text as code, null::text as title, null::text as language,
  null::text as slug, null::uuid as id, null::timestamptz as "changedAt", 0::real as score where false`

/** Which items this viewer may see, as the pages have it: in a workspace that they may know of, not removed, and narrowed as asked. */
const seen = (viewer: Viewer, narrowed: Narrowed, workspaces: readonly string[]): RawBuilder<SqlBool> => sql<SqlBool>`
  item.removed_at is null and ${readable(viewer)} and item.workspace_id = any(${workspaces}::uuid[]) and ${within(narrowed)}`

const within = ({ kind, organisation, from, until }: Narrowed): RawBuilder<SqlBool> => sql<SqlBool>`true
  ${kind === undefined ? sql`` : sql`and item.kind = ${kind}`}
  ${organisation === undefined ? sql`` : sql`and item.id in (select o.item_id from item_organisation o join organisation g on g.id = o.organisation_id where ${nameMatches(organisation, sql`g.search_name`)})`}
  ${from === undefined ? sql`` : sql`and item.changed_at >= ${from}`}
  ${until === undefined ? sql`` : sql`and item.changed_at < ${until}`}`

/** When so many are found, less sure ways are not tried. */
const enough = 100

/** What is known before items are looked for: the words, the circles to look in, and for each word the organisations that it may mean. */
type Asked = { terms: Terms; circles: readonly string[]; owners: readonly (readonly string[])[] }

/**
 * The items to rank, from a few searches, the surest first, until there are enough: words that begin so in titles, in all texts and by their
 * stems; by owners; and parts of compounds. Each looks only where the viewer may see something, and what they may not see counts in no bound.
 */
async function candidates(tx: Reader, may: RawBuilder<SqlBool>, asked: Asked, where: Where): Promise<string[]> {
  const { terms } = asked
  const [inTitle, partInTitle] = [beginningsOf(terms, marks.title), partsOf(terms, marks.title)]
  const ways = where === 'titles'
    ? [inCircles(asked, [inTitle], may), inCircles(asked, [partInTitle], may)]
    : [inCircles(asked, [inTitle, beginningsOf(terms, marks.text), stemsOf(terms, marks.stem)], may), byOwner(asked, may), inCircles(asked, [partInTitle, partsOf(terms, marks.text)], may)]
  const found = new Set<string>()
  for (const way of ways) {
    if (way && found.size < enough) for (const { id } of (await way.execute(tx)).rows) found.add(id)
  }
  return [...found].slice(0, mostCandidates)
}

/** What stands before a word in the index of circles, as `search_in_circle` writes it; the circle is put for the §. */
const marks = { title: '§=', text: '§:', stem: '§~' } as const

/**
 * The circles where this viewer may see something, their own first. The index has the words of each circle by themselves, so that no search grows
 * with what stands in the others.
 */
const circlesOf = (viewer: Viewer, { workspace }: Narrowed): RawBuilder<string[]> => sql`array(
  select circle from (
    select search_circle(w.id, given.audience, null) as circle, given.audience from workspace w cross join unnest(array['workspace', 'public']) given(audience)
    where (w.id = any(${workspacesOf(viewer)}::uuid[]) or (w.public and given.audience = 'public')) ${workspace === undefined ? sql`` : sql`and w.slug = ${workspace}`}
    union select search_circle(null, 'author', ${viewer.person?.id ?? null}::uuid), 'author' where ${viewer.person !== null}) c
  group by circle order by min(case audience when 'public' then 2 else 1 end), circle)`

/**
 * Items where the words stand, those of the first way in all circles before those of the next; null when there are none to look for. It stops when it
 * has enough. `offset 0` keeps the planner to the index of circles.
 */
function inCircles({ circles }: Asked, ways: readonly (string | null)[], may: RawBuilder<SqlBool>): RawBuilder<{ id: string }> | null {
  const words = ways.filter((way) => way !== null)
  return words.length === 0 ? null : sql`
    select item.id from (
      select replace(words, '§', circle)::tsquery as words
      from unnest(${words}::text[]) with ordinality w(words, nth) cross join unnest(${circles}::text[]) with ordinality c(circle, place) order by nth, place
    ) sought cross join lateral (
      select item.id from (select * from item where ${circled} @@ sought.words and removed_at is null offset 0) item where ${may} limit ${mostCandidates}
    ) item limit ${mostCandidates}`
}

const circled = sql`search_in_circle(search_circle(item.workspace_id, item.audience, item.created_by), item.search_title_words, item.search_words, item.search)`

/** Items where each word stands in the text or in the name of an owner or partner; null when no word may be a name. */
function byOwner({ terms, owners }: Asked, may: RawBuilder<SqlBool>): RawBuilder<{ id: string }> | null {
  const meant = owners.map((ids) => (ids.length > mostOwners ? [] : ids))
  if (meant.every((ids) => ids.length === 0)) return null
  const each = meant.map((ids, at) => sql`(owned.by && ${ids}::uuid[] or ${wordStands(terms, at, sql`item.search_words`)})`)
  return sql`
    select item.id from (select item_id, array_agg(organisation_id) as by from item_organisation where organisation_id = any(${meant.flat()}::uuid[]) group by item_id) owned
    cross join lateral (select * from item where item.id = owned.item_id offset 0) item where ${may} and ${sql.join(each, sql` and `)} limit ${mostCandidates}`
}

const items = (query: SearchQuery, { ids }: LookedUp, now: string): RawBuilder<unknown> => sql`
  select 'item' as source, item.kind, item.number, item.code, item.title, item.language, null, item.id, item.changed_at as "changedAt", ${itemScore(query, now, sql`text.search`)} as score
  from item
  -- Taken out of storage once, and not for each word.
  cross join lateral (select item.search || '' as search offset 0) text
  where item.id = any(${ids}::uuid[])`

const workspaces = (viewer: Viewer, query: SearchQuery): RawBuilder<unknown> => sql`(
  select 'workspace', w.kind, null::int, null, w.title, w.language, w.slug, w.id, null::timestamptz, ${nameScore(query, sql`w.search_title`)}
  from workspace w where ${nameMatches(query, sql`w.search_title`)} and ${knownWorkspace(viewer, 'w')} limit ${mostCandidates})`

/** Roles and consents hold by the day in Oslo. */
const dayOf = (now: string): string => osloDate(Temporal.Instant.from(now)).toString()

/** By name, by a name or a number that they had before, those that came after them, and by what they say that they can contribute to this viewer. */
function organisations(viewer: Viewer, query: SearchQuery, now: string, where: Where): RawBuilder<unknown> {
  const numbers = query.words.map(({ typed }) => typed).filter((typed) => /^\d{2,9}$/.test(typed))
  const today = dayOf(now)
  const name = sql`o.search_name`
  return sql`(
    select 'organisation', o.kind, null::int, coalesce(o.official_number, o.orgnr), o.name, 'nb', null, o.id, null::timestamptz,
      case when o.official_number = any(${numbers}) or o.orgnr = any(${numbers}) then 12
        when exists (select from organisation_name n where n.organisation_id = o.id and n.search_name = ${fold(query.text)}) then 11
        when ${nameMatches(query, name)} then ${nameScore(query, name)} else 1 end::real - case when o.valid_to is null then 0 else 1 end
    from organisation o
    where o.id in (
      with recursive named(id) as (
        select g.id from organisation g where ${nameMatches(query, sql`g.search_name`)} or g.official_number = any(${numbers}) or g.orgnr = any(${numbers})
        union select n.organisation_id from organisation_name n where ${nameMatches(query, sql`n.search_name`)}
        union select n.organisation_id from official_number n where n.number = any(${numbers})
        ${where === 'titles' ? sql`` : sql`union select f.organisation_id from offer f where f.removed_at is null and ${readableOffer(viewer, today, 'f')} and ${nameMatches(query, sql`f.search_text`)}`}),
      later(id) as (select id from named union select s.to_id from later join succession s on s.from_id = later.id)
      select id from later)
      and o.merged_into_id is null and ${knownOrganisation(viewer, 'o')}
    limit ${mostCandidates})`
}

/** People whose page this viewer may open, by the name that stands on it, or by what they say to this viewer that they can help with. */
const people = (viewer: Viewer, query: SearchQuery, now: string): RawBuilder<unknown> => sql`(
  select 'person', 'person', null::int, null, person.name, 'nb', null, person.id, null::timestamptz,
    case when ${nameMatches(query, sql`person.search_name`)} then ${nameScore(query, sql`person.search_name`)} else 1 end::real
  from person left join profile on profile.person_id = person.id
  where ${openPerson(viewer, dayOf(now))}
    and (${nameMatches(query, sql`person.search_name`)} or (${nameMatches(query, sql`profile.search_help`)} and ${shownPerson(viewer, 'help', dayOf(now))}))
  limit ${mostCandidates})`

/** In a transaction that reads only, for a short time, and that finds words that are somewhat alike. */
async function bounded<T>(db: Database, read: (tx: Reader) => Promise<T>): Promise<T> {
  return db.transaction().setAccessMode('read only').execute(async (tx) => {
    await sql`select set_config('statement_timeout', '1500', true), set_config('work_mem', '32MB', true), set_config('pg_trgm.word_similarity_threshold', '0.4', true)`.execute(tx)
    return read(tx)
  })
}

/** Titles and names that this viewer may see with words somewhat like these, for spelling. The list of words only says where to look. */
export async function near(db: Database, viewer: Viewer, query: SearchQuery): Promise<string[]> {
  const words = query.words.filter(({ typed }) => typed.length > 3).slice(0, 4)
  if (words.length === 0) return []
  const like = (column: RawBuilder<unknown>, word: Word) => sql`${word.roots[0] ?? ''} <% ${column}`
  return bounded(db, async (tx) => {
    const { workspaces = [], circles = [] } = (await sql<Record<string, string[]>>`select ${knownWorkspaces(viewer, {})} as workspaces, ${circlesOf(viewer, {})} as circles`.execute(tx)).rows[0] ?? {}
    const each = words.map((word) => sql`
      (select title.title from (select word from search_word where ${like(sql`word`, word)} group by word order by word_similarity(${word.roots[0] ?? ''}, word) desc, word limit 40) w
        cross join unnest(${circles}::text[]) circle
        cross join lateral (select item.title from (select * from item where ${circled} @@ quote_literal(circle || '=' || w.word)::tsquery and removed_at is null offset 0) item where ${seen(viewer, {}, workspaces)} limit 3) title
        limit 100)
      union all (select w.title from workspace w where ${like(sql`w.search_title`, word)} and ${knownWorkspace(viewer, 'w')} limit 50)
      union all (select o.name from organisation o where ${like(sql`o.search_name`, word)} and o.merged_into_id is null and ${knownOrganisation(viewer, 'o')} limit 50)`)
    const { rows } = await sql<{ title: string }>`${sql.join(each, sql` union all `)}`.execute(tx)
    return rows.map(({ title }) => title)
  })
}

/** The database was told to give up. */
export const isTooSlow = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '57014'
