import type { Catalogue } from '../../platform/item/manifest.ts'
import { everyone, page, type Request, resource } from '../../platform/http/page.ts'
import { excerpt, highlight, readQuery, type SearchQuery, type Stretch } from '../../platform/search/index.ts'
import { capitalised, formatDate } from '../../platform/text/format.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { ownWorkspaces, publicWorkspaces } from '../../modules/workspaces/index.ts'
import { Button, ButtonLink, DateInput, Details, Heading, Lead, Pagination, readPage, Select, TextInput, withQuery } from '../../ui/index.ts'
import { hitKind, hitPath } from './hit.ts'
import { type Found, pageSize, readSearch } from './read-search.ts'
import { type Hit, mostCandidates, suggestions } from './search.store.ts'
import { searchWords } from './search.words.ts'

const filters = ['slag', 'rom', 'organisasjon', 'fra', 'til'] as const

const Marked = ({ stretches }: { stretches: readonly Stretch[] }) => <>{stretches.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}</>

/** Everything that one may see, by words: what was found, what it is, where it is, and the lines around the hit. Never kept by caches: it names people. */
export const searchPage = (catalogue: Catalogue) =>
  page({
    path: '/sok',
    access: everyone,
    width: 'text',
    styles: ['search.page.css'],
    load: async (request) => {
      const [found, own, open] = await Promise.all([readSearch(request, catalogue, readPage(request.query)), ownWorkspaces(request.db, request.viewer), publicWorkspaces(request.db)])
      const rooms = [...own, ...open.filter((one) => !own.some((mine) => mine.id === one.id))]
      return { found, rooms: rooms.map(({ slug, title }) => ({ value: slug, label: title })) }
    },
    title: ({ found }, { lang }) => (found.query.text ? searchWords[lang].titleFor(found.instead ?? found.query.text) : searchWords[lang].title),
    description: (_, { lang }) => searchWords[lang].description,
    view: ({ found, rooms }, request) => {
      const { lang, query } = request
      const w = searchWords[lang]
      const state = { values: Object.fromEntries([...filters, 'q'].map((name) => [name, query.get(name) ?? ''])), errors: {} }
      const narrowed = filters.some((name) => query.get(name))
      const kinds = [...catalogue.kinds.values()].map((kind) => ({ value: kind.name, label: capitalised(kind.words[lang].many) })).sort((a, b) => a.label.localeCompare(b.label, 'nb'))
      return (
        <>
          <Heading level={1}>{found.query.text ? w.titleFor(found.instead ?? found.query.text) : w.title}</Heading>
          <form class="form search-form" method="get" action="/sok">
            <TextInput lang={lang} state={state} name="q" label={w.label} hint={w.hint} type="search" autocomplete="off" maxlength={200} />
            <Details summary={w.narrow} open={narrowed}>
              <div class="search-filters">
                <Select lang={lang} state={state} name="slag" label={w.kind} blank={w.allKinds} options={[{ value: 'workspace', label: w.workspaceOne }, { value: 'organisation', label: w.organisationOne }, { value: 'person', label: w.personOne }, ...kinds]} />
                {rooms.length > 0 ? <Select lang={lang} state={state} name="rom" label={w.workspace} blank={w.allWorkspaces} options={rooms} /> : null}
                <TextInput lang={lang} state={state} name="organisasjon" label={w.organisation} maxlength={200} />
                <DateInput lang={lang} state={state} name="fra" label={w.from} hint={w.dayHint} />
                <DateInput lang={lang} state={state} name="til" label={w.until} hint={w.dayHint} />
              </div>
            </Details>
            <div class="actions">
              <Button variant="primary">{w.button}</Button>
              {narrowed ? <a href={withQuery('/sok', new URLSearchParams(), { q: query.get('q') })}>{w.clear}</a> : null}
            </div>
          </form>
          {found.query.words.length === 0 ? <Lead>{w.lead}</Lead> : <Results found={found} request={request} catalogue={catalogue} narrowed={narrowed} />}
        </>
      )
    },
  })

