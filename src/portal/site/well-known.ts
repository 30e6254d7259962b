import { everyone, resource } from '../../platform/http/page.ts'

const day = { 'Cache-Control': 'public, max-age=86400' }
const text = (lines: readonly string[]) => new Response(`${lines.join('\n')}\n`, { headers: { ...day, 'Content-Type': 'text/plain; charset=UTF-8' } })

/** Search engines may come everywhere they find a way; each page says whether it wants to be found. Suggestions are no pages. */
export const robotsTxt = resource({
  path: '/robots.txt',
  access: everyone,
  respond: async ({ platform }) => text(['User-agent: *', 'Disallow: /sok/forslag', 'Disallow: /sok/kommuner', `Sitemap: ${platform.config.baseUrl}/sitemap.xml`]),
})

/** Where to tell of a weakness (RFC 9116), when the one who runs the installation has said where. */
export const securityTxt = resource({
  path: '/.well-known/security.txt',
  access: everyone,
  respond: async ({ platform: { config }, now }) => {
    if (config.securityContact === null) return null
    // It must be renewed within a year; it is, every day, as long as the installation lives.
    const expires = now.toZonedDateTimeISO('UTC').startOfDay().add({ months: 6 }).toInstant()
    return text([`Contact: ${config.securityContact}`, `Expires: ${expires.toString()}`, 'Preferred-Languages: nb, nn, en', `Canonical: ${config.baseUrl}/.well-known/security.txt`])
  },
})
