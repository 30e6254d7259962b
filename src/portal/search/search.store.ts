import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { readable } from '../../platform/access/readable.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Database, Reader } from '../../platform/db/database.ts'
import { beginningsMatch, fold, holdingWords, holds, insideQueries, itemScore, nameMatches, nameScore, readTerms, type SearchQuery, stemsMatch, type Terms, type Word, wordStands } from '../../platform/search/index.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { knownOrganisation, knownWorkspace, openPerson, readableOffer, shownPerson, workspacesOf } from '../../modules/actors/index.ts'

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
export const mostCandidates = 500
/** Of each compound that holds a word. */
const mostOfPart = 30
const mostOwned = 2_000

/** Items, workspaces, organisations and people: of each a bounded number of candidates, ranked together. Titles and names alone when the texts are too much. */
export async function search(db: Database, viewer: Viewer, query: SearchQuery, narrowed: Narrowed, page: { size: number; at: number; now: string }): Promise<Hits> {
  if (query.words.length === 0) return { hits: [], total: 0, many: false }
  const read = (where: Where) => bounded(db, async (tx) => {
    const looked = await lookUp(tx, viewer, query, narrowed, where)
    const { rows } = await sql<Hit & { total: number }>`
      with found as materialized (${sql.join(sources(viewer, query, narrowed, looked, page.now, where), sql` union all `)})
      select found.source, found.kind, found.number, found.code, found.title, found.language, found.slug, found.workspace, found.id, found."changedAt",
        coalesce(item.search_body, '') as body, (select count(*) from found)::int as total
      from (select * from found order by score desc, "changedAt" desc nulls last, id limit ${page.size} offset ${(page.at - 1) * page.size}) found
      left join item on item.id = found.id and found.source = 'item'
      order by found.score desc, found."changedAt" desc nulls last, found.id`.execute(tx)
    const total = rows[0]?.total ?? 0
    return { hits: rows.map(({ total: _, ...hit }) => hit), total, many: where === 'titles' || looked.cut || looked.ids.length >= enough || total >= mostCandidates }
  })
  return read('texts').catch((error: unknown) => {
    if (isTooSlow(error)) return read('titles')
    throw error
  })
}

/** What is called so, for suggestions: titles and names only. None when there is too much to look through. */
export async function suggestions(db: Database, viewer: Viewer, query: SearchQuery, { limit, now }: { limit: number; now: string }): Promise<Hit[]> {
  if (query.words.length === 0) return []
  return bounded(db, async (tx) => {
    const looked = await lookUp(tx, viewer, query, {}, 'titles')
    const { rows } = await sql<Hit>`
      select source, kind, number, code, title, language, slug, workspace, id, "changedAt", '' as body
      from (${sql.join(sources(viewer, query, {}, looked, now, 'titles'), sql` union all `)}) found order by score desc, "changedAt" desc nulls last, id limit ${limit}`.execute(tx)
    return rows
  }).catch((error: unknown) => {
    if (isTooSlow(error)) return []
    throw error
  })
}

type Where = 'titles' | 'texts'

/** What is read before the ranking: the items to rank, which this viewer may see. */
type LookedUp = { ids: readonly string[]; cut: boolean }

