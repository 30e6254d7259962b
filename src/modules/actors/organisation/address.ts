import { slug } from '../../../platform/text/slug.ts'

type Named = { id: string; name: string; kind: string; official_number: string | null; orgnr: string | null }

const shortId = (id: string): string => id.slice(-12)

/**
 * The last part of an organisation's address: `3301-drammen`, `974760673-registerenheten`, and without a number of its own the last
 * twelve letters of its id, which are chance: `3f9ac01b77de-eksempelforsk`.
 */
export function organisationKey(organisation: Named): string {
  const head = organisation.official_number ?? organisation.orgnr ?? shortId(organisation.id)
  const tail = slug(organisation.name.replace(/ (kommune|fylkeskommune)$/i, ''))
  return tail ? `${head}-${tail}` : head
}

export const organisationPath = (organisation: Named, rest = ''): string => `/organisasjoner/${organisationKey(organisation)}${rest && `/${rest}`}`

/** An address of an organisation of which only the id is at hand; it leads to its own. */
export const organisationLink = (id: string): string => `/organisasjoner/${shortId(id)}`

/** What the head of an address says: an official number, an orgnr or a short id; null when it is none of them. */
export function readKey(key: string): { number: string } | { orgnr: string } | { shortId: string } | null {
  const head = /^[0-9a-f]+(?=-|$)/.exec(key)?.[0] ?? ''
  if (/^\d{2}(\d{2})?$/.test(head)) return { number: head }
  if (/^\d{9}$/.test(head)) return { orgnr: head }
  return head.length === 12 ? { shortId: head } : null
}
