import { everyone, type Page, type Request, type Resource, resource } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { organisationPath } from '../../modules/actors/index.ts'
import { workspacePath } from '../../modules/workspaces/index.ts'
import { guide } from '../help/guide.ts'
import { changedIn, countMappedItems, mappedItems, mappedOrganisations, mappedWorkspaces } from './sitemap.store.ts'

/** As many addresses as one file may hold, by sitemaps.org. */
const mostInFile = 50_000
const hour = { 'Cache-Control': 'public, max-age=3600' }

type Entry = { path: string; changed?: Temporal.Instant | undefined }

const xml = (text: string) => text.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const answer = (body: string) => new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, { headers: { ...hour, 'Content-Type': 'application/xml; charset=UTF-8' } })
const instant = (at: Temporal.Instant) => at.toString({ smallestUnit: 'second' })

const urlset = (base: string, entries: readonly Entry[]) =>
  answer(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.map(({ path, changed }) => `<url><loc>${xml(base + encodeURI(path))}</loc>${changed ? `<lastmod>${instant(changed)}</lastmod>` : ''}</url>`).join('\n')}\n</urlset>`)

/** What everybody may read, for search engines: pages of the site, the guide, organisations, workspaces that are open, and items in them. */
export function sitemapResources(catalogue: Catalogue, pages: readonly Page[], perFile = mostInFile): Resource[] {
  const fixed = pages.filter((page) => page.listed && !page.path.includes(':')).map(({ path }) => ({ path }))

  /** The part with this number, from 1: what is few first, then items, a file at a time. */
  async function part({ db }: Request, number: number): Promise<Entry[]> {
    if (number > 1) {
      const items = await mappedItems(db, (number - 2) * perFile, perFile)
      return items.flatMap(({ slug, kind, number: n, changed_at }) => {
        const segment = catalogue.kinds.get(kind)?.segment
        return segment ? [{ path: workspacePath({ slug }, `${segment}/${n}`), changed: changed_at }] : []
      })
    }
    const [organisations, workspaces, changed] = await Promise.all([mappedOrganisations(db), mappedWorkspaces(db), changedIn(db)])
    return [
      ...fixed,
      ...guide.map(({ side }) => ({ path: `/hjelp/${side}` })),
      ...workspaces.flatMap(({ slug }) => ['', 'plan', 'traden'].map((rest) => ({ path: workspacePath({ slug }, rest), changed: changed.get(slug) }))),
      ...organisations.map((one) => ({ path: organisationPath(one) })),
    ]
  }

  return [
    resource({
      path: '/sitemap.xml',
      access: everyone,
      respond: async (request) => {
        const base = request.platform.config.baseUrl
        const few = await part(request, 1)
        const items = await countMappedItems(request.db)
        if (few.length + items <= perFile) return urlset(base, [...few, ...(await part(request, 2))])
        const parts = Array.from({ length: 1 + Math.ceil(items / perFile) }, (_, i) => `<sitemap><loc>${xml(`${base}/sitemap/${i + 1}`)}</loc></sitemap>`)
        return answer(`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${parts.join('\n')}\n</sitemapindex>`)
      },
    }),
    resource({
      path: '/sitemap/:part{[1-9][0-9]{0,4}}',
      access: everyone,
      respond: async (request, _, { part: number }) => {
        const entries = await part(request, Number(number))
        return entries.length > 0 ? urlset(request.platform.config.baseUrl, entries) : null
      },
    }),
  ]
}