async function lookUp(tx: Reader, viewer: Viewer, query: SearchQuery, narrowed: Narrowed, where: Where): Promise<LookedUp> {
  if (!wantsItems(narrowed)) return { ids: [], cut: false }
  const { workspaces = [], ...holding } = (await sql<Record<string, string[]>>`select ${sql.join([sql`${knownWorkspaces(viewer, narrowed)} as workspaces`, ...holdingWords(query)])}`.execute(tx)).rows[0] ?? {}
  const terms = readTerms(query, holding)
  await scans(tx, 'indexes')
  const ids = await candidates(tx, viewer, query, narrowed, terms, workspaces, where)
  await scans(tx, 'all')
  return { ids, cut: terms.cut }
}

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
  null::text as slug, null::text as workspace, null::uuid as id, null::timestamptz as "changedAt", 0::real as score where false`

/** Which items this viewer may see, as the pages have it: in a workspace that they may know of, not removed, and narrowed as asked. */
const seen = (viewer: Viewer, narrowed: Narrowed, workspaces: readonly string[]): RawBuilder<SqlBool> => sql<SqlBool>`
  item.removed_at is null and ${readable(viewer)} and item.workspace_id = any(${workspaces}::uuid[]) and ${within(narrowed)}`

const within = ({ kind, organisation, from, until }: Narrowed): RawBuilder<SqlBool> => sql<SqlBool>`true
  ${kind === undefined ? sql`` : sql`and item.kind = ${kind}`}
  ${organisation === undefined ? sql`` : sql`and item.id in (select o.item_id from item_organisation o join organisation g on g.id = o.organisation_id where ${nameMatches(organisation, sql`g.search_name`)})`}
  ${from === undefined ? sql`` : sql`and item.changed_at >= ${from}`}
  ${until === undefined ? sql`` : sql`and item.changed_at < ${until}`}`

/** Any so many of the items that this viewer may see, those of their own workspaces first: each part is read from an index, and no more than is asked for. */
function inSight(viewer: Viewer, workspaces: readonly string[], most: number): RawBuilder<unknown> {
  const own = workspacesOf(viewer)
  const part = (audience: RawBuilder<SqlBool>, among: readonly string[]) => sql`(select id, kind, changed_at, search_words, search_title_words from item
    where removed_at is null and ${audience} and workspace_id = any(${among}::uuid[]) and ${readable(viewer)} limit ${most})`
  return sql`(${part(sql`audience <> 'public'`, workspaces.filter((id) => own.includes(id)))} union all ${part(sql`audience = 'public'`, workspaces)} limit ${most})`
}

/** Items that this viewer may see whose owner or partner is called what the word says. */
const owned = (word: Word, may: RawBuilder<SqlBool>): RawBuilder<unknown> => sql`
  select item.id from item_organisation o join item on item.id = o.item_id
  where o.organisation_id = any(array(select g.id from organisation g where ${holds(sql`g.search_name`, word)} limit ${mostOfPart})) and ${may} limit ${mostOwned}`

/** When so many are found, less sure ways are not tried. */
const enough = 100

/**
 * A word that many texts have is found sooner by reading some texts than by looking up all that have it. So the first few that one may see are read
 * to see whether it is so: then at most so many are.
 */
const [fewRead, mostRead] = [400, 10_000]
const isCommon = (hits = 0): boolean => hits / fewRead * mostRead > 1.5 * enough

/**
 * The items to rank, from several small searches, each with its own bound and one after the other until there are enough: words that begin
 * so in titles, in all texts, by owners and by their stems, and parts of compounds. What one may not see counts in no bound.
 */
async function candidates(tx: Reader, viewer: Viewer, query: SearchQuery, narrowed: Narrowed, terms: Terms, workspaces: readonly string[], where: Where): Promise<string[]> {
  const [inTitle, inText] = [sql`item.search_title_words`, sql`item.search_words`]
  const may = seen(viewer, narrowed, workspaces)
  const found = new Set<string>()
  const add = async (ids: RawBuilder<{ id: string }>) => {
    for (const { id } of (await ids.execute(tx)).rows) found.add(id)
  }
  // Neither is sorted: they stop when they have enough, instead of fetching every hit of a common word.
  const read = async (matches: RawBuilder<SqlBool>) => {
    await scans(tx, 'indexes')
    await add(sql`select item.id from ${inSight(viewer, workspaces, mostRead)} item where ${matches} and ${within(narrowed)} limit ${mostCandidates}`)
    await scans(tx, 'bitmaps')
  }
  const some = (matches: RawBuilder<SqlBool>) => add(sql`select item.id from item where ${matches} and ${may} limit ${atMost(mostCandidates)}`)
  const [titled, told] = [beginningsMatch(terms, inTitle), beginningsMatch(terms, inText)]
  // Several words have more parts than one can read for.
  const held = query.words.length === 1 ? wordStands(terms, 0, where === 'titles' ? inTitle : inText) : sql<SqlBool>`false`
  const few = (await sql<{ titled: number; told: number; held: number }>`select count(*) filter (where ${titled})::int as titled, count(*) filter (where ${told})::int as told,
    count(*) filter (where ${held})::int as held from ${inSight(viewer, workspaces, fewRead)} item where ${within(narrowed)}`.execute(tx)).rows[0]
  await scans(tx, 'bitmaps')
  if (isCommon(few?.titled)) await read(titled)
  if (found.size < enough) await some(titled)
  if (where === 'texts') {
    if (found.size < enough && isCommon(few?.told)) await read(told)
    if (found.size < enough) await some(told)
    if (found.size < enough) await add(byOwner(query, terms, inText, may))
    if (found.size < enough) await some(stemsMatch(query))
  }
  const parts = found.size < enough ? insideQueries(terms) : []
  if (parts.length > 0 && isCommon(few?.held)) await read(held)
  // Each by the index of words alone, which is what `offset 0` is for: what one may see would otherwise be gathered anew for each.
  const inside = (column: RawBuilder<unknown>) => add(sql`select part.id from unnest(${parts}::text[]) q(text)
    cross join lateral (select item.id from (select * from item where ${column} @@ q.text::tsquery offset 0) item where ${may} limit ${query.words.length === 1 ? mostOfPart : mostCandidates}) part limit ${mostCandidates}`)
  if (found.size < enough && parts.length > 0 && (where === 'titles' || query.words.length === 1)) await inside(inTitle)
  if (found.size < enough && parts.length > 0 && where === 'texts') await inside(inText)
  return [...found].slice(0, mostCandidates)
}

/**
 * A limit that the planner does not see. Of a number it would believe that what stands in many texts is soon found, and go through all that one
 * may not see; so it looks up the workspaces first where these are few.
 */
const atMost = (n: number): RawBuilder<number> => sql`(select ${n}::int)`

/**
 * What the planner may use. It takes all words for common, and would rather go through the items until it has some: by indexes to read what one may
 * see, and by bitmaps of indexes to look up words. Names are few, and all is used for them.
 */
const scans = (tx: Reader, which: 'indexes' | 'bitmaps' | 'all') =>
  sql`select set_config('enable_indexscan', ${which === 'bitmaps' ? 'off' : 'on'}, true), set_config('enable_seqscan', ${which === 'all' ? 'on' : 'off'}, true)`.execute(tx)

/** Items where each word stands in the text or in the name of an owner or partner. */
const byOwner = (query: SearchQuery, terms: Terms, inText: RawBuilder<unknown>, may: RawBuilder<SqlBool>): RawBuilder<{ id: string }> => sql`
  with ${sql.join(query.words.map((word, at) => sql`${sql.ref(`owned${at}`)} as materialized (${owned(word, may)})`))}
  select item.id from item where item.id in (${sql.join(query.words.map((_, at) => sql`select id from ${sql.ref(`owned${at}`)}`), sql` union `)})
    and ${sql.join(query.words.map((_, at) => sql`(item.id in (select id from ${sql.ref(`owned${at}`)}) or ${wordStands(terms, at, inText)})`), sql` and `)}
  limit ${mostCandidates}`

const items = (query: SearchQuery, { ids }: LookedUp, now: string): RawBuilder<unknown> => sql`
  select 'item' as source, item.kind, item.number, item.code, item.title, item.language, w.slug, w.title as workspace, item.id, item.changed_at as "changedAt", ${itemScore(query, now)} as score
  from item join workspace w on w.id = item.workspace_id where item.id = any(${ids}::uuid[])`

const workspaces = (viewer: Viewer, query: SearchQuery): RawBuilder<unknown> => sql`(
  select 'workspace', w.kind, null::int, null, w.title, w.language, w.slug, null, w.id, null::timestamptz, ${nameScore(query, sql`w.search_title`)}
  from workspace w where ${nameMatches(query, sql`w.search_title`)} and ${knownWorkspace(viewer, 'w')} limit ${mostCandidates})`

/** Roles and consents hold by the day in Oslo. */
const dayOf = (now: string): string => osloDate(Temporal.Instant.from(now)).toString()

/** By name, by a name or a number that they had before, those that came after them, and by what they say that they can contribute to this viewer. */
function organisations(viewer: Viewer, query: SearchQuery, now: string, where: Where): RawBuilder<unknown> {
  const numbers = query.words.map(({ typed }) => typed).filter((typed) => /^\d{2,9}$/.test(typed))
  const today = dayOf(now)
  const name = sql`o.search_name`
  return sql`(
    select 'organisation', o.kind, null::int, coalesce(o.official_number, o.orgnr), o.name, 'nb', null, null, o.id, null::timestamptz,
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
  select 'person', 'person', null::int, null, person.name, 'nb', null, null, person.id, null::timestamptz,
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
    const workspaces = (await sql<{ ids: string[] }>`select ${knownWorkspaces(viewer, {})} as ids`.execute(tx)).rows[0]?.ids ?? []
    const each = words.map((word) => sql`
      (select title.title from (select word from search_word where ${like(sql`word`, word)} group by word order by word_similarity(${word.roots[0] ?? ''}, word) desc, word limit 40) w
        cross join lateral (select item.title from (select * from item where item.search_title_words @@ quote_literal(w.word)::tsquery offset 0) item where ${seen(viewer, {}, workspaces)} limit 3) title
        limit 100)
      union all (select w.title from workspace w where ${like(sql`w.search_title`, word)} and ${knownWorkspace(viewer, 'w')} limit 50)
      union all (select o.name from organisation o where ${like(sql`o.search_name`, word)} and o.merged_into_id is null and ${knownOrganisation(viewer, 'o')} limit 50)`)
    const { rows } = await sql<{ title: string }>`${sql.join(each, sql` union all `)}`.execute(tx)
    return rows.map(({ title }) => title)
  })
}

/** The database was told to give up. */
export const isTooSlow = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '57014'
