import { createHash } from 'node:crypto'
import type { Database } from '../../platform/db/database.ts'
import { stateOf } from '../../platform/db/version.ts'
import { limits, orUncounted } from '../../platform/limits/limits.ts'
import { streamed } from '../../platform/http/streamed.ts'
import { everyone, page, type Request, type Resource, resource } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { byteOrderMark } from '../../platform/text/csv.ts'
import { DataTable, Details, Heading, Lead } from '../../ui/index.ts'
import { type Cell, csvLine } from './csv.ts'
import { type DataSet, dataSets } from './data-sets.ts'
import { asJsonLd, asTurtle, catalogueOfOpenData } from './dcat.ts'
import { openEdition } from './open-data.store.ts'
import { openDataWords } from './open-data.words.ts'

/** What everybody may take along, and what stands in it. */
export const openDataPage = page({
  path: '/apne-data',
  access: everyone,
  shared: true,
  listed: true,
  load: async () => ({}),
  title: (_, { lang }) => openDataWords[lang].title,
  description: (_, { lang }) => openDataWords[lang].lead,
  view: (_, { lang }) => {
    const w = openDataWords[lang]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <p>{w.licence}</p>
        {dataSets.map((set) => (
          <section>
            <Heading level={2} id={set.name}>{set.title[lang]}</Heading>
            <p>{set.about[lang]}</p>
            <ul>{['CSV', 'JSON'].map((format) => <li><a href={`/apne-data/${set.name}.${format.toLowerCase()}`}>{w.get(format)}<span class="ds-sr-only">: {set.title[lang]}</span></a></li>)}</ul>
            <Details summary={w.columns}>
              <DataTable lang={lang} caption={`${w.columns}: ${set.title[lang]}`} captionHidden rows={Object.entries(set.columns)} columns={[{ key: 'name', header: w.column, rowHeader: true, cell: ([name]) => <code>{name}</code> }, { key: 'what', header: w.means, cell: ([, what]) => what[lang] }]} />
            </Details>
          </section>
        ))}
        <p class="hint">{w.csv}</p>
        <ul><li><a href="/dcat">{w.dcat}</a></li><li><a href="/api">{w.api}</a></li></ul>
      </>
    )
  },
})

const editions = new WeakMap<Database, { version: string; edition: Promise<string> }>()

/** The edition that was counted while nothing was committed since; null when it must be counted. */
async function keptEdition(db: Database): Promise<string | null> {
  const kept = editions.get(db)
  return kept && kept.version === (await stateOf(db)) ? kept.edition : null
}

/** Counts over all that is open: once, however many ask meanwhile. What is changed while it counts is seen by the next who asks. */
async function countedEdition(db: Database): Promise<string> {
  const version = await stateOf(db)
  const kept = editions.get(db)
  if (kept?.version === version) return kept.edition
  const edition = openEdition(db)
  editions.set(db, { version, edition })
  edition.catch(() => editions.delete(db))
  return edition
}

const limited = async ({ platform, address, now, lang }: Request): Promise<Response | null> => {
  const allowed = await orUncounted(platform.limit(limits.openData, address, now))
  return allowed.ok ? null : new Response(openDataWords[lang].tooMany, { status: 429, headers: { 'retry-after': String(allowed.retryAfter), 'content-type': 'text/plain; charset=UTF-8', 'access-control-allow-origin': '*' } })
}

/** Open to every site, and kept by caches as briefly as the pages: what is no longer open is to be gone. */
const headers = { 'cache-control': 'public, max-age=0, s-maxage=60', 'access-control-allow-origin': '*' }

/** The answer when nothing has changed since; null when it must be sent. */
function unchanged(request: Request, tag: string): Response | null {
  const known = request.header?.('if-none-match')?.split(',').map((one) => one.trim().replace(/^(?!W\/)/, 'W/')) ?? []
  return known.includes(tag) || known.includes('W/*') ? new Response(null, { status: 304, headers: { ...headers, etag: tag } }) : null
}
const tagOf = (...parts: string[]) => `W/"${createHash('sha256').update(parts.join('\0')).digest('base64url').slice(0, 24)}"`

async function* written(set: DataSet, request: Request, catalogue: Catalogue, format: 'csv' | 'json'): AsyncGenerator<string> {
  const columns = Object.keys(set.columns)
  const rows = set.rows(request.db, { catalogue, baseUrl: request.platform.config.baseUrl })
  if (format === 'csv') {
    yield byteOrderMark + csvLine(columns)
    for await (const row of rows) yield csvLine(columns.map((name): Cell => row[name] ?? null))
    return
  }
  yield '['
  let between = '\n'
  for await (const row of rows) {
    yield between + JSON.stringify(row)
    between = ',\n'
  }
  yield '\n]\n'
}

const types = { csv: 'text/csv; charset=UTF-8; header=present', json: 'application/json' } as const

/** The data sets themselves, and the catalogue of them. */
export const openDataResources = (catalogue: Catalogue): Resource[] => [
  ...dataSets.flatMap((set) => (['csv', 'json'] as const).map((format) =>
    resource({
      path: `/apne-data/${set.name}.${format}`,
      access: everyone,
      async respond(request) {
        const tag = (edition: string) => tagOf(set.name, format, edition)
        const kept = await keptEdition(request.db)
        const same = kept === null ? null : unchanged(request, tag(kept))
        if (same) return same
        // What costs something is counted against the one who asks: to count, and to send.
        const refused = await limited(request)
        if (refused) return refused
        const etag = tag(kept ?? (await countedEdition(request.db)))
        return unchanged(request, etag) ?? new Response(streamed(written(set, request, catalogue, format)), { headers: { ...headers, etag, 'content-type': types[format], 'content-disposition': `attachment; filename="${set.name}.${format}"` } })
      },
    }))),
  resource({
    path: '/dcat',
    access: everyone,
    async respond(request) {
      const wanted = request.header?.('accept') ?? ''
      const json = /application\/(ld\+)?json/.test(wanted) && !/text\/turtle/.test(wanted)
      const nodes = catalogueOfOpenData(request.platform.config)
      const text = json ? asJsonLd(nodes) : asTurtle(nodes)
      const tag = tagOf(text)
      return unchanged(request, tag) ?? new Response(text, { headers: { ...headers, etag: tag, vary: 'Accept', 'content-type': json ? 'application/ld+json' : 'text/turtle; charset=UTF-8' } })
    },
  }),
]