const Results = ({ found, request, catalogue, narrowed }: { found: Found; request: Request; catalogue: Catalogue; narrowed: boolean }) => {
  const { lang, query } = request
  const w = searchWords[lang]
  if (found.slow) return <p role="status">{w.slow}</p>
  return (
    <>
      {found.total === 0 ? <NoHits found={found} request={request} narrowed={narrowed} /> : <>
        <Heading level={2}>{w.hits}</Heading>
        {found.instead === null ? null : <p>{w.instead(found.instead, found.query.text)}</p>}
        <p class="hint">{found.many ? w.many(Math.min(found.total, mostCandidates)) : w.count(found.total)}</p>
        <ol class="hits">{found.hits.map((hit) => <HitRow hit={hit} query={found.query} request={request} catalogue={catalogue} />)}</ol>
        <Pagination lang={lang} path="/sok" query={query} paging={{ page: readPage(query), pageSize, total: Math.min(found.total, mostCandidates) }} />
      </>}
      {found.guide.length > 0 ? (
        <section>
          <Heading level={2}>{w.inHelp}</Heading>
          <ul class="hits">
            {found.guide.slice(0, 5).map((one) => <li lang={lang === 'nb' ? undefined : 'nb'}><a href={`/hjelp/${one.side}`}><Marked stretches={highlight(one.title, found.query)} /></a><p class="hit-text"><Marked stretches={highlight(one.lead, found.query)} /></p></li>)}
          </ul>
        </section>
      ) : null}
    </>
  )
}

/** Nothing was found; the advice stands only where the help has nothing to say either. */
const NoHits = ({ found, request, narrowed }: { found: Found; request: Request; narrowed: boolean }) => {
  const w = searchWords[request.lang]
  return (
    <section class="empty">
      <Heading level={2}>{w.none(found.query.text)}</Heading>
      {found.guide.length > 0 ? null : <><p>{w.noneText}</p><ul>{w.advice.split('\n').map((line) => <li>{line}</li>)}</ul></>}
      <div class="actions">
        {narrowed ? <ButtonLink href={withQuery('/sok', new URLSearchParams(), { q: found.query.text })}>{w.withoutFilter}</ButtonLink> : null}
        {request.viewer.person ? null : <ButtonLink href={`/logg-inn?til=${encodeURIComponent(request.path)}`} variant="quiet">{w.login}</ButtonLink>}
      </div>
    </section>
  )
}

/** An item with its number in the plan; an organisation with its own number after the name. */
const labelOf = ({ source, code, title }: Hit): string => (code === null ? title : source === 'organisation' ? `${title} (${code})` : `${code} ${title}`)

const HitRow = ({ hit, query, request, catalogue }: { hit: Hit; query: SearchQuery; request: Request; catalogue: Catalogue }) => {
  const { lang } = request
  const w = searchWords[lang]
  const own = hit.language === lang ? undefined : hit.language
  const href = hitPath(catalogue, hit)
  const title = <Marked stretches={highlight(labelOf(hit), query)} />
  const lines = excerpt(hit.body, query)
  return (
    <li>
      {href ? <a href={href} lang={own}>{title}</a> : <span lang={own}>{title}</span>}
      {lines.length > 0 ? <p class="hit-text" lang={own}><Marked stretches={lines} /></p> : null}
      <p class="hint">{[hitKind(catalogue, hit, lang), hit.source === 'item' ? hit.workspace : null, hit.changedAt ? w.changed(formatDate(osloDate(hit.changedAt), lang)) : null].filter(Boolean).join(' · ')}</p>
    </li>
  )
}

/** What is called nearly so, while one types: a few addresses with what they lead to. */
export const searchSuggestions = (catalogue: Catalogue) =>
  resource({
    path: '/sok/forslag',
    access: everyone,
    respond: async ({ db, viewer, query, lang, now }) => {
      const hits = await suggestions(db, viewer, readQuery(query.get('q') ?? ''), { limit: 8, now: now.toString() })
      return Response.json(hits.flatMap((hit) => {
        const value = hitPath(catalogue, hit)
        return value === null ? [] : [{ value, label: labelOf(hit), note: [hitKind(catalogue, hit, lang), hit.source === 'item' ? hit.workspace : null].filter(Boolean).join(' · ') }]
      }))
    },
  })
